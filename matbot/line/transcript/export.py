"""Exporting a document in line mode: its format, its path, and a question before a file is overwritten."""

import os
from collections.abc import Callable
from pathlib import Path

from matbot.interview import Unclear
from matbot.line.talk import Talk
from matbot.report.formats.document import Exportable
from matbot.report.formats.registry import list_offered
from matbot.report.output import NotWritten, OutputExists, write_new
from matbot.services.export import Document, find_free_path, open_with_system
from matbot.services.paths import parse_path
from matbot.store.workspace import Workspace

OVER, BESIDE, ELSEWHERE = "over", "beside", "elsewhere"
HEAR = "hear"


def export_document(talk: Talk, document: Exportable, workspace: Workspace) -> None:
    """Ask for the format and the path, write the document, and print where it is.

    The default is the document's first format. A document that can be read as text can be printed first.
    """
    form = _ask_format(talk, document)
    usual = workspace.transcripts.absolute() / document.name(form)
    while True:
        path = talk.ask(f"Where to? Enter writes {usual}", _build_path_parser(usual))
        try:
            written = _write_file(talk, path, document.render(form))
        except NotWritten as problem:
            talk.say(str(problem))
            continue
        if written:
            talk.written = written
            talk.say(f"Written to {written}")
            return


def _ask_format(talk: Talk, document: Exportable) -> str:
    """Ask for the format; print the document as often as the user asks for that first."""
    forms = list_offered(document.kind)
    usual = next(iter(forms))
    ways = forms | ({HEAR: "none, hear it now"} if isinstance(document, Document) else {})
    while (form := talk.choose("Which format?", ways, usual)) == HEAR:
        from matbot.line.transcript.reading import read_aloud

        assert isinstance(document, Document), "nothing else can be heard"
        talk.tell(read_aloud(document.report), answered=True, is_leaving=False)
        talk.say("That is as far as it is read out. /back leaves it, with nothing written.")
    return form


def open_written(talk: Talk) -> None:
    """Open the last document written with the system's program for it; say so if there is none.

    Raises:
        Unclear: No document has been written yet.

    """
    if talk.written is None:
        raise Unclear("Nothing was written yet since matbot was started.")
    if open_with_system(talk.written):
        talk.say(f"Opened: {talk.written.name}")
    else:
        talk.say(f"No program here opens it. You find it at {talk.written}")


def parse_file(typed: str) -> Path:
    """Parse the path of an existing file; raise Unclear if there is none."""
    path = parse_path(typed)
    if path is None or not os.path.isfile(path):
        raise Unclear("There is no such file. Type its path, or /back to leave it.")
    return path


def _build_path_parser(usual: Path) -> Callable[[str], Path]:
    """Build a parser for the path to write to; a folder takes the file under its default name."""

    def parse(typed: str) -> Path:
        path = (parse_path(typed) or usual).absolute()
        try:
            return path / usual.name if path.is_dir() else path
        except (OSError, ValueError) as problem:
            raise Unclear("That cannot be the name of a file. Choose another.") from problem

    return parse


def _write_file(talk: Talk, path: Path, content: bytes) -> Path | None:
    """Write a file and return its path; None if the file exists and the user wants to name another path."""
    try:
        return write_new(path, content)
    except OutputExists:
        return _ask_instead(talk, path, content)


def _ask_instead(talk: Talk, path: Path, content: bytes) -> Path | None:
    """Ask what to do about an existing file; the default, a new name next to it, loses nothing."""
    free = find_free_path(path)
    ways = {
        BESIDE: f"write beside it, as {free.name}",
        OVER: "write over it, and what is in it now is gone",
        ELSEWHERE: "name another place",
    }
    way = talk.choose(f"There is a file {path} already. What shall it be?", ways, BESIDE)
    if way == ELSEWHERE:
        return None
    return write_new(free if way == BESIDE else path, content, overwrite=way == OVER)
