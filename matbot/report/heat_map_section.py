"""Where the trust stands: the heat map with what it shows, and the strengths with their evidence."""

from collections.abc import Iterator

from matbot.report.blocks import Block, HeadingBlock, HeatMap, KeyValues, Quote, paragraph, strong
from matbot.report.words import counted, has_words, rating_in_words, titles
from matbot.review.heat_map import Cell, heat_map
from matbot.review.priorities import strengths
from matbot.review.review import ElementRecord, Review
from matbot.rubric import Rubric


def heat_map_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The heat map, and a line for each colour that says what it shows."""
    rows = heat_map(rubric, review)
    cells = [cell for row in rows for cell in row.cells]
    yield HeadingBlock(2, "Heat map")
    yield HeatMap(rubric.scale, rows)
    yield KeyValues((*_rated(rubric, cells), *_without_rating(rubric, cells)))


def _rated(rubric: Rubric, cells: list[Cell]) -> Iterator[tuple[str, str]]:
    for level in reversed(rubric.scale):
        yield level.name, _elements(rubric, [cell for cell in cells if cell.letters == level.letters])


def _without_rating(rubric: Rubric, cells: list[Cell]) -> Iterator[tuple[str, str]]:
    """The elements without a rating, by the reason; those that nobody meant to review are only counted."""
    groups: dict[str, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: not cell.in_scope):
        if not cell.letters:
            groups.setdefault(cell.words, []).append(cell)
    for words, group in groups.items():
        meant = any(cell.in_scope for cell in group)
        yield words, _elements(rubric, group) if meant else counted(len(group), "element")


def _elements(rubric: Rubric, cells: list[Cell]) -> str:
    count = counted(len(cells), "element")
    return f"{count} ({titles(rubric, [cell.code for cell in cells])})" if cells else count


def strength_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The elements at the strong end of the scale, the strongest first, each with its evidence."""
    yield HeadingBlock(2, "Strengths to build on")
    strong_ones = strengths(rubric, review)
    if not strong_ones:
        yield paragraph(f"No element has a rating at the {rubric.ends.strong_end} of the scale yet.")
    for code in strong_ones:
        yield from _strength(rubric, review.elements[code], rubric.elements[code].title)


def _strength(rubric: Rubric, record: ElementRecord, title: str) -> Iterator[Block]:
    label = strong(f"{title}: {rating_in_words(rubric, record)}.")
    if has_words(record.evidence):
        yield paragraph(label, "The evidence:")
        yield Quote(record.evidence)
    elif has_words(record.rationale):
        yield paragraph(label, "No evidence was noted. Why you chose this rating:")
        yield Quote(record.rationale)
    else:
        yield paragraph(label, "No evidence was noted.")
