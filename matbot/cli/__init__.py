"""The command line: what each command does, and how everything that goes wrong is said in one line.

Each command reads in what it needs when it runs. It is imported by nothing but its entry point; it imports
`web` and below.
"""

import sys
from collections.abc import Sequence

from matbot.cli.streams import flush_output, prepare_streams, remark


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: the exit status, once whatever went wrong was said in one line."""
    prepare_streams()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return _report_stopped()
    except BrokenPipeError:  # whoever read has gone: nothing to say, and nobody to say it to
        flush_output()
        return 1
    except Exception as error:
        flush_output()
        return _report_error(error)
    return status if flush_output() else 1


def _run(arguments: Sequence[str]) -> int:
    """Do what was asked for: the app, where nothing was, which opens before a command could be read."""
    if not arguments:
        from matbot.cli.opening import open_app

        return open_app()
    import click

    from matbot.cli.entry import entry

    try:
        status = entry.main(list(arguments), prog_name="matbot", standalone_mode=False)
    except click.Abort:
        return _report_stopped()
    return status if isinstance(status, int) else 0


def _report_stopped() -> int:
    remark("Stopped. Everything that was said to be saved is kept.")
    return 130


def _report_error(error: Exception) -> int:
    """Say in one line what went wrong: the exit status, 2 where the command was asked wrongly."""
    from matbot.cli.errors import find_status, format_error

    remark(format_error(error))
    return find_status(error)
