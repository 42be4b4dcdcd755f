"""Copies a review file from elsewhere, such as an e-mail attachment, into a workspace."""

from pathlib import Path

from matbot.review.events import ReviewOpened
from matbot.store import recovery
from matbot.store.errors import NotFound, Unreadable
from matbot.store.listing import ENDING
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace, file_name

_WORD_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
"""The suffixes of Word files: documents and templates, with and without macros."""


def bring_in(workspace: Workspace, path: Path) -> Path:
    """Copy the review in a file into a workspace, leaving the file unchanged.

    A file that the workspace lists already is not copied. If the workspace has the review, or if the file is
    in its reviews folder under a name that is not listed, such as a backup, the new file is another copy.

    Returns:
        The new file, or the file itself if it is listed already.

    Raises:
        StoreError: the file holds no review, or it cannot be saved; the message is for the user.

    """
    _check_exists(path)
    if path.parent.resolve() == workspace.reviews.resolve():
        listed_path = workspace.reviews / path.name
        if any(listed_path in (listed.path, *listed.copies) for listed in workspace.list_reviews()):
            return listed_path
    contents = recovery.recover(find_place(path)).contents
    if contents.newer:
        raise Unreadable("It was saved by a newer matbot. Update matbot, and bring it then.")
    opened = contents.log[0]
    name = file_name(opened) if isinstance(opened, ReviewOpened) else path.name
    target = _find_free_name(workspace.reviews, name.removesuffix(ENDING))
    ReviewFile.create_from(target, contents).close()
    return target


def _check_exists(path: Path) -> None:
    try:
        exists = path.exists()
    except (OSError, ValueError):  # not a valid file name
        exists = False
    if not exists:
        raise NotFound("There is no file of that name. Its name ends in .matbot.json.")
    if path.is_dir():
        raise NotFound("That is a folder. Name the file of one review: it ends in .matbot.json.")
    if path.suffix.lower() in _WORD_SUFFIXES:
        raise Unreadable(
            "That is a Word file. A workshop pack that came back is read on another page: Esc, then p."
        )


def _find_free_name(folder: Path, stem: str) -> Path:
    """Return the first free path for a review file in a folder: `x.matbot.json`, `x-2.matbot.json`, ..."""
    path, number = folder / f"{stem}{ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path
