"""What went wrong, in one line that says what to do: the words for every error that a command may meet."""

import traceback

import click

from matbot.cli.opening import CannotOpen
from matbot.importers.findings import CannotImport
from matbot.importers.packs.found import NotAPack
from matbot.interview import Unclear
from matbot.report.output import NotWritten
from matbot.review.account_building import NoSuchSavedVersion
from matbot.review.comparison import CannotCompare
from matbot.rubric.checker import FaultyRubric
from matbot.rubric.crosswalk_file import CannotRead
from matbot.rubric.library import UnknownRubric
from matbot.services.migration import CannotMigrate
from matbot.store.errors import StoreError

_IN_WORDS = (
    CannotOpen,
    StoreError,
    NotWritten,
    UnknownRubric,
    FaultyRubric,
    Unclear,
    NoSuchSavedVersion,
    CannotCompare,
    CannotMigrate,
    CannotRead,
    NotAPack,
    CannotImport,
)
"""Errors whose own words are for the person at the keyboard."""


def status_of(error: Exception) -> int:
    """The exit status: 2 where a command was asked wrongly, 1 where it could not be done."""
    return 2 if isinstance(error, click.UsageError | CannotCompare) else 1


def complaint(error: Exception) -> str:
    """An error in one line. One that nobody foresaw is named with its place, and nothing that was typed."""
    if isinstance(error, click.UsageError):
        return _usage_complaint(error)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, _IN_WORDS):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}. Look whether the place is there and yours, and try again."
    place = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"This is a fault of matbot's own ({type(error).__name__} at {place.filename}:{place.lineno}). "
        "What was said to be saved is kept. Please report it."
    )


def _usage_complaint(error: click.UsageError) -> str:
    """What was asked wrongly, and where it says how to ask."""
    command = error.ctx.command_path if error.ctx else "matbot"
    words = error.format_message().rstrip(".")
    return f"{words}{'' if words.endswith('?') else '.'} See: {command} --help"
