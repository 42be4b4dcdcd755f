"""A review from elsewhere, such as one that came by e-mail, kept in a workspace."""

from pathlib import Path

from matbot.review.events import ReviewOpened
from matbot.store import recovery
from matbot.store.errors import NotFound, Unreadable
from matbot.store.listing import ENDING
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace, file_name

_OF_WORD = {".docx", ".docm", ".dotx", ".dotm"}
"""How the files of Word end: documents, templates, and either with macros."""


def bring_in(workspace: Workspace, path: Path) -> Path:
    """Copy the review of a file into a workspace, and leave the file as it is.

    A review that is there already is kept beside that one, as another copy of it; so is a file that lies
    with the reviews under a name that no list shows, such as a backup.

    Returns:
        The new file.

    Raises:
        StoreError: there is no review in the file, or it cannot be kept; in words.

    """
    _refuse_what_is_none(path)
    if path.parent.resolve() == workspace.reviews.resolve():
        here = workspace.reviews / path.name
        if any(here in (one.path, *one.copies) for one in workspace.list_reviews()):
            return here
    contents = recovery.recover(find_place(path)).contents
    if contents.newer:
        raise Unreadable("It was saved by a newer matbot. Update matbot, and bring it then.")
    opened = contents.log[0]
    name = file_name(opened) if isinstance(opened, ReviewOpened) else path.name
    kept = _find_free_name(workspace.reviews, name.removesuffix(ENDING))
    ReviewFile.create_from(kept, contents).close()
    return kept


def _refuse_what_is_none(path: Path) -> None:
    try:
        there = path.exists()
    except (OSError, ValueError):  # no system has a file of such a name
        there = False
    if not there:
        raise NotFound("There is no file of that name. Its name ends in .matbot.json.")
    if path.is_dir():
        raise NotFound("That is a folder. Name the file of one review: it ends in .matbot.json.")
    if path.suffix.lower() in _OF_WORD:
        raise Unreadable(
            "That is a Word file. A workshop pack that came back is read on another page: Esc, then p."
        )


def _find_free_name(folder: Path, stem: str) -> Path:
    """A name that no file of a folder has."""
    path, number = folder / f"{stem}{ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path
