"""`python -m matbot.demo FOLDER`: writes the sample transcripts there, over those of the last time."""

import os
import sys
import tempfile
from pathlib import Path


def main(folder: Path) -> None:
    """Walk the sample trust through its reviews in a workspace that goes again, and keep the transcripts."""
    with tempfile.TemporaryDirectory() as away:
        os.environ["MATBOT_STATE"] = os.path.join(away, "state")  # nothing of it stays on this machine
        from matbot.demo import examples
        from matbot.store.workspace import Workspace
        from matbot.writing import write_transcript

        for name, text in examples(Workspace(Path(away, "workspace"))):
            sys.stdout.write(f"{write_transcript(text, folder / name, overwrite=True)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
