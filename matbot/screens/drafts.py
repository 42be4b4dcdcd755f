"""Half-typed words, kept on disk: after a second of stillness, and at the latest every five."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen
from textual.timer import Timer

from matbot.interview import Turn
from matbot.review.steps import Ask
from matbot.store.errors import NotSaved

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

STILL = 1.0
"""Seconds without a key after which a draft is kept."""
LATEST = 5.0
"""Seconds after which a draft is kept while people go on typing."""


class HalfTypedText(NamedTuple):
    """Words not sent yet."""

    words: str
    private: bool


class Drafts:
    """The drafts of one review, while its words box is typed in."""

    def __init__(self, screen: Screen[None], file: ReviewFile) -> None:
        self._screen = screen
        self._file = file
        self._waiting: tuple[str, str] | None = None
        """The key and the words that are not on disk yet."""
        self._still: Timer | None = None
        self._latest: Timer | None = None

    def find(self, turn: Turn) -> HalfTypedText:
        """The words to put into the box at a turn: those half typed, else the answer as it stands."""
        words = self._file.drafts.get(turn.step.key, turn.present)
        if self._waiting and self._waiting[0] == turn.step.key:
            words = self._waiting[1]
        marked = self._file.drafts.get(_private_key(turn))
        return HalfTypedText(words, turn.private if marked is None else marked == "yes")

    def keep_soon(self, turn: Turn, words: str) -> None:
        """Words in the box have changed: keep them soon."""
        if not turn.wants_words or self._file.read_only or words == self.find(turn).words:
            return
        self._waiting = (turn.step.key, words)
        if self._still:
            self._still.stop()
        self._still = self._screen.set_timer(STILL, self.keep)
        self._latest = self._latest or self._screen.set_timer(LATEST, self.keep)

    def keep_private_mark(self, turn: Turn, private: bool) -> None:
        """The note at a turn was marked private, or the mark taken off."""
        if turn.ask is Ask.NOTE and not self._file.read_only:
            self._keep(_private_key(turn), "yes" if private else "no")

    def keep(self) -> None:
        """Keep what is waiting, now."""
        waiting, self._waiting = self._waiting, None
        self._stop()
        if waiting:
            self._keep(*waiting)

    def forget(self, turn: Turn) -> None:
        """The words of a turn were sent: nothing is left to keep of them."""
        self._waiting = None
        self._stop()
        if _private_key(turn) in self._file.drafts:
            self._keep(_private_key(turn), "")

    def _keep(self, key: str, words: str) -> None:
        try:
            self._file.keep_draft(key, words)
        except NotSaved as problem:
            self._screen.notify(str(problem), severity="warning", markup=False)

    def _stop(self) -> None:
        for timer in (self._still, self._latest):
            if timer:
                timer.stop()
        self._still = self._latest = None


def _private_key(turn: Turn) -> str:
    return f"private:{turn.step.place}"
