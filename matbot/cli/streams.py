"""Standard streams of the commands: results go to standard output, remarks to standard error."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import Any

from matbot.text import one_line, shown


def is_at_terminal() -> bool:
    """Return whether standard input and standard output are both a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def prepare_streams() -> None:
    """Set up the standard streams so that no character causes an encoding error.

    Streams that are not a terminal use UTF-8, and standard input splits lines at line feeds only.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        stream.reconfigure(errors="replace")
        if not stream.isatty():
            with suppress(UnsupportedOperation):  # it has already been read from
                stream.reconfigure(encoding="utf-8", errors="replace")
                if stream is sys.stdin:
                    stream.reconfigure(newline="\n")


def prepare_typing() -> None:
    """Set up line editing with readline if it is available, without a history."""
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)  # a private note must not come back with the up arrow
        readline.parse_and_bind("tab: self-insert")
        if os.environ.get("TERM") != "dumb":  # a dumb terminal would print the paste markers
            readline.parse_and_bind("set enable-bracketed-paste on")  # several lines pasted are one answer


def print_text(text: str) -> None:
    """Print a text unchanged, without adding a newline."""
    _echo(text, nl=False)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines without control characters that a terminal would act on."""
    for line in lines:
        _echo(shown(line))


def print_json(value: Any) -> None:
    """Print a value as JSON in plain ASCII."""
    import json

    print_text(json.dumps(value, indent=2).replace("\x7f", "\\u007f") + "\n")


def _echo(text: str, nl: bool = True, err: bool = False) -> None:
    from click import echo  # the app does without it

    echo(text, nl=nl, err=err)


def remark(words: str) -> None:
    """Print a remark to standard error, in one line."""
    _echo(f"matbot: {one_line(words)}", err=True)


def flush_output() -> bool:
    """Flush standard output; return whether that succeeded, and discard what could not be written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
