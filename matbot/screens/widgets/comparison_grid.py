"""The grid of a comparison: a row for each element, a column for each side, in letters and colours."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from textual.content import Content

from matbot.presenters.comparison import SideState, format_difference, group_elements, side_name, side_state
from matbot.report.sides import IN_NONE, NOT_REVIEWED, ONE_RATING
from matbot.report.words import capitalise
from matbot.review.comparison import Comparison, Difference
from matbot.screens.themes import rating_chip
from matbot.screens.widgets.row_list import ListRow

APART = 17
"""The maximum width of `format_difference` on a scale of four levels, in columns."""

_CODE = 4
"""The minimum width of an element's code and the gap after it, in columns."""

_LEAST_NAME = 20
"""The width below which an element's name is not shortened to widen the cells, in columns."""

_LONGEST_NAME = 30
"""The width to which labels in the legend are shortened to fit more of them on a line, in columns."""

_LONGEST_HEAD = 24
"""The width of a side's label beyond which its letter is shown instead, in columns."""


@dataclass(frozen=True)
class Columns:
    """The widths of the parts of a row, in terminal columns."""

    code: int
    name: int
    cells: tuple[int, ...]
    heads: tuple[str, ...]
    labelled: bool
    """Whether the heads are the sides' labels; otherwise they are letters, explained by a legend."""


def columns_for(comparison: Comparison, width: int) -> Columns:
    """Return the widest layout that leaves room for element names: labels, wide cells or narrow cells."""
    sides, widest = comparison.sides, _count_letters(comparison)
    labels = tuple(side_name(side) for side in sides)
    letters = tuple(side.letter for side in sides)
    code = max(*(len(code) + 1 for code in comparison.rubric.elements), _CODE)
    rest = width - code - APART
    cells = tuple(max(Content(label).cell_length + 3, widest + 3) for label in labels)
    if max(cells) <= _LONGEST_HEAD and rest - sum(cells) >= _LEAST_NAME:
        return Columns(code, rest - sum(cells), cells, labels, labelled=True)
    cell = widest + (3 if rest - (widest + 3) * len(sides) >= _LEAST_NAME else 1)
    return Columns(code, max(rest - cell * len(sides), 0), (cell,) * len(sides), letters, labelled=False)


def _count_letters(comparison: Comparison) -> int:
    """Return the width of the longest letters of a level, in columns."""
    return max(*(len(letters) for letters in comparison.rubric.levels), 2)


def draw_head(comparison: Comparison, width: int) -> Content:
    """Render the heads above the grid."""
    columns = columns_for(comparison, width)
    cells = [
        _fit(f" {words}" if room > _count_letters(comparison) + 1 else words, room)
        for words, room in zip(columns.heads, columns.cells, strict=True)
    ]
    line = Content.assemble(" " * (columns.code + columns.name), *cells, "How far apart")
    return line.stylize("bold").truncate(width)


def draw_legend(comparison: Comparison, width: int) -> Content:
    """Render the legend of the sides' letters, in as many columns as fit; empty if the heads are labels."""
    sides = comparison.sides
    if columns_for(comparison, width).labelled:
        return Content("")
    names = [side_name(side) for side in sides]
    widest = min(max(Content(one).cell_length for one in names), _LONGEST_NAME) + 2
    beside = max(min(width // widest, len(sides)), min(3, len(sides)), 1)
    room = width // beside
    cells = [_fit(one, room - 2).pad_right(2) for one in names]
    lines = [Content("").join(cells[at : at + beside]) for at in range(0, len(cells), beside)]
    return Content("\n").join(lines)


def rows_by_framework(comparison: Comparison) -> Iterator[ListRow]:
    """Yield every element under its heading."""
    elements = {element.code: element for element in comparison.elements}
    for heading in comparison.rubric.headings:
        yield _build_heading(heading.title)
        for element in heading.elements:
            yield _build_row(comparison, elements[element.code])


def rows_by_agenda(comparison: Comparison) -> Iterator[ListRow]:
    """Yield the elements in the order to discuss them, widest difference first."""
    title = ""
    for element in comparison.agenda:
        if title != (title := _format_agenda_part(element)):
            yield _build_heading(title)
        yield _build_row(comparison, element)
    parts = group_elements(comparison)
    for title, elements in ((NOT_REVIEWED, parts.silent), (IN_NONE, parts.outside)):
        if elements:
            codes = ", ".join(element.code for element in elements)
            yield _build_heading(f"{title}: {codes}", "not bold $secondary")


def _format_agenda_part(element: Difference) -> str:
    if element.steps is None:
        return f"{capitalise(ONE_RATING)}, or none"
    return "Where you differ, the furthest apart first" if element.steps else "Rated the same"


def _build_heading(words: str, style: str = "bold $primary") -> ListRow:
    return ListRow("", lambda width: Content.styled(words, style).truncate(width, ellipsis=True))


def _build_row(comparison: Comparison, element: Difference) -> ListRow:
    return ListRow(element.code, partial(_render_line, comparison, element))


def _render_line(comparison: Comparison, element: Difference, width: int) -> Content:
    columns, scale = columns_for(comparison, width), comparison.rubric.levels
    pairs = zip(element.sides, columns.cells, strict=True)
    chips = [_render_chip(side_state(comparison, element, side), scale, room) for side, room in pairs]
    words = _fit(element.name, columns.name - 1).pad_right(1) if columns.name > 1 else Content("")
    wide = "bold" if element.steps and element.steps > 1 else ""
    return Content.assemble(
        (f"{element.code:<{columns.code}}", "bold"), words, *chips, (format_difference(element), wide)
    ).truncate(width)


def _render_chip(state: SideState, scale: Collection[str], room: int) -> Content:
    """Render a side's rating in its colour; a dot or a dash if there is none."""
    words, style = rating_chip(state.mark, scale)
    style = style if state.letters else "$secondary"
    chip = Content.styled(words if room > len(words) - 1 else words[1:-1], style)
    return chip.pad_right(room - chip.cell_length)


def _fit(words: str, room: int) -> Content:
    return Content(words).truncate(max(room, 0), ellipsis=True, pad=True)
