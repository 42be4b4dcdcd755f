"""Which files of a review can be made one, and which people have to see to first."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from matbot.review.events import Event
from matbot.store import recovery
from matbot.store.contents import Contents
from matbot.store.errors import Unreadable
from matbot.store.listing import sort_for_merging
from matbot.store.places import find_place
from matbot.store.states import State


@dataclass(frozen=True)
class WaitingCopy:
    """A file that is in no merge until people have seen to it: it stays as it is."""

    path: Path
    state: State
    """CHANGED where something other than matbot changed it, or NEWER where a newer matbot saved it."""
    differ: int = 0
    """How many of its events are not as the other files, or matbot's own copies, have them."""
    only: int = 0
    """How many of its events are in none of these."""


@dataclass(frozen=True)
class CopyCheck:
    """The files of a review, by what can be done with them; each part in the order to merge them."""

    good: tuple[Path, ...]
    damaged: tuple[Path, ...]
    """Files that cannot be read: they are kept under another name where the others are made one."""
    waiting: tuple[WaitingCopy, ...]

    @property
    def changed(self) -> tuple[Path, ...]:
        """The files that something other than matbot changed."""
        return tuple(one.path for one in self.waiting if one.state is State.CHANGED)

    @property
    def to_merge(self) -> tuple[Path, ...]:
        """What to name to `merge_files`; none where fewer than two files can be made one."""
        ready = sort_for_merging((*self.good, *self.damaged))
        if not self.good or len(ready) < 2:
            return ()
        return (*ready, *(one.path for one in self.waiting)) if len(self.good) > 1 else ready


def check_copies(paths: Sequence[Path]) -> CopyCheck:
    """Look at every file of a review; changes none of them."""
    found = dict[Path, recovery.RecoveredCopy]()
    for path in sort_for_merging(paths):
        with suppress(Unreadable):
            found[path] = recovery.recover(find_place(path))
    good = {path: one.contents for path, one in found.items() if not (one.changed or one.contents.newer)}
    waiting = tuple(_waiting(path, one, good) for path, one in found.items() if path not in good)
    damaged = tuple(path for path in sort_for_merging(paths) if path not in found)
    return CopyCheck(tuple(good), damaged, waiting)


def _waiting(path: Path, found: recovery.RecoveredCopy, good: Mapping[Path, Contents]) -> WaitingCopy:
    changed = found.changed
    if changed is None:
        return WaitingCopy(path, State.NEWER)
    others = [*good.values(), *([found.contents] if found.contents is not changed else [])]
    known: dict[str, Event] = {event.id: event for contents in others for event in contents.log}
    only = sum(event.id not in known for event in changed.log) if known else 0
    differ = sum(known.get(event.id, event) != event for event in changed.log)
    return WaitingCopy(path, State.CHANGED, differ, only)
