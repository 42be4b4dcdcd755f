"""The transcript of an open review: its text, and the file it goes to."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from matbot.report.blocks import paragraph, strong
from matbot.report.markdown import to_markdown
from matbot.report.output import AlreadyThere, NotWritten, default_name, write_new
from matbot.report.transcript import transcript
from matbot.review.review import Review, review_of
from matbot.store.review_file import ReviewFile
from matbot.text import in_words


def transcript_of(file: ReviewFile, written: date, codes: Collection[str] | None = None) -> str:
    """The transcript of a review in Markdown; of some of its elements alone, where they are named."""
    rubric = file.rubric if codes is None else file.rubric.part(codes)
    report = transcript(rubric, review_of(rubric, file.log), written)
    if codes is None:
        return to_markdown(report)
    only = paragraph(strong("A part of the review:"), f"{in_words(list(codes))} alone.")
    return to_markdown(replace(report, blocks=(only, *report.blocks)))


def write_transcript(text: str, path: Path, overwrite: bool = False) -> Path:
    """Write a transcript; NotWritten, in words, if it cannot be, or if the file is there already."""
    try:
        return write_new(path, text, overwrite)
    except AlreadyThere as error:
        raise NotWritten(
            f"{path} is there already. Say --overwrite to replace it, or --output FILE to name another."
        ) from error


def name_of(file: ReviewFile, codes: Collection[str] | None = None) -> str:
    """What a transcript's file is called unless it is named; the elements are in it where it is a part."""
    whole = default_name(_review(file))
    if codes is None:
        return whole
    return whole.removesuffix(".md") + f"-{'-'.join(codes).lower()}.md"


def _review(file: ReviewFile) -> Review:
    return review_of(file.rubric, file.log)
