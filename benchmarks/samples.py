"""Reviews to measure with: answered at length, as far as wanted, and as many as wanted."""

import os
from collections.abc import Iterator
from pathlib import Path

from matbot.interview import Interview
from matbot.review.events import (
    ElementBegun,
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    QuestionAnswered,
    RationaleGiven,
    ReviewOpened,
    ScopeChosen,
)
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

WORDS = "Clear to most of our schools, and two of them could say what it means for a Tuesday in March. "

_RATINGS = ("R", "AR", "AG", "G")


def workspace_in(folder: Path) -> Workspace:
    """A workspace in a folder of its own, and the state beside it."""
    os.environ["MATBOT_STATE"] = str(folder / "state")
    return Workspace(folder / "workspace")


def begun(workspace: Workspace, id_: str = "bench234", group: str = "Heads") -> ReviewFile:
    """A review of all elements, open, of which nothing is answered."""
    rubric = find()
    opened = ReviewOpened(review=id_, trust="Northfields", group=group, rubric=rubric.id)
    return workspace.create(rubric, opened, ScopeChosen(elements=tuple(rubric.elements)))


def full(workspace: Workspace, id_: str = "bench234", group: str = "Heads", size: int = 0) -> ReviewFile:
    """A review in which everything is answered at length, open; of at least so many bytes."""
    review = begun(workspace, id_, group)
    review.append(*everything(review.rubric))
    while review.path.stat().st_size < size:
        review.append(*everything(review.rubric))
    return review


def many(workspace: Workspace, count: int) -> None:
    """So many full reviews, each of another group. Their seals are the first one's; no list looks at them."""
    with full(workspace, "bench00000", "Group 00000") as first:
        raw, name = first.path.read_bytes(), first.path.name
    for number in range(1, count):
        here = f"{number:05}".encode()
        file = workspace.reviews / name.replace("00000", f"{number:05}")
        file.write_bytes(
            raw.replace(b"bench00000", b"bench" + here).replace(b"Group 00000", b"Group " + here)
        )


def with_notes(workspace: Workspace, notes: int, letters: int) -> ReviewFile:
    """A review with so many notes of so many characters, open."""
    review = begun(workspace, f"notes{notes:04}", f"{notes} notes")
    questions = list(review.rubric.questions)
    review.append(
        *(NoteWritten(question=questions[n % len(questions)], note=_long(n, letters)) for n in range(notes))
    )
    return review


def _long(number: int, letters: int) -> str:
    return f"{number} {WORDS * (letters // len(WORDS) + 1)}"[:letters]


def everything(rubric: Rubric, words: str = WORDS) -> Iterator[Event]:
    """An answer to all that can be asked of one person."""
    for place, element in enumerate(rubric.elements.values()):
        yield ElementBegun(element=element.code)
        for question in element.questions:
            yield QuestionAnswered(question=question.id, leaning="nearer green")
            yield NoteWritten(question=question.id, note=words[:60])
        yield ElementRated(element=element.code, rating=_RATINGS[place % 4])
        yield RationaleGiven(element=element.code, rationale=words * 2)
        yield EvidenceNamed(element=element.code, evidence=words)


def at_turn(workspace: Workspace, turns: int) -> ReviewFile:
    """A review that stands at a question, open, with so many questions and ratings answered before it.

    Where they are more than a walk of the framework has, it was walked before, and gone back to.
    """
    review = begun(workspace, f"turn{turns:04}", f"Turn {turns}")
    whole = list(everything(review.rubric))
    walk = sum(map(_is_turn, whole))
    for _ in range(turns // walk):
        review.append(*whole)
    review.append(*_begin_of(whole, turns % walk))
    if turns >= walk:
        review.append(*Interview(review.rubric, review.log).go_to_place(next(iter(review.rubric.questions))))
    return review


def _begin_of(walk: list[Event], turns: int) -> Iterator[Event]:
    """The first answers of a walk, up to the first question with so many turns behind it."""
    for event in walk:
        if turns <= 0 and isinstance(event, QuestionAnswered):
            return
        turns -= _is_turn(event)
        yield event


def _is_turn(event: Event) -> bool:
    return isinstance(event, QuestionAnswered | ElementRated)
