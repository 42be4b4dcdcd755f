"""The command line: what each command does, and how everything that goes wrong is said in one line."""

from collections.abc import Sequence

import click

from matbot.cli import (
    beginning,
    carrying,
    commands,
    comparing,
    copies,
    marking,
    packing,
    planning,
    rubrics,
    serving,
)
from matbot.cli.streams import all_printed, let_every_letter_through, remark

for command in (
    *(beginning.new, comparing.compare, marking.name, marking.reality),
    *(planning.priority, planning.plan, packing.pack, serving.serve),
    *(rubrics.entry, carrying.carry, copies.backups, copies.merge, copies.settle),
):
    commands.entry.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: the exit status, once whatever went wrong was said in one line."""
    let_every_letter_through()
    try:
        status = commands.entry.main(arguments, prog_name="matbot", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        remark("Stopped. Everything that was said to be saved is kept.")
        return 130
    except BrokenPipeError:  # whoever read has gone: nothing to say, and nobody to say it to
        all_printed()
        return 1
    except Exception as error:
        all_printed()
        return _complain(error)
    if not all_printed():
        return 1
    return status if isinstance(status, int) else 0


def _complain(error: Exception) -> int:
    """Say in one line what went wrong: the exit status, 2 where the command was asked wrongly."""
    from matbot.cli.complaints import complaint, status_of

    remark(complaint(error))
    return status_of(error)
