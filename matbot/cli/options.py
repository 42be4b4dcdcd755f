"""Parsing of the options of commands, with usage errors that say what to type instead."""

import os
import shlex
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from matbot.cli.opening import find_workspace
from matbot.cli.streams import remark
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes

if TYPE_CHECKING:
    from matbot.rubric import Rubric
    from matbot.store.review_file import ReviewFile
    from matbot.store.workspace import Workspace

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(kind: DocumentKind, help: str) -> Callable[[Decorated], Decorated]:
    """Build the --format option for a kind of document."""
    return click.option("--format", "form", metavar="|".join(list_suffixes(kind)), help=help)


def workspace_of(context: click.Context) -> "Workspace":
    """Return the workspace that a command works on."""
    if context.obj == "" and not os.environ.get("MATBOT_WORKSPACE") == "":
        raise usage_error("Name the folder of your reviews: --workspace DIR")
    return find_workspace(context.obj)


def usage_error(words: str) -> click.UsageError:
    """Build a usage error of the current command; its message says what to type."""
    return click.UsageError(words, click.get_current_context())


def format_command(context: click.Context) -> str:
    """Return the start of a shell command for the same workspace, to print in a hint."""
    named = context.find_root().get_parameter_source("workspace") is ParameterSource.COMMANDLINE
    return f"matbot --workspace {shlex.quote(context.obj)}" if named and context.obj else "matbot"


def decode_typed(typed: str) -> str:
    """Decode an argument as UTF-8, even if the system's encoding for arguments is another."""
    try:
        return os.fsencode(typed).decode("utf-8", "replace")
    except UnicodeEncodeError:  # characters that the system's encoding does not have
        return typed


def parse_people_option(typed: str) -> int:
    """Parse --people: how many people complete the review together."""
    from matbot.presenters.new_review import PEOPLE, parse_people

    people = parse_people(typed)
    if people is None:
        raise usage_error(f"--people is how many you are: {PEOPLE}")
    return people


def parse_name(option: str, typed: str) -> str:
    """Return a name as it is saved; if it is too long, print a remark that its end is cut off."""
    from matbot.text import LONGEST_NAME, clean, clean_name, one_line

    name = clean_name(decode_typed(typed))
    if len(one_line(clean(typed))) > LONGEST_NAME:
        remark(f"{option} is longer than {LONGEST_NAME} characters: its beginning is kept, not the rest.")
    return name


def remark_names(names: Iterable[str]) -> None:
    """Print a remark listing the names left out of a document, if any; the document does not list them."""
    from matbot.text import in_words, shortened

    if listed := [shortened(name, 60) for name in names]:
        remark(f"Names left out: {in_words(listed)}. --keep-names leaves in those that matbot knows.")


def parse_words(option: str, typed: str) -> str:
    """Return free text as it is saved; if it is too long, print a remark that its end is cut off."""
    from matbot.text import LONGEST, clean

    words = decode_typed(typed)
    if len(words.strip()) > LONGEST:
        remark(f"{option} is longer than {LONGEST:,} characters: its beginning is kept, not the rest.")
    return clean(words)


def parse_saved_version(typed: str | None) -> str:
    """Return the name of a saved version as it is saved; empty if the option was left out."""
    if typed is None:
        return ""
    from matbot.text import clean_name

    name = clean_name(decode_typed(typed))
    if not name:
        raise usage_error("Name the saved version, such as: --as-of 'before the board met'")
    return name


def parse_reference(typed: str) -> str:
    """Check a reference to a review, or REVIEW@NAME; a usage error if the name after the @ is missing."""
    if typed.rstrip().endswith("@"):
        raise usage_error("After the @ comes the name of a saved version, such as: REVIEW@NAME")
    return typed


def parse_codes(rubric: "Rubric", typed: str | None, option: str = "--elements") -> tuple[str, ...]:
    """Parse element codes into the order of the framework; all of them if the option was left out."""
    from matbot.rubric.places import split_codes

    known = list(rubric.elements)
    named = known if typed is None else split_codes(typed) or [""]
    for code in named:
        if code not in known:
            raise usage_error(
                f"There is no element {code or 'without a code'}. They run from {known[0]} to {known[-1]}, "
                f"with commas between: {option} {known[0]},{known[-1]}"
            )
    return tuple(code for code in known if code in named)


def refuse_read_only(context: click.Context, file: "ReviewFile", review: str) -> None:
    """Raise an error if a review can only be read; the message says what can be done about it."""
    from matbot.cli.copy_words import format_actions

    if file.read_only:
        how = format_actions(file, format_command(context), review)
        raise click.ClickException(f"This review can only be read: {file.read_only}. {how}")


def mention_notice(context: click.Context, file: "ReviewFile") -> None:
    """Print what the user should know about the review's file, as a remark once the command is done."""
    context.call_on_close(lambda: remark(file.notice) if file.notice else None)


def refuse_to_write_nowhere(output: str | None) -> None:
    """Raise a usage error for an empty --output, such as an unset variable of a script."""
    if output == "":
        raise usage_error("Say where to write it: --output FILE, or --output - to print it")


def refuse_outside(file: "ReviewFile", codes: Iterable[str]) -> None:
    """Raise a usage error for elements that are not part of a review."""
    from matbot.presenters.transcripts import find_outside_fault

    if fault := find_outside_fault(file.projection.review, list(codes)):
        raise usage_error(fault)


def parse_transcript_kind(typed: str) -> str:
    """Check the kind of transcript; a usage error if it does not exist."""
    from matbot.services.export import TRANSCRIPT_KINDS

    if typed not in TRANSCRIPT_KINDS:
        raise usage_error(
            f"There is no document {typed}. Choose one of {', '.join(TRANSCRIPT_KINDS)}: --edition board"
        )
    return typed
