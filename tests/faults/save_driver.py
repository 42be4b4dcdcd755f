"""Opens a review and appends one reply, and is killed at the nth call that the store makes of the system.

Run as `python save_driver.py FILE N`: prints `saved` if it lived to see the save return.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from matbot.review.replies import Leant
from matbot.store import files
from matbot.store.review_file import ReviewFile


class Deadly:
    """The module `os`, but for the call at which this process is killed."""

    def __init__(self, calls_left: int) -> None:
        self._calls_left = calls_left

    def __getattr__(self, name: str) -> Any:
        found = getattr(os, name)
        return self._counted(found) if callable(found) else found

    def _counted(self, call: Any) -> Any:
        def counted(*arguments: Any, **named: Any) -> Any:
            self._calls_left -= 1
            if self._calls_left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counted


def main(path: Path, calls: int) -> None:
    """Append one reply, to be killed at that call of the save."""
    with ReviewFile.open(path) as review:
        setattr(files, "os", Deadly(calls))  # noqa: B010 - the one seam between the store and the disk
        review.append(Leant(id="new", question="1A.ii", leaning="green"))
        print("saved", flush=True)  # noqa: T201 - what the test reads
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
