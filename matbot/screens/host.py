"""What a screen may ask of the app, without knowing the app itself."""

from typing import Any, Protocol, cast

from textual.screen import Screen

from matbot.store.workspace import Workspace


class Host(Protocol):
    """The app as screens without a review see it."""

    workspace: Workspace
    """Where the reviews are kept."""
    names_files: bool
    """Whether people may name, and are shown, files of this machine: not where they sit at another one."""
    sees_others: bool
    """Whether other reviews can be reached from here."""

    def open_review(self, reference: str) -> None:
        """Go into the conversation of a review; StoreError if it cannot be opened."""

    def close_review(self) -> None:
        """Let go of the review that is open, if one is."""


def host_of(screen: Screen[Any]) -> Host:
    """The app that a screen belongs to."""
    return cast("Host", screen.app)
