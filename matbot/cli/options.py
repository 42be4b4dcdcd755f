"""What the options of the commands mean; each says what to type where it was asked wrongly."""

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from matbot.rubric import Rubric
    from matbot.store.workspace import Workspace


def workspace_of(context: click.Context) -> "Workspace":
    """The workspace that a command is about."""
    from matbot.store.workspace import Workspace

    return Workspace.at(Path(context.obj) if context.obj else None)


def asked_wrongly(words: str) -> click.UsageError:
    """What to raise where a command was asked wrongly: the words say what to type."""
    return click.UsageError(words, click.get_current_context())


def again(context: click.Context) -> str:
    """How a later command for the same workspace begins."""
    named = context.find_root().get_parameter_source("workspace") is ParameterSource.COMMANDLINE
    return f"matbot --workspace {shlex.quote(context.obj)}" if named and context.obj else "matbot"


def number_of_people(typed: str) -> int:
    """How many people answer together."""
    if not (typed.isascii() and typed.isdigit() and len(typed) < 9 and 1 <= int(typed) <= 9999):
        raise asked_wrongly("--people is how many you are: a whole number from 1 to 9999")
    return int(typed)


def codes_in(rubric: "Rubric", typed: str | None) -> tuple[str, ...]:
    """The codes of the elements that were named, in the order of the framework; all if none were."""
    known = list(rubric.elements)
    named = known if typed is None else re.split(r"[\s,;]+", typed.strip(" ,;").upper())
    for code in named:
        if code not in known:
            raise asked_wrongly(
                f"There is no element {code or 'without a code'}. They run from {known[0]} to {known[-1]}, "
                f"with commas between: --elements {known[0]},{known[-1]}"
            )
    return tuple(code for code in known if code in named)


def only(known: str, typed: str, option: str) -> None:
    """Refuse whatever an option cannot mean yet."""
    if typed != known:
        raise asked_wrongly(f"The {option} {typed} cannot be written yet. Say --{option} {known}")
