"""The command line: what each command does, and how everything that goes wrong is said in one line.

Nothing imports it but its entry point; it imports every other package, each when a command needs it.
"""

import sys
from collections.abc import Sequence

from matbot.cli.streams import all_printed, let_every_letter_through, remark


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: the exit status, once whatever went wrong was said in one line."""
    let_every_letter_through()
    try:
        status = _done(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:  # whoever read has gone: nothing to say, and nobody to say it to
        all_printed()
        return 1
    except Exception as error:
        all_printed()
        return _complain(error)
    return status if all_printed() else 1


def _done(arguments: Sequence[str]) -> int:
    """Do what was asked for: the app, where nothing was, which opens before a command could be read."""
    if not arguments:
        from matbot.cli.opening import open_app

        return open_app()
    import click

    from matbot.cli.entry import entry

    try:
        status = entry.main(list(arguments), prog_name="matbot", standalone_mode=False)
    except click.Abort:
        return _stopped()
    return status if isinstance(status, int) else 0


def _stopped() -> int:
    remark("Stopped. Everything that was said to be saved is kept.")
    return 130


def _complain(error: Exception) -> int:
    """Say in one line what went wrong: the exit status, 2 where the command was asked wrongly."""
    from matbot.cli.errors import complaint, status_of

    remark(complaint(error))
    return status_of(error)
