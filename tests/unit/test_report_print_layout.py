"""On paper: numbered pages, what stays together, and columns as wide as what they hold."""

from io import BytesIO

from docx import Document

from matbot.report.blocks import HeadingBlock, HeatMap, Report, Table, paragraph
from matbot.report.formats.html import to_html
from matbot.report.formats.word import to_word
from matbot.report.sections import first_column_names, is_small
from matbot.report.shares import column_shares, needs_room
from matbot.review.fold import review_of
from matbot.review.heat_map import heat_map
from matbot.rubric import Rubric
from tests.talk import Talk

LONG = "We looked at it in every school and heard something else. " * 30


def test_every_page_has_its_number_and_the_title(rubric: Rubric) -> None:
    """In Word by a field, in print by the style sheet, in which a title can do nothing; no form has them."""
    title = 'A "title" }</style>'
    foot = Document(BytesIO(to_word(Report(title, (paragraph("x"),))))).sections[0].footer
    assert title in foot.paragraphs[0].text
    assert "PAGE" in foot._element.xml
    written = to_html(Report(title, (paragraph("x"),)))
    assert "@bottom-right { content: counter(page)" in written
    style = written.partition("<style>")[2].partition("</style>")[0]
    assert style.count("{") == style.count("}")
    assert "\\41 \\20 \\22 " in style
    form = Document(BytesIO(to_word(Report(title, (paragraph("x"),), form=True))))
    assert not form.sections[0].footer.paragraphs[0].text


def test_the_map_in_word_stands_on_one_page(rubric: Rubric) -> None:
    """Each of its rows but the last is kept with the next."""
    rows = heat_map(rubric, review_of(rubric, Talk(rubric).log))
    document = Document(BytesIO(to_word(Report("T", (HeadingBlock(2, "Map"), HeatMap(rubric.scale, rows))))))
    *kept, last = ["w:keepNext" in row._tr.xml for row in document.tables[0].rows]
    assert all(kept)
    assert not last


def test_a_small_table_is_not_parted() -> None:
    """In Word and in print; a long one is, and one with empty cells to fill in grows."""
    table = Table("C", ("A", "B"), (("x", "y"), ("x", "y")))
    assert is_small(table)
    assert "w:keepNext" in Document(BytesIO(to_word(Report("T", (table,))))).tables[0].rows[1]._tr.xml
    assert 'class="table whole named"' in to_html(Report("T", (table,)))
    assert not is_small(Table("C", ("A", "B"), (("x", LONG),)))
    assert not is_small(Table("C", ("A", "B"), (("x", ""),)))


def test_only_what_needs_the_long_side_of_the_paper_gets_it() -> None:
    """Many columns, or many words in a row."""
    assert not needs_room(("A", "B", "C", "D"), (("x", "y", "z", "short words"),))
    assert needs_room(("A", "B", "C", "D", "E"), ())
    assert needs_room(("A", "B"), (("x", LONG),))


def test_columns_without_words_of_their_own_leave_their_room_to_the_others() -> None:
    """`To be agreed` takes what it needs, and no more."""
    columns = ("Focus area", "Key issues", "What to do", "Milestones", "Review date")
    rows = (("1A Purpose", LONG[:300], LONG[:200], "To be agreed", "To be agreed"),)
    focus, issues, action, milestones, look = column_shares(Table("C", columns, rows), 130)
    assert issues > 0.3
    assert action > 0.25
    assert max(focus, milestones, look) < 0.15


def test_the_first_column_is_bold_wherever_it_names_its_rows() -> None:
    """However long the name of an element with its rating is; text that is read is not."""
    name = "3C Evidence based professional learning models (Amber Red)"
    assert first_column_names(Table("C", ("A", "B"), ((name, "x"),)))
    assert not first_column_names(Table("C", ("A", "B"), ((LONG, "x"),)))
    assert not first_column_names(Table("C", ("Question", "B"), (("(i) Who?", "x"),)))
