"""The heat map as a strip of one or two lines."""

from collections.abc import Collection, Sequence

from textual.content import Content

from matbot.review.heat_map import Cell, Row
from matbot.screens.themes import rating_style

_TWO_LINES = 74
"""The minimum width at which a strip may take two lines; on a narrower screen the question needs them."""


def draw_strip(
    rows: Sequence[Row], current: str = "", scale: Collection[str] = (), width: int = 0
) -> Content:
    """Render the map in one line, or two if there is room; elements outside the review are left out.

    If it does not fit, only the elements around the current one are shown, with the number of rated ones.
    Without a width the strip is one line of any length.
    """
    cells = [
        (shorten_code(cell.code, row.number) if place else cell.code, cell)
        for row in rows
        for place, cell in enumerate(cell for cell in row.cells if cell.in_scope)
    ]
    lines: list[list[Content]] = [[]]
    room = width
    for code, cell in cells:
        drawn = _render_cell(code, cell, current, scale)
        if width and lines[-1] and drawn.cell_length > room:
            lines, room = [*lines, []], width
            drawn = _render_cell(cell.code, cell, current, scale)
        lines[-1].append(drawn)
        room -= drawn.cell_length + 1
    if len(lines) > (2 if width >= _TWO_LINES else 1):
        lines = [_render_around(cells, current, scale, width)]
    return Content("\n").join(Content(" ").join(line) for line in lines)


def shorten_code(code: str, number: str) -> str:
    """Remove the heading's number from a code that begins with it: `B` for `1B`, `2` for `A.2`."""
    rest = code.removeprefix(number)
    cut = len(code) - len(rest)
    if not (number and cut and rest) or (code[cut - 1].isdigit() == rest[0].isdigit() and rest[0].isalnum()):
        return code
    return rest.lstrip(".-")


def _render_around(
    cells: Sequence[tuple[str, Cell]], current: str, scale: Collection[str], width: int
) -> list[Content]:
    """Render the cells around the current one in one line, and how many are rated in all."""
    rated = sum(bool(cell.letters) for _, cell in cells)
    count = Content.styled(f"{rated} of {len(cells)} rated", "$secondary")
    more = Content.styled("…", "$secondary")
    codes = [cell.code for _, cell in cells]
    here = codes.index(current) if current in codes else 0
    drawn = [_render_cell(code, cell, current, scale) for code, cell in cells]
    whole = max(len(cell.code) - len(code) for code, cell in cells)  # the first cell has its whole code
    room = width - count.cell_length - 4 - whole
    first, last = _find_window([cell.cell_length + 1 for cell in drawn], here, room)
    drawn[first] = _render_cell(codes[first], cells[first][1], current, scale)
    before, after = [more] * (first > 0), [more] * (last < len(cells))
    return [*before, *drawn[first:last], *after, count]


def _find_window(widths: Sequence[int], here: int, room: int) -> tuple[int, int]:
    """Return the start and end index of the cells that fit, extending mainly after the current one."""
    first, last = max(here - 1, 0), here + 1
    room -= sum(widths[first:last])
    while True:
        if last < len(widths) and widths[last] <= room:
            room -= widths[last]
            last += 1
        elif first and widths[first - 1] <= room:
            first -= 1
            room -= widths[first]
        else:
            return first, last


def _render_cell(code: str, cell: Cell, current: str, scale: Collection[str]) -> Content:
    here = cell.code == current
    letters = cell.letters or ("›" if here else "·")
    style = rating_style(cell.letters, scale) if cell.letters else "$secondary"
    code_style = "bold $accent underline" if here else "$secondary"
    return Content.assemble((code, code_style), (":", "$secondary"), (letters, style))
