"""Pages of a PDF on which there is far too much: refused before it is drawn."""

import zlib

import pdfplumber
import pytest

from matbot.importers.findings import CannotImport
from matbot.importers.readers.pdf import pieces_of_pdf
from matbot.importers.readers.pdf_content import MOST_BYTES, MOST_SIGNS

WORDS = b"BT /F1 12 Tf 20 20 Td (Hello) Tj ET\n"


def pdf(*contents: bytes, forms: dict[str, bytes] | None = None, pages: int = 1, count: int = 0) -> bytes:
    """A PDF whose pages have these contents and forms to call; `count` is what it says of its pages."""
    named = forms or {}
    first_form = 4 + len(contents)
    listed = b" ".join(b"/%s %d 0 R" % (name.encode(), first_form + at) for at, name in enumerate(named))
    resources = b"<</Font<</F1 3 0 R>>/XObject<<" + listed + b">>>>"
    first_page = first_form + len(named)
    kids = b" ".join(b"%d 0 R" % (first_page + at) for at in range(pages))
    content = b"[" + b" ".join(b"%d 0 R" % (4 + at) for at in range(len(contents))) + b"]"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % (count or pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(_stream(one, b"") for one in contents),
        *(
            _stream(one, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources " + resources)
            for one in named.values()
        ),
        *[
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents "
            + content
            + b"/Resources "
            + resources
            + b">>"
        ]
        * pages,
    ]
    raw, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(raw))
    return raw + head + table + end


def _stream(program: bytes, marks: bytes) -> bytes:
    packed = zlib.compress(program, 9)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (marks, len(packed), packed)


TOO_FULL = {
    "rectangles": pdf(b"0 0 10 10 re S\n" * (MOST_SIGNS // 6 + 1)),
    "words": pdf(b"BT /F1 1 Tf (" + b"a" * 5_000 + b") Tj ET\n" * 1 + (b"(" + b"a" * 5_000 + b") Tj\n") * 30),
    "words in hexadecimal digits": pdf((b"<" + b"0041" * 5_000 + b"> Tj\n") * 15),
    "commands": pdf(b"q " * (MOST_SIGNS + 1)),
    "spaces": pdf(b" " * (MOST_BYTES + 1)),
    "many parts": pdf(*[b"q " * 50_000] * 8),
    "a form called often": pdf(b"/A Do\n" * 100, forms={"A": b"q " * 5_000}),
    "forms that call forms": pdf(
        b"/A Do " * 100, forms={"A": b"/B Do " * 100, "B": b"/C Do " * 100, "C": WORDS}
    ),
    "a form that calls itself": pdf(b"/A Do ", forms={"A": WORDS + b"/A Do "}),
}


@pytest.mark.parametrize("raw", TOO_FULL.values(), ids=TOO_FULL)
def test_a_page_with_far_too_much_is_refused_before_it_is_drawn(
    raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its drawing alone would take minutes."""

    def draw(page: object) -> None:
        raise AssertionError("it was drawn")

    monkeypatch.setattr(pdfplumber.page.Page, "layout", property(draw))
    with pytest.raises(CannotImport, match="far more on page 1 than a page has room for"):
        pieces_of_pdf(raw)


def test_a_file_that_says_it_has_too_many_pages_is_refused_at_once() -> None:
    """Going through them may take long."""
    with pytest.raises(CannotImport, match="more than 300 pages"):
        pieces_of_pdf(pdf(WORDS, count=20_000))


USUAL = {
    "words": pdf(WORDS),
    "two pages": pdf(WORDS, pages=2),
    "a form": pdf(b"/A Do\n", forms={"A": WORDS}),
    "a form that is not there": pdf(b"/Nothing Do\n", WORDS),
    "commands that do nothing": pdf(b"q " * 1000, WORDS),
    "a count that cannot be": pdf(WORDS, count=-1),
}


@pytest.mark.parametrize("raw", USUAL.values(), ids=USUAL)
def test_a_page_with_what_a_page_has_is_read(raw: bytes) -> None:
    """Whatever stands on it."""
    assert "Hello" in str(pieces_of_pdf(raw))
