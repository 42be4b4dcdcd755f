"""`python -m matbot.demo FOLDER`: writes the sample reports there, in place of those of the last time."""

import os
import sys
import tempfile
from pathlib import Path


def main(folder: Path) -> None:
    """Walk the sample trusts through their reviews in a workspace that goes again, and keep the reports."""
    with tempfile.TemporaryDirectory() as away:
        os.environ["MATBOT_STATE"] = os.path.join(away, "state")  # nothing of it stays on this machine
        from matbot.demo import examples, written_in
        from matbot.store.workspace import Workspace
        from matbot.writing import write

        made = dict(examples(Workspace(Path(away, "workspace"))))
        for path in written_in(folder):
            if path.name not in made:
                path.unlink()
        for name, drawn in made.items():
            sys.stdout.write(f"{write(drawn, folder / name, overwrite=True)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
