"""The documents that matbot writes: their kinds, building them, and writing and opening their files."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from matbot.interview.copy_differences import find_copy_differences
from matbot.report.blocks import Report
from matbot.report.fill_in import FillIn
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind
from matbot.report.left_out import limit_accounts, mention_names_left_out, mention_part
from matbot.report.output import NotWritten, OutputExists, build_comparison_stem, build_stem, write_new
from matbot.review.account_building import build_account, log_up_to
from matbot.review.comparison import Comparison
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.learning_set import LearningSet, without_people
from matbot.review.log import effective_events
from matbot.review.names import log_without_names, names_known, remove_repeats, words_without_names
from matbot.review.privacy import without_private_notes
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import file_stem

OWN, BOARD, LEARNING_SET = "own", "board", "learning-set"

TRANSCRIPT_KINDS = {
    OWN: "everything that was said, private notes too",
    BOARD: "first where you stand and what you propose, then the evidence; no private notes",
    LEARNING_SET: "what you can offer another trust, and what you would like help with",
}
"""The kinds of document made from a review, with a short description of each."""


_GIVES_UP_WITHIN = 5.0
"""Seconds within which the system's opener has failed if it cannot open a file."""


@dataclass(frozen=True)
class Document(Exportable):
    """A report, and the name of its file."""

    report: Report
    stem: str
    """The name of its file without the suffix."""
    kind: DocumentKind = DocumentKind.TRANSCRIPT

    @property
    def filename_stem(self) -> str:
        """The name of its file without the suffix."""
        return self.stem

    def report_in(self, way: FillIn) -> Report:
        """Return the report, which is the same for every way because nothing in it is filled in."""
        return self.report

    @property
    def text(self) -> str:
        """The whole document in Markdown."""
        return self.render("md").decode()


@dataclass(frozen=True)
class TranscriptOptions:
    """Which transcript of a review to build."""

    kind: str = OWN
    codes: Sequence[str] | None = None
    """The elements that it is about; None for all."""
    saved_version: str = ""
    """The name of the saved version to report on; empty for the present state."""
    leave_out: Sequence[str] = ()
    """Names to remove from all texts."""
    keep_names: bool = False
    """Whether to remove these names only; by default, documents for others also omit all known names."""


def find_names_to_leave_out(review: Review, wanted: TranscriptOptions) -> list[str]:
    """The names that a transcript of a review leaves out."""
    is_ours = wanted.kind == OWN or wanted.keep_names
    return remove_repeats([*wanted.leave_out, *([] if is_ours else names_known(review))])


def transcript_of(
    rubric: Rubric,
    log: Sequence[Event],
    written: date,
    wanted: TranscriptOptions = TranscriptOptions(),
    review: Review | None = None,
) -> Document:
    """Build the transcript of a review.

    Args:
        rubric: The framework version in which to read the log.
        log: All events of the review.
        written: The day on which the document is produced.
        wanted: Which transcript to build.
        review: The fold of the log, if the caller has it already; otherwise the log is folded here.

    Raises:
        NoSuchSavedVersion: The review has no saved version of this name; the message is for the user.

    """
    whole = review_of(rubric, log) if review is None else review
    names = find_names_to_leave_out(whole, wanted)
    redacted = _redact_log(
        log_up_to(log, whole.snapshots, wanted.saved_version) if wanted.saved_version else log, names, wanted
    )
    part = rubric if wanted.codes is None else rubric.part(wanted.codes)
    is_whole = redacted is log and part is rubric
    shown = whole if is_whole else review_of(part, redacted)
    wanted = replace(wanted, saved_version=words_without_names(wanted.saved_version, names))
    report = _BUILDERS[wanted.kind](part, redacted, shown, written, wanted)
    if wanted.codes is not None and wanted.kind != LEARNING_SET:
        report = mention_part(report, wanted.codes)
    if names:
        report = mention_names_left_out(report)
    what = "transcript" if wanted.kind == OWN else wanted.kind
    then = [file_stem(wanted.saved_version, "version")] if wanted.saved_version else []
    stem = "-".join([build_stem(shown, what), *then, *(wanted.codes or [])])
    return Document(report, stem.lower())


def _redact_log(log: Sequence[Event], names: Sequence[str], wanted: TranscriptOptions) -> Sequence[Event]:
    """Remove from a log what the readers must not see; the same log if they may see all of it."""
    if names:
        log = log_without_names(log, names)
    return log if wanted.kind == OWN else [without_private_notes(event) for event in log]


def _build_full_record(
    rubric: Rubric, log: Sequence[Event], review: Review, written: date, wanted: TranscriptOptions
) -> Report:
    from matbot.report.transcript import transcript

    differences = find_copy_differences(rubric, log)
    if wanted.codes is not None:
        review = limit_accounts(review, wanted.codes)
        differences = tuple(one for one in differences if one.code in wanted.codes)
    return transcript(rubric, review, written, wanted.saved_version, differences)


def _build_board_paper(
    rubric: Rubric, log: Sequence[Event], review: Review, written: date, wanted: TranscriptOptions
) -> Report:
    from matbot.report.board import board

    return board(rubric, review, written)


def _build_learning_set(
    rubric: Rubric, log: Sequence[Event], review: Review, written: date, wanted: TranscriptOptions
) -> Report:
    from matbot.report.offer import build_offer

    drafts = {row.priority: row.drafted for row in review.priorities}
    account = build_account(rubric, review, effective_events(log)[-1].id)
    return build_offer(rubric, without_people(account, ()), written, drafts)


_BUILDERS = {OWN: _build_full_record, BOARD: _build_board_paper, LEARNING_SET: _build_learning_set}


def comparison_document(comparison: Comparison, written: date) -> Document:
    """Build the document of a comparison: the reviews side by side, and what to discuss first."""
    from matbot.report.comparison import comparison_report

    stem = build_comparison_stem(comparison.sides, "comparison")
    return Document(comparison_report(comparison, written), stem, DocumentKind.COMPARISON)


def learning_set_document(found: LearningSet, written: date) -> Document:
    """Build the document on what trusts can learn from each other."""
    from matbot.report.learning_set import learning_set_report

    stem = build_comparison_stem(found.comparison.sides, "learning-set")
    return Document(learning_set_report(found, written), stem, DocumentKind.LEARNING_SET)


def write(content: bytes, path: Path, overwrite: bool = False) -> Path:
    """Write a document for a command.

    Raises:
        NotWritten: It could not be written, or exists and may not be overwritten; the message is for the
            user.

    """
    try:
        return write_new(path, content, overwrite)
    except OutputExists as error:
        raise NotWritten(
            f"{path} is there already. Say --overwrite to replace it, or --output FILE to name another."
        ) from error


def find_free_path(path: Path) -> Path:
    """Return the first free file name next to `path`: `x-2.md`, `x-3.md` and so on."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def open_with_system(path: Path) -> bool:
    """Open a file in the system's default program, which stays open; return whether there is one.

    Waits a few seconds in case the opener fails; an opener that is still running then is the program itself.
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
