"""Finds the newest good state of a review in its file, backup, mirror and dated backups."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from matbot.store.contents import Contents, InspectedFile, inspect_file
from matbot.store.dated import find_dated_backups
from matbot.store.errors import Unreadable
from matbot.store.files import Stamp
from matbot.store.log_merge import merge_contents
from matbot.store.places import Place, find_place
from matbot.store.spare_copies import find_unread, find_with_unread, read_copies
from matbot.store.times import format_clock_time

NOTHING_CHANGED = "Nothing was changed."
"""The last sentence of the message that a file cannot be read."""


@dataclass(frozen=True)
class RecoveredCopy:
    """The state of a review that was found when opening it."""

    contents: Contents
    stamp: Stamp
    """The stamp of the review file when it was read."""
    sound: bool
    """Whether the review file itself is good."""
    complete: bool
    """Whether the review file has all of the contents; if not, a save repairs it."""
    notice: str
    """Where the contents came from, as a sentence, if not from the review file alone."""
    changed: Contents | None = None
    """The file as changed by something other than matbot, if the user has to say whether it counts."""
    replaceable: frozenset[Path] = frozenset()
    """The copies that hold nothing beyond the contents, so that a save may overwrite them."""


_Copies = Mapping[Path, Contents | None]
"""The contents of the copies that could be opened, by path; None for a damaged one."""


def recover(place: Place) -> RecoveredCopy:
    """Find the newest good state of a review, without changing anything.

    Changes that another program made to the file count only once the user confirms it; until then they are
    shown only if there is nothing better.

    Raises:
        Unreadable: there is no good state; the message is for the user.

    """
    file = inspect_file(place.path)
    if file.contents and file.contents.newer:
        return RecoveredCopy(file.contents, file.stamp, sound=True, complete=True, notice="")
    copies = read_copies((*find_with_unread(place.mirror), *find_unread(place.backup)), file)
    if file.good:
        found = _add_missing_events(file, file.good, copies, place)
        return replace(found, replaceable=_find_replaceable(copies, found) | {place.backup})
    copies |= read_copies([place.backup])
    found = _restore(file, copies, place)
    return replace(found, replaceable=_find_replaceable(copies, found))


def find_recoverable(paths: Iterable[Path]) -> Path | None:
    """Return the first file of a review that is readable or recoverable; None if there is none."""
    for path in paths:
        with suppress(Unreadable):
            recover(find_place(path))
            return path
    return None


def _add_missing_events(
    file: InspectedFile, contents: Contents, copies: _Copies, place: Place
) -> RecoveredCopy:
    """Add to a good file what only its copies have, as after a sync program put back an older file."""
    good = list(filter(None, copies.values())) or _find_last_dated(place)
    beyond = [copy for copy in good if copy.id == contents.id and _has_more_events(copy, contents)]
    if not beyond:
        return RecoveredCopy(contents, file.stamp, sound=True, complete=True, notice="")
    saved = format_clock_time(max(copy.saved for copy in beyond))
    notice = f"The file was put back to an older one; what was saved here {saved} was added again."
    return RecoveredCopy(
        _merge_copies([contents, *beyond]), file.stamp, sound=True, complete=False, notice=notice
    )


def _find_replaceable(copies: _Copies, found: RecoveredCopy) -> frozenset[Path]:
    """Return the copies that are damaged, or are of the review that was found, which has all their events."""
    return frozenset(path for path, copy in copies.items() if not copy or copy.id == found.contents.id)


def _restore(file: InspectedFile, copies: _Copies, place: Place) -> RecoveredCopy:
    """Find the best state of a review whose file is not good; Unreadable if there is none."""
    named = _name_copies(file, copies, place)
    if file.contents:
        return _recover_changed(file, file.contents, named)
    if named:
        return _recover_from_copies(file, named)
    raise Unreadable(f"{place.path} cannot be read: it {file.flaw}. {NOTHING_CHANGED}")


def _recover_changed(
    file: InspectedFile, theirs: Contents, copies: list[tuple[str, Contents]]
) -> RecoveredCopy:
    """Recover a review whose file is well-formed but has a wrong checksum.

    If there are copies, what matbot saved last is shown, and the file is offered as the alternative.
    """
    if not copies:
        return RecoveredCopy(theirs, file.stamp, sound=False, complete=True, notice="", changed=theirs)
    ours = _merge_copies([copy for _, copy in copies])
    if (ours.log, ours.rubric, ours.drafts) == (theirs.log, theirs.rubric, theirs.drafts):
        return _recover_from_copies(file, copies)
    notice = (
        "The file was changed by something other than matbot. "
        f"This is what matbot saved {format_clock_time(ours.saved)}; say which of the two counts."
    )
    return RecoveredCopy(ours, file.stamp, sound=False, complete=True, notice=notice, changed=theirs)


def _recover_from_copies(file: InspectedFile, copies: list[tuple[str, Contents]]) -> RecoveredCopy:
    """Merge the copies of a file that is not good."""
    name, newest = max(copies, key=lambda copy: copy[1].reach)
    notice = f"The file {file.flaw}; recovered from the {name} saved {format_clock_time(newest.saved)}."
    whole = _merge_copies([copy for _, copy in copies])
    return RecoveredCopy(whole, file.stamp, sound=False, complete=False, notice=notice)


def _merge_copies(copies: Iterable[Contents]) -> Contents:
    """Merge copies into the one with the most progress; copies without further events are ignored.

    So drafts that were removed long ago do not reappear.
    """
    furthest, *others = sorted(copies, key=lambda copy: copy.reach, reverse=True)
    return reduce(
        lambda all_, copy: merge_contents(all_, copy) if _has_more_events(copy, all_) else all_,
        others,
        furthest,
    )


def _has_more_events(copy: Contents, contents: Contents) -> bool:
    """Return whether a copy has an event that `contents` lacks."""
    return not {event.id for event in copy.log} <= {event.id for event in contents.log}


def _name_copies(file: InspectedFile, copies: _Copies, place: Place) -> list[tuple[str, Contents]]:
    """Return the good copies of a review file, all of one review, each with the name of its kind."""
    named = [
        *(
            ("backup" if path.parent == place.path.parent else "second copy", copy)
            for path, copy in copies.items()
            if copy
        ),
        *(("dated backup", copy) for copy in _find_last_dated(place)),
    ]
    review = file.contents.id if file.contents else named[0][1].id if named else ""
    return [(name, copy) for name, copy in named if copy.id == review]


def _find_last_dated(place: Place) -> list[Contents]:
    """Return the newest good dated backup, as a list; empty if there is none."""
    for path in find_dated_backups(place.dated).values():
        if copy := read_copies([path]).get(path):
            return [copy]
    return []
