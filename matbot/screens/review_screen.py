"""The base class of all screens about a review: it draws from the log and appends events to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.screen import Screen

from matbot.interview import Interview
from matbot.presenters.file_states import format_file_state
from matbot.presenters.undo import format_change, format_redone, format_undone
from matbot.review.events import Event, EventUndone
from matbot.review.header import format_looked_at
from matbot.review.undo import Kinds, build_redo
from matbot.screens.host import find_host
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import NotSaved, ReviewFull

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

Result = TypeVar("Result")

_ROUND_BRACKETS = str.maketrans("[]", "()")

LISTED = 9
"""The maximum number of changes to undo, and to redo, listed in the command palette."""

TRY_AGAIN = (1, 2, 5, 10, 30)
"""Seconds before each further attempt to save after a failure; the last one repeats."""


class ReviewScreen(Screen[Result], Generic[Result]):
    """A screen over one review. It holds no state about the review: everything is derived from the log."""

    HELP: ClassVar[str] = ""
    """What this page is for, in a few sentences, shown by F1."""
    ASKS: ClassVar[bool] = False
    """Whether this is the conversation, the screen below the other pages of a review."""
    UNDOES: ClassVar[Kinds] = ()
    """The kinds of event that this page can undo and redo; a page without any has no such keys."""

    def __init__(self, file: ReviewFile) -> None:
        super().__init__()
        self.file = file
        self.interview = Interview.of(file.projection)
        self._failures = 0
        self._last_notice = file.notice
        """The last notice about the file that was shown, so that each is shown once."""

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front, and go on saving what is not saved yet."""
        self.reload()
        if self.file.unsaved:
            self.try_again()

    def say(self, *events: Event) -> bool:
        """Append events to the log, save them and redraw; return whether they are in the log.

        If the disk refuses, warn and retry later; if the review is full, only warn.
        """
        try:
            self.file.append(*events)
        except ReviewFull as problem:
            self.tell(str(problem), wrong=True)
            return False
        except NotSaved as problem:
            self._retry_later(problem)
        self.reload()
        return True

    def go_to_page(self, action: str) -> None:
        """Leave this page, which is open over the conversation, for another page of the review.

        Args:
            action: the conversation's action that opens that page; empty for the questions themselves.

        """
        below = reversed(self.app.screen_stack)
        conversation = next(one for one in below if isinstance(one, ReviewScreen) and one.ASKS)
        self.keep_drafts()
        self.dismiss(None)
        if action:
            conversation.call_later(conversation.run_action, action)

    def action_questions(self) -> None:
        """Go to the questions."""
        self.go_to_page("")

    def action_check(self) -> None:
        """Go to the answers."""
        self.go_to_page("check")

    def action_priorities(self) -> None:
        """Go to the priorities."""
        self.go_to_page("priorities")

    def action_transcript(self) -> None:
        """Go to the transcript."""
        self.go_to_page("transcript")

    def may_write(self) -> bool:
        """Return whether the review can be written to; if not, show why."""
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
        return not self.file.read_only

    def action_undo(self) -> None:
        """Undo the last change of this page and show which it was."""
        history = self.interview.undo_history(self.UNDOES)
        if not history.done:
            self.tell("There is nothing to undo on this page.")
        elif self.may_write():
            self.undo(history.done[0])

    def action_redo(self) -> None:
        """Redo the last undone change of this page and show which it was."""
        history = self.interview.undo_history(self.UNDOES)
        if not history.undone:
            self.tell("There is nothing to redo on this page.")
        elif self.may_write():
            self.redo(history.undone[0])

    def list_changes(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """Yield the label, help text and callback of each change that can be undone or redone on this page.

        The latest comes first; undoing an earlier one also undoes those after it.
        """
        if self.file.read_only:
            return
        history = self.interview.undo_history(self.UNDOES)
        for label, changes, act in (
            ("Undo", history.done, self.action_undo),
            ("Redo", history.undone, self.action_redo),
        ):
            for steps, event in enumerate(changes[:LISTED], 1):
                change = format_change(self.interview, event).translate(
                    _ROUND_BRACKETS
                )  # Textual parses [ as markup
                name = f"{label} {change}"
                does = (
                    f"{label} the last {steps} changes, up to this one" if steps > 1 else f"{label} this one"
                )
                yield name, does, partial(_repeat, act, steps)

    def undo(self, event: Event) -> None:
        """Undo one event; pages that also move the cursor or restore the text as a draft extend this."""
        words = format_undone(self.interview, event, "Ctrl+Y")
        if self.say(EventUndone(reply=event.id)):
            self.app.clear_notifications()  # such as the one that explained how to undo
            self.tell(words)

    def redo(self, event: Event) -> None:
        """Redo one event."""
        words = format_redone(self.interview, event)
        if self.say(*build_redo(self.file.log, event)):
            self.app.clear_notifications()
            self.tell(words)

    def reload(self) -> None:
        """Take over the current projection of the log and redraw."""
        if self.interview.projection is not self.file.projection:
            self.interview = Interview.of(self.file.projection)
        if self.is_mounted:
            self.show_top_line()
            self.draw()
            self._show_notice()

    def _show_notice(self) -> None:
        """Show a new notice about the file, such as that another program wrote to it."""
        if self.file.notice != self._last_notice:
            self._last_notice = self.file.notice
            if self._last_notice:
                self.tell(self._last_notice)

    @property
    def not_in_footer(self) -> frozenset[str]:
        """The available actions that the footer leaves out."""
        return frozenset()

    def action_what_now(self) -> None:
        """Show the state of the review's file in one line."""
        self.tell(" ".join((format_file_state(self.file), *self.list_waiting_copies())))

    def list_waiting_copies(self) -> list[str]:
        """Return notices about other files of the review in its folder that have not been merged."""
        from matbot.presenters.copies import list_waiting_beside

        return list_waiting_beside(self.file, find_host(self).names_files)

    def keep_drafts(self) -> None:
        """Save drafts now, since the window may close at any moment; the default has none."""

    def draw(self) -> None:
        """Draw from the log; overridden by each screen."""

    def show_top_line(self) -> None:
        """Update the top line: whose review it is, its progress and when it was saved."""
        review = self.interview.review
        line = self.query_one(TopLine)
        line.title = " · ".join(name for name in (review.trust, review.group) if name)
        looked_at = format_looked_at(len(review.looked_at), str(len(review.scope)))
        line.state = f"{looked_at} · {self.saved_in_words()}"

    def saved_in_words(self) -> str:
        """Describe whether everything is on disk, and since when."""
        if self.file.read_only:
            return "reading only"
        if self.file.unsaved:
            return "NOT SAVED, trying again"
        return f"saved {self.file.saved.astimezone():%H:%M:%S}" if self.file.saved else ""

    def tell(self, words: str, wrong: bool = False) -> None:
        """Show a notification; `words` may contain user input."""
        self.notify(words, severity="warning" if wrong else "information", markup=False)

    def _retry_later(self, problem: NotSaved) -> None:
        wait = TRY_AGAIN[min(self._failures, len(TRY_AGAIN) - 1)]
        self._failures += 1
        self.tell(f"{problem} What you said is still here; matbot tries again in {wait} s.", wrong=True)
        self.set_timer(wait, self.try_again)

    def try_again(self) -> None:
        """Save what is not on disk yet; if the disk refuses again, retry later."""
        try:
            self.file.save()
        except NotSaved as problem:
            self._retry_later(problem)
        else:
            self._failures = 0
        self.show_top_line()


def _repeat(act: Callable[[], None], times: int) -> None:
    """Call a function several times."""
    for _ in range(times):
        act()
