"""Every word that somebody put into a pack is in a draft or in the list of what was not read."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.importers.packs.interpretation import PackReading
from matbot.rubric.library import find
from matbot.services.blank_pack import build_blank_pack
from tests.strategies import hostile
from tests.unit.filled_packs import Answers, in_lines, in_word, sense

MARK, WORDS = "Where you are", "What makes you say that"
WORD = "zebras"
"""A word that stands in no pack."""

BEGINNINGS = (
    *(
        "",
        "We saw ",
        "For ",
        "End of ",
        "# ",
        "### ",
        "- ",
        "- **",
        "> ",
        "**Red:** ",
        "- Green: ",
        "3 ",
        "Red ",
    ),
    *("End of 1A. ", "### 1A: your rating ", "### 9Z (ix) ", "- **Where you are:** ", "Framework version: "),
)
"""How lines begin that look like the pack's own."""

FRAMEWORK = find()

FILLED: Answers = {
    "1A (i)": {MARK: "3", WORDS: "Most staff can say it.\n\nTwo new schools cannot."},
    "1A (iv)": {MARK: "x", WORDS: "No clusters."},
    "1A": {"Green": "x", "Why that rating": "It is there.", "Who sees it differently": "Two of us."},
    "2B": {"Red": "x", "Key evidence": "Survey."},
}

sentences = st.builds(
    "{}{}{}".format,
    st.sampled_from(BEGINNINGS),
    st.just(WORD),
    st.sampled_from(("", ".", " at last.", ":**", ". Then we stopped.\n- **Red:** x")) | hostile,
)
"""Sentences that look like anything a pack has."""


def texts(found: PackReading) -> Iterator[str]:
    """What the drafts say, and what the list does."""
    for draft in found.drafts:
        yield from map(str, draft.model_dump(exclude={"kind", "id", "at"}).values())
    yield from found.unread


def is_somewhere(word: str, found: PackReading) -> bool:
    """Whether a word is in a draft or in the list."""
    return any(word in text for text in texts(found))


@cache
def lines_of(*, is_filled: bool) -> list[str]:
    """The lines of a Markdown pack of two elements."""
    return in_lines(FRAMEWORK, FILLED if is_filled else {about: {} for about in FILLED}).split("\n")


@cache
def in_cells() -> bytes:
    """A filled Word pack of two elements."""
    return in_word(FRAMEWORK, FILLED)


@settings(max_examples=50, deadline=None)
@given(st.data(), sentences, st.booleans(), st.booleans())
def test_a_sentence_at_any_line_is_in_a_draft_or_listed(
    data: st.DataObject, sentence: str, is_filled: bool, is_own_line: bool
) -> None:
    """On a line of its own, or behind what stands there."""
    lines = lines_of(is_filled=is_filled)
    place = data.draw(st.integers(0, len(lines) - 1))
    text = [*lines[:place], sentence, *lines[place:]]
    if not is_own_line:
        text = [*lines[:place], f"{lines[place]} {sentence}", *lines[place + 1 :]]
    assert is_somewhere(WORD, sense(FRAMEWORK, "\n".join(text)))


