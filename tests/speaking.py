"""Running matbot in tests: commands with their input, and line mode with typed lines."""

import io
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest import mock

from matbot.cli import main
from matbot.line import LineMode, from_lines, run_line_mode
from matbot.line.home.home import Home
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

SAVED = re.compile(r"saved \d\d:\d\d:\d\d")


@dataclass(frozen=True)
class Result:
    """The exit status and the output of a command."""

    status: int
    out: str
    err: str


def run(*arguments: str, typed: str = "") -> Result:
    """Run a command as from a shell, without a terminal.

    Args:
        arguments: The arguments after `matbot`.
        typed: The text on standard input.

    """
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), mock.patch("sys.stdin", io.StringIO(typed)):
        status = main(arguments)
    return Result(status, out.getvalue(), err.getvalue())


def speak(file: ReviewFile, *lines: str) -> list[str]:
    """Run the conversation of a review with these lines; return its output, a block an item."""
    output: list[str] = []
    typed = io.StringIO("".join(f"{line}\n" for line in lines), newline="\n")
    run_line_mode(LineMode(file, from_lines(typed, output.append), output.append))
    return output


def at_home(workspace: Workspace, *lines: str) -> list[str]:
    """Run the home page of line mode with these lines; return its output, a block an item."""
    output: list[str] = []
    typed = io.StringIO("".join(f"{line}\n" for line in lines), newline="\n")
    Home(workspace, from_lines(typed, output.append), output.append).run()
    return output


def text_of(output: list[str]) -> str:
    """Join the output, a line for each block."""
    return "\n".join(" ".join(part.split()) for part in output)


def reviews_in(workspace: Workspace) -> list[Review]:
    """Load the reviews of a workspace, the last saved first."""
    then = [workspace.read(str(one.path)).migrated_log() for one in workspace.list_reviews()]
    return [review_of(one.rubric, one.log) for one in then]


def saves(output: list[str]) -> int:
    """Count the blocks that report a save."""
    return sum(bool(SAVED.fullmatch(block)) for block in output)
