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
from matbot.writing import comparison_name, comparison_text, name_of, transcript_of, write_transcript

__all__ = ["examples", "make", "written_in"]

_TO_TRY = (
    (NORTHFIELDS, "three groups apart, then together, then a year on", ("demotogether", "demonext"), APART),
    (HARROWMERE, "four voices apart, then together", ("demoeveryone",), TWICE_APART),
)
"""A trust, its story in a few words, the reviews to read and those to compare."""


def make(workspace: Workspace) -> Iterator[str]:
    """Walk the sample trusts through their reviews in a workspace; what was made, and what to try next."""
    _refuse_twice(workspace)
    made = [
        write_transcript(text, workspace.transcripts / name, overwrite=False)
        for name, text in examples(workspace)
    ]
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


def examples(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Walk the sample trusts through their reviews in a workspace; each report's name and text."""
    for one in WALKS:
        with walk(workspace, one) as file:
            yield name_of(file), transcript_of(file, file.log[-1].at.date())
    for reviews in COMPARED:
        comparison = comparison_of(workspace, reviews)
        written = max(side.account.said for side in comparison.sides).date()
        yield comparison_name(comparison), comparison_text(comparison, written)


def written_in(folder: Path) -> list[Path]:
    """The reports of the sample trusts in a folder, by their names."""
    stems = [file_stem(trust) for trust in (NORTHFIELDS, HARROWMERE)]
    return sorted(path for stem in stems for path in folder.glob(f"{stem}-*.md"))


def _refuse_twice(workspace: Workspace) -> None:
    there = {listed.id for listed in workspace.listed()}
    if written_in(workspace.transcripts) or any(one.review in there for one in WALKS):
        raise AlreadyThere(
            f"The demo is in {workspace.root} already. Name another folder: matbot demo --workspace DIR"
        )
