"""Packs for tests in which levels are marked otherwise than with an x."""

from collections.abc import Callable
from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from matbot.importers.packs.interpretation import PackReading
from matbot.review import events
from matbot.rubric import Rubric
from tests.unit.filled_packs import in_word, sense

ANSWERS = {"1A (i)": {"Where you are": "3", "What makes you say that": "We say so."}, "1A": {}}


LEVELS = ("Red", "Amber Red", "Amber Green", "Green")


def read(rubric: Rubric, change: Callable[[Any], None]) -> PackReading:
    """What a pack says in which the first question is answered, and whose table of ratings was changed."""
    return sense(rubric, in_word(rubric, ANSWERS, lambda document: change(document.tables[1])))


def rating(found: PackReading) -> str | None:
    """The rating that was read, if one was."""
    return next((one.rating for one in found.drafts if isinstance(one, events.ElementRated)), None)


def shade(cell: Any, fill: str = "92D050") -> None:
    """Fill a cell with a colour, as Word does."""
    for old in cell._tc.tcPr.findall(qn("w:shd")):
        cell._tc.tcPr.remove(old)
    cell._tc.tcPr.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def name_of(table: Any, row: int) -> Any:
    """The run that names the level of a row."""
    return table.cell(row, 0).paragraphs[0].runs[0]


def highlight(table: Any, row: int) -> None:
    """Mark the name of a level with a pen."""
    name_of(table, row).font.highlight_color = WD_COLOR_INDEX.YELLOW


def make_bold(table: Any, row: int) -> None:
    """Leave one name bold among names that are not."""
    for number in range(1, 5):
        name_of(table, number).bold = number == row


def strike_others(table: Any, row: int) -> None:
    """Cross out every level but one."""
    for number in range(1, 5):
        name_of(table, number).font.strike = number != row


def underline(table: Any, row: int) -> None:
    """Underline the name of a level."""
    name_of(table, row).underline = True
