"""The documents that matbot writes: which there are, in which formats, and the files they go to."""

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
"""The kinds of document made of a review, and what each is, in a few words."""


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
        return self.render("md").decode()


@dataclass(frozen=True)
class TranscriptOptions:
    """Which transcript of a review is wanted."""

    kind: str = OWN
    codes: Sequence[str] | None = None
    """The elements it is about; None for all."""
    saved_version: str = ""
    """The name of the saved version that it tells of; empty for now."""
    leave_out: Sequence[str] = ()
    """Names that are left out of everybody's words."""
    keep_names: bool = False
    """Whether these alone are left out; else, of what others read, those that matbot knows too."""


def find_names_to_leave_out(review: Review, wanted: TranscriptOptions) -> list[str]:
    """The names that a transcript of a review is without."""
    is_ours = wanted.kind == OWN or wanted.keep_names
    return remove_repeats([*wanted.leave_out, *([] if is_ours else names_known(review))])


def transcript_of(
    rubric: Rubric,
    log: Sequence[Event],
    written: date,
    wanted: TranscriptOptions = TranscriptOptions(),
    review: Review | None = None,
) -> Document:
    """The transcript of a review.

    Args:
        rubric: The framework version that the log reads in.
        log: All of its events.
        written: The date that it is produced on.
        wanted: Which transcript it is to be.
        review: What the log comes to, where that is known already; else it is folded here.

    Raises:
        NoSuchSavedVersion: In words, if the review has no saved version of the name that is wanted.

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
    """A log without what its readers are not to see; itself where they may see all of it."""
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
    """A comparison: who stands side by side, and what to talk about first."""
    from matbot.report.comparison import comparison_report

    stem = build_comparison_stem(comparison.sides, "comparison")
    return Document(comparison_report(comparison, written), stem, DocumentKind.COMPARISON)


def learning_set_document(found: LearningSet, written: date) -> Document:
    """What trusts can learn from each other."""
    from matbot.report.learning_set import learning_set_report

    stem = build_comparison_stem(found.comparison.sides, "learning-set")
    return Document(learning_set_report(found, written), stem, DocumentKind.LEARNING_SET)


def write(content: bytes, path: Path, overwrite: bool = False) -> Path:
    """Write a document from a command; NotWritten, in words, if it cannot be, or is there already."""
    try:
        return write_new(path, content, overwrite)
    except OutputExists as error:
        raise NotWritten(
            f"{path} is there already. Say --overwrite to replace it, or --output FILE to name another."
        ) from error


def find_free_path(path: Path) -> Path:
    """The first name beside a file that nothing has yet: `…-2.md`, `…-3.md` and so on."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def open_with_system(path: Path) -> bool:
    """Open a file with the system's own program, which stays open; whether there is one.

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
