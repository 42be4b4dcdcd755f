"""The time from a key to the painted screen, early and late in a conversation and in an app of one label."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.measuring import Spread, Work, in_turns
from benchmarks.programs import matbot, one_label, one_page
from benchmarks.results import Budget, Growth, Result
from benchmarks.samples import at_turn, workspace_in
from benchmarks.terminal import Terminal

ROUNDS = 25
EARLY, LATE = 5, 88
"""The number of past turns at turn 5, and at the last question: the last of the 90 turns is a rating."""

TURNS = (1, 30, 88, 300)

KEYS = {
    "the mark to the next choice": "\x1b[C",
    "an answer to a question": "3",
    "a letter of a note": "a",
    "a note sent": "\r",
}
"""The keys pressed at a question, in order."""

UNDO = "\x1b[19~"

ANSWERS = ("an answer to a question", "a note sent")
A_NEW_TURN = (
    "it is saved, and all the screen is another: Textual takes most of that for laying out and painting"
)
A_QUESTION = "Where is your trust"


def results(folder: Path) -> Iterator[Result]:
    """Measure keys that change a line, answers that change the page, and how both grow with past turns."""
    with ExitStack() as stack:
        label, page = (stack.enter_context(app(folder)) for app in (one_label, one_page))
        label.painted("Ready 0")
        page.painted("0 39")
        early, late = (
            stack.enter_context(conversation(folder / f"turn-{turns}", turns)) for turns in (EARLY, LATE)
        )
        works = [partial(one.press, "x") for one in (label, page)]
        one, another, *taken = in_turns(ROUNDS, *works, *_build_works(early), *_build_works(late))
    yield from _list_budgets(one, another, taken[: len(KEYS)], taken[len(KEYS) + 1 : -1])
    yield from _measure_growth(folder)


def conversation(folder: Path, turns: int) -> Terminal:
    """Open a terminal with the conversation at a question, after a number of past turns."""
    at_turn(workspace_in(folder), turns).close()
    terminal = matbot(folder)
    terminal.painted("Carry on")
    terminal.press("\r", A_QUESTION)
    return terminal


def _build_works(terminal: Terminal) -> list[Work]:
    """Build the work of each key in order, and last the undoing of the answer, to return to the question."""

    def undone() -> None:
        terminal.press(UNDO)
        terminal.press(UNDO, A_QUESTION)

    return [*(partial(terminal.press, key) for key in KEYS.values()), undone]


def _list_budgets(
    label: Spread, page: Spread, early: Sequence[Spread], late: Sequence[Spread]
) -> Iterator[Budget]:
    for (what, first), last in zip(zip(KEYS, early, strict=True), late, strict=True):
        why = A_NEW_TURN if what in ANSWERS else ""
        yield Budget(f"{what}, turn 5", first, "a key in a one-label app", label, 2, why)
        yield Budget(f"{what}, turn 90", last, "a key in a one-label app", label, 2, why)
        yield Budget(f"{what}, turn 90", last, "the same at turn 5", first, 1.2)
        if why:
            yield Budget(f"{what}, turn 5", first, "a key in an app that shows another page", page, None)


def _measure_growth(folder: Path) -> Iterator[Growth]:
    opened, typed, answered = zip(*(_measure_at(folder, turns) for turns in TURNS), strict=True)
    yield Growth("a letter of a note", "turns behind", TURNS, typed)
    yield Growth("an answer to a question", "turns behind", TURNS, answered)
    yield Growth("going on with a review, from home to its question", "turns behind", TURNS, opened)


def _measure_at(folder: Path, turns: int) -> tuple[Spread, Spread, Spread]:
    """Measure opening a review with a number of past turns, typing in it, and answering."""
    place = folder / f"turns-{turns}"
    at_turn(workspace_in(place), turns).close()
    opened = in_turns(5, partial(_measure_opening, place))[0]
    with matbot(place) as terminal:
        terminal.painted("Carry on")
        terminal.press("\r", A_QUESTION)
        _, answered, typed, *_ = in_turns(10, *_build_works(terminal))
    return opened, typed, answered


def _measure_opening(place: Path) -> float:
    with matbot(place) as terminal:
        terminal.painted("Carry on")
        return terminal.press("\r", A_QUESTION)
