"""People's words read from the side of their script, and a map's ratings stand under their names."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from matbot.report.blocks import Quote, Report, Table
from matbot.report.formats.html import to_html
from matbot.rubric.library import find
from tests.browser.reports import reports

HEBREW = "שלום עולם."
TEXT = f"In English.\n{HEBREW}\nAnd again."

STARTS_RIGHT = """
(element) => {
  const lines = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const box = range.getBoundingClientRect(), around = element.getBoundingClientRect();
    lines.push(box.left - around.left > around.right - box.right);
  }
  return lines;
}
"""
"""For each line of an element, whether it stands nearer to the right."""

UNDER_ITS_NAME = """
(rating) => {
  const range = document.createRange();
  range.selectNode(rating.previousSibling);
  return rating.getBoundingClientRect().top >= range.getBoundingClientRect().bottom - 1;
}
"""


@pytest.mark.parametrize("selector", ["blockquote", "tbody td"])
def test_each_line_reads_from_the_side_of_its_script(browser: Browser, tmp_path: Path, selector: str) -> None:
    """A line in Hebrew or Arabic among others in English: none moves the others to its side."""
    table = Table("Table", ("Name", "Words"), (("x", TEXT),))
    file = tmp_path / "report.html"
    file.write_text(to_html(Report("Report", (Quote(TEXT), table))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    try:
        page.goto(file.as_uri())
        assert page.locator(selector).last.evaluate(STARTS_RIGHT) == [False, True, False]
    finally:
        page.close()


@pytest.mark.parametrize("name", ["transcript", "board"])
def test_every_rating_of_a_printed_map_stands_under_its_name(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    """Never some beside it and some below it."""
    file = tmp_path / "report.html"
    file.write_text(to_html(reports(find())[name]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 700, "height": 900})
    try:
        page.goto(file.as_uri())
        page.emulate_media(media="print")
        ratings = page.locator(".map td strong")
        assert ratings.count() == len(find().elements)
        assert all(rating.evaluate(UNDER_ITS_NAME) for rating in ratings.all())
    finally:
        page.close()
