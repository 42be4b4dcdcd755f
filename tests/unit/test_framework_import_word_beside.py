"""What stands in a Word file beside its plain words: hidden, struck out, put in, or drawn. It is said."""

import zipfile
from io import BytesIO

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.word import pieces_of_word

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:v" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_HEADER = ("Element", "Questions", "Red", "Green")


def run(words: str, marks: str = "") -> str:
    """Words with these marks."""
    return f"<w:r><w:rPr>{marks}</w:rPr><w:t>{words}</w:t></w:r>"


def table(green: str) -> str:
    """A framework of one question, with this in its last cell."""
    header = "".join(f"<w:tc><w:p>{run(name)}</w:p></w:tc>" for name in _HEADER)
    cells = "".join(
        f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("1A Welcome", "Is it so?", "It is not")
    )
    return f"<w:tbl><w:tr>{header}</w:tr><w:tr>{cells}<w:tc><w:p>{green}</w:p></w:tc></w:tr></w:tbl>"


def read(body: str) -> Found:
    """What is found in a file with this text."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        text = f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
        file.writestr("word/document.xml", text)
    return interpret_source(pieces_of_word(raw.getvalue(), Budget()), "ours.docx")


def green(found: Found) -> str:
    """The words of the last cell."""
    return found.rubric.headings[0].elements[0].questions[0].green


def test_hidden_words_are_listed_and_not_read() -> None:
    """They do not stand on the page."""
    found = read(table(run("It is") + run("secret", "<w:vanish/>")))
    assert green(found) == "It is"
    assert [one.words for one in found.unread] == ["secret"]


def test_words_that_are_struck_out_by_hand_are_told() -> None:
    """They are read: it is not known whether they are still meant."""
    found = read(table(run("It is ") + run("no more", "<w:strike/>")))
    assert green(found) == "It is no more"
    assert any("“no more”" in one.what for one in found.corrections)


@pytest.mark.parametrize(
    "put_in",
    [
        "<w:altChunk/>",
        "<w:subDoc/>",
        "<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>",
        '<w:p><w:r><w:pict><v:textpath string="Drawn"/></w:pict></w:r></w:p>',
    ],
)
def test_what_is_put_in_from_elsewhere_is_listed(put_in: str) -> None:
    """It is never said that everything could be read."""
    assert read(f"{table(run('It is'))}{put_in}").unread


def test_a_table_in_a_text_box_is_read() -> None:
    """People put tables beside one another so."""
    box = f"<w:txbxContent>{table(run('It is'))}<w:p/></w:txbxContent>"
    found = read(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>")
    assert green(found) == "It is"


def test_a_second_way_to_draw_is_read_where_there_is_no_first() -> None:
    """As some programs write it."""
    box = f"<w:txbxContent><w:p>{run('Boxed')}</w:p></w:txbxContent>"
    fallback = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = read(f"{table(run('It is'))}<w:p><w:r>{fallback}</w:r></w:p>")
    assert [one.words for one in found.unread] == ["Boxed"]
