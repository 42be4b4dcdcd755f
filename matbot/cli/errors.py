"""What went wrong, in one line that says what to do: the words for every error that a command may meet."""

import click

from matbot.cli.opening import CannotOpen
from matbot.presenters import problems
from matbot.review.comparison import CannotCompare


def find_status(error: Exception) -> int:
    """The exit status: 2 where a command was asked wrongly, 1 where it could not be done."""
    return 2 if isinstance(error, click.UsageError | CannotCompare) else 1


def format_error(error: Exception) -> str:
    """An error in one line. One that nobody foresaw is named with its place, and nothing that was typed."""
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "matbot"
        words = error.format_message().rstrip(".")
        return f"{words}{'' if words.endswith('?') else '.'} See: {command} --help"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, (CannotOpen, *problems.list_worded_errors())):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}. Check whether the place is there and yours, and try again."
    return (
        f"This is a fault of matbot's own ({problems.format_fault_place(error)}). "
        "What was said to be saved is kept. Please report it."
    )
