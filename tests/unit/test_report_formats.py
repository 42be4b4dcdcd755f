"""The export formats: each declared once, offered wherever it is supported, and never in another's place."""

from dataclasses import dataclass

import pytest

from matbot.report.blocks import Report, paragraph
from matbot.report.fill_in import FillIn
from matbot.report.formats import registry
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind, Exporter, Table
from matbot.report.formats.registry import (
    EXPORTERS,
    UnsupportedFormat,
    find_exporter,
    find_form_of_file,
    format_names,
    list_offered,
    list_suffixes,
)
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, run, speak, text_of


@dataclass(frozen=True)
class Sample(Exportable):
    """A document of any kind."""

    kind: DocumentKind = DocumentKind.TRANSCRIPT
    filename_stem: str = "sample"

    def report_in(self, way: FillIn) -> Report:
        """A line of text."""
        return Report("Sample", (paragraph("Some words."),))

    def table(self) -> Table:
        """A table of one cell."""
        return ("Words",), (("Some words.",),)


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_document_can_be_written_in_each_format_it_is_offered_in(kind: DocumentKind) -> None:
    """The usual one is among them, and so are those that stand first."""
    assert {kind.usual, *kind.first} <= {*list_suffixes(kind)} == {*list_offered(kind)}
    assert list(list_offered(kind))[: len(kind.first)] == list(kind.first)
    for suffix in list_offered(kind):
        assert Sample(kind).render(suffix)
        assert Sample(kind).name(suffix) == f"sample.{suffix}"


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("suffix", [*(exporter.suffix for exporter in EXPORTERS), "xlsx", "", "MD"])
def test_no_document_is_written_in_another_format_than_was_asked_for(kind: DocumentKind, suffix: str) -> None:
    """A format that it does not have is refused in words that name those it has."""
    if suffix in list_suffixes(kind):
        assert find_exporter(kind, suffix).suffix == suffix
        return
    with pytest.raises(UnsupportedFormat, match=f"^The {kind.title} can be written as .*, not as {suffix}"):
        find_exporter(kind, suffix)


def test_the_priorities_table_as_a_workbook_is_refused_in_words() -> None:
    """It was written as Markdown, under the name of a workbook."""
    with pytest.raises(UnsupportedFormat) as refused:
        Sample(DocumentKind.PRIORITIES).render("xlsx")
    assert str(refused.value) == (
        "The priorities table can be written as Word, CSV or Markdown, not as xlsx."
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [("", "md"), ("notes.txt", "md"), ("a.b.DOCX", "docx"), ("2026.10.notes", "md"), ("docx", "md")],
)
def test_the_ending_of_a_file_asks_for_a_format(name: str, form: str) -> None:
    """One that asks for none gets the usual one."""
    assert find_form_of_file(DocumentKind.TRANSCRIPT, name) == form


@pytest.mark.parametrize("name", ["notes.csv", "notes.PDF", "notes.xlsx"])
def test_a_file_named_as_another_format_is_refused(name: str) -> None:
    """It would hold what its name denies."""
    with pytest.raises(UnsupportedFormat):
        find_form_of_file(DocumentKind.TRANSCRIPT, name)


def test_a_new_format_is_offered_everywhere_once_it_is_registered(
    monkeypatch: pytest.MonkeyPatch, workspace: Workspace
) -> None:
    """By the command, in line mode and in words, with nothing else changed."""
    plain = Exporter(
        suffix="txt",
        name="plain text",
        media_type="text/plain",
        is_text=True,
        uses={DocumentKind.TRANSCRIPT: "to read aloud"},
        write=lambda document: document.report_in(FillIn.LINES).title.encode(),
    )
    monkeypatch.setattr(registry, "EXPORTERS", (*EXPORTERS, plain))
    assert format_names(DocumentKind.TRANSCRIPT) == "Markdown, a web page, Word or plain text"
    assert list_offered(DocumentKind.TRANSCRIPT)["txt"] == "plain text, to read aloud"
    assert "txt" not in list_offered(DocumentKind.PACK)
    at_home(workspace, "new", "Northfields", "Heads", "", "1A", "")
    (review,) = reviews_in(workspace)
    printed = run(
        "--workspace", str(workspace.root), "transcript", review.id, "--format", "txt", "--output", "-"
    )
    assert printed.out.startswith("Northfields")
    with workspace.open(review.id) as file:
        assert "plain text, to read aloud" in text_of(speak(file, "/transcript", "", "", ""))
