"""The first page of the Board paper is one sheet of A4, whatever there is to say."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from matbot.report.blocks import Report
from matbot.report.board import board
from matbot.report.formats.html import to_html
from matbot.review import events
from matbot.review.fold import review_of
from matbot.rubric.library import find
from tests.browser.first_pages import full
from tests.browser.reports import WRITTEN, reports
from tests.talk import Talk

_MM = 96 / 25.4
"""Pixels in a millimetre, as style sheets count."""

SHEET = (round((210 - 2 * 16) * _MM), (297 - 2 * 18) * _MM)
"""What the margins leave of A4: width and height in pixels."""

PARTS = ["Where we stand", "What is strong", "What we propose", "Deferred, and why"]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Report]:
    """A review with as much to say as a first page should hold, a smaller one, and one not confirmed yet."""
    rubric = find()
    log = [events.ElementRated(element=code, rating="G", drafted=True) for code in rubric.elements]
    waiting = board(rubric, review_of(rubric, [*Talk(rubric).log, *log]), WRITTEN)
    return {"full": full(rubric), "small": reports(rubric)["board"], "waiting": waiting}


@pytest.mark.parametrize("name", ["full", "small", "waiting"])
def test_the_first_page_stands_alone_on_one_sheet(
    browser: Browser, drawn: dict[str, Report], tmp_path: Path, name: str
) -> None:
    """All of its parts are on it, the map with its letters too, and what follows begins a page."""
    file = tmp_path / "board.html"
    file.write_text(to_html(drawn[name]), encoding="utf-8")
    page = browser.new_page(viewport={"width": SHEET[0], "height": 900})
    try:
        page.emulate_media(media="print")
        page.goto(file.as_uri())
        front = page.locator(".front")
        assert front.locator("h2").all_inner_texts() == PARTS
        assert ("G Green, not confirmed yet" if name == "waiting" else "AG Amber Green") in front.locator(
            ".map"
        ).inner_text()
        box = front.bounding_box()
        assert box
        assert box["y"] + box["height"] <= SHEET[1]
        after = page.locator(".front + section")
        assert after.evaluate("section => getComputedStyle(section).breakBefore") == "page"
    finally:
        page.close()
