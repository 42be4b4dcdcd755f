"""What people typed stands in HTML and in Word as they typed it, and does nothing."""

from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given, settings

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Legend,
    Moves,
    Picture,
    Quote,
    Report,
    Spread,
    Table,
    paragraph,
    strong,
)
from matbot.report.blocks import RatingCell as RatedCell
from matbot.report.formats.html import to_html
from matbot.report.formats.word import to_word
from matbot.report.sections import SPANS, map_as_grid
from matbot.report.shares import column_shares
from matbot.review.events import ElementRated, ReviewOpened
from matbot.review.fold import review_of
from matbot.review.heat_map import Cell, Row, heat_map
from matbot.rubric import Rubric
from matbot.text import lines
from tests.strategies import hostile

VOID = {"meta", "br", "rect", "circle", "line", "path"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "h4", "p"),
    *("strong", "blockquote", "ul", "li", "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody"),
    *("tr", "th", "td", "br", "figure", "figcaption", "svg", "desc", "text", "span", "details", "summary"),
    *("rect", "circle", "line", "path"),
}
"""Every element that a page has; user text can add none."""


class Page(HTMLParser):
    """Reads a page: the text of each place, in order, and nothing but known elements without handlers."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.places: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        assert tag in KNOWN, tag
        assert not any(name.startswith("on") or name in ("href", "src") for name, _ in attrs), attrs
        if tag == "br":
            self.places.append(("br", ""))
        elif tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close it again."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take its text."""
        if data.strip("\n") and "main" in self.open:
            self.places.append((self.open[-1], data))


def read_html(*blocks: Block) -> list[str]:
    """The texts of a page with these blocks, the parts of one paragraph together."""
    page = Page()
    page.feed(to_html(Report("A title", blocks)))
    page.close()
    assert page.open == []
    return [text for tag, text in page.places if tag != "br"]


def read_word(*blocks: Block) -> list[str]:
    """The texts of a Word file with these blocks: its paragraphs, those in tables among them."""
    document = Document(BytesIO(to_word(Report("A title", blocks))))
    found: list[str] = []
    for part in document.iter_inner_content():
        found += [part.text] if hasattr(part, "text") else _cells(part)
    return [text for text in found if text]


def _cells(table: Any) -> list[str]:
    cells = {cell._tc: cell for row in table.rows for cell in row.cells}  # a joined one comes several times
    return [paragraph.text for cell in cells.values() for paragraph in cell.paragraphs]


def flat(text: str) -> str:
    """A text as it stands where there is room for one line."""
    return " / ".join(lines(text))


ONE_LINE: dict[str, tuple[Callable[[str], Block], Callable[[str], str]]] = {
    "heading": (lambda text: HeadingBlock(2, text), flat),
    "paragraph": (lambda text: paragraph(text), flat),
    "label": (lambda text: paragraph(strong(text)), flat),
    "item": (lambda text: Bullets((text,)), flat),
}


@pytest.mark.parametrize("read", [read_html, read_word])
@pytest.mark.parametrize("place", ONE_LINE)
@settings(max_examples=40, deadline=None)
@given(text=hostile)
@example(text="<script>alert(1)</script> &amp; ]]>")
def test_text_on_one_line_comes_back_as_typed(read: Callable[..., list[str]], place: str, text: str) -> None:
    """In a heading, a list and a paragraph, text of any kind is shown as it is, on one line."""
    block, expected = ONE_LINE[place]
    assert "".join(read(block(text))) == "A title" + expected(text)


@pytest.mark.parametrize("read", [read_html, read_word])
@settings(max_examples=40, deadline=None)
@given(text=hostile, other=hostile)
def test_quotations_and_cells_come_back_line_by_line(
    read: Callable[..., list[str]], text: str, other: str
) -> None:
    """Each line of what people said is there, in its order, and a table keeps its cells."""
    table = Table("Caption", ("One", "Two"), ((text, other), (other, text)))
    found = read(Quote(text), table)
    cells = [line for words in (text, other, other, text) for line in lines(words)]
    assert found == ["A title", *lines(text), "Caption", "One", "Two", *cells]


@settings(max_examples=40, deadline=None)
@given(text=hostile)
def test_facts_come_back_as_typed(text: str) -> None:
    """A label and what stands under it, in both formats."""
    block = KeyValues((("Key", text),))
    assert read_html(block) == ["A title", "Key", *filter(None, [flat(text)])]
    assert read_word(block) == ["A title", f"Key: {flat(text)}".rstrip()]


