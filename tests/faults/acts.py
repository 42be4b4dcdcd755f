"""What people and programs do to a review, each with a moment from which on the disk misbehaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from matbot.review.events import NoteWritten, QuestionAnswered
from matbot.store.errors import StoreError
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from tests.faults.stand import Stand, begin, small_rubric

LITTER = b"<html>Sign in to carry on</html>"
"""What is written over a review by something that is not matbot."""
_BEGUN = "northfields-heads-2026-03-efgh6789.matbot.json"


@dataclass
class Acknowledged:
    """What people were told while the disk misbehaved."""

    saved: list[str] = field(default_factory=list)
    """What was acknowledged: the ids of answers, and the words of drafts."""
    troubles: list[str] = field(default_factory=list)
    acknowledge: Callable[[str], None] = lambda _what: None
    """Passes on at once what was acknowledged, for a process that is about to be killed."""

    def keeps(self, *what: str) -> None:
        """Something was acknowledged."""
        for one in what:
            self.saved.append(one)
            self.acknowledge(one)

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """What goes wrong in here is told in words; anything but words goes on to whoever counts."""
        try:
            yield
        except StoreError as trouble:
            self.troubles.append(str(trouble))


Act = Callable[[Stand, Acknowledged], Iterator[None]]
"""Something done to a review: until it first yields on a good disk, then on a bad one, then on a good one."""


def saving(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """An answer is saved; one that could not be is saved with the next."""
    with ReviewFile.open(stand.path) as review:
        yield
        with acknowledged.in_words():
            review.append(QuestionAnswered(id="new", question="1A.i", leaning="green"))
            acknowledged.keeps("new")
        yield
        review.append(NoteWritten(id="next", question="1A.i", note="And"))
        acknowledged.keeps("new", "next")


def drafting(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """Half-typed words are saved."""
    with ReviewFile.open(stand.path) as review:
        yield
        with acknowledged.in_words():
            review.keep_draft("note:1A.i", "half-typed")
            acknowledged.keeps("half-typed")
        yield
        review.keep_draft("note:1A.i", "half-typed")
        acknowledged.keeps("half-typed")


def beginning(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """A new review is saved for the first time."""
    rubric = small_rubric()
    yield
    with acknowledged.in_words(), begin(stand.workspace, rubric, "efgh6789") as review:
        acknowledged.keeps("opened", "scoped")
        review.append(NoteWritten(id="new", question="1A.i", note="First"))
        acknowledged.keeps("new")
    yield


def recovering(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """A damaged file is opened, from its copies."""
    stand.path.write_bytes(LITTER)
    yield from _opening(stand, acknowledged)


def catching_up(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """A file that something put back to an older save is opened."""
    stand.path.write_bytes(stand.before)
    yield from _opening(stand, acknowledged)


def with_its_backup_alone(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """A damaged file is opened where there is no second copy: from another machine, on a stick."""
    find_place(stand.path).mirror.unlink()
    stand.path.with_name(f"{stand.path.name}.backup").write_bytes(stand.path.read_bytes())
    stand.path.write_bytes(LITTER)
    yield from _opening(stand, acknowledged)


def _opening(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    yield
    with acknowledged.in_words(), ReviewFile.open(stand.path) as review:
        if not review.read_only:
            review.append(NoteWritten(id="new", question="1A.i", note="And"))
            acknowledged.keeps("new")
    yield


def taking_in(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """An answer is saved after something put another good copy in the file's place."""
    elsewhere = _said_elsewhere(stand)
    with ReviewFile.open(stand.path) as review:
        stand.path.unlink()
        stand.path.write_bytes(elsewhere)
        acknowledged.keeps("elsewhere")
        yield
        with acknowledged.in_words():
            review.append(QuestionAnswered(id="new", question="1A.i", leaning="green"))
            acknowledged.keeps("new")
        yield


def over_litter(stand: Stand, acknowledged: Acknowledged) -> Iterator[None]:
    """An answer is saved after something wrote over the file."""
    with ReviewFile.open(stand.path) as review:
        stand.path.write_bytes(LITTER)
        yield
        with acknowledged.in_words():
            review.append(QuestionAnswered(id="new", question="1A.i", leaning="green"))
            acknowledged.keeps("new")
        yield


def _said_elsewhere(stand: Stand) -> bytes:
    """The file with an answer that was given on another machine."""
    with ReviewFile.open(stand.path) as review:
        review.append(NoteWritten(id="elsewhere", question="1A.i", note="There"))
    raw = stand.path.read_bytes()
    stand.put_back()
    return raw


SAVES: tuple[Act, ...] = (saving, drafting, beginning)
RECOVERIES: tuple[Act, ...] = (recovering, catching_up, with_its_backup_alone, taking_in, over_litter)

LITTERED = (recovering, with_its_backup_alone, over_litter)
"""Those that find litter where the review was, which must be kept."""


def about(act: Act, stand: Stand) -> Path:
    """The review that an act is about."""
    return stand.workspace.reviews / _BEGUN if act is beginning else stand.path
