"""Errors that can be shown to people, and their messages."""

import traceback


def list_told_errors() -> tuple[type[Exception], ...]:
    """Errors that are shown to the user; imported only once something has gone wrong."""
    return (*list_worded_errors(), OSError)


def list_worded_errors() -> tuple[type[Exception], ...]:
    """Errors whose messages are written for people, in line mode and in commands."""
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

    return (
        *(Unclear, StoreError, NotWritten, UnknownRubric, FaultyRubric, NoSuchSavedVersion),
        *(CannotCompare, CannotMigrate, CannotRead, NotAPack, CannotImport),
    )


def format_problem(problem: Exception) -> str:
    """Format the message of an error in one line."""
    if isinstance(problem, OSError):
        where = f"{problem.filename}: " if problem.filename else ""
        return f"{where}{problem.strerror or problem}. Check whether the place is there and yours."
    return str(problem)


def format_fault_place(error: Exception) -> str:
    """The type and location of an internal error, without anything that a user typed."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {place.filename}:{place.lineno}"
