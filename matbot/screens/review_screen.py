"""What every screen about a review shares: the log it shows, and how something said is kept."""

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

_ROUND = str.maketrans("[]", "()")

LISTED = 9
"""The most changes to undo, and to redo, that the list of all commands names."""

TRY_AGAIN = (1, 2, 5, 10, 30)
"""Seconds to wait before saving is tried again, each time it fails; then the last of them."""


class ReviewScreen(Screen[Result], Generic[Result]):
    """A screen over one review. It keeps no state of its own about it: everything follows from the log."""

    HELP: ClassVar[str] = ""
    """What this page is for, in a few sentences, for F1."""
    ASKS: ClassVar[bool] = False
    """Whether this is the page of the questions, over which the other pages of a review stand."""
    UNDOES: ClassVar[Kinds] = ()
    """The kinds of event that this page shows, and can undo and redo; a page without any has no such keys."""

    def __init__(self, file: ReviewFile) -> None:
        super().__init__()
        self.file = file
        self.interview = Interview.of(file.projection)
        self._failures = 0
        self._noticed = file.notice
        """What was said about the file already, so that it is said once."""

    def on_screen_resume(self) -> None:
        """Show what was said while another screen was in front, and take over what is still to be saved."""
        self.reload()
        if self.file.unsaved:
            self.try_again()

    def say(self, *events: Event) -> bool:
        """Keep events and show what follows from them; whether they are in the log.

        Where the disk refuses, say so and try again; where the review is full, say so alone.
        """
        try:
            self.file.append(*events)
        except ReviewFull as problem:
            self.tell(str(problem), wrong=True)
            return False
        except NotSaved as problem:
            self._not_saved(problem)
        self.reload()
        return True

    def go_to_page(self, action: str) -> None:
        """Leave this page, one that stands over the conversation, for another page of the review.

        Args:
            action: the conversation's own for that page; empty for the questions themselves.

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
        """Whether the review can be written to; where it cannot, people are told why."""
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
        return not self.file.read_only

    def can_undo(self, action: str) -> bool:
        """Whether there is something to undo on this page, or to redo.

        Args:
            action: `undo` or `redo`.

        """
        history = self.interview.undo_history(self.UNDOES)
        return not self.file.read_only and bool(history.done if action == "undo" else history.undone)

    def action_undo(self) -> None:
        """Undo the last change of this page, and say which it was."""
        history = self.interview.undo_history(self.UNDOES)
        if history.done and self.may_write():
            self.undo(history.done[0])

    def action_redo(self) -> None:
        """Redo what was undone last of this page, and say which it was."""
        history = self.interview.undo_history(self.UNDOES)
        if history.undone and self.may_write():
            self.redo(history.undone[0])

    def list_changes(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """What can be undone and redone on this page: its name, what choosing it does, and the way to do it.

        The latest comes first; to undo one that is further back undoes those after it too.
        """
        if self.file.read_only:
            return
        history = self.interview.undo_history(self.UNDOES)
        for label, changes, act in (
            ("Undo", history.done, self.action_undo),
            ("Redo", history.undone, self.action_redo),
        ):
            for steps, event in enumerate(changes[:LISTED], 1):
                change = format_change(self.interview, event).translate(_ROUND)  # Textual takes [ for markup
                name = f"{label} {change}"
                does = (
                    f"{label} the last {steps} changes, up to this one" if steps > 1 else f"{label} this one"
                )
                yield name, does, partial(_repeat, act, steps)

    def undo(self, event: Event) -> None:
        """Undo one event; a page that also moves, or gives words back, adds that."""
        words = format_undone(self.interview, event, "Ctrl+Y")
        if self.say(EventUndone(reply=event.id)):
            self.app.clear_notifications()  # such as the one that said how to undo
            self.tell(words)

    def redo(self, event: Event) -> None:
        """Redo one event."""
        words = format_redone(self.interview, event)
        if self.say(*build_redo(self.file.log, event)):
            self.app.clear_notifications()
            self.tell(words)

    def reload(self) -> None:
        """Take over what the log comes to by now, and draw."""
        if self.interview.projection is not self.file.projection:
            self.interview = Interview.of(self.file.projection)
        if self.is_mounted:
            self.show_top_line()
            self.draw()
            self._tell_notice()

    def _tell_notice(self) -> None:
        """Say what is new about the file, such as that something else wrote to it meanwhile."""
        if self.file.notice != self._noticed:
            self._noticed = self.file.notice
            if self._noticed:
                self.tell(self._noticed)

    @property
    def not_in_footer(self) -> frozenset[str]:
        """The actions that can be given now and that the footer leaves out."""
        return frozenset()

    def action_what_now(self) -> None:
        """Say how the review's file stands, in a line."""
        self.tell(" ".join((format_file_state(self.file), *self.list_waiting_copies())))

    def list_waiting_copies(self) -> list[str]:
        """What there is to know of other files of the review in its folder that are in no merge."""
        from matbot.presenters.copies import list_waiting_beside

        return list_waiting_beside(self.file, find_host(self).names_files)

    def keep_drafts(self) -> None:
        """Keep what is half typed, now: the window may be gone the next moment."""

    def draw(self) -> None:
        """Draw what follows from the log; each screen its own."""

    def show_top_line(self) -> None:
        """Say whose review this is, how far it is, and when it was saved."""
        review = self.interview.review
        line = self.query_one(TopLine)
        line.title = " · ".join(name for name in (review.trust, review.group) if name)
        looked_at = format_looked_at(len(review.looked_at), str(len(review.scope)))
        line.state = f"{looked_at} · {self.saved_in_words()}"

    def saved_in_words(self) -> str:
        """Whether everything said is on disk, and since when."""
        if self.file.read_only:
            return "reading only"
        if self.file.unsaved:
            return "NOT SAVED, trying again"
        return f"saved {self.file.saved.astimezone():%H:%M:%S}" if self.file.saved else ""

    def tell(self, words: str, wrong: bool = False) -> None:
        """A notice in the corner; `words` may hold what people typed."""
        self.notify(words, severity="warning" if wrong else "information", markup=False)

    def _not_saved(self, problem: NotSaved) -> None:
        wait = TRY_AGAIN[min(self._failures, len(TRY_AGAIN) - 1)]
        self._failures += 1
        self.tell(f"{problem} What you said is still here; matbot tries again in {wait} s.", wrong=True)
        self.set_timer(wait, self.try_again)

    def try_again(self) -> None:
        """Save what is not on disk yet; where the disk refuses again, try later."""
        try:
            self.file.save()
        except NotSaved as problem:
            self._not_saved(problem)
        else:
            self._failures = 0
        self.show_top_line()


def _repeat(act: Callable[[], None], times: int) -> None:
    """Do the same several times."""
    for _ in range(times):
        act()
