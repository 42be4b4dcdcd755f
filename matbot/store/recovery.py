"""Opening takes the newest good one of the file, backup, mirror and dated backups, and says which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from matbot.store.contents import Contents
from matbot.store.dated import dated_in
from matbot.store.errors import Unreadable
from matbot.store.files import Stamp
from matbot.store.inspection import InspectedFile, inspect_file
from matbot.store.log_merge import merge_contents
from matbot.store.places import Place
from matbot.store.spare_copies import read_now, unread, with_unread
from matbot.store.times import clock


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
    spent: frozenset[Path] = frozenset()
    """The copies that hold nothing which the contents do not say, so that a save may write over them."""


_Copies = Mapping[Path, Contents | None]
"""The copies that could be read, and what they say; None for a damaged one."""


def find(place: Place) -> RecoveredCopy:
    """The newest good state of a review; Unreadable, in words, if there is none. Changes nothing.

    What something else made of the file never counts unasked; it is shown where there is nothing better.
    """
    file = inspect_file(place.path)
    if file.contents and file.contents.newer:
        return RecoveredCopy(file.contents, file.stamp, sound=True, complete=True, notice="")
    copies = read_now((*with_unread(place.mirror), *unread(place.backup)), file)
    if file.good:
        found = _caught_up(file, file.good, copies, place)
        return replace(found, spent=_spent(copies, found) | {place.backup})
    copies |= read_now([place.backup])
    found = _restored(file, copies, place)
    return replace(found, spent=_spent(copies, found))


def _caught_up(file: InspectedFile, contents: Contents, copies: _Copies, place: Place) -> RecoveredCopy:
    """A good file with what copies have beyond it, as when a program that syncs put back an older one."""
    good = list(filter(None, copies.values())) or _last_dated(place)
    beyond = [copy for copy in good if copy.id == contents.id and _says_more(copy, contents)]
    if not beyond:
        return RecoveredCopy(contents, file.stamp, sound=True, complete=True, notice="")
    saved = max(copy.saved for copy in beyond)
    notice = f"The file was put back to an older one; what was saved here {clock(saved)} was added again."
    return RecoveredCopy(
        _together([contents, *beyond]), file.stamp, sound=True, complete=False, notice=notice
    )


def _spent(copies: _Copies, found: RecoveredCopy) -> frozenset[Path]:
    """The copies that are damaged, or that are of the review that was found, which says all they say."""
    return frozenset(path for path, copy in copies.items() if not copy or copy.id == found.contents.id)


def _restored(file: InspectedFile, copies: _Copies, place: Place) -> RecoveredCopy:
    """What there is to show where the file is not good; Unreadable if that is nothing."""
    named = _named(file, copies, place)
    if file.contents:
        return _changed(file, file.contents, named)
    if named:
        return _recovered(file, named)
    raise Unreadable(f"{place.path} cannot be read: it {file.flaw}. Nothing was changed.")


def _changed(file: InspectedFile, theirs: Contents, copies: list[tuple[str, Contents]]) -> RecoveredCopy:
    """A file of a good shape with a wrong checksum, beside what matbot saved last, if there is that."""
    if not copies:
        return RecoveredCopy(theirs, file.stamp, sound=False, complete=True, notice="", changed=theirs)
    ours = _together([copy for _, copy in copies])
    if (ours.log, ours.rubric, ours.drafts) == (theirs.log, theirs.rubric, theirs.drafts):
        return _recovered(file, copies)
    notice = (
        "The file was changed by something other than matbot. "
        f"This is what matbot saved {clock(ours.saved)}; say which of the two counts."
    )
    return RecoveredCopy(ours, file.stamp, sound=False, complete=True, notice=notice, changed=theirs)


def _recovered(file: InspectedFile, copies: list[tuple[str, Contents]]) -> RecoveredCopy:
    """The copies of a file that is not good, as one."""
    name, newest = max(copies, key=lambda copy: copy[1].reach)
    notice = f"The file {file.flaw}; recovered from the {name} saved {clock(newest.saved)}."
    whole = _together([copy for _, copy in copies])
    return RecoveredCopy(whole, file.stamp, sound=False, complete=False, notice=notice)


def _together(copies: Iterable[Contents]) -> Contents:
    """The copy that came furthest, and what any other says beyond it; drafts long gone do not come back."""
    furthest, *others = sorted(copies, key=lambda copy: copy.reach, reverse=True)
    return reduce(
        lambda all_, copy: merge_contents(all_, copy) if _says_more(copy, all_) else all_, others, furthest
    )


def _says_more(copy: Contents, contents: Contents) -> bool:
    """Whether a copy has a reply that others have not."""
    return not {event.id for event in copy.log} <= {event.id for event in contents.log}


def _named(file: InspectedFile, copies: _Copies, place: Place) -> list[tuple[str, Contents]]:
    """The good copies of a review file by what they are called, all of one review."""
    named = [
        *((_name(path, place), copy) for path, copy in copies.items() if copy),
        *(("dated backup", copy) for copy in _last_dated(place)),
    ]
    wanted = file.contents.id if file.contents else named[0][1].id if named else ""
    return [(name, copy) for name, copy in named if copy.id == wanted]


def _name(path: Path, place: Place) -> str:
    """What a copy is called: beside the file is its backup, in the state folder its second copy."""
    return "backup" if path.parent == place.path.parent else "second copy"


def _last_dated(place: Place) -> list[Contents]:
    """The newest of the dated backups that is good, if there is one."""
    for path in dated_in(place.dated).values():
        if copy := read_now([path]).get(path):
            return [copy]
    return []
