"""Opening takes the newest good one of the file, backup, mirror and dated backups, and says which."""

from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from matbot.store import files
from matbot.store.checks import Flawed
from matbot.store.contents import Contents, read_contents
from matbot.store.dated import dated_in
from matbot.store.errors import Unreadable
from matbot.store.files import Stamp
from matbot.store.merge import merged
from matbot.store.places import Place
from matbot.store.times import clock


@dataclass(frozen=True)
class Examined:
    """A file that was looked at."""

    contents: Contents | None
    """None if it is no review."""
    flaw: str
    """What is wrong with it, in words that follow `it`; empty if it is good."""
    stamp: Stamp

    @property
    def good(self) -> Contents | None:
        """The contents, if they are whole and as matbot saved them."""
        return None if self.flaw else self.contents


@dataclass(frozen=True)
class Found:
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


def examined(path: Path) -> Examined:
    """What a file holds; Unreadable if there is none, or none that may be read."""
    raw, stamp = files.read_whole(path)
    try:
        contents = read_contents(raw)
    except Flawed as flaw:
        return Examined(None, str(flaw), stamp)
    flaw_words = "was changed by something other than matbot" if contents.altered else ""
    return Examined(contents, flaw_words, stamp)


def find(place: Place) -> Found:
    """The newest good state of a review; Unreadable, in words, if there is none. Changes nothing.

    What something else made of the file never counts unasked; it is shown where there is nothing better.
    """
    file = examined(place.path)
    if file.contents and file.contents.newer:
        return Found(file.contents, file.stamp, sound=True, complete=True, notice="")
    if file.good:
        return _caught_up(file, file.good, place)
    copies = _copies(place, file.contents)
    if file.contents:
        return _changed(file, file.contents, copies)
    if copies:
        return _recovered(file, copies)
    raise Unreadable(f"{place.path} cannot be read: it {file.flaw}. Nothing was changed.")


def _caught_up(file: Examined, contents: Contents, place: Place) -> Found:
    """A good file with what its mirror has beyond it, as when a program that syncs put back an older one."""
    last = _good_copy(place.mirror) or _last_dated(place)
    if not last or last.id != contents.id or not _says_more(last, contents):
        return Found(contents, file.stamp, sound=True, complete=True, notice="")
    notice = (
        f"The file was put back to an older one; what was saved here {clock(last.saved)} was added again."
    )
    return Found(merged(contents, last), file.stamp, sound=True, complete=False, notice=notice)


def _changed(file: Examined, theirs: Contents, copies: list[tuple[str, Contents]]) -> Found:
    """A file of a good shape with a wrong checksum, beside what matbot saved last, if there is that."""
    if not copies:
        return Found(theirs, file.stamp, sound=False, complete=True, notice="", changed=theirs)
    ours = _together(copies)
    if (ours.log, ours.rubric, ours.drafts) == (theirs.log, theirs.rubric, theirs.drafts):
        return _recovered(file, copies)
    notice = (
        "The file was changed by something other than matbot. "
        f"This is what matbot saved {clock(ours.saved)}; say which of the two counts."
    )
    return Found(ours, file.stamp, sound=False, complete=True, notice=notice, changed=theirs)


def _recovered(file: Examined, copies: list[tuple[str, Contents]]) -> Found:
    """The copies of a file that is not good, as one."""
    name, newest = max(copies, key=lambda copy: copy[1].reach)
    notice = f"The file {file.flaw}; recovered from the {name} saved {clock(newest.saved)}."
    return Found(_together(copies), file.stamp, sound=False, complete=False, notice=notice)


def _together(copies: list[tuple[str, Contents]]) -> Contents:
    """The copy that came furthest, and what any other says beyond it; drafts long gone do not come back."""
    furthest, *others = sorted((copy for _, copy in copies), key=lambda copy: copy.reach, reverse=True)
    return reduce(lambda all_, copy: merged(all_, copy) if _says_more(copy, all_) else all_, others, furthest)


def _says_more(copy: Contents, contents: Contents) -> bool:
    """Whether a copy has a reply that others have not."""
    return not {reply.id for reply in copy.log} <= {reply.id for reply in contents.log}


def _copies(place: Place, contents: Contents | None) -> list[tuple[str, Contents]]:
    """The good copies of a review file by what they are called, all of one review."""
    looked_at = {
        "second copy": _good_copy(place.mirror),
        "backup": _good_copy(place.backup),
        "dated backup": _last_dated(place),
    }
    copies = [(name, copy) for name, copy in looked_at.items() if copy]
    wanted = contents.id if contents else copies[0][1].id if copies else ""
    return [(name, copy) for name, copy in copies if copy.id == wanted]


def _last_dated(place: Place) -> Contents | None:
    """The newest of the dated backups that is good."""
    copies = (_good_copy(path) for path in dated_in(place.dated).values())
    return next((copy for copy in copies if copy), None)


def _good_copy(path: Path) -> Contents | None:
    try:
        copy = examined(path).good
    except Unreadable:
        return None
    return None if copy and copy.newer else copy
