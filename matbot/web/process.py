"""The process behind one page: `python -m matbot.web.process`. The server starts it, never a person."""

import argparse
from pathlib import Path

from matbot.store.workspace import Workspace
from matbot.web.one_review import OneReview
from matbot.web.served import InvitedApp, ServedApp


def app_of(arguments: list[str] | None = None) -> ServedApp:
    """The app that the server asked for."""
    asked = argparse.ArgumentParser(prog="matbot.web.process")
    asked.add_argument("workspace", type=Path)
    what = asked.add_mutually_exclusive_group()
    what.add_argument("--only", metavar="ID", help="the one review that can be seen")
    what.add_argument("--names-files", action="store_true", help="who looks at it sits at this machine")
    given = asked.parse_args(arguments)
    if given.only:
        return InvitedApp(OneReview(given.workspace, given.only), given.only)
    return ServedApp(Workspace(given.workspace), given.names_files)


def main() -> None:
    """Run the app until its page is gone."""
    app = app_of()
    try:
        app.run()
    finally:
        app.close_review()
        app.clear_tour()


if __name__ == "__main__":
    main()
