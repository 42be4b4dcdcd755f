"""Fillable PDFs of every make: what was filled in is listed with its field, whatever keeps it."""

from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from pdfminer.psparser import LIT

from matbot.importers.findings import CannotImport, Unread
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.pdf_forms import fields_of, form_in

FORMS = Path(__file__).parent / "forms"
WIDGET = {"Subtype": LIT("Widget"), "T": b"1A rating"}
BOX, LIST, TEXT = LIT("Btn"), LIT("Ch"), LIT("Tx")
GROUP = {"FT": BOX, "T": b"1A rating", "V": LIT("AG")}


def listed(**data: Any) -> list[Unread]:
    """What is listed of one field."""
    return list(fields_of(1, [{"data": {**WIDGET, **data}}]))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"FT": BOX, "AS": LIT("AG")}, "AG"),
        ({"FT": BOX, "V": LIT("Yes")}, "Yes"),
        ({"FT": BOX, "AS": LIT("1"), "Opt": [b"Red", b"Amber"]}, "Amber"),
        ({"AS": LIT("2"), "Parent": {**GROUP, "Opt": [b"R", b"AR", b"AG"]}}, "AG"),
        ({"Parent": GROUP, "AP": {"N": {"AG": None, "Off": None}}}, "AG"),
        ({"FT": LIST, "V": b"ag", "Opt": [[b"r", b"Red"], [b"ag", b"Amber Green"]]}, "Amber Green"),
        ({"FT": LIST, "V": LIT("ag"), "Opt": [b"r", b"ag"]}, "ag"),
        ({"FT": LIST, "V": [b"one", b"two"]}, "one\ntwo"),
        ({"FT": TEXT, "V": LIT("named")}, "named"),
        ({"FT": TEXT, "V": "Caf\u00e9".encode("utf-16")}, "Caf\u00e9"),
        ({"FT": TEXT, "V": b"\xef\xbb\xbfCaf\xc3\xa9"}, "Caf\u00e9"),
        ({"FT": TEXT, "V": b"", "RV": b"<body><p>We <b>met</b> &amp; spoke.</p></body>"}, "We met & spoke."),
        ({"FT": LIT("Sig"), "V": {"Name": b"Ada"}}, "A signature"),
    ],
)
def test_what_a_field_holds_is_listed(data: dict[str, Any], words: str) -> None:
    """As the form shows it, with the name of the field."""
    (one,) = listed(**data)
    assert " ".join(one.words.split(" ")).split() == words.split()
    assert "1A rating" in one.why


@pytest.mark.parametrize(
    "data",
    [
        {"FT": BOX, "AS": LIT("Off")},
        {"Parent": GROUP, "AP": {"N": {"R": None, "Off": None}}},
        {"FT": LIST, "V": b""},
        {"FT": TEXT},
    ],
)
def test_an_empty_field_is_listed_as_empty(data: dict[str, Any]) -> None:
    """One box of a group that is not the chosen one holds nothing."""
    (one,) = listed(**data)
    assert "empty" in one.why


def test_a_button_that_is_pushed_holds_nothing() -> None:
    """Such as one that prints."""
    assert listed(FT=BOX, Ff=1 << 16, V=LIT("Off")) == []


def test_a_field_that_stands_on_no_page_is_listed() -> None:
    """Forms keep what was filled in on pages that somebody took out."""
    fields = [{"FT": TEXT, "T": b"1B evidence", "V": b"Two pupils."}, {**GROUP, "Kids": [{"AS": LIT("Off")}]}]
    form = form_in({"AcroForm": {"Fields": fields}})
    assert [(one.place, one.words) for one in form.unseen(())] == [
        ("the whole file", "Two pupils."),
        ("the whole file", "AG"),
    ]
    assert not list(form.unseen([Unread("page 1", "AG", ""), Unread("page 1", "Two pupils.", "")]))


def test_fields_that_hold_one_another_come_to_an_end() -> None:
    """As a damaged file may have it."""
    one: dict[str, Any] = {"T": b"x"}
    one["Kids"] = [one]
    assert form_in({"AcroForm": {"Fields": [one]}}).filled == ()


def test_a_form_of_adobes_own_kind_that_has_pages_is_read(tmp_path: Path) -> None:
    """Only one whose page says that another program is needed is refused."""
    raw = (FORMS / "form-blank.pdf").read_bytes()
    old = b"/DA (/Helv 0 Tf 0 g)"
    xfa = raw.replace(old, b"/XFA (x)".ljust(len(old)))
    path = tmp_path / "ours.pdf"
    path.write_bytes(xfa)
    assert found_in(path).rubric.questions  # it has pages of its own
    assert form_in({"AcroForm": {"XFA": b"x"}}).is_waiting(
        "Please wait... If this message is not eventually replaced by the contents"
    )


RATING = ("page 1, row 1", "Rating")
"""The column that has room for the ratings, which is left out."""


@pytest.mark.parametrize(("drawn", "expected"), [(False, [RATING]), (True, [("page 1", "Drawings"), RATING])])
def test_what_is_drawn_in_a_table_is_listed(
    tmp_path: Path, drawn: bool, expected: list[tuple[str, str]]
) -> None:
    """A choice that was made in a form before it was printed is a drawing."""
    pdf = FPDF(orientation="landscape")
    pdf.add_page()
    pdf.set_font("helvetica", size=8)
    rows = (("Element", "Questions", "Red", "Green", "Rating"), ("1A. X", "i. One?", "i. A", "i. B", ""))
    for down, row in zip((20, 30), rows, strict=True):
        for place, words in enumerate(row):
            pdf.rect(10 + 50 * place, down, 50, 10)
            pdf.text(11 + 50 * place, down + 5, words)
    if drawn:
        pdf.ellipse(220, 32, 6, 6, style="F")
    path = tmp_path / "ours.pdf"
    path.write_bytes(bytes(pdf.output()))
    assert [(one.place, one.words) for one in found_in(path).unread] == expected


def test_an_empty_form_of_adobes_own_kind_says_what_to_do(tmp_path: Path) -> None:
    """Its only page asks people to wait for a program that shows it."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.multi_cell(0, 10, "Please wait... If this message is not eventually replaced by the proper contents")
    path = tmp_path / "ours.pdf"
    raw = bytes(pdf.output())
    path.write_bytes(raw.replace(b"/Type /Catalog", b"/AcroForm << /XFA (x) >> /Type /Catalog"))
    with pytest.raises(CannotImport, match=r"only Adobe's programs show \(XFA\)"):
        found_in(path)
