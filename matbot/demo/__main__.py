"""Writes the sample to a folder, replacing what it wrote before: `python -m matbot.demo FOLDER`."""

import os
import sys
import tempfile
from collections.abc import Container
from pathlib import Path

from matbot.demo.index import NAME, TITLE


def main(folder: Path) -> None:
    """Play the reviews of the sample trusts in a temporary workspace; keep only their documents."""
    refuse_another(folder)
    with tempfile.TemporaryDirectory() as away:
        os.environ["MATBOT_STATE"] = os.path.join(away, "state")  # no copies remain on this machine
        from matbot.demo import write_samples
        from matbot.store.workspace import Workspace

        made = set(write_samples(Workspace(Path(away, "workspace")), folder, overwrite=True))
    remove_others(folder, made)
    size = sum(path.stat().st_size for path in made) / 1e6
    sys.stdout.write(f"{len(made)} files in {folder}, {size:.1f} MB\n")


def refuse_another(folder: Path) -> None:
    """Exit if a folder contains anything else, because files that are not written again are deleted."""
    page = folder / NAME
    known = page.is_file() and page.read_text(encoding="utf-8").startswith(TITLE)
    if folder.exists() and not known and any(folder.iterdir()):
        sys.exit(f"{folder} has other things in it. Name a new folder, or one that this wrote before.")


def remove_others(folder: Path, made: Container[Path]) -> None:
    """Delete files from earlier runs that were not written this time, and folders that are then empty."""
    for path in sorted(folder.rglob("*"), reverse=True):  # the contents of a folder come before the folder
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path not in made:
            path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
