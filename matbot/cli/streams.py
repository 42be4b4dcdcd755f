"""What the commands read from and print to: results on the one stream, remarks on the other."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import Any

from matbot.text import one_line, shown


def is_at_terminal() -> bool:
    """Whether somebody sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def prepare_streams() -> None:
    """See to it that no letter is one too many for the streams, and that only a line's end ends a line."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        stream.reconfigure(errors="replace")
        if not stream.isatty():
            with suppress(UnsupportedOperation):  # something was read from it already
                stream.reconfigure(encoding="utf-8", errors="replace")
                if stream is sys.stdin:
                    stream.reconfigure(newline="\n")


def prepare_typing() -> None:
    """Let a line be mended while it is typed, where the system can; nothing typed is called up again."""
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)  # a private note must not come back with the up arrow
        readline.parse_and_bind("tab: self-insert")
        if os.environ.get("TERM") != "dumb":  # which would show the marks round a paste
            readline.parse_and_bind("set enable-bracketed-paste on")  # several lines pasted are one answer


def print_text(text: str) -> None:
    """Print a text as it is."""
    _echo(text, nl=False)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, with nothing in them that a terminal would act on."""
    for line in lines:
        _echo(shown(line))


def print_json(value: Any) -> None:
    """Print a value for other programs, in plain ASCII."""
    import json

    print_text(json.dumps(value, indent=2).replace("\x7f", "\\u007f") + "\n")


def _echo(text: str, nl: bool = True, err: bool = False) -> None:
    from click import echo  # the app does without it

    echo(text, nl=nl, err=err)


def remark(words: str) -> None:
    """Say something beside the results, in one line."""
    _echo(f"matbot: {one_line(words)}", err=True)


def flush_output() -> bool:
    """Whether everything printed has gone out; what cannot go out any more is forgotten."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
