"""From a key to the painted screen, in the conversation: early and late in it, beside an app of one label."""

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
"""Turns behind at turn 5; and at the last question, as the last of 90 turns is a rating."""

TURNS = (1, 30, 88, 300)

KEYS = {
    "the mark to the next choice": "\x1b[C",
    "an answer to a question": "3",
    "a letter of a note": "a",
    "a note sent": "\r",
}
"""What is pressed at a question, one after another."""

UNDO = "\x1b[19~"

ANSWERS = ("an answer to a question", "a note sent")
A_NEW_TURN = (
    "it is saved, and all the screen is another: Textual takes most of that for laying out and painting"
)
A_QUESTION = "Where is your trust"


def results(folder: Path) -> Iterator[Result]:
    """Keys that change a line, answers that change all of it, and how both grow with the turns behind."""
    with ExitStack() as stack:
        label, page = (stack.enter_context(app(folder)) for app in (one_label, one_page))
        label.painted("Ready 0")
        page.painted("0 39")
        early, late = (
            stack.enter_context(conversation(folder / f"turn-{turns}", turns)) for turns in (EARLY, LATE)
        )
        works = [partial(one.press, "x") for one in (label, page)]
        one, another, *taken = in_turns(ROUNDS, *works, *_pressed(early), *_pressed(late))
    yield from _budgets(one, another, taken[: len(KEYS)], taken[len(KEYS) + 1 : -1])
    yield from _growth(folder)


def conversation(folder: Path, turns: int) -> Terminal:
    """A terminal in which the conversation stands at a question, with so many turns behind it."""
    at_turn(workspace_in(folder), turns).close()
    terminal = matbot(folder)
    terminal.painted("Carry on")
    terminal.press("\r", A_QUESTION)
    return terminal


def _pressed(terminal: Terminal) -> list[Work]:
    """Each key in turn, and last what takes the answer back, so that the question stands there again."""

    def undone() -> None:
        terminal.press(UNDO)
        terminal.press(UNDO, A_QUESTION)

    return [*(partial(terminal.press, key) for key in KEYS.values()), undone]


def _budgets(
    label: Spread, page: Spread, early: Sequence[Spread], late: Sequence[Spread]
) -> Iterator[Budget]:
    for (what, first), last in zip(zip(KEYS, early, strict=True), late, strict=True):
        why = A_NEW_TURN if what in ANSWERS else ""
        yield Budget(f"{what}, turn 5", first, "a key in a one-label app", label, 2, why)
        yield Budget(f"{what}, turn 90", last, "a key in a one-label app", label, 2, why)
        yield Budget(f"{what}, turn 90", last, "the same at turn 5", first, 1.2)
        if why:
            yield Budget(f"{what}, turn 5", first, "a key in an app that shows another page", page, None)


def _growth(folder: Path) -> Iterator[Growth]:
    opened, typed, answered = zip(*(_at(folder, turns) for turns in TURNS), strict=True)
    yield Growth("a letter of a note", "turns behind", TURNS, typed)
    yield Growth("an answer to a question", "turns behind", TURNS, answered)
    yield Growth("going on with a review, from home to its question", "turns behind", TURNS, opened)


def _at(folder: Path, turns: int) -> tuple[Spread, Spread, Spread]:
    """What it takes to open a review with so many turns behind, to type in it and to answer."""
    place = folder / f"turns-{turns}"
    at_turn(workspace_in(place), turns).close()
    opened = in_turns(5, partial(_opened, place))[0]
    with matbot(place) as terminal:
        terminal.painted("Carry on")
        terminal.press("\r", A_QUESTION)
        _, answered, typed, *_ = in_turns(10, *_pressed(terminal))
    return opened, typed, answered


def _opened(place: Path) -> float:
    with matbot(place) as terminal:
        terminal.painted("Carry on")
        return terminal.press("\r", A_QUESTION)
