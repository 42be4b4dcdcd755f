"""The command line: the commands, and the one-line messages for every error.

Each command imports what it needs when it runs. It is imported by nothing but its entry point; it imports
`web` and below.
"""

import sys
from collections.abc import Sequence

from matbot.cli.streams import flush_output, prepare_streams, remark


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, and report any error in one line.

    Args:
        arguments: The arguments after the program's name; by default those of the process.

    Returns:
        The exit status.

    """
    prepare_streams()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return _report_stopped()
    except BrokenPipeError:  # the reader of the pipe is gone, so there is nobody to report to
        flush_output()
        return 1
    except Exception as error:
        flush_output()
        return _report_error(error)
    return status if flush_output() else 1


def _run(arguments: Sequence[str]) -> int:
    """Run the command, or open the app if there are no arguments.

    The app opens without importing click, so that it starts quickly.
    """
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
    """Report an error in one line, and return its exit status."""
    from matbot.cli.errors import find_status, format_error

    remark(format_error(error))
    return find_status(error)
