"""Pictures of a report where a reader has chosen the colours, or a browser darkens every page."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from matbot.report.formats.html import to_html
from matbot.rubric.library import find
from tests.browser.reports import reports

_SEEN = """() => [...document.querySelectorAll('svg .ink')].map(one => [
    getComputedStyle(one).fill, getComputedStyle(one.closest('svg').querySelector('.page')).fill])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_in_a_picture_are_seen_in_forced_colours(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """What stands on the page has the reader's ink on the reader's page, in each picture of each report."""
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    ink, paper = ("rgb(0, 0, 0)", "rgb(255, 255, 255)")[:: -1 if scheme == "dark" else 1]
    pictures = 0
    for name, report in reports(find()).items():
        path = tmp_path / f"{name}.html"
        path.write_text(to_html(report), encoding="utf-8")
        page.goto(path.as_uri())
        for seen in page.evaluate(_SEEN):
            assert seen == [ink, paper], name
            pictures += 1
    assert pictures
    context.close()


def test_a_picture_brings_its_page_along() -> None:
    """A browser that darkens pages leaves pictures alone: their ink must not stand on its dark page."""
    for name, report in reports(find()).items():
        written = to_html(report)
        assert written.count("<svg ") == written.count('<rect class="page" '), name
