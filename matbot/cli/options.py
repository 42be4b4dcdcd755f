"""What the options of the commands mean; each says what to type where it was asked wrongly."""

import os
import re
import shlex
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from matbot.cli.opening import workspace_at
from matbot.cli.streams import remark
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import suffixes_of

if TYPE_CHECKING:
    from matbot.rubric import Rubric
    from matbot.store.review_file import ReviewFile
    from matbot.store.workspace import Workspace

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(kind: DocumentKind, help: str) -> Callable[[Decorated], Decorated]:
    """The option that names the format a kind of document is written in."""
    return click.option("--format", "form", metavar="|".join(suffixes_of(kind)), help=help)


def workspace_of(context: click.Context) -> "Workspace":
    """The workspace that a command is about."""
    if context.obj == "" and not os.environ.get("MATBOT_WORKSPACE") == "":
        raise asked_wrongly("Name the folder of your reviews: --workspace DIR")
    return workspace_at(context.obj)


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


def name_in(option: str, typed: str) -> str:
    """A name as it is kept; a remark where it is too long to be kept whole."""
    from matbot.text import LONGEST_NAME, clean, clean_name, one_line

    name = clean_name(os.fsencode(typed).decode("utf-8", "replace"))
    if len(one_line(clean(typed))) > LONGEST_NAME:
        remark(f"{option} is longer than {LONGEST_NAME} characters: its beginning is kept, not the rest.")
    return name


def remark_names(names: Iterable[str]) -> None:
    """Say which names a document is without, if any; never in the document itself."""
    from matbot.text import in_words, shortened

    if listed := [shortened(name, 60) for name in names]:
        remark(f"Names left out: {in_words(listed)}. --keep-names leaves in those that matbot knows.")


def words_in(option: str, typed: str) -> str:
    """People's words as they are kept; a remark where they are too long to be kept whole."""
    from matbot.text import LONGEST, clean

    words = os.fsencode(typed).decode("utf-8", "replace")
    if len(words.strip()) > LONGEST:
        remark(f"{option} is longer than {LONGEST:,} characters: its beginning is kept, not the rest.")
    return clean(words)


def parse_saved_version(typed: str | None) -> str:
    """The name of a moment as it was kept; empty where the review as it stands now is asked for."""
    if typed is None:
        return ""
    from matbot.text import clean_name

    name = clean_name(os.fsencode(typed).decode("utf-8", "replace"))
    if not name:
        raise asked_wrongly("Name the moment, such as: --as-of 'before the board met'")
    return name


def reference_in(typed: str) -> str:
    """A review, or REVIEW@NAME; asked wrongly where the name after the @ is missing."""
    if typed.rstrip().endswith("@"):
        raise asked_wrongly("After the @ comes the name of a moment, such as: REVIEW@NAME")
    return typed


def codes_in(rubric: "Rubric", typed: str | None, option: str = "--elements") -> tuple[str, ...]:
    """The codes of the elements that were named, in the order of the framework; all if none were."""
    known = list(rubric.elements)
    named = known if typed is None else re.split(r"[\s,;]+", typed.strip(" ,;").upper())
    for code in named:
        if code not in known:
            raise asked_wrongly(
                f"There is no element {code or 'without a code'}. They run from {known[0]} to {known[-1]}, "
                f"with commas between: {option} {known[0]},{known[-1]}"
            )
    return tuple(code for code in known if code in named)


def refuse_read_only(context: click.Context, file: "ReviewFile", review: str) -> None:
    """Refuse to add to a review that can only be read, and say what can be done."""
    from matbot.cli.copy_words import what_to_do

    if file.read_only:
        how = what_to_do(file.state, again(context), review)
        raise click.ClickException(f"This review can only be read: {file.read_only}. {how}")


def refuse_to_write_nowhere(output: str | None) -> None:
    """Refuse an --output that names nothing, such as an unset variable of a script."""
    if output == "":
        raise asked_wrongly("Say where to write it: --output FILE, or --output - to print it")


def refuse_outside(file: "ReviewFile", codes: Iterable[str]) -> None:
    """Refuse elements that a review is not about."""
    review = file.projection.review
    for code in codes:
        if code not in review.scope and not review.elements[code].looked_at:
            raise asked_wrongly(f"{code} is not in this review, which is about {', '.join(review.scope)}.")


def parse_transcript_kind(typed: str) -> str:
    """An edition of the transcript that there is."""
    from matbot.services.export import TRANSCRIPT_KINDS

    if typed not in TRANSCRIPT_KINDS:
        raise asked_wrongly(
            f"There is no edition {typed}. Choose one of {', '.join(TRANSCRIPT_KINDS)}: --edition board"
        )
    return typed
