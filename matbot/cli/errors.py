"""Exit statuses and one-line messages for the errors that a command may raise."""

import click

from matbot.cli.opening import CannotOpen
from matbot.presenters import problems
from matbot.review.comparison import CannotCompare


def find_status(error: Exception) -> int:
    """Return the exit status: 2 for a usage error, 1 for a command that could not be carried out."""
    return 2 if isinstance(error, click.UsageError | CannotCompare) else 1


def format_error(error: Exception) -> str:
    """Format an error in one line.

    An unexpected error is reported with its type and place in the code, and with nothing that was typed.
    """
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
