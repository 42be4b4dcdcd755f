"""The process behind one page, started only by the server: `python -m matbot.web.process`."""

import argparse
from pathlib import Path

from matbot.store.workspace import Workspace
from matbot.web.one_review import OneReview
from matbot.web.served import InvitedApp, ServedApp


def app_of(arguments: list[str] | None = None) -> ServedApp:
    """Build the app that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="matbot.web.process")
    parser.add_argument("workspace", type=Path)
    access = parser.add_mutually_exclusive_group()
    access.add_argument("--only", metavar="ID", help="the one review that can be seen")
    access.add_argument("--names-files", action="store_true", help="who looks at it sits at this machine")
    options = parser.parse_args(arguments)
    if options.only:
        return InvitedApp(OneReview(options.workspace, options.only), options.only)
    return ServedApp(Workspace(options.workspace), options.names_files)


def main() -> None:
    """Run the app until its page is closed."""
    app = app_of()
    try:
        app.run()
    finally:
        app.close_review()
        app.clear_tour()


if __name__ == "__main__":
    main()
