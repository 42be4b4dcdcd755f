"""The heat map widgets, for the conversation and for the heat map page."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from matbot.review.heat_map import Cell, Row
from matbot.review.unrated import unrated_mark
from matbot.screens.themes import chip_or_mark
from matbot.screens.widgets.one_size import update_in_place
from matbot.screens.widgets.strip import draw_strip


class HeatMapStrip(Static):
    """The elements in one line, or two if needed: `1A:AG B:· C:R 2A:·`, with the current one marked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._current = ""
        self._scale: Collection[str] = ()

    def show(self, rows: Sequence[Row], current: str = "", scale: Collection[str] = ()) -> None:
        """Draw the map, with the element of code `current` marked."""
        self._rows, self._current, self._scale = rows, current, scale
        self._draw()

    def on_resize(self) -> None:
        """Redraw the map for another width, or once it has room to be shown."""
        self._draw()

    def _draw(self) -> None:
        if self.display:
            update_in_place(self, draw_strip(self._rows, self._current, self._scale, self.content_size.width))


class HeatMapView(Static):
    """The whole map: a line for each element under its heading, with letters and names."""

    _here = -1
    """The line of the current element."""

    def show(
        self,
        rows: Sequence[Row],
        current: str = "",
        spaced: bool = True,
        then: Mapping[str, str] | None = None,
        scale: Collection[str] = (),
    ) -> None:
        """Draw the map, with the element of code `current` marked.

        Args:
            rows: the rows of the map.
            current: the code of the current element.
            spaced: whether to put an empty line between headings; without it the map takes 20 rows.
            then: the previous ratings, or `new`, by code: `AR→AG`.
            scale: the letters of the levels, weakest first.

        """
        lines = list(_render_lines(rows, current, spaced, then or {}, scale))
        self._here = next((place for place, line in enumerate(lines) if line.plain.startswith("›")), -1)
        update_in_place(self, Content("\n").join(lines))

    def scroll_to_current(self) -> None:
        """Scroll the current element into view if the map is longer than the screen."""
        if self._here >= 0 and isinstance(self.parent, Widget):
            line = Region(0, self.virtual_region.y + self._here, 1, 1)
            self.parent.scroll_to_region(line, animate=False)


def _render_lines(
    rows: Sequence[Row], current: str, spaced: bool, then: Mapping[str, str], scale: Collection[str]
) -> Iterator[Content]:
    widest = max((len(cell.code) for row in rows for cell in row.cells), default=0)
    for number, row in enumerate(rows):
        if number and spaced:
            yield Content("")
        yield Content.styled(f"{row.number} {row.name}", "bold $secondary")
        for cell in row.cells:
            code = f"{cell.code:<{widest}}"
            yield _render_map_line(code, cell, cell.code == current, _format_then(cell, then), scale)


def _format_then(cell: Cell, then: Mapping[str, str]) -> str:
    """Format an element's previous rating in four columns; empty if the review has no predecessor."""
    letters = then.get(cell.code, "")
    words = letters if letters in ("", "new") else f"{letters}→"
    return words.rjust(4) if then else ""


def _render_map_line(code: str, cell: Cell, current: bool, then: str, scale: Collection[str]) -> Content:
    mark = "›" if current else " "
    chip = chip_or_mark(cell.letters, scale, unrated_mark(cell.in_scope))
    style = "bold $accent" if current else "" if cell.in_scope else "$secondary"
    parked = (" parked:", "$warning") if cell.parked else ""
    return Content.assemble(
        (f"{mark} {code} ", style), (then, "$secondary"), chip, parked, (f" {cell.name}", style)
    )
