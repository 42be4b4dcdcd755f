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
"""How the words end that say that a file cannot be read."""


@dataclass(frozen=True)
class RecoveredCopy:
    """The review that opening found."""

    contents: Contents
    stamp: Stamp
    """The review file as it was found."""
    sound: bool
    """Whether the review file itself is good."""
    complete: bool
    """Whether the review file has all of it; if not, a save mends it."""
    notice: str
    """Where it came from if not from the review file alone, in words."""
    changed: Contents | None = None
    """The file as something other than matbot changed it, where people have to say whether it counts."""
    replaceable: frozenset[Path] = frozenset()
    """The copies that hold nothing which the contents do not say, so that a save may write over them."""


_Copies = Mapping[Path, Contents | None]
"""The copies that could be read, and what they say; None for a damaged one."""


def recover(place: Place) -> RecoveredCopy:
    """The newest good state of a review; Unreadable, in words, if there is none. Changes nothing.

    What something else made of the file never counts unasked; it is shown where there is nothing better.
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
    """The first of the files of a review that reads, or that a copy makes up for; None if there is none."""
    for path in paths:
        with suppress(Unreadable):
            recover(find_place(path))
            return path
    return None


def _add_missing_events(
    file: InspectedFile, contents: Contents, copies: _Copies, place: Place
) -> RecoveredCopy:
    """A good file with what copies have beyond it, as when a program that syncs put back an older one."""
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
    """The copies that are damaged, or that are of the review that was found, which says all they say."""
    return frozenset(path for path, copy in copies.items() if not copy or copy.id == found.contents.id)


def _restore(file: InspectedFile, copies: _Copies, place: Place) -> RecoveredCopy:
    """What there is to show where the file is not good; Unreadable if that is nothing."""
    named = _name_copies(file, copies, place)
    if file.contents:
        return _recover_changed(file, file.contents, named)
    if named:
        return _recover_from_copies(file, named)
    raise Unreadable(f"{place.path} cannot be read: it {file.flaw}. {NOTHING_CHANGED}")


def _recover_changed(
    file: InspectedFile, theirs: Contents, copies: list[tuple[str, Contents]]
) -> RecoveredCopy:
    """A file of a good shape with a wrong checksum, beside what matbot saved last, if there is that."""
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
    """The copies of a file that is not good, as one."""
    name, newest = max(copies, key=lambda copy: copy[1].reach)
    notice = f"The file {file.flaw}; recovered from the {name} saved {format_clock_time(newest.saved)}."
    whole = _merge_copies([copy for _, copy in copies])
    return RecoveredCopy(whole, file.stamp, sound=False, complete=False, notice=notice)


def _merge_copies(copies: Iterable[Contents]) -> Contents:
    """The copy that came furthest, and what any other says beyond it; drafts long gone do not come back."""
    furthest, *others = sorted(copies, key=lambda copy: copy.reach, reverse=True)
    return reduce(
        lambda all_, copy: merge_contents(all_, copy) if _has_more_events(copy, all_) else all_,
        others,
        furthest,
    )


def _has_more_events(copy: Contents, contents: Contents) -> bool:
    """Whether a copy has an event that others have not."""
    return not {event.id for event in copy.log} <= {event.id for event in contents.log}


def _name_copies(file: InspectedFile, copies: _Copies, place: Place) -> list[tuple[str, Contents]]:
    """The good copies of a review file by what they are called, all of one review."""
    named = [
        *(
            ("backup" if path.parent == place.path.parent else "second copy", copy)
            for path, copy in copies.items()
            if copy
        ),
        *(("dated backup", copy) for copy in _find_last_dated(place)),
    ]
    wanted = file.contents.id if file.contents else named[0][1].id if named else ""
    return [(name, copy) for name, copy in named if copy.id == wanted]


def _find_last_dated(place: Place) -> list[Contents]:
    """The newest of the dated backups that is good, if there is one."""
    for path in find_dated_backups(place.dated).values():
        if copy := read_copies([path]).get(path):
            return [copy]
    return []
