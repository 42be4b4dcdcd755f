"""Finds all copies of a review, and builds a separate review from the contents of one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from matbot.review.events import Event, ReviewOpened, new_id
from matbot.store import files
from matbot.store.contents import Contents, inspect_file
from matbot.store.dated import find_dated_backups
from matbot.store.errors import Unreadable
from matbot.store.listing import list_reviews, read_listed_review
from matbot.store.places import find_place, mirrors
from matbot.store.spare_copies import find_with_unread
from matbot.store.tables import new_contents
from matbot.store.times import now

_SET_ASIDE = re.compile(r"\.json\.(set-aside|form)\b", re.IGNORECASE)
"""Matches the names of files that were set aside when another file replaced them."""

BESIDE = "copy in the folder"
"""The kind of a copy that a sync program, or a person, put next to the review's own file."""


@dataclass(frozen=True)
class Copy:
    """One copy of a review on this machine."""

    name: str
    """The kind of copy, in a few words."""
    path: Path
    contents: Contents | None
    """None if it cannot be read."""
    flaw: str
    """What is wrong with it, as a phrase that follows `it`; empty if it is as matbot saved it."""

    @property
    def label(self) -> str:
        """Its label in a list, with the file name if several copies may be of its kind."""
        return f"{self.name} {self.path.name}" if self.name == BESIDE else self.name

    @property
    def saved(self) -> datetime | None:
        """When it was saved, UTC; None if it cannot be read."""
        return self.contents.saved if self.contents else None


def find_copies(path: Path) -> list[Copy]:
    """Find every copy of the review in a file: the file itself, then the others, the last saved first."""
    place = find_place(path)
    copies = [*_list_state_copies(place.mirror, place.dated), *_list_copies_beside(path, place.backup)]
    return [*_inspect_copies([("the file", path)]), *_sort_last_first(_inspect_copies(copies))]


def find_remaining_copies(review: str) -> list[Copy]:
    """Find the copies that this machine still has of a review whose file is gone, the last saved first.

    Args:
        review: The id of the review.

    """
    for mirror, dated in mirrors():
        if read_listed_review(mirror).id == review:
            return _sort_last_first(_inspect_copies(_list_state_copies(mirror, dated)))
    return []


def build_copy(contents: Contents) -> Contents:
    """Build the contents of a new review from those of another.

    Its log begins with a new opening event, dated now, which names the review it was copied from; the other
    events are unchanged. The new id ensures that the two are never taken for copies of one review.
    """
    first = contents.log[0]
    assert isinstance(first, ReviewOpened), "what was read begins with its opening"
    changes = {
        "id": new_id(),
        "at": now().replace(microsecond=0),
        "review": new_id(8),
        "copy_of": first.review,
    }
    log: tuple[Event, ...] = (first.model_copy(update=changes), *contents.log[1:])
    fresh = new_contents(contents.rubric, log)
    # Fields that only a newer matbot knows do not belong in a file with the schema of this version.
    old_tables = {} if contents.newer else contents.tables
    new_tables = {"replies": fresh.tables["replies"], "drafts": contents.tables["drafts"]}
    return replace(fresh, tables=fresh.tables | old_tables | new_tables)


def _list_state_copies(mirror: Path, dated: Path) -> Iterator[tuple[str, Path]]:
    """Yield the kind and the path of each copy in the state folder."""
    for path in find_with_unread(mirror):
        yield "second copy", path
    for path in find_dated_backups(dated).values():
        yield "dated backup", path


def _list_copies_beside(path: Path, backup: Path) -> Iterator[tuple[str, Path]]:
    """Yield the kind and the path of each copy in the folder of the file."""
    for kept in find_with_unread(backup):
        yield "backup", kept
    review = read_listed_review(path).id
    for listed in list_reviews(path.parent):
        if review and listed.id == review:
            yield from ((BESIDE, file) for file in listed.files if file.name != path.name)
    for name in sorted(files.names_in(path.parent)):
        aside = path.with_name(name)
        if _SET_ASIDE.search(name) and (
            name.startswith(path.name) or (review and read_listed_review(aside).id == review)
        ):
            yield "set aside", aside


def _inspect_copies(named: Iterable[tuple[str, Path]]) -> list[Copy]:
    """Inspect the copies that exist."""
    return [_inspect_copy(name, path) for name, path in named if files.read_stamp(path)]


def _inspect_copy(name: str, path: Path) -> Copy:
    try:
        found = inspect_file(path)
    except Unreadable:
        return Copy(name, path, None, "cannot be opened")
    return Copy(name, path, found.contents, found.flaw)


def _sort_last_first(copies: list[Copy]) -> list[Copy]:
    """Sort copies by the time of their save, the latest first; unreadable ones come last."""
    return sorted(copies, key=lambda copy: copy.saved.timestamp() if copy.saved else 0.0, reverse=True)
