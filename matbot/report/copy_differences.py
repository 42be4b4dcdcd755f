"""Answers that differ between merged copies of a review, as blocks for the group whose review it is."""

from collections.abc import Iterator, Sequence

from matbot.interview.copy_differences import CopyDifference
from matbot.report.blocks import Block, HeadingBlock, Quote, paragraph
from matbot.report.words import moment_in_words

TITLE = "Where copies of this review differ"
"""The heading of the section."""


def copy_difference_blocks(differences: Sequence[CopyDifference]) -> Iterator[Block]:
    """Blocks with each answer that differs, in every copy's version; nothing if the copies agree."""
    if not differences:
        return
    yield HeadingBlock(2, TITLE)
    yield paragraph(
        "Copies of this review were merged, and they answer these things differently. The answer that counts "
        "stands in the rest of this record; the other copy's is kept here until you settle it."
    )
    for one in differences:
        yield HeadingBlock(3, one.name)
        for answer in one.answers:
            which = "Counts" if answer is one.counts else "In another copy"
            yield paragraph(f"{which}, said on {moment_in_words(answer.at)}:")
            yield Quote(answer.words)


def differing_in(differences: Sequence[CopyDifference], code: str) -> str:
    """One line that lists what the copies answer differently about an element; empty if they agree."""
    names = [one.name.removeprefix(code).lstrip(" ,") for one in differences if one.code == code]
    return f"{'; '.join(names)}. See “{TITLE}”." if names else ""
