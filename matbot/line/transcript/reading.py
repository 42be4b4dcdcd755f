"""A document as lines for line mode: numbered parts, and tables row by row with the name of each column."""

from collections.abc import Iterator
from typing import assert_never

from matbot.line.other_views import end_sentence
from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    Quote,
    RatingCell,
    Report,
    Table,
    TableCell,
)
from matbot.report.words import format_count
from matbot.review.unrated import NO_RATING, NO_RATING_MARK, OUTSIDE_MARK, Unrated
from matbot.text import lines, one_line

_MARK_TEXTS = {NO_RATING_MARK: NO_RATING, OUTSIDE_MARK: Unrated.OUTSIDE.lower()}
"""The text for each mark shown in place of a rating."""

_PART_LEVEL = 2
"""The level of the headings that are numbered as parts."""


def read_aloud(report: Report) -> Iterator[str]:
    """Yield the contents of a report, a block at a time."""
    parts = sum(isinstance(block, HeadingBlock) and block.level == _PART_LEVEL for block in report.blocks)
    part = 0
    yield end_sentence(_replace_marks(report.title))
    for block in report.blocks:
        if isinstance(block, HeadingBlock) and block.level == _PART_LEVEL:
            part += 1
            yield f"Part {part} of {parts}: {end_sentence(_replace_marks(block.text))}"
        else:
            yield from filter(None, _format_block(block))


def _format_block(block: Block) -> Iterator[str]:
    match block:
        case HeadingBlock():
            yield f"Heading: {end_sentence(_replace_marks(block.text))}"
        case Paragraph():
            yield _replace_marks(" ".join(filter(None, (run.text for run in block.runs))))
        case Quote():
            yield from lines(block.text)
        case Bullets():
            yield from map(_replace_marks, block.items)
        case KeyValues():
            yield from (
                f"{_replace_marks(name)}: {_replace_marks(value)}"
                for name, value in block.pairs
                if value.strip()
            )
        case Table():
            yield from _format_table(block)
        case Picture():
            yield from _format_table(block.table)
        case Legend():
            scale = (": ".join(filter(None, (level.name, level.meaning))) for level in block.scale)
            yield end_sentence(f"The scale, from the weakest: {_replace_marks('; '.join(scale))}")
        case HeatMap():
            yield from _format_heat_map(block)
        case _:
            assert_never(block)


def _format_table(table: Table) -> Iterator[str]:
    """Yield the caption, then each row: its first cell, and the others each after the name of its column."""
    yield end_sentence(_replace_marks(table.caption))
    levels = {level.letters: level.name for level in table.scale}
    for number, row in enumerate(table.rows, 1):
        first, *rest = (_format_cell(cell, levels) for cell in row)
        texts = [
            end_sentence(f"{_replace_marks(column)}: {words}")
            for column, words in zip(table.columns[1:], rest, strict=True)
            if words
        ]
        yield " ".join((f"{number} of {len(table.rows)}, {end_sentence(first)}", *texts))


def _format_cell(cell: TableCell, levels: dict[str, str]) -> str:
    if isinstance(cell, RatingCell):
        return (
            _MARK_TEXTS.get(cell.words, cell.words)
            or levels.get(cell.letters or "", cell.letters or "")
            or NO_RATING
        )
    return _replace_marks(cell)


def _format_heat_map(block: HeatMap) -> Iterator[str]:
    """Yield each heading with its elements in the review, then how many elements are not in it."""
    for row in block.rows:
        if cells_in_scope := [cell for cell in row.cells if cell.in_scope]:
            texts = (
                f"{cell.code} {cell.name}, {cell.words}{', parked' * cell.parked}" for cell in cells_in_scope
            )
            yield f"{row.name}: {'; '.join(texts)}."
    others = sum(not cell.in_scope for row in block.rows for cell in row.cells)
    if others:
        yield f"{format_count(others, 'element')} {'is' if others == 1 else 'are'} not in this review."


def _replace_marks(text: str) -> str:
    """Replace the separator marks in a document's text, which a screen reader would read out by name."""
    return one_line(text).replace(" · ", "; ").replace(" → ", " to ").replace(" – ", ", ").strip()
