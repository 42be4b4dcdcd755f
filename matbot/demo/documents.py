"""The documents of the sample: one folder for each review, and one for each comparison."""

from collections.abc import Iterator
from dataclasses import dataclass

from matbot.demo.stories import COMPARED, WALKS, SideBySide, Walk
from matbot.demo.walk import walk
from matbot.report.formats.document import Exportable
from matbot.report.formats.registry import list_suffixes
from matbot.report.plan_export import PlanTable
from matbot.report.words import month_in_words
from matbot.review.fold import review_of
from matbot.review.learning_set import learning_set
from matbot.review.local_time import to_local_day
from matbot.services.blank_pack import build_blank_pack
from matbot.services.export import (
    TRANSCRIPT_KINDS,
    TranscriptOptions,
    comparison_document,
    learning_set_document,
    transcript_of,
)
from matbot.services.joint_reviews import load_comparison, load_source
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

SHOWN = ("md", "html", "docx", "csv")
"""The formats in the sample; its index page explains each of them."""


@dataclass(frozen=True)
class SampleDocument:
    """A document of the sample, in each of its formats that the sample shows."""

    stem: str
    """The name of its file in its folder, without the suffix."""
    document: Exportable

    @property
    def forms(self) -> list[str]:
        """The formats in which the sample shows it."""
        return [suffix for suffix in list_suffixes(self.document.kind) if suffix in SHOWN]


@dataclass(frozen=True)
class DocumentFolder:
    """A folder of the sample: its title, a description of what it shows, and its documents."""

    folder: str
    title: str
    shows: str
    sheets: tuple[SampleDocument, ...]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name and content of each of its files."""
        for sheet in self.sheets:
            for form in sheet.forms:
                yield f"{sheet.stem}.{form}", sheet.document.render(form)


def document_folders(workspace: Workspace) -> Iterator[DocumentFolder]:
    """Play the reviews of the sample trusts in order, then compare some of them."""
    for one in WALKS:
        yield _build_walk_folder(workspace, one)
    for some in COMPARED:
        sheet = _learning_set(workspace, some) if some.learning else _comparison(workspace, some)
        yield DocumentFolder(some.folder, some.title, some.shows, (sheet,))


def _build_walk_folder(workspace: Workspace, one: Walk) -> DocumentFolder:
    """Play a group's review, and build every kind of document, its priorities table and its blank pack."""
    with walk(workspace, one) as file:
        sheets = (*_transcripts(file), *_plan(file), *_pack(file, one))
        return DocumentFolder(one.folder, f"{one.group} · {month_in_words(one.first)}", one.shows, sheets)


def _transcripts(file: ReviewFile) -> Iterator[SampleDocument]:
    written, review = to_local_day(file.log[-1].at), file.projection.review
    for kind in TRANSCRIPT_KINDS:
        yield SampleDocument(
            kind, transcript_of(file.rubric, file.log, written, TranscriptOptions(kind), review)
        )


def _plan(file: ReviewFile) -> Iterator[SampleDocument]:
    """The priorities table, if any priorities were chosen."""
    review = review_of(file.rubric, file.log)
    if review.priorities:
        yield SampleDocument("priorities", PlanTable(file.rubric, review))


def _pack(file: ReviewFile, one: Walk) -> Iterator[SampleDocument]:
    """The pack to fill in before they meet, for groups whose review builds on no other."""
    if not (one.groups or one.since):
        codes = one.elements or tuple(file.rubric.elements)
        yield SampleDocument("pack", build_blank_pack(file.rubric, codes, one.group))


def _comparison(workspace: Workspace, one: SideBySide) -> SampleDocument:
    comparison = load_comparison(workspace, one.reviews)
    written = to_local_day(max(side.account.said for side in comparison.sides))
    return SampleDocument("comparison", comparison_document(comparison, written))


def _learning_set(workspace: Workspace, one: SideBySide) -> SampleDocument:
    sources = [load_source(workspace, review) for review in one.reviews]
    found = learning_set(sources[0].rubric, [source.account for source in sources], one.learning)
    written = to_local_day(max(source.account.said for source in sources))
    return SampleDocument("learning-set", learning_set_document(found, written))
