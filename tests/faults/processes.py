"""Two and four processes on one review: what any of them acknowledged must be there in the end."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

from matbot.review.events import NoteWritten
from matbot.store.errors import StoreError
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.faults.stand import begin, small_rubric, use_state_of
from tests.faults.tally import PLAIN, Part, Share, Tally

_REPLIES = 10
"""How many answers each process gives in a case."""

_KILLED = 0.05
"""How often a process is killed after an answer was acknowledged, while it holds the review."""


def run(share: Share) -> None:
    """Let two processes work on one review at once, then four on another, and so on."""
    use_state_of(share.folder)
    workspace = Workspace(share.folder / "workspace")
    for case in share.cases:
        count = (2, 4)[case // 2 % 2]
        with begin(workspace, small_rubric(), f"p{case:07}") as review:
            path = review.path
        share.tally.count(f"reviews with {('two', 'four')[count // 4]} processes at once")
        _judge(path, _acknowledged(path, count, case, share.tally), f"case {case}", share.tally)


def _acknowledged(path: Path, count: int, case: int, tally: Tally) -> list[str]:
    """Everything that these processes acknowledged, once all have ended."""
    hear, say = os.pipe()
    children = []
    for number in range(count):
        if not (child := os.fork()):
            _work(path, Random(f"processes {case} {number}"), number, say)
        children.append(child)
    os.close(say)
    with open(hear, encoding="utf-8") as lines:
        acknowledged = [line.rstrip("\n").partition(" ") for line in lines]
    for child in children:
        os.waitpid(child, 0)
    for kind, _, words in acknowledged:
        if kind == "wrong":
            tally.fault("sittings that ended in trouble", words)
        elif kind != "saved":
            tally.count("turned away in words" if kind == "busy" else "killed while they held the review")
    saved = [words for kind, _, words in acknowledged if kind == "saved"]
    tally.count("replies acknowledged", len(saved))
    return saved


def _work(path: Path, random: Random, number: int, say: int) -> None:
    """Give answers one by one, each in a sitting of its own; goes on until all are given."""

    def tell(words: str) -> None:
        os.write(say, f"{words}\n".encode())

    try:
        given = 0
        while given < _REPLIES:
            given += _sitting(path, random, f"{number}-{given}", tell)
    except Exception as error:
        tell(f"wrong {error!r}".replace("\n", " "))
    finally:
        os._exit(0)


def _sitting(path: Path, random: Random, id_: str, tell: Callable[[str], None]) -> bool:
    """Open the review, give one answer and close it; False if another process had it open."""
    try:
        with ReviewFile.open(path) as review:
            if review.read_only:
                busy = review.read_only.startswith("open in another window")
                tell("busy" if busy else f"wrong {review.read_only}")
                return not busy
            review.append(NoteWritten(id=id_, question="1A.i", note=id_))
            tell(f"saved {id_}")
            if random.random() < _KILLED:
                tell("killed")
                os.kill(os.getpid(), signal.SIGKILL)
    except StoreError as error:
        tell(f"wrong {error}")
    return True


def _judge(path: Path, acknowledged: list[str], how: str, tally: Tally) -> None:
    try:
        with ReviewFile.open(path) as review:
            there = {event.id for event in review.log}
    except StoreError as error:
        tally.fault("reviews that could not be opened", f"{how}: {error}")
        there = set()
    if lost := set(acknowledged) - there:
        tally.fault("acknowledged replies lost", f"{how}: {len(lost)} of {len(acknowledged)}", len(lost))


PART = Part(
    name="processes",
    title="Two and four processes on one review",
    about=(
        "Two or four processes open the same review again and again, as soon as they can; each time "
        "one gives a reply, is told that it is saved, and closes the review, or is killed while it "
        "has it open. One that finds the review open elsewhere is told so, and tries again. In the "
        "end everything acknowledged must be there."
    ),
    rows=(
        *(
            "reviews with two processes at once",
            "reviews with four processes at once",
            "turned away in words",
        ),
        *("killed while they held the review", "replies acknowledged"),
    ),
    never=("acknowledged replies lost", "reviews that could not be opened", "sittings that ended in trouble"),
    run=run,
    short=8,
    full=400,
    against={PLAIN: 100},
    processes=1,
)
