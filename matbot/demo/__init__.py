"""Two sample trusts, whose reviews are made through the real conversation and the real store.

What their people type is in `walks/`, as lines for `matbot ask`; nothing is written by hand. It is imported
by `cli` and `screens`, for the tour; it imports `line`, `services` and below.
"""

import shlex
from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path

from matbot.demo.documents import document_folders
from matbot.demo.index import NAME, index
from matbot.demo.stories import APART, HARROWMERE, NORTHFIELDS, TWICE_APART, WALKS
from matbot.report.words import format_count
from matbot.services.export import write
from matbot.store.errors import AlreadyThere
from matbot.store.workspace import Workspace

__all__ = ["FOLDER", "make_samples", "write_samples"]

FOLDER = "demo"
"""The folder for the sample's documents, in the transcripts of a workspace."""

_TO_TRY = (
    (NORTHFIELDS, "three groups apart, then together, then a year on", ("demotogether", "demonext"), APART),
    (HARROWMERE, "four voices apart, then together", ("demoeveryone",), TWICE_APART),
)
"""For each trust its story in a few words, the reviews to read, and the reviews to compare."""


def make_samples(workspace: Workspace) -> Iterator[str]:
    """Make the samples in a workspace; yield lines of text on what was made and what to try next."""
    folder = workspace.transcripts / FOLDER
    _refuse_twice(workspace, folder)
    made = write_samples(workspace, folder)
    first = next(made)  # before any output, so that an unwritable folder is reported first
    yield f"Two made-up trusts, {NORTHFIELDS} and {HARROWMERE}, are in {workspace.root}"
    yield f"Their {len(WALKS)} reviews are spoken through the conversation, and written up in every format:"
    for place, files in groupby(chain([first], made), lambda path: path.parent):
        number = len(list(files))
        yield (
            f"  {place}: {format_count(number, 'file')}" if place != folder else f"Begin with {folder / NAME}"
        )
    yield "To try next:"
    yield from _format_next_steps(f"  matbot --workspace {shlex.quote(str(workspace.root))}")


def _format_next_steps(again: str) -> Iterator[str]:
    yield again
    yield f"{again} list"
    for trust, story, reviews, apart in _TO_TRY:
        yield f"{trust}, {story}:"
        yield f"{again} compare {' '.join(apart)}"
        yield from (f"{again} show {review}" for review in reviews)


def write_samples(workspace: Workspace, folder: Path, overwrite: bool = False) -> Iterator[Path]:
    """Play the reviews of the sample trusts in a workspace, and write their documents to a folder.

    Yields the path of each file once it is written; the last one is the index page.
    """
    folders = []
    for documents in document_folders(workspace):
        for name, drawn in documents.files():
            yield write(drawn, folder / documents.folder / name, overwrite)
        folders.append(documents)
    yield write(index(folders).encode(), folder / NAME, overwrite)


def _refuse_twice(workspace: Workspace, folder: Path) -> None:
    there = {listed.id for listed in workspace.list_reviews()}
    if folder.exists() or any(one.review in there for one in WALKS):
        raise AlreadyThere(
            f"The demo is in {workspace.root} already. Name another folder: matbot demo --workspace DIR"
        )
