"""Every copy there is of a review, and how one of them becomes a review of its own."""

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

_KEPT_ASIDE = re.compile(r"\.json\.(set-aside|form)\b", re.IGNORECASE)
"""What the names of files have in them that were kept when something else took their place."""

BESIDE = "copy in the folder"
"""What kind of copy a file is that a program that syncs, or people, put beside the review's own."""


@dataclass(frozen=True)
class Copy:
    """One copy of a review on this machine."""

    name: str
    """What kind of copy it is, in a few words."""
    path: Path
    contents: Contents | None
    """None if it cannot be read."""
    flaw: str
    """What is wrong with it, in words that follow `it`; empty if it is as matbot saved it."""

    @property
    def label(self) -> str:
        """What it is called in a list: with the name of its file where several may be of its kind."""
        return f"{self.name} {self.path.name}" if self.name == BESIDE else self.name

    @property
    def saved(self) -> datetime | None:
        """When it was saved, UTC, if it says so."""
        return self.contents.saved if self.contents else None


def find_copies(path: Path) -> list[Copy]:
    """Every copy of the review in a file: the file itself first, then the last saved first."""
    place = find_place(path)
    copies = [*_list_state_copies(place.mirror, place.dated), *_list_copies_beside(path, place.backup)]
    return [*_inspect_copies([("the file", path)]), *_sort_last_first(_inspect_copies(copies))]


def find_remaining_copies(review: str) -> list[Copy]:
    """What this machine still has of a review whose own file is gone, by its id; the last saved first."""
    for mirror, dated in mirrors():
        if read_listed_review(mirror).id == review:
            return _sort_last_first(_inspect_copies(_list_state_copies(mirror, dated)))
    return []


def build_copy(contents: Contents) -> Contents:
    """Copy the contents of a review into a new review.

    Its log begins with an opening of its own, now, which names the review it was copied from; all that
    was said there follows as it was said. So the two are never taken for copies of one review.
    """
    first = contents.log[0]
    assert isinstance(first, ReviewOpened), "what was read begins with its opening"
    made = {"id": new_id(), "at": now().replace(microsecond=0), "review": new_id(8), "copy_of": first.review}
    log: tuple[Event, ...] = (first.model_copy(update=made), *contents.log[1:])
    fresh = new_contents(contents.rubric, log)
    # What only a newer matbot knows has no place in a file that says it is of this one's form.
    kept = {} if contents.newer else contents.tables
    words = {"replies": fresh.tables["replies"], "drafts": contents.tables["drafts"]}
    return replace(fresh, tables=fresh.tables | kept | words)


def _list_state_copies(mirror: Path, dated: Path) -> Iterator[tuple[str, Path]]:
    """Where the state folder would have copies, and what they are called."""
    for path in find_with_unread(mirror):
        yield "second copy", path
    for path in find_dated_backups(dated).values():
        yield "dated backup", path


def _list_copies_beside(path: Path, backup: Path) -> Iterator[tuple[str, Path]]:
    """Where copies would be beside the file, and what they are called."""
    for kept in find_with_unread(backup):
        yield "backup", kept
    review = read_listed_review(path).id
    for one in list_reviews(path.parent):
        if review and one.id == review:
            yield from ((BESIDE, file) for file in one.files if file.name != path.name)
    for name in sorted(files.names_in(path.parent)):
        aside = path.with_name(name)
        if _KEPT_ASIDE.search(name) and (
            name.startswith(path.name) or (review and read_listed_review(aside).id == review)
        ):
            yield "set aside", aside


def _inspect_copies(named: Iterable[tuple[str, Path]]) -> list[Copy]:
    """Those of the copies that are there."""
    return [_copy(name, path) for name, path in named if files.read_stamp(path)]


def _copy(name: str, path: Path) -> Copy:
    try:
        found = inspect_file(path)
    except Unreadable:
        return Copy(name, path, None, "cannot be opened")
    return Copy(name, path, found.contents, found.flaw)


def _sort_last_first(copies: list[Copy]) -> list[Copy]:
    """Copies in the order in which they were saved, the last first; what cannot be read comes last."""
    return sorted(copies, key=lambda copy: copy.saved.timestamp() if copy.saved else 0.0, reverse=True)
