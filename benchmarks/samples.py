"""Sample reviews for benchmarks, with any number of answers, notes and reviews."""

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
    """Return a workspace in a folder, and set the state folder to one next to it."""
    os.environ["MATBOT_STATE"] = str(folder / "state")
    return Workspace(folder / "workspace")


def begun(workspace: Workspace, id_: str = "bench234", group: str = "Heads") -> ReviewFile:
    """Create a review of all elements without answers; return the open file."""
    rubric = find()
    opened = ReviewOpened(review=id_, trust="Northfields", group=group, rubric=rubric.id)
    return workspace.create(rubric, opened, ScopeChosen(elements=tuple(rubric.elements)))


def full(workspace: Workspace, id_: str = "bench234", group: str = "Heads", size: int = 0) -> ReviewFile:
    """Create a review with long answers to everything, of at least `size` bytes; return the open file."""
    review = begun(workspace, id_, group)
    review.append(*everything(review.rubric))
    while review.path.stat().st_size < size:
        review.append(*everything(review.rubric))
    return review


def many(workspace: Workspace, count: int) -> None:
    """Create full reviews, each of another group.

    All have the checksum of the first one, which listing reviews does not check.
    """
    with full(workspace, "bench00000", "Group 00000") as first:
        raw, name = first.path.read_bytes(), first.path.name
    for number in range(1, count):
        here = f"{number:05}".encode()
        file = workspace.reviews / name.replace("00000", f"{number:05}")
        file.write_bytes(
            raw.replace(b"bench00000", b"bench" + here).replace(b"Group 00000", b"Group " + here)
        )


def with_notes(workspace: Workspace, notes: int, letters: int) -> ReviewFile:
    """Create a review with a number of notes of `letters` characters each; return the open file."""
    review = begun(workspace, f"notes{notes:04}", f"{notes} notes")
    questions = list(review.rubric.questions)
    review.append(
        *(
            NoteWritten(question=questions[n % len(questions)], note=_build_note(n, letters))
            for n in range(notes)
        )
    )
    return review


def _build_note(number: int, letters: int) -> str:
    return f"{number} {WORDS * (letters // len(WORDS) + 1)}"[:letters]


def everything(rubric: Rubric, words: str = WORDS) -> Iterator[Event]:
    """Yield an answer to everything that one person can be asked."""
    for place, element in enumerate(rubric.elements.values()):
        yield ElementBegun(element=element.code)
        for question in element.questions:
            yield QuestionAnswered(question=question.id, leaning="nearer green")
            yield NoteWritten(question=question.id, note=words[:60])
        yield ElementRated(element=element.code, rating=_RATINGS[place % 4])
        yield RationaleGiven(element=element.code, rationale=words * 2)
        yield EvidenceNamed(element=element.code, evidence=words)


def at_turn(workspace: Workspace, turns: int) -> ReviewFile:
    """Create a review at a question, with `turns` questions and ratings answered before it.

    If the framework has fewer, it is answered several times over, going back to its beginning each time.

    Returns:
        The open file.

    """
    review = begun(workspace, f"turn{turns:04}", f"Turn {turns}")
    whole = list(everything(review.rubric))
    walk = sum(map(_is_turn, whole))
    for _ in range(turns // walk):
        review.append(*whole)
    review.append(*_list_beginning(whole, turns % walk))
    if turns >= walk:
        review.append(*Interview(review.rubric, review.log).go_to_place(next(iter(review.rubric.questions))))
    return review


def _list_beginning(walk: list[Event], turns: int) -> Iterator[Event]:
    """Yield the first answers of a walk, up to the first question with `turns` turns before it."""
    for event in walk:
        if turns <= 0 and isinstance(event, QuestionAnswered):
            return
        turns -= _is_turn(event)
        yield event


def _is_turn(event: Event) -> bool:
    return isinstance(event, QuestionAnswered | ElementRated)
