"""Opening the app, which `matbot` without arguments does; kept free of click so that it starts quickly."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.cli.streams import is_at_terminal

if TYPE_CHECKING:
    from matbot.store.workspace import Workspace


class CannotOpen(Exception):
    """The app cannot be displayed, or its workspace is not a folder; the message says what to do."""


def open_app(named: str | None = None, tour: bool = False) -> int:
    """Open the app.

    Args:
        named: The folder of the workspace; None or empty for the default one.
        tour: Whether to begin with the tour.

    Returns:
        The exit status.

    Raises:
        CannotOpen: There is no terminal that shows whole screens, or the workspace is not a folder.

    """
    if not is_at_terminal() or os.environ.get("TERM") == "dumb":
        raise CannotOpen(
            "The app needs a terminal that shows whole screens. `matbot --plain` is the same line by line; "
            "`matbot ask REVIEW` goes straight into a review."
        )
    gc.disable()  # until home is shown: start-up makes no garbage; collecting takes 10% of its time
    from matbot.screens.app import run

    return run(find_workspace(named), tour)


def find_workspace(named: str | None) -> "Workspace":
    """Return the workspace named, else the one `Workspace.at` finds; CannotOpen if it is not a folder."""
    from matbot.store.workspace import Workspace

    workspace = Workspace.at(Path(named) if named else None)
    if workspace.root.exists() and not workspace.root.is_dir():
        raise CannotOpen(f"{workspace.root} is not a folder. Name the folder of your reviews.")
    return workspace