def test_plain_words_at_each_line_of_a_blank_pack() -> None:
    """Wherever they stand, they are read once, as an answer or as none."""
    lines = lines_of(is_filled=False)
    for place in range(len(lines) + 1):
        found = sense(FRAMEWORK, "\n".join([*lines[:place], "We saw zebras.", *lines[place:]]))
        assert sum(WORD in text for text in texts(found)) == 1, (place, found)
        assert len(found.drafts) + len(found.unread) == 1, (place, found)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_lines_taken_out_lose_no_other_words(data: st.DataObject) -> None:
    """What was answered below a heading or a label that is gone is listed; what was taken out is told."""
    lines = lines_of(is_filled=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    found = sense(FRAMEWORK, "\n".join([*lines[:place], *lines[place + 1 :]]))
    for answers in FILLED.values():
        for words in answers.values():
            for line in filter(lambda one: len(one) > 3 and one not in lines[place], words.split("\n")):
                assert is_somewhere(line, found), (lines[place], line)
    if lines[place].startswith(("### ", "- **Red:", "- **Where")):
        assert found.unread


def test_what_stands_below_an_end_or_above_the_next_heading_is_no_answer() -> None:
    """The last answer of an element ends where the pack says so, and has all its paragraphs."""
    text = in_lines(
        FRAMEWORK, {"1A": {"Who sees it differently": "Two.\n\nAnd one more."}, "2B": {"Red": "x"}}
    )
    found = sense(FRAMEWORK, text.replace("\n## 2B", "\nWe liked this part.\n\n## 2B"))
    assert [draft.model_dump().get("differs") for draft in found.drafts] == ["Two.\n\nAnd one more.", None]
    assert [line.partition(": ")[2] for line in found.unread] == [
        "“We liked this part.” is outside what there is to fill in. It was not read."
    ]
    found = sense(FRAMEWORK, text.replace("End of 1A.", ""))
    assert [draft.model_dump().get("differs") for draft in found.drafts] == ["Two.", None]
    assert "“And one more.” is outside" in found.unread[0]


def test_a_text_that_was_wrapped_or_prettified_is_still_the_pack_s_own() -> None:
    """Lines broken by an editor, quotation marks made round, dashes made long: nothing is listed."""
    wrapped = [
        "\n".join([line[:60].rpartition(" ")[0], "  " + line[:60].rpartition(" ")[2] + line[60:]])
        if len(line) > 80 and line.startswith(("-", "**")) and ":** " not in line[60:]
        else line
        for line in lines_of(is_filled=True)
    ]
    text = "\n".join(wrapped).replace("'", "’").replace("2019-20,", "2019–20,")
    assert (len(sense(FRAMEWORK, text).drafts), sense(FRAMEWORK, text).unread) == (9, ())


# Word


def paragraph(words: str, kind: str = "") -> Any:
    """A paragraph, or one that was added or struck out while changes were tracked."""
    text = "delText" if kind == "del" else "t"
    run = f"<w:r><w:{text}>{words}</w:{text}></w:r>"
    return parse_xml(f"<w:p {nsdecls('w')}>{f'<w:{kind}>{run}</w:{kind}>' if kind else run}</w:p>")


def box(words: str) -> Any:
    """A paragraph on which a text box hangs."""
    hung = OxmlElement("w:p")
    inside = parse_xml(
        f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    )
    run = OxmlElement("w:r")
    run.append(inside)
    hung.append(run)
    return hung


def at(document: Any, place: int, what: Any) -> None:
    """Put something into the text, as the so-many-th thing in it."""
    body = document.element.body
    body.insert(place % len(body), what)


def cell_at(document: Any, place: int) -> Any:
    """Any cell of any table."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return cells[place % len(cells)]


def table_at(document: Any, place: int) -> Any:
    """Any table."""
    return document.tables[place % len(document.tables)]


def add_row(document: Any, place: int) -> None:
    """A row more, with words in one of its cells."""
    cells = table_at(document, place).add_row().cells
    cells[place % len(cells)].text = f"{WORD} too"


def add_table(document: Any, place: int) -> None:
    """A table more."""
    table = document.add_table(2, 2)
    table.cell(place % 2, 1).text = WORD
    at(document, place, table._tbl)


def nest(document: Any, place: int) -> None:
    """A table in a cell."""
    cell_at(document, place).add_table(1, 1).cell(0, 0).text = WORD


def join(document: Any, place: int) -> None:
    """Two cells made one, with words in it."""
    table = table_at(document, place)
    row = table.rows[place % len(table.rows)].cells
    row[-2].merge(row[-1]).text = WORD


def insert_row_above(document: Any, place: int) -> None:
    """A row above the names of the columns."""
    table = table_at(document, place)
    row = table.add_row()
    row.cells[0].text = WORD
    table._tbl.insert(list(table._tbl).index(table.rows[0]._tr), row._tr)


def strike_row(document: Any, place: int) -> None:
    """A row struck out while changes were tracked."""
    table = table_at(document, place)
    row = table.rows[place % len(table.rows)]
    row.cells[-1].text = WORD
    row._tr.get_or_add_trPr().append(OxmlElement("w:del"))


ADDED: list[Callable[[Any, int], None]] = [
    lambda one, place: at(one, place, paragraph(WORD)),
    lambda one, place: at(one, place, paragraph(WORD, "ins")),
    lambda one, place: at(one, place, paragraph(WORD, "del")),
    lambda one, place: at(one, place, box(WORD)),
    lambda one, place: cell_at(one, place)._tc.append(paragraph(WORD)),
    lambda one, place: cell_at(one, place)._tc.append(paragraph(WORD, "ins")),
    lambda one, place: cell_at(one, place)._tc.append(paragraph(WORD, "del")),
    lambda one, place: cell_at(one, place)._tc.append(box(WORD)),
    lambda one, place: setattr(cell_at(one, place), "text", WORD),
    lambda one, place: setattr(one.sections[-1].header.paragraphs[0], "text", WORD),
    lambda one, place: setattr(one.sections[0].footer.paragraphs[0], "text", WORD),
    add_row,
    add_table,
    nest,
    join,
    insert_row_above,
    strike_row,
]


def changed(change: Callable[[Any, int], None], place: int) -> PackReading:
    """What a filled Word pack says after a change."""
    document = Document(BytesIO(in_cells()))
    change(document, place)
    raw = BytesIO()
    document.save(raw)
    return sense(FRAMEWORK, raw.getvalue())


@pytest.mark.parametrize("change", ADDED)
@settings(max_examples=5, deadline=None)
@given(place=st.integers(0, 200))
def test_a_word_put_anywhere_in_a_word_file_is_in_a_draft_or_listed(
    change: Callable[[Any, int], None], place: int
) -> None:
    """In the text, a cell, a box, the header of the page; a row, a table or a tracked change more."""
    assert is_somewhere(WORD, changed(change, place))


def clear(document: Any, place: int) -> None:
    """The first cell of a row emptied."""
    table = table_at(document, place)
    table.cell(place % len(table.rows), 0).text = ""


def delete(document: Any, place: int) -> None:
    """A row taken out."""
    table = table_at(document, place)
    table._tbl.remove(table.rows[place % len(table.rows)]._tr)


def delete_table(document: Any, place: int) -> None:
    """A table taken out."""
    document.element.body.remove(table_at(document, place)._tbl)


@pytest.mark.parametrize("change", [clear, delete, delete_table])
@settings(max_examples=8, deadline=None)
@given(place=st.integers(0, 60))
def test_what_was_taken_out_is_told_and_loses_no_other_words(
    change: Callable[[Any, int], None], place: int
) -> None:
    """A label, a row, a table that is gone: said; what else was answered is in a draft or listed."""
    gone = Document(BytesIO(in_cells()))
    change(gone, place)
    left = "\n".join(node.text or "" for node in gone.element.body.iter(qn("w:t")))
    found = changed(change, place)
    assert found.unread
    for answers in FILLED.values():
        for words in answers.values():
            for line in filter(lambda one: len(one) > 3 and one in left, words.split("\n")):
                assert is_somewhere(line, found), line


@pytest.mark.parametrize("form", ["docx", "md"])
@pytest.mark.parametrize("codes", [["1A"], ["1A", "2B"], None])
@pytest.mark.parametrize("whom", ["", "Heads", "St. Mary's & all: *heads*, 1A.", "a group"])
def test_a_blank_pack_says_nothing(form: str, codes: list[str] | None, whom: str) -> None:
    """Whatever its elements, and whomever it is for."""
    raw = build_blank_pack(FRAMEWORK, codes or list(FRAMEWORK.elements), whom).render(form)
    found = sense(FRAMEWORK, raw if form == "docx" else raw.decode())
    assert (found.drafts, found.unread, found.is_pack) == ((), (), True)
