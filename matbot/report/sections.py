"""Layout shared by the writers that draw: a report's sections, the heat map as tables, the legend."""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import NO_LETTERS, Block, HeadingBlock, HeatMap, Picture, RatingCell, Table, plain
from matbot.report.squares import no_rating
from matbot.report.words import cell_in_words
from matbot.review.heat_map import Cell
from matbot.rubric import Level

MANY = 48
"""A cell with more characters than this is for reading rather than for glancing at."""

TALL = 600
"""A cell with more characters than this may break across pages; rows without one may not."""


def sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Split the blocks before each heading of the second level."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, HeadingBlock) and block.level == 2 and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def count_first_page_sections(parted: Sequence[Sequence[Block]]) -> int:
    """The number of sections on the separate first page; 0 if no section starts a new page."""
    begin = (number for number, section in enumerate(parted) if begins_page(section))
    return next(begin, 0)


def begins_page(section: Sequence[Block]) -> bool:
    """Whether a section starts a new page."""
    return isinstance(section[0], HeadingBlock) and section[0].new_page


def is_wide(section: Sequence[Block]) -> bool:
    """Whether a section needs landscape pages."""
    tables = (block.table if isinstance(block, Picture) else block for block in section)
    return any(isinstance(table, Table) and table.wide for table in tables)


QUESTION = "Question"
"""The heading of a column of questions."""

_NAME = 160
"""A text with more characters than this is not a name, but a text to read."""

_ROWS, _LETTERS = 8, 1200
"""A table with at most this many rows and characters is kept on one page."""


def first_column_names(table: Table) -> bool:
    """Whether the first column of a table names its rows and is set in bold; questions do not."""
    return table.columns[0] != QUESTION and all(len(plain(row[0])) <= _NAME for row in table.rows)


def is_small(table: Table) -> bool:
    """Whether a table is kept on one page, together with its caption."""
    sizes = [len(plain(cell)) for row in table.rows for cell in row]
    little = len(table.rows) <= _ROWS and sum(sizes) <= _LETTERS
    return table.whole or (little and 0 not in sizes)  # an empty cell is space to write in, and grows


def map_as_table(block: HeatMap) -> Table:
    """The heat map as a table with a row for each element: its name, its heading and its rating."""
    rows = tuple(
        (
            f"{cell.code} {cell.name}",
            f"{row.number} {row.name}",
            RatingCell(cell.letters, cell_in_words(cell, letters=False)),
        )
        for row in block.rows
        for cell in row.cells
    )
    caption = "The heat map as a table"
    return Table(caption, ("Element", "Heading", "Rating"), rows, scale=block.scale)


_ACROSS = 3
"""The most elements in one line of the grid."""

SPANS = 6
"""The number of grid columns after the heading; one, two or three elements share them evenly."""

Line = list[tuple[Cell, int]]
"""The elements in one line of the grid, each with the number of columns that it spans."""


def map_as_grid(block: HeatMap) -> Iterator[tuple[str, list[Line]]]:
    """The heat map as a grid: each heading, and its elements evenly in as few lines as possible."""
    for row in block.rows:
        count = -(-len(row.cells) // _ACROSS) or 1
        across = -(-len(row.cells) // count) or 1
        lines = [row.cells[start : start + across] for start in range(0, len(row.cells), across)]
        yield f"{row.number} {row.name}", [[(cell, SPANS // len(line)) for cell in line] for line in lines]


def levels_of(scale: Sequence[Level]) -> Iterator[tuple[str, str]]:
    """The letters of each level with its name and meaning; last, the mark for no rating."""
    for level in scale:
        yield level.letters, f"{level.name} ({level.meaning})" if level.meaning else level.name
    yield NO_LETTERS, no_rating(scale)
