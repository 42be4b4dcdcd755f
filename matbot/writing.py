"""The reports that matbot makes, as text, and the files they go to."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from matbot.report.blocks import paragraph, strong
from matbot.report.comparison import comparison_report
from matbot.report.learning_set import learning_set_report
from matbot.report.markdown import to_markdown
from matbot.report.output import AlreadyThere, NotWritten, default_name, name_side_by_side, write_new
from matbot.report.part import part_of
from matbot.report.transcript import transcript
from matbot.review.comparison import Comparison
from matbot.review.giving_account import as_of
from matbot.review.learning_set import LearningSet
from matbot.review.review import review_of
from matbot.store.review_file import ReviewFile
from matbot.text import file_stem, in_words


def transcript_of(
    file: ReviewFile, written: date, codes: Collection[str] | None = None, moment: str = ""
) -> str:
    """The transcript of a review in Markdown; of some of its elements alone, where they are named.

    As it stood at a moment of that name, if one is given; NoSuchMoment, in words, if it has none.
    """
    rubric = file.rubric if codes is None else file.rubric.part(codes)
    log = as_of(file.log, file.rubric, moment) if moment else file.log
    review = review_of(rubric, log)
    if codes is None:
        return to_markdown(transcript(rubric, review, written, moment))
    report = transcript(rubric, part_of(review, codes), written, moment)
    only = paragraph(strong("A part of the review:"), f"{in_words(list(codes))} alone.")
    return to_markdown(replace(report, blocks=(only, *report.blocks)))


def comparison_text(comparison: Comparison, written: date) -> str:
    """A comparison in Markdown: who stands side by side, and what to talk about first."""
    return to_markdown(comparison_report(comparison, written))


def learning_set_text(found: LearningSet, written: date) -> str:
    """What two trusts can learn from each other, in Markdown."""
    return to_markdown(learning_set_report(found, written))


def write_transcript(text: str, path: Path, overwrite: bool = False) -> Path:
    """Write a transcript; NotWritten, in words, if it cannot be, or if the file is there already."""
    try:
        return write_new(path, text, overwrite)
    except AlreadyThere as error:
        raise NotWritten(
            f"{path} is there already. Say --overwrite to replace it, or --output FILE to name another."
        ) from error


def name_of(file: ReviewFile, codes: Collection[str] | None = None, moment: str = "") -> str:
    """What a transcript's file is called unless it is named; its elements and its moment are in it."""
    log = as_of(file.log, file.rubric, moment) if moment else file.log
    whole = default_name(review_of(file.rubric, log)).removesuffix(".md")
    then = [file_stem(moment, "moment")] if moment else []
    return "-".join([whole, *then, *(codes or [])]).lower() + ".md"


def comparison_name(comparison: Comparison) -> str:
    """What a comparison's file is called unless it is named."""
    return name_side_by_side(comparison.sides, "comparison")


def learning_set_name(found: LearningSet) -> str:
    """What a learning set's file is called unless it is named."""
    return name_side_by_side(found.comparison.sides, "learning-set")
