"""How a report's tables look on the screen: ratings as chips, a picture as its table."""

import pytest
from hypothesis import given, settings
from textual.content import Content

from matbot.report.blocks import Legend, Moves, Picture, RatingCell, Report, Table
from matbot.rubric import Rubric
from matbot.screens.widgets.report_view import draw_report
from matbot.text import lines
from tests.strategies import hostile


def drawn(rubric: Rubric, width: int, text: str = "Moved") -> Content:
    """A picture of what moved, with its table, on a screen of this width."""
    rows = (
        ("1A Purpose", RatingCell("R"), RatingCell("G", "Green"), text),
        ("1B Needs", RatingCell(None), RatingCell("AR"), ""),
    )
    table = Table("Then and now", ("Element", "Then", "Now", "What became of it"), rows, scale=rubric.scale)
    moves = Moves((("1A Purpose", "R", "G"), ("1B Needs", None, "AR")))
    return draw_report(Report("T", (Picture("Moves", moves, table), Legend(rubric.scale))), width)


@pytest.mark.parametrize("width", [30, 140])
def test_a_rating_is_a_chip_with_its_letters(small_rubric: Rubric, width: int) -> None:
    """Beside each other where there is room and under each other where there is not."""
    found = drawn(small_rubric, width)
    styled = {
        found.plain[span.start : span.end].strip() for span in found.spans if "rating" in str(span.style)
    }
    assert styled >= {"R", "G", "AR", "AG"}
    assert ("Then:  R" in found.plain) == (width == 30)
    assert "·" in found.plain
    assert "no rating, which is not the same as Red" in " ".join(found.plain.split())
    assert max(map(len, found.plain.splitlines())) <= width


@settings(max_examples=40, deadline=None)
@given(text=hostile)
def test_a_cell_shows_what_was_typed(text: str) -> None:
    """No markup in it does anything."""
    table = Table("Caption", ("One", "Two"), (("1A", text),))
    shown = draw_report(Report("T", (table,)), 100_000).plain
    assert " / ".join(lines(text)) in shown
