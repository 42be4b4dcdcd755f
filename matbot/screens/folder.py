"""Asks for a folder to save in."""

import platformdirs

from matbot.screens.one_line import OneLineScreen


class FolderScreen(OneLineScreen):
    """A box for the path of a folder; gives it, or nothing if people thought better of it."""

    HELP = "Type the folder to save in, and press Enter. It is made if it is not there yet."

    def __init__(self) -> None:
        super().__init__(
            "Save a copy in another folder",
            "Such as a stick. The copy is a review of its own, with all that was said in it.",
            "Folder",
            str(platformdirs.user_documents_path() / "matbot-copy"),
        )
