"""Ratings that people marked otherwise than with an x: read where plain, else listed with their place."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from matbot.rubric import Rubric
from tests.unit.filled_packs import in_word, sense
from tests.unit.marked_packs import (
    ANSWERS,
    LEVELS,
    highlight,
    make_bold,
    name_of,
    rating,
    read,
    shade,
    strike_others,
    underline,
)


def tick_legacy_box(table: Any, row: int) -> None:
    """Put a box of the older kind beside each level, and tick one."""
    for number in range(1, 5):
        box = (
            f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
            '<w:default w:val="0"/>'
            f'<w:checked w:val="{int(number == row)}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        )
        table.cell(number, 1).paragraphs[0]._p.append(parse_xml(box))


def tick_with_wingdings(table: Any, row: int) -> None:
    """Type the letter that is a tick in Wingdings."""
    run = table.cell(row, 1).paragraphs[0].add_run("ü")
    run.font.name = "Wingdings"


WAYS: dict[str, Callable[[Any, int], None]] = {
    "shaded beside": lambda table, row: shade(table.cell(row, 1)),
    "its name shaded": lambda table, row: shade(table.cell(row, 0), "00B0F0"),
    "highlighted": highlight,
    "underlined": underline,
    "bold": make_bold,
    "all others struck out": strike_others,
    "a legacy box": tick_legacy_box,
    "Wingdings": tick_with_wingdings,
    "a tick that another program wrote": lambda table, row: (
        table.cell(row, 1).paragraphs[0].add_run("\uf0fe")
    ),
    "its own name": lambda table, row: table.cell(row, 1).paragraphs[0].add_run(LEVELS[row - 1].upper()),
    "a mark behind its name": lambda table, row: table.cell(row, 0).paragraphs[0].add_run(" ✓"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("row", [1, 3])
def test_one_level_that_is_marked_plainly_is_the_rating(rubric: Rubric, way: str, row: int) -> None:
    """Whichever it is, and nothing is listed."""
    found = read(rubric, lambda table: WAYS[way](table, row))
    assert rating(found) == ("R", "AR", "AG", "G")[row - 1]
    assert not [line for line in found.unread if "1A (table 2" in line]


@pytest.mark.parametrize(
    "way", [way for way in WAYS if way not in ("bold", "all others struck out", "a legacy box")]
)
def test_two_levels_that_are_marked_are_listed_and_not_read(rubric: Rubric, way: str) -> None:
    """With their place."""

    def twice(table: Any) -> None:
        WAYS[way](table, 1)
        WAYS[way](table, 3)

    found = read(rubric, twice)
    assert rating(found) is None
    assert any(line.startswith("1A (table 2") and "No rating was read" in line for line in found.unread)


def test_one_level_that_is_struck_out_says_only_what_it_is_not(rubric: Rubric) -> None:
    """It is listed."""

    def strike(table: Any) -> None:
        name_of(table, 2).font.strike = True

    found = read(rubric, strike)
    assert rating(found) is None
    assert any("Amber Red is struck out" in line for line in found.unread)


def test_a_drawing_over_a_level_is_listed(rubric: Rubric) -> None:
    """Such as a ring around it: nobody can say which level that is."""

    def draw(table: Any) -> None:
        run = name_of(table, 3)._r
        run.append(OxmlElement("w:pict"))

    found = read(rubric, draw)
    assert rating(found) is None
    assert any("Amber Green is drawn on" in line for line in found.unread)


def test_a_pack_as_it_was_sent_stands_out_nowhere(rubric: Rubric) -> None:
    """Its own colours and bold names are no marks."""
    found = read(rubric, lambda table: None)
    assert rating(found) is None
    assert not found.unread


def test_a_descriptor_that_is_highlighted_is_listed(rubric: Rubric) -> None:
    """It may say where people are, and a number does so plainly."""

    def mark(document: Any) -> None:
        document.tables[0].cell(1, 1).paragraphs[0].runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW

    found = sense(rubric, in_word(rubric, ANSWERS, mark))
    assert any("1A (i)" in line and "it is highlighted" in line for line in found.unread)


def test_a_frame_round_every_cell_of_a_row_is_no_mark(rubric: Rubric) -> None:
    """LibreOffice writes one, where a pack was kept as its own file in between."""
    frame = f'<w:tcBorders {nsdecls("w")}><w:top w:val="single" w:sz="4"/></w:tcBorders>'

    def mark(document: Any, columns: int) -> None:
        for cell in document.tables[0].rows[1].cells[:columns]:
            cell._tc.get_or_add_tcPr().append(parse_xml(frame))

    all_framed = sense(rubric, in_word(rubric, ANSWERS, lambda document: mark(document, 5)))
    assert not all_framed.unread
    one_framed = sense(rubric, in_word(rubric, ANSWERS, lambda document: mark(document, 2)))
    assert any("it is framed" in line for line in one_framed.unread)


def colour(table: Any, row: int) -> None:
    """Give the name of a level another colour."""
    name_of(table, row).font.color.rgb = RGBColor(0xC0, 0x00, 0x00)


def shade_paragraph(table: Any, row: int) -> None:
    """Shade a paragraph, and not its cell."""
    fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="FFFF00"/>')
    table.cell(row, 0).paragraphs[0]._p.get_or_add_pPr().append(fill)


def shade_otherwise(table: Any, row: int, marks: str) -> None:
    """Shade a cell by a pattern, or with a colour of the document's theme."""
    fill = parse_xml(f'<w:shd {nsdecls("w")} {marks} w:fill="auto"/>')
    table.cell(row, 1)._tc.get_or_add_tcPr().append(fill)


