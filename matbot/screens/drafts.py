"""Drafts of half-typed text, saved after a second without a key and at least every five seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.screen import Screen
from textual.timer import Timer

from matbot.interview import Turn
from matbot.review.steps import Ask, Step
from matbot.store.errors import NotSaved

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

STILL = 1.0
"""Seconds without a key press after which a draft is saved."""
LATEST = 5.0
"""Seconds after which a draft is saved while typing continues."""


class HalfTypedText(NamedTuple):
    """Text that has not been sent yet."""

    words: str
    private: bool


class Drafts:
    """The drafts of one review, while its text box is edited."""

    def __init__(self, screen: Screen[Any], file: ReviewFile) -> None:
        self._screen = screen
        self._file = file
        self._waiting: tuple[str, str] | None = None
        """The key and text of the draft that is not on disk yet."""
        self._still: Timer | None = None
        self._latest: Timer | None = None

    def find(self, turn: Turn) -> HalfTypedText:
        """Return the text for the box at a turn: the draft if there is one, otherwise the current answer."""
        words = self._file.drafts.get(turn.step.key, turn.present)
        if self._waiting and self._waiting[0] == turn.step.key:
            words = self._waiting[1]
        marked = self._file.drafts.get(_private_key(turn.step))
        return HalfTypedText(words, turn.private if marked is None else marked == "yes")

    def find_note_ahead(self, turn: Turn) -> str:
        """Return what was typed before a turn's choice or show of hands, which is offered as the note."""
        key = _ahead_key(turn)
        if self._waiting and self._waiting[0] == key:
            return self._waiting[1]
        return self._file.drafts.get(key, "")

    def move_note(self, before: Turn, now: Turn, note: str) -> None:
        """Move a note typed before a choice into the box that follows, or keep it for a later choice."""
        if now.ask is Ask.FINISHED:
            return
        is_box = now.wants_words and now.ask is not Ask.HANDS
        key = now.step.key if is_box else _ahead_key(now)
        there = self._file.drafts.get(key, now.present if is_box else "")
        self._keep(key, f"{there}\n{note}" if there else note)
        self._keep(_ahead_key(before), "")

    def keep_note_soon(self, turn: Turn, words: str) -> None:
        """Schedule saving of text typed before a choice, if it has changed."""
        if not self._file.read_only and words != self.find_note_ahead(turn):
            self._wait(_ahead_key(turn), words)

    def keep_soon(self, turn: Turn, words: str) -> None:
        """Schedule saving of the text in the box, if it has changed."""
        if turn.wants_words and not self._file.read_only and words != self.find(turn).words:
            self._wait(turn.step.key, words)

    def _wait(self, key: str, words: str) -> None:
        if self._waiting and self._waiting[0] != key:
            self.keep()
        self._waiting = (key, words)
        if self._still:
            self._still.stop()
        self._still = self._screen.set_timer(STILL, self.keep)
        self._latest = self._latest or self._screen.set_timer(LATEST, self.keep)

    def keep_private_mark(self, turn: Turn, private: bool) -> None:
        """Save whether the note at a turn, or one typed before its choice, is marked private."""
        if turn.ask in (Ask.NOTE, Ask.CHOICE) and not self._file.read_only:
            self._keep(_private_key(turn.step), "yes" if private else "no")

    def keep(self) -> None:
        """Save the pending draft now."""
        waiting, self._waiting = self._waiting, None
        self._stop()
        if waiting:
            self._keep(*waiting)

    def forget(self, turn: Turn) -> None:
        """Delete the drafts of a turn whose text was sent."""
        self._waiting = None
        self._stop()
        if _private_key(turn.step) in self._file.drafts:
            self._keep(_private_key(turn.step), "")

    def give_back(self, step: Step, words: str, private: bool) -> None:
        """Restore text that was sent and then undone as the draft of its step."""
        if words and not self._file.read_only:
            self._keep(step.key, words)
            if private:
                self._keep(_private_key(step), "yes")

    def drop(self, step: Step) -> None:
        """Delete the drafts of a step whose answer was redone."""
        self._waiting = None
        self._stop()
        for key in (_private_key(step), step.key):
            if key in self._file.drafts:
                self._keep(key, "")

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


def _ahead_key(turn: Turn) -> str:
    return f"ahead:{turn.step.key}"


def _private_key(step: Step) -> str:
    return f"private:{step.place}"