def test_the_heat_map_is_a_picture_with_words_and_a_table(rubric: Rubric) -> None:
    """Every element is in the picture, in its description and in the table, with letters and words."""
    log = [ReviewOpened(review="k7m2", trust="T", rubric=rubric.id), ElementRated(element="1A", rating="AG")]
    block = HeatMap(rubric.scale, heat_map(rubric, review_of(rubric, log)))
    written = to_html(Report("T", (block,)))
    assert "<svg" in written
    assert "1A AG Amber Green; 1B Not reviewed" in written
    assert '<td class="amber-green">AG Amber Green</td>' in written
    assert '<span class="chip red">R</span> Red' in written
    assert (
        '<td class="amber-green" colspan="2">1A Clarity of purpose <strong>AG Amber Green</strong></td>'
        in written
    )
    found = read_word(block)
    assert "AG Amber Green" in found
    assert found.count("Not reviewed") == len(rubric.elements) - 1


PICTURES: dict[str, Callable[[str], Spread | Moves]] = {
    "spread": lambda text: Spread(
        (("A", text), ("B", "Board")), ((text, ("R", "G")), ("1B", ("AG", None)), ("1C", (None, text)))
    ),
    "moves": lambda text: Moves(
        ((text, "R", "G"), ("1B", "G", "AR"), ("1C", "R", "R"), ("1D", None, "AG"), ("1E", "G", text))
    ),
}
"""A picture of each kind, hostile text wherever people's words can be; letters that no scale has, too."""


@pytest.mark.parametrize("kind", PICTURES)
@settings(max_examples=40, deadline=None)
@given(text=hostile)
@example(text="</svg><script>alert(1)</script>")
def test_a_picture_has_a_name_and_words_and_its_table_after_it(rubric: Rubric, kind: str, text: str) -> None:
    """Each piece is an image with a title and a description; the table comes back cell by cell."""
    table = Table("Caption", ("One", "Two"), ((text, RatedCell("AG", text)),), scale=rubric.scale)
    block = Picture("A picture", PICTURES[kind](text), table)
    cells = [*lines(text), *lines(f"AG {text}")]
    assert read_html(block)[-3 - len(cells) :] == ["Caption", "One", "Two", *cells]
    assert read_word(block)[-3 - len(cells) :] == ["Caption", "One", "Two", *cells]
    written = to_html(Report("T", (block,)))
    pieces = len(block.shows.lines)
    assert written.count('role="img"') == written.count("<title id=") == written.count("<desc") == pieces


def test_a_picture_in_word_is_drawn_on_the_scale(rubric: Rubric) -> None:
    """Each group's letter stands under its level, and an arrow leads from then to now; all in words too."""
    table = Table("Caption", ("One",), (("x",),), scale=rubric.scale)
    groups = (("A", "Heads"), ("B", "Board"), ("C", "Staff"))
    spread = Spread(groups, (("1A Purpose", ("R", "AG", "R")), ("1B Needs", ("AR", None, "AR"))))
    head, first, second = _first_table(Picture("Where you stand", spread, table))
    assert head == ["Element", "R Red", "AR Amber Red", "AG Amber Green", "G Green", "No rating"]
    assert first == ["1A Purpose", "A, C", "", "B", "", ""]
    assert second == ["1B Needs", "", "A, C", "", "", "B"]
    moves = Moves((("1A", "R", "G"), ("1B", "AG", "AR"), ("1C", "G", "G"), ("1D", None, "R")))
    head, *rows = _first_table(Picture("From then to now", moves, table))
    assert head[-1] == "At one time only"
    assert rows == [
        ["1A", "○ then →", "→", "→", "● now", ""],
        ["1B", "", "● now", "← ○ then", "", ""],
        ["1C", "", "", "", "● held", ""],
        ["1D", "● now", "", "", "", "new this time"],
    ]


def _first_table(block: Block) -> list[list[str]]:
    document = Document(BytesIO(to_word(Report("T", (block,)))))
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_the_map_s_grid_has_every_element_once_whatever_the_framework(rubric: Rubric) -> None:
    """A heading of many elements has several lines, as even as can be."""
    cells = tuple(Cell(f"1{number}", "Name", "", "Not reviewed") for number in range(7))
    rows = tuple(Row(str(size), "Heading", cells[:size]) for size in range(1, 8))
    grid = [lines for _, lines in map_as_grid(HeatMap(rubric.scale, rows))]
    assert [[len(line) for line in lines] for lines in grid] == [
        [1], [2], [3], [2, 2], [3, 2], [3, 3], [3, 3, 1]
    ]  # fmt: skip
    assert all(sum(span for _, span in line) == SPANS for lines in grid for line in lines)


