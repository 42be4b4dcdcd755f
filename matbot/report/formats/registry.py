"""The registry of export formats; a format that is added here is available everywhere."""

from collections.abc import Sequence
from pathlib import PurePath

from matbot.report.fill_in import FillIn
from matbot.report.formats.exporter import READ_ALONE, Content, DocumentKind, Exporter


def _markdown(document: Content) -> bytes:
    from matbot.report.formats.markdown import to_markdown

    return to_markdown(document.report_in(FillIn.LINES)).encode(errors="replace")


def _html(document: Content) -> bytes:
    from matbot.report.formats.html import to_html

    return to_html(document.report_in(FillIn.PAPER)).encode(errors="replace")


def _word(document: Content) -> bytes:
    from matbot.report.formats.word import write_word  # imports python-docx: a fifth of a second

    return write_word(document.report_in(FillIn.CELLS))


def _csv(document: Content) -> bytes:
    from matbot.csv_tables import sheet_of

    return sheet_of(*document.table())


EXPORTERS = (
    Exporter(
        suffix="md",
        name="Markdown",
        media_type="text/markdown",
        is_text=True,
        uses={
            **dict.fromkeys(READ_ALONE, ""),
            DocumentKind.PRIORITIES: "plain text",
            DocumentKind.PACK: "to fill in and read back",
        },
        write=_markdown,
    ),
    Exporter(
        suffix="html",
        name="a web page",
        media_type="text/html",
        is_text=True,
        uses={**dict.fromkeys(READ_ALONE, "to read and print"), DocumentKind.PACK: "to print"},
        write=_html,
    ),
    Exporter(
        suffix="docx",
        name="Word",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        is_text=False,
        uses={
            **dict.fromkeys(READ_ALONE, "to work on"),
            DocumentKind.PRIORITIES: "to paste into your plan",
            DocumentKind.PACK: "to fill in and read back",
        },
        write=_word,
    ),
    Exporter(
        suffix="csv",
        name="CSV",
        media_type="text/csv",
        is_text=False,
        uses={DocumentKind.PRIORITIES: "for a spreadsheet", DocumentKind.CROSSWALK: "for a spreadsheet"},
        write=_csv,
    ),
)
"""Every export format, in the order in which commands list them."""

_NEVER_WRITTEN = frozenset({"doc", "odt", "ods", "pdf", "rtf", "xls", "xlsx"})
"""Suffixes of other programs' documents, which matbot's formats must not be saved under."""


class UnsupportedFormat(ValueError):
    """A document cannot be written in a format; the message says so and lists the formats that it has."""


def find_exporters(kind: DocumentKind) -> list[Exporter]:
    """The formats of a kind of document, in the order in which commands list them."""
    return [exporter for exporter in EXPORTERS if kind in exporter.uses]


def find_exporter(kind: DocumentKind, form: str) -> Exporter:
    """Find a format of a kind of document by its suffix.

    Raises:
        UnsupportedFormat: This kind of document does not have it; the message is for the user.

    """
    for exporter in find_exporters(kind):
        if exporter.suffix == form:
            return exporter
    raise UnsupportedFormat(f"The {kind.title} can be written as {format_names(kind)}, not as {form}.")


def list_suffixes(kind: DocumentKind) -> list[str]:
    """The suffixes of the formats of a kind of document, in the order in which commands list them."""
    return [exporter.suffix for exporter in find_exporters(kind)]


def list_offered(kind: DocumentKind) -> dict[str, str]:
    """The formats that people choose from for a kind of document, in their order: label by suffix."""
    there = {exporter.suffix: exporter.label(kind) for exporter in find_exporters(kind)}
    return {suffix: there[suffix] for suffix in dict.fromkeys([*kind.first, *there])}


def format_names(kind: DocumentKind) -> str:
    """The formats of a kind of document as a list in a sentence: `Markdown, a web page or Word`."""
    *others, last = [find_exporter(kind, suffix).name for suffix in list_offered(kind)]
    return f"{', '.join(others)} or {last}" if others else last


def find_form_of_file(kind: DocumentKind, name: str) -> str:
    """Find the format that a file name's suffix asks for; if it asks for none, the usual one.

    Raises:
        UnsupportedFormat: It asks for a format that this kind of document does not have; no file may contain
            another format than its name says.

    """
    ending = PurePath(name).suffix.removeprefix(".").lower()
    every: Sequence[str] = [exporter.suffix for exporter in EXPORTERS]
    return find_exporter(kind, ending).suffix if ending in {*every, *_NEVER_WRITTEN} else kind.usual
