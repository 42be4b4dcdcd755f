"""The heat map in the terminal: as a strip of one line, and whole."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from matbot.review.heat_map import Cell, Row
from matbot.screens.themes import rating_style


class HeatMapStrip(Static):
    """The elements in one line of at most 75 columns: `1A:AG B:· C:R 2A:·`, the current one marked."""

    def show(self, rows: Sequence[Row], current: str = "") -> None:
        """Draw the map, with the element of that code as the one that is talked about."""
        self.update(strip(rows, current), layout=False)


class HeatMapView(Static):
    """The whole map: a line an element under its heading, with letters and words."""

    def show(
        self,
        rows: Sequence[Row],
        current: str = "",
        spaced: bool = True,
        then: Mapping[str, str] | None = None,
    ) -> None:
        """Draw the map, with the element of that code as the one that is talked about.

        `spaced` puts an empty line between headings; without it the map takes 20 rows. `then` has the
        letters of last time, or `new`, by code: `AR→AG`.
        """
        self.update(Content("\n").join(_lines(rows, current, spaced, then or {})))


def strip(rows: Sequence[Row], current: str = "") -> Content:
    """The map in one line; elements that are not in the review are left out."""
    groups = []
    for row in rows:
        cells = [cell for cell in row.cells if cell.in_scope]
        for place, cell in enumerate(cells):
            code = cell.code if place == 0 else cell.code.removeprefix(row.number)
            groups.append(_strip_cell(code, cell, cell.code == current))
    return Content(" ").join(groups)


def _strip_cell(code: str, cell: Cell, current: bool) -> Content:
    letters = cell.letters or ("›" if current else "·")
    style = rating_style(cell.letters) if cell.letters else "$secondary"
    code_style = "bold $accent underline" if current else "$secondary"
    return Content.assemble((code, code_style), (":", "$secondary"), (letters, style))


def _lines(rows: Sequence[Row], current: str, spaced: bool, then: Mapping[str, str]) -> list[Content]:
    lines: list[Content] = []
    for row in rows:
        if lines and spaced:
            lines.append(Content(""))
        lines.append(Content.styled(f"{row.number} {row.name}", "bold $secondary"))
        lines += [_map_line(cell, cell.code == current, _then(cell, then)) for cell in row.cells]
    return lines


def _then(cell: Cell, then: Mapping[str, str]) -> str:
    """Where an element came from, in four columns on every line; nothing where nothing came before."""
    letters = then.get(cell.code, "")
    words = letters if letters in ("", "new") else f"{letters}→"
    return words.rjust(4) if then else ""


def _map_line(cell: Cell, current: bool, then: str) -> Content:
    mark = "›" if current else " "
    none = " ·  " if cell.in_scope else " –  "
    chip = (f" {cell.letters:<2} ", rating_style(cell.letters)) if cell.letters else (none, "$secondary")
    style = "bold $accent" if current else "" if cell.in_scope else "$secondary"
    parked = (" parked:", "$warning") if cell.parked else ""
    return Content.assemble(
        (f"{mark} {cell.code} ", style), (then, "$secondary"), chip, parked, (f" {cell.name}", style)
    )
