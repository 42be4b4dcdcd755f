"""A sample trust, spoken through the real conversation into the real store. Nothing of it is hand-made.

What its people say is in `walks/`, as lines that could be typed to `matbot ask`.
"""

import shlex
from collections.abc import Iterator

from matbot.demo.walk import TRUST, WALKS, walk
from matbot.store.errors import AlreadyThere
from matbot.store.workspace import Workspace
from matbot.text import file_stem
from matbot.writing import name_of, transcript_of, write_transcript

__all__ = ["examples", "make"]


def make(workspace: Workspace) -> Iterator[str]:
    """Walk the sample trust through its reviews in a workspace; what was made, and what to try next."""
    _refuse_twice(workspace)
    made = [
        write_transcript(text, workspace.transcripts / name, overwrite=False)
        for name, text in examples(workspace)
    ]
    yield f"A sample trust, {TRUST}, is in {workspace.root}"
    yield f"Its {len(WALKS)} reviews were spoken through the conversation, and their transcripts written:"
    yield from (f"  {path}" for path in made)
    yield "To try next:"
    again = f"matbot --workspace {shlex.quote(str(workspace.root))}"
    yield f"  {again}"
    yield f"  {again} list"
    yield from (f"  {again} show {one.review}" for one in WALKS)


def examples(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Walk the sample trust through its reviews in a workspace; each transcript's name and text."""
    for one in WALKS:
        with walk(workspace, one) as file:
            yield name_of(file), transcript_of(file, file.log[-1].at.date())


def _refuse_twice(workspace: Workspace) -> None:
    there = {listed.id for listed in workspace.listed()}
    transcripts = workspace.transcripts.glob(f"{file_stem(TRUST)}-*")
    if any(one.review in there for one in WALKS) or any(transcripts):
        raise AlreadyThere(
            f"The demo is in {workspace.root} already. Name another folder: matbot demo --workspace DIR"
        )
