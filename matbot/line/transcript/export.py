"""A document put on disk line by line: in which format, where, and never over another file unasked."""

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
    """Ask for the format and the place, write it, and say where it is; the first format is the usual one.

    What is there to be read can be heard first.
    """
    form = _form(talk, document)
    usual = workspace.transcripts.absolute() / document.name(form)
    while True:
        path = talk.ask(f"Where to? Enter writes {usual}", _place(usual))
        try:
            written = _write_file(talk, path, document.render(form))
        except NotWritten as problem:
            talk.say(str(problem))
            continue
        if written:
            talk.written = written
            talk.say(f"Written to {written}")
            return


def _form(talk: Talk, document: Exportable) -> str:
    """The format that is wanted, once nobody wants to hear it first."""
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
    """Open what was written last with the program that the system has for it; says so where none does."""
    if talk.written is None:
        raise Unclear("Nothing was written yet since matbot was started.")
    if open_with_system(talk.written):
        talk.say(f"Opened: {talk.written.name}")
    else:
        talk.say(f"No program here opens it. You find it at {talk.written}")


def parse_file(typed: str) -> Path:
    """The file that somebody means; Unclear where there is none."""
    path = parse_path(typed)
    if path is None or not os.path.isfile(path):
        raise Unclear("There is no such file. Type its path, or /back to leave it.")
    return path


def _place(usual: Path) -> Callable[[str], Path]:
    """Takes what was typed for a path: a folder is where the file goes under its own name."""

    def place(typed: str) -> Path:
        path = (parse_path(typed) or usual).absolute()
        try:
            return path / usual.name if path.is_dir() else path
        except (OSError, ValueError) as problem:
            raise Unclear("That cannot be the name of a file. Choose another.") from problem

    return place


def _write_file(talk: Talk, path: Path, content: bytes) -> Path | None:
    """Where it was written; None where another place is wanted, since there is a file already."""
    try:
        return write_new(path, content)
    except OutputExists:
        return _ask_instead(talk, path, content)


def _ask_instead(talk: Talk, path: Path, content: bytes) -> Path | None:
    """What to do about a file that stands where one would be written: the first way loses nothing."""
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