OTHER_WAYS: dict[str, Callable[[Any, int], None]] = {
    "coloured": colour,
    "larger": lambda table, row: setattr(name_of(table, row).font, "size", Pt(20)),
    "in capitals": lambda table, row: setattr(name_of(table, row).font, "all_caps", True),
    "its paragraph shaded": shade_paragraph,
    "of the theme": lambda table, row: shade_otherwise(table, row, 'w:val="clear" w:themeFill="accent1"'),
    "with a pattern": lambda table, row: shade_otherwise(table, row, 'w:val="pct25"'),
}


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_a_level_that_stands_out_in_other_ways_is_the_rating(rubric: Rubric, way: str) -> None:
    """Nothing that people see on the page is passed over in silence."""
    found = read(rubric, lambda table: OTHER_WAYS[way](table, 3))
    assert rating(found) == "AG"
    assert not found.unread


def test_a_level_whose_name_is_highlighted_in_part_is_listed(rubric: Rubric) -> None:
    """It may be an accident."""

    def mark(table: Any) -> None:
        name_of(table, 3).text = "Amber "
        table.cell(3, 0).paragraphs[0].add_run("Green").font.highlight_color = WD_COLOR_INDEX.YELLOW

    found = read(rubric, mark)
    assert rating(found) is None
    assert any("Amber Green is marked in part" in line for line in found.unread)


@pytest.mark.parametrize("other", [True, False])
def test_a_mark_with_a_line_through_it_marks_nothing(rubric: Rubric, other: bool) -> None:
    """It is listed, also where another level is marked."""

    def mark(table: Any) -> None:
        table.cell(3, 1).paragraphs[0].add_run("x").font.strike = True
        if other:
            table.cell(2, 1).paragraphs[0].add_run("x")

    found = read(rubric, mark)
    assert rating(found) is None
    assert any("struck out" in line for line in found.unread)


def test_a_hidden_mark_is_listed_and_not_read(rubric: Rubric) -> None:
    """Nobody sees it on the page."""

    def mark(table: Any) -> None:
        table.cell(3, 1).paragraphs[0].add_run("x").font.hidden = True

    found = read(rubric, mark)
    assert rating(found) is None
    assert any("hidden words" in line for line in found.unread)


COLOURS: dict[str, Callable[[Any, int, str], None]] = {
    "shaded": lambda table, row, colour: shade(table.cell(row, 0), colour),
    "shaded beside": lambda table, row, colour: shade(table.cell(row, 1), colour),
    "in a colour": lambda table, row, colour: setattr(
        name_of(table, row).font.color, "rgb", RGBColor.from_string(colour)
    ),
}


@pytest.mark.parametrize("way", COLOURS)
def test_one_level_of_another_colour_than_all_others_is_the_rating(rubric: Rubric, way: str) -> None:
    """All of them have a colour, and one has its own."""

    def mark(table: Any) -> None:
        for row in range(1, 5):
            COLOURS[way](table, row, "FFC000" if row == 3 else "D9D9D9")

    found = read(rubric, mark)
    assert rating(found) == "AG"
    assert not found.unread


@pytest.mark.parametrize("way", COLOURS)
@pytest.mark.parametrize(
    "colours", [("FF0000", "FFC000", "D9D9D9", "00B050"), ("FF0000", "FF0000", "D9D9D9", "D9D9D9")]
)
def test_levels_of_several_colours_are_listed(rubric: Rubric, way: str, colours: tuple[str, ...]) -> None:
    """Each its own, or half of them: nobody can say which is meant."""

    def mark(table: Any) -> None:
        for row, colour in enumerate(colours, 1):
            COLOURS[way](table, row, colour)

    found = read(rubric, mark)
    assert rating(found) is None
    assert any("1A (table 2" in line and "in different colours" in line for line in found.unread)


def test_levels_that_are_all_of_one_colour_say_nothing(rubric: Rubric) -> None:
    """It is how somebody likes the table."""

    def mark(table: Any) -> None:
        for row in range(1, 5):
            shade(table.cell(row, 0), "D9D9D9")

    found = read(rubric, mark)
    assert (rating(found), found.unread) == (None, ())


def mark(table: Any, row: int) -> None:
    """Put an x beside a level."""
    table.cell(row, 1).paragraphs[0].add_run("x")


@pytest.mark.parametrize("way", [lambda table: shade(table.cell(1, 1), "FF0000"), lambda t: highlight(t, 1)])
def test_a_mark_that_was_typed_counts_beside_another_level_that_stands_out(
    rubric: Rubric, way: Callable[[Any], None]
) -> None:
    """And that one is listed with its place."""

    def both(table: Any) -> None:
        mark(table, 3)
        way(table)

    found = read(rubric, both)
    assert rating(found) == "AG"
    (line,) = [line for line in found.unread if "Red stands out. The mark was read." in line]
    assert line.startswith("1A, Amber Green (table 2, row 4)")


def test_a_level_that_is_marked_and_struck_out_is_listed_and_not_read(rubric: Rubric) -> None:
    """Nobody can say which of the two is meant."""

    def both(table: Any) -> None:
        mark(table, 3)
        name_of(table, 3).font.strike = True

    found = read(rubric, both)
    assert rating(found) is None
    assert any("it is marked, and struck out too" in line for line in found.unread)


@pytest.mark.parametrize("way", [lambda t: highlight(t, 3), lambda t: strike_others(t, 3)])
def test_a_mark_with_which_all_else_agrees_leaves_nothing_to_list(
    rubric: Rubric, way: Callable[[Any], None]
) -> None:
    """As where the level that is marked is shaded too."""

    def both(table: Any) -> None:
        mark(table, 3)
        way(table)

    found = read(rubric, both)
    assert rating(found) == "AG"
    assert not [line for line in found.unread if "table 2" in line]
