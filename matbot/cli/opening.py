"""Opening the app, which is what `matbot` alone does: nothing that reads commands is needed for it."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.cli.streams import is_at_terminal

if TYPE_CHECKING:
    from matbot.store.workspace import Workspace


class CannotOpen(Exception):
    """There is no app to be seen, or no folder for it; its words say what to do."""


def open_app(named: str | None = None, tour: bool = False) -> int:
    """Open the app over the workspace that is named, perhaps with the tour first; its exit status.

    CannotOpen where there is no terminal that shows whole screens, or the workspace is no folder.
    """
    if not is_at_terminal() or os.environ.get("TERM") == "dumb":
        raise CannotOpen(
            "The app needs a terminal that shows whole screens. `matbot --plain` is the same line by line; "
            "`matbot ask REVIEW` goes straight into a review."
        )
    gc.disable()  # until home stands: nothing of it is garbage, and looking for some takes a tenth of this
    from matbot.screens.app import run

    return run(find_workspace(named), tour)


def find_workspace(named: str | None) -> "Workspace":
    """The workspace that is named, else the one that `Workspace.at` finds; CannotOpen if it is no folder."""
    from matbot.store.workspace import Workspace

    workspace = Workspace.at(Path(named) if named else None)
    if workspace.root.exists() and not workspace.root.is_dir():
        raise CannotOpen(f"{workspace.root} is not a folder. Name the folder of your reviews.")
    return workspace
