"""What people are given to read can be read by everybody: axe-core finds nothing, and nothing is cut off."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser

from matbot.report.blocks import Report
from matbot.report.formats.html import to_html
from matbot.rubric.library import find
from tests.browser.five_ratings import reports_with_five
from tests.browser.reports import reports

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.0 to 2.2 at levels A and AA, and what is good practice beyond them."""

WIDTHS = (1200, 360)
"""A wide screen and a telephone, in pixels."""

PAGES = ("transcript", "board", "offer", "comparison", "comparison of twelve", "learning set")

WITH_FIVE = tuple(f"five ratings: {name}" for name in ("transcript", "board", "comparison", "pack"))


@pytest.fixture(scope="module")
def drawn() -> dict[str, Report]:
    """The reports, made once."""
    return reports(find()) | reports_with_five()


@pytest.mark.parametrize("name", PAGES + WITH_FIVE)
def test_a_page_breaks_no_rule_and_does_not_scroll_sideways(
    browser: Browser, drawn: dict[str, Report], tmp_path: Path, name: str
) -> None:
    """On a wide screen and on a telephone; a wide table scrolls by itself, the page never does."""
    file = tmp_path / "report.html"
    file.write_text(to_html(drawn[name]), encoding="utf-8")
    page = browser.new_page()
    try:
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((folded) => { folded.open = true })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
            assert found.violations_count == 0, f"{width} px: {found.generate_report()}"
    finally:
        page.close()