def test_a_first_page_stands_alone(rubric: Rubric) -> None:
    """What follows it begins a page, in Word and in HTML; a report without one is written as ever."""
    blocks = (
        HeadingBlock(2, "First"),
        paragraph("One"),
        HeadingBlock(2, "Second", new_page=True),
        paragraph("Two"),
    )
    written = to_html(Report("T", blocks)).partition("<main>")[2]
    assert written.index('<div class="front"><h1>') < written.index("One") < written.index("</div>\n<section")
    assert '<section class="new-page">\n<h2>Second' in written
    found = Document(BytesIO(to_word(Report("T", blocks)))).paragraphs
    assert [one.text for one in found if one.paragraph_format.page_break_before] == ["Second"]
    assert [one.style.name for one in found if one.style][2:] == ["First page", "Heading 2", "Normal"]
    assert 'class="front"' not in to_html(Report("T", (paragraph("One"),)))


def test_pictures_say_in_letters_what_they_show(rubric: Rubric) -> None:
    """Nothing is told by a colour or a place alone; what was not rated is told in words."""
    table = Table("Caption", ("One",), (("x",),), scale=rubric.scale)
    spread = Spread(
        (("A", "Heads"), ("B", "Board")), (("1A Purpose", ("R", "G")), ("1B Needs", ("AR", None)))
    )
    moves = Moves((("1A Purpose", "R", "AG"), ("1B Needs", "G", "G"), ("1C Culture", None, "AR")))
    written = to_html(Report("T", (Picture("Spread", spread, table), Picture("Moves", moves, table))))
    for values in ("A R, B G", "A AR, B no rating", "No rating: B", "A Heads · B Board"):
        assert f">{values}</" in written or f" {values}</" in written, values
    for values in ("from R to AG", "held at G", "AR, not rated last time", "new this time", "held"):
        assert f">{values}</" in written, values


@pytest.mark.parametrize(
    ("cell", "shown", "look"),
    [
        (RatedCell("AG", "Amber Green"), "AG Amber Green", "amber-green"),
        (RatedCell("G"), "G", "green"),
        (RatedCell(None), "·", "none"),
        (RatedCell("", "Not rated yet"), "Not rated yet", "none"),
        (RatedCell("Z"), "Z", "none"),
    ],
)
def test_a_rating_in_a_table_has_its_colour_and_always_letters_or_words(
    rubric: Rubric, cell: RatedCell, shown: str, look: str
) -> None:
    """The cell is shaded in HTML and in Word; letters of another scale have no colour."""
    table = Table("Caption", ("Element", "Rating"), (("1A", cell),), scale=rubric.scale)
    assert f'<td class="{look}">{shown}</td>' in to_html(Report("T", (table,)))
    drawn = Document(BytesIO(to_word(Report("T", (table,))))).tables[0].rows[1].cells[1]
    assert drawn.text == shown
    assert ("w:shd" in drawn._tc.xml) == (look != "none")


def test_the_legend_names_every_level_and_the_sign_for_no_rating(rubric: Rubric) -> None:
    """Letters, names and meanings, and that no rating is not the weakest level."""
    block = Legend(rubric.scale)
    shown = [text.strip() for text in read_html(block)]
    assert shown[1:5] == ["R", "Red (weak capacity)", "AR", "Amber Red"]
    assert shown[-2:] == ["·", "no rating, which is not the same as Red"]
    assert "".join(shown[1:]).replace(" ", "") == "".join(read_word(block)[1:]).replace(" ", "")


def test_columns_are_as_wide_as_their_words_ask_for() -> None:
    """A letter takes little room and a long text most of it; one endless word leaves room for the others."""
    narrow, wide = column_shares(Table("C", ("A", "B"), (("x", "many words " * 30),)), 80)
    assert narrow < 0.15 < 0.8 < wide
    _, letter, word = column_shares(Table("C", ("A", "B", "Element"), (("x" * 20_000, "b", "1A"),)), 80)
    assert letter * 80 >= 4
    assert word * 80 >= 10


def test_a_page_fetches_nothing_and_runs_nothing(rubric: Rubric) -> None:
    """One file, whole: no script, no address, and a policy that would stop both."""
    written = to_html(Report("T", (paragraph("Words"),)))
    assert "default-src 'none'" in written
    assert "<script" not in written
    assert "url(" not in written


def test_a_word_file_has_headings_repeated_rows_and_speaks_british_english(rubric: Rubric) -> None:
    """What makes it a document to work in, and a wide table stands across the page."""
    table = Table("Priorities", ("Focus", "Issues"), (("1A", "x"),), wide=True)
    document = Document(BytesIO(to_word(Report("T", (paragraph("Words"), HeadingBlock(2, "Plan"), table)))))
    assert [p.style.name for p in document.paragraphs if p.style][:1] == ["Heading 1"]
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert 'w:val="en-GB"' in document.styles.element.xml
    widths = [(section.page_width or 0) > (section.page_height or 0) for section in document.sections]
    assert widths == [False, True]
