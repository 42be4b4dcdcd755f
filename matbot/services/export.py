"""The documents that matbot writes: which there are, in which formats, and the files they go to."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from matbot.report.blocks import Report, paragraph, strong
from matbot.report.fill_in import FillIn
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind
from matbot.report.output import NotWritten, OutputExists, stem_of, stem_side_by_side, write_new
from matbot.review.account_building import account_of, as_of
from matbot.review.comparison import Comparison
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.learning_set import LearningSet, without_people
from matbot.review.names import A_NAME, names_known, names_left_out, unlike, words_without_names
from matbot.review.privacy import without_private_notes
from matbot.rubric import Rubric
from matbot.text import file_stem, in_words

OWN, BOARD, LEARNING_SET = "own", "board", "learning-set"

TRANSCRIPT_KINDS = {
    OWN: "everything that was said, private notes too",
    BOARD: "first where you stand and what you propose, then the evidence; no private notes",
    LEARNING_SET: "what you can offer another trust, and what you would like help with",
}
"""The editions of a transcript, and what each is, in a few words."""


_GIVES_UP_WITHIN = 5.0
"""Seconds in which a system's opener that opens nothing has said so."""


@dataclass(frozen=True)
class Document(Exportable):
    """A report, and what its file is called."""

    report: Report
    stem: str
    """The name of its file without its ending."""
    kind: DocumentKind = DocumentKind.TRANSCRIPT

    @property
    def filename_stem(self) -> str:
        """The name of its file without its ending."""
        return self.stem

    def report_in(self, way: FillIn) -> Report:
        """The report: nothing in it is filled in."""
        return self.report

    @property
    def text(self) -> str:
        """All of it in Markdown."""
        return self.drawn("md").decode()


@dataclass(frozen=True)
class TranscriptOptions:
    """Which transcript of a review is wanted."""

    kind: str = OWN
    codes: Sequence[str] | None = None
    """The elements it is about; None for all."""
    saved_version: str = ""
    """The name of the moment whose state it tells; empty for now."""
    leave_out: Sequence[str] = ()
    """Names that are left out of everybody's words."""
    keep_names: bool = False
    """Whether these alone are left out; else, of what others read, those that matbot knows too."""


def names_out(rubric: Rubric, log: Sequence[Event], wanted: TranscriptOptions) -> list[str]:
    """The names that a transcript is without."""
    is_ours = wanted.kind == OWN or wanted.keep_names
    return unlike([*wanted.leave_out, *([] if is_ours else names_known(review_of(rubric, log)))])


def transcript_of(
    rubric: Rubric, log: Sequence[Event], written: date, wanted: TranscriptOptions = TranscriptOptions()
) -> Document:
    """The transcript of a review; NoSuchSavedVersion, in words, if it has no moment of that name."""
    names = names_out(rubric, log, wanted)
    log = as_of(log, rubric, wanted.saved_version) if wanted.saved_version else log
    log = names_left_out(log, names)
    if wanted.kind != OWN:
        log = [without_private_notes(event) for event in log]
    wanted = replace(wanted, saved_version=words_without_names(wanted.saved_version, names))
    part = rubric if wanted.codes is None else rubric.part(wanted.codes)
    report = _BUILDERS[wanted.kind](part, log, written, wanted)
    if wanted.codes is not None and wanted.kind != LEARNING_SET:
        only = paragraph(strong("A part of the review:"), f"{in_words(list(wanted.codes))} alone.")
        report = replace(report, blocks=(only, *report.blocks))
    if names and A_NAME in repr(report.blocks):
        without = paragraph(strong("Names of people"), f"are left out: {A_NAME} stands in their place.")
        report = replace(report, blocks=(without, *report.blocks))
    what = "transcript" if wanted.kind == OWN else wanted.kind
    then = [file_stem(wanted.saved_version, "moment")] if wanted.saved_version else []
    stem = "-".join([stem_of(review_of(rubric, log), what), *then, *(wanted.codes or [])])
    return Document(report, stem.lower())


def _own(rubric: Rubric, log: Sequence[Event], written: date, wanted: TranscriptOptions) -> Report:
    from matbot.report.part import part_of
    from matbot.report.transcript import transcript

    review = review_of(rubric, log)
    if wanted.codes is not None:
        review = part_of(review, wanted.codes)
    return transcript(rubric, review, written, wanted.saved_version)


def _board(rubric: Rubric, log: Sequence[Event], written: date, wanted: TranscriptOptions) -> Report:
    from matbot.report.board import board

    return board(rubric, review_of(rubric, log), written)


def _learning_set(rubric: Rubric, log: Sequence[Event], written: date, wanted: TranscriptOptions) -> Report:
    from matbot.report.offer import offer

    rows = review_of(rubric, log).priorities
    drafts = {row.priority: row.drafted for row in rows}
    return offer(rubric, without_people(account_of(rubric, log), ()), written, drafts)


_BUILDERS = {OWN: _own, BOARD: _board, LEARNING_SET: _learning_set}


def comparison_document(comparison: Comparison, written: date) -> Document:
    """A comparison: who stands side by side, and what to talk about first."""
    from matbot.report.comparison import comparison_report

    stem = stem_side_by_side(comparison.sides, "comparison")
    return Document(comparison_report(comparison, written), stem, DocumentKind.COMPARISON)


def learning_set_document(found: LearningSet, written: date) -> Document:
    """What trusts can learn from each other."""
    from matbot.report.learning_set import learning_set_report

    stem = stem_side_by_side(found.comparison.sides, "learning-set")
    return Document(learning_set_report(found, written), stem, DocumentKind.LEARNING_SET)


def write(content: bytes, path: Path, overwrite: bool = False) -> Path:
    """Write a document from a command; NotWritten, in words, if it cannot be, or is there already."""
    try:
        return write_new(path, content, overwrite)
    except OutputExists as error:
        raise NotWritten(
            f"{path} is there already. Say --overwrite to replace it, or --output FILE to name another."
        ) from error


def beside(path: Path) -> Path:
    """The first name beside a file that nothing has yet: `…-2.md`, `…-3.md` and so on."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def open_with_system(path: Path) -> bool:
    """Whether the system has a program that opens a file; what it opens draws nothing here, and stays open.

    Waits a few seconds for an opener that gives up; one that is still there is the program itself.
    """
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return True
        command = ["open" if sys.platform == "darwin" else "xdg-open", str(path)]
        none = subprocess.DEVNULL
        opener = subprocess.Popen(command, stdin=none, stdout=none, stderr=none, start_new_session=True)
        return opener.wait(timeout=_GIVES_UP_WITHIN) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
