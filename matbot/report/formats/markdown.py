"""A report as GitHub-flavoured Markdown, in which what people typed stands as typed and does nothing."""

import re
from collections.abc import Sequence
from typing import assert_never

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
    Run,
    Table,
    TableCell,
)
from matbot.report.columns import filled, width
from matbot.report.squares import WITHOUT_RATING, legend, no_rating, square, squares_of
from matbot.report.words import on_one_line
from matbot.review.heat_map import Cell
from matbot.rubric import Level
from matbot.text import lines

_ALIGNED = 48
"""A table with no wider column has its columns filled up with spaces, for whoever reads the Markdown raw."""

_SPECIAL = re.compile(
    r"""
      [\\`*_\[<|~$]             # emphasis, code, links, HTML, cells, struck-out words, formulas
    | &(?=\#?[A-Za-z0-9]+;)     # a character reference; "R&D" is none
    | :(?=//) | (?<=www)\.      # what GitHub makes a link of by itself, our backslashes in it
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLOCK_START = re.compile(r"^(?=[#+\-=:>])|^\d+(?=[.)])")
"""What would make a heading, a list, a quotation or a rule of the line it begins."""

_FINAL_HASH = re.compile("#$")
"""What would count as the end of a heading, and vanish."""

_ESCAPE = r"\\\g<0>"


def to_markdown(report: Report) -> str:
    """The report as Markdown: one blank line between blocks, a newline at the end."""
    blocks = [HeadingBlock(1, report.title), *report.blocks]
    return "\n\n".join(written for block in blocks if (written := _block(block))) + "\n"


def escaped(text: str) -> str:
    """One line of plain text as Markdown that shows just that, wherever in a line it stands."""
    return _SPECIAL.sub(_ESCAPE, text)


def _block(block: Block) -> str:
    match block:
        case HeadingBlock():
            return f"{'#' * block.level} {_FINAL_HASH.sub(_ESCAPE, _inline(block.text))}".rstrip()
        case Paragraph():
            return _begun(_runs(block.runs))
        case Quote():
            return "\n>\n".join(f"> {_begun(escaped(line))}" for line in lines(block.text))
        case Bullets():
            return "\n".join(f"- {_begun(_inline(item))}".rstrip() for item in block.items)
        case KeyValues():
            return "\n".join(
                f"- **{_inline(name)}:** {_inline(value)}".rstrip() for name, value in block.pairs
            )
        case Table():
            return _captioned(block)
        case Legend():
            return _inline(legend(block.scale))
        case Picture():
            return _captioned(block.table)
        case HeatMap():
            return _heat_map(block)
    assert_never(block)


def _runs(runs: Sequence[Run]) -> str:
    """The runs of a paragraph, a space between them; those without words are left out."""
    written = [(_inline(run.text), run.strong) for run in runs]
    return " ".join(f"**{words}**" if bold else words for words, bold in written if words)


def _inline(text: str) -> str:
    """A text of any number of lines as one line of Markdown."""
    return escaped(on_one_line(text))


def _begun(written: str) -> str:
    """A line of Markdown where it begins a block."""
    return _BLOCK_START.sub(r"\g<0>\\", written)


def _captioned(table: Table) -> str:
    rows = [[_cell(cell, table.scale) for cell in row] for row in table.rows]
    return f"{_begun(_inline(table.caption))}\n\n{_table(table.columns, rows)}"


def _cell(cell: TableCell, scale: Sequence[Level]) -> str:
    """What stands in a cell, a rating with its square."""
    return square(scale, cell) if isinstance(cell, RatingCell) else cell


def _heat_map(block: HeatMap) -> str:
    squares = squares_of(block.scale)
    rows = [
        ("" if place else f"{row.number} {row.name}", f"{cell.code} {cell.name}", _cell_words(cell, squares))
        for row in block.rows
        for place, cell in enumerate(row.cells)
    ]
    return f"{_table(('Heading', 'Element', 'Rating'), rows)}\n\n{_legend(block.scale)}"


def _cell_words(cell: Cell, squares: dict[str, str]) -> str:
    """Where an element stands: the square, the letters and the words."""
    words = f"{squares[cell.letters]} {cell.letters} {cell.words}" if cell.letters else ""
    parked = ", parked" if cell.parked else ""
    return (words or f"{WITHOUT_RATING} {cell.words}") + parked


def _legend(scale: Sequence[Level]) -> str:
    squares = squares_of(scale)
    levels = [
        f"{squares[level.letters]} {level.letters} {level.name}"
        + (f" ({level.meaning})" if level.meaning else "")
        for level in scale
    ]
    return _inline(" · ".join([*levels, f"{WITHOUT_RATING} {no_rating(scale)}"]))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table, filled up with spaces where that helps to read it raw."""
    cells = [[_inline(cell) for cell in row] for row in [columns, *rows]]
    widths = _widths(cells)
    written = ["| " + " | ".join(map(filled, row, widths)) + " |" for row in cells]
    rule = "| " + " | ".join("-" * max(3, room) for room in widths) + " |"
    return "\n".join([written[0], rule, *written[1:]])


def _widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """The width to fill each column up to; 0 in a table too wide for it to help."""
    widest = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return widest if max(widest) <= _ALIGNED else [0] * len(widest)
