"""Writes a report as GitHub-flavoured Markdown, in which text appears exactly as people typed it."""

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
    Table,
    write_runs,
)
from matbot.report.columns import pad, width
from matbot.report.squares import WITHOUT_RATING, assign_squares, format_square, legend, no_rating
from matbot.report.words import on_one_line
from matbot.review.heat_map import Cell
from matbot.rubric import Level
from matbot.text import lines

_ALIGNED = 48
"""Tables without a wider column are padded with spaces, for people who read the Markdown source."""

_BACKSLASHED = frozenset("\\`*_[()#+-.!")
"""Characters that every parser lets a backslash escape; others need a character reference."""

_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
"""Characters whose references have a name that every parser knows; others use a number."""

_SPECIAL = re.compile(
    r"""
      [\\`*_\[<{|~$^]              # emphasis, code, links, HTML, attributes, cells, strikethrough, formulas
    | &(?=\#?[a-z0-9]+;)           # a character reference; "R&D" is none
    | =(?==) | (?<==)=             # highlighted text
    | \+(?=\+) | (?<=\+)\+         # inserted text
    | :(?=//) | (?<=www)\.         # what GitHub turns into a link
    | :(?=[a-z0-9_+-]+:)           # an emoji code, such as :smile:
    | (?<![a-z0-9])@(?=[a-z0-9])   # a mention of a user
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLOCK_START = re.compile(
    r"""
      ^[#+\-=:>%]                                 # a heading, a list, a rule, a quotation, a comment
    | ^[!?/](?=[!?/]{2})                          # an admonition
    | ^\((?=(?:\d+ | [a-z] | [ivxlcdm]+ | @)\))    # a list with numbers in brackets
    | ^(?:\d+ | [a-z] | [ivxlcdm]+)[.)](?=\s|$)    # a list with numbers or letters
    | ^table:                                     # the caption of a table
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What would make the line that it begins a heading, list, quotation, comment or rule."""

_HEADING_END = re.compile(r"#$|\\\\$")
"""What would be dropped as the closing of a heading, or keep some parsers from seeing a heading."""


def to_markdown(report: Report) -> str:
    """Render the report as Markdown: one blank line between blocks, and a newline at the end."""
    blocks = [HeadingBlock(1, report.title), *report.blocks]
    return "\n\n".join(written for block in blocks if (written := _block(block))) + "\n"


def escaped(text: str) -> str:
    """Escape one line of plain text, so that Markdown shows it as typed anywhere within a line."""
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    """Escape the last character of a match with a backslash or a character reference."""
    before, sign = found.group()[:-1], found.group()[-1]
    if sign in _BACKSLASHED:
        return f"{before}\\{sign}"
    return before + _NAMED.get(sign, f"&#{ord(sign)};")


def _heading_end(found: re.Match[str]) -> str:
    return f"&#{ord(found.group()[-1])};"


def _block(block: Block) -> str:
    match block:
        case HeadingBlock():
            return f"{'#' * block.level} {_HEADING_END.sub(_heading_end, _inline(block.text))}".rstrip()
        case Paragraph():
            runs = write_runs(block.runs, _inline)
            return _escape_block_start(" ".join(f"**{words}**" if bold else words for words, bold in runs))
        case Quote():
            return "\n>\n".join(f"> {_escape_block_start(escaped(line))}" for line in lines(block.text))
        case Bullets():
            return "\n".join(
                f"- {_escape_block_start(words)}" for item in block.items if (words := _inline(item))
            )
        case KeyValues():
            return "\n".join(
                f"- **{_inline(name)}:** {_inline(value)}".rstrip() for name, value in block.pairs
            )
        case Table():
            return _render_captioned(block)
        case Legend():
            return _inline(legend(block.scale))
        case Picture():
            return _render_captioned(block.table)
        case HeatMap():
            return _heat_map(block)
    assert_never(block)


def _inline(text: str) -> str:
    """A text of any number of lines, escaped on one line."""
    return escaped(on_one_line(text))


def _escape_block_start(written: str) -> str:
    """Escape characters that would start another kind of block at the beginning of a line."""
    return _BLOCK_START.sub(_escape, written)


def _render_captioned(table: Table) -> str:
    rows = [
        [format_square(table.scale, cell) if isinstance(cell, RatingCell) else cell for cell in row]
        for row in table.rows
    ]
    return f"{_escape_block_start(_inline(table.caption))}\n\n{_table(table.columns, rows)}"


def _heat_map(block: HeatMap) -> str:
    squares = assign_squares(block.scale)
    rows = [
        ("" if place else f"{row.number} {row.name}", f"{cell.code} {cell.name}", _cell_words(cell, squares))
        for row in block.rows
        for place, cell in enumerate(row.cells)
    ]
    return f"{_table(('Heading', 'Element', 'Rating'), rows)}\n\n{_legend(block.scale)}"


def _cell_words(cell: Cell, squares: dict[str, str]) -> str:
    """The rating of an element: its square, letters and name, or why it has none."""
    words = f"{squares[cell.letters]} {cell.letters} {cell.words}" if cell.letters else ""
    parked = ", parked" if cell.parked else ""
    return (words or f"{WITHOUT_RATING} {cell.words}") + parked


def _legend(scale: Sequence[Level]) -> str:
    squares = assign_squares(scale)
    levels = [
        f"{squares[level.letters]} {level.letters} {level.name}"
        + (f" ({level.meaning})" if level.meaning else "")
        for level in scale
    ]
    return _inline(" · ".join([*levels, f"{WITHOUT_RATING} {no_rating(scale)}"]))


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table, padded with spaces if that makes its source easier to read."""
    cells = [[_inline(cell) for cell in row] for row in [columns, *rows]]
    widest = [max(map(width, column)) for column in zip(*cells, strict=True)]
    widths = widest if max(widest) <= _ALIGNED else [0] * len(widest)
    written = ["| " + " | ".join(map(pad, row, widths)) + " |" for row in cells]
    rule = "| " + " | ".join("-" * max(3, room) for room in widths) + " |"
    return "\n".join([written[0], rule, *written[1:]])
