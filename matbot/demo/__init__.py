"""Two sample trusts, spoken through the real conversation into the real store. Nothing of it is hand-made.

What their people say is in `walks/`, as lines that could be typed to `matbot ask`.
"""

import shlex
from collections.abc import Iterator
from pathlib import Path

from matbot.demo.stories import APART, COMPARED, HARROWMERE, NORTHFIELDS, TWICE_APART, WALKS
from matbot.demo.walk import walk
from matbot.gathering import comparison_of
from matbot.store.errors import AlreadyThere
from matbot.store.workspace import Workspace
from matbot.text import file_stem
from matbot.writing import (
    EDITIONS,
    FORMATS,
    OWN,
    Document,
    Wanted,
    comparison_document,
    form_of,
    transcript_of,
    write,
)

__all__ = ["examples", "make", "written_in"]

IN_FULL = ("demoheads", "demonext")
"""The reviews that are written in every edition and every format; all else is Markdown alone."""

_TO_TRY = (
    (NORTHFIELDS, "three groups apart, then together, then a year on", ("demotogether", "demonext"), APART),
    (HARROWMERE, "four voices apart, then together", ("demoeveryone",), TWICE_APART),
)
"""A trust, its story in a few words, the reviews to read and those to compare."""


def make(workspace: Workspace) -> Iterator[str]:
    """Walk the sample trusts through their reviews in a workspace; what was made, and what to try next."""
    _refuse_twice(workspace)
    made = [write(drawn, workspace.transcripts / name) for name, drawn in examples(workspace)]
    yield f"Two made-up trusts, {NORTHFIELDS} and {HARROWMERE}, are in {workspace.root}"
    yield f"Their {len(WALKS)} reviews were spoken through the conversation, and what came of them written:"
    yield from (f"  {path}" for path in made)
    yield "To try next:"
    yield from _to_try(f"  matbot --workspace {shlex.quote(str(workspace.root))}")


def _to_try(again: str) -> Iterator[str]:
    yield again
    yield f"{again} list"
    for trust, story, reviews, apart in _TO_TRY:
        yield f"{trust}, {story}:"
        yield f"{again} compare {' '.join(apart)}"
        yield from (f"{again} show {review}" for review in reviews)


def examples(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Walk the sample trusts through their reviews in a workspace; each report's name and what is in it."""
    for document, forms in _documents(workspace):
        for form in forms:
            yield document.name(form), document.drawn(form)


def _documents(workspace: Workspace) -> Iterator[tuple[Document, tuple[str, ...]]]:
    """Every report, and the formats that it is written in."""
    for one in WALKS:
        with walk(workspace, one) as file:
            written = file.log[-1].at.date()
            in_full = one.review in IN_FULL
            for edition in EDITIONS if in_full else (OWN,):
                document = transcript_of(file.rubric, file.log, written, Wanted(edition))
                yield document, tuple(FORMATS) if in_full else ("md",)
    for reviews in COMPARED:
        comparison = comparison_of(workspace, reviews)
        written = max(side.account.said for side in comparison.sides).date()
        yield comparison_document(comparison, written), tuple(FORMATS)


def written_in(folder: Path) -> list[Path]:
    """The reports of the sample trusts in a folder, by their names."""
    stems = [file_stem(trust) for trust in (NORTHFIELDS, HARROWMERE)]
    return sorted(path for stem in stems for path in folder.glob(f"{stem}-*") if form_of(path))


def _refuse_twice(workspace: Workspace) -> None:
    there = {listed.id for listed in workspace.listed()}
    if written_in(workspace.transcripts) or any(one.review in there for one in WALKS):
        raise AlreadyThere(
            f"The demo is in {workspace.root} already. Name another folder: matbot demo --workspace DIR"
        )
