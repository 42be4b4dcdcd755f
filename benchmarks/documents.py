"""Writing the transcript of a full review in each format, and of reviews with long notes."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.measuring import Spread, in_turns
from benchmarks.results import Growth, Limit, Result
from benchmarks.samples import full, with_notes, workspace_in
from benchmarks.save import LONGEST, NOTES, SIZE
from matbot.services.export import transcript_of
from matbot.store.review_file import ReviewFile

WRITTEN = date(2026, 11, 1)


def results(folder: Path) -> Iterator[Result]:
    """Measure Markdown and HTML together, then Word, then the growth with the number of long notes."""
    with full(workspace_in(folder / "documents"), size=SIZE) as review:
        pages, word = in_turns(15, partial(written, review, "md", "html"), partial(written, review, "docx"))
    yield Limit("full transcript, Markdown and HTML", pages, 0.05)
    yield Limit("full transcript, Word", word, 0.5)
    lengths = [_measure_notes(folder / f"transcript-{notes}", notes) for notes in NOTES]
    yield Growth("transcript, Markdown and HTML", f"notes of {LONGEST:,} characters", NOTES, lengths)


def written(review: ReviewFile, *forms: str) -> None:
    """Render the log to the bytes of a file, for each format."""
    for form in forms:
        transcript_of(review.rubric, review.log, WRITTEN).render(form)


def _measure_notes(folder: Path, notes: int) -> Spread:
    with with_notes(workspace_in(folder), notes, LONGEST) as review:
        return in_turns(5, partial(written, review, "md", "html"))[0]
