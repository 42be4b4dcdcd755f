"""What every screen about a review shares: the log it shows, and how something said is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.screen import Screen

from matbot.interview import Interview
from matbot.presenters.file_states import format_file_state
from matbot.review.events import Event
from matbot.review.header import format_looked_at
from matbot.screens.host import find_host
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import NotSaved, ReviewFull

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

Result = TypeVar("Result")

TRY_AGAIN = (1, 2, 5, 10, 30)
"""Seconds to wait before saving is tried again, each time it fails; then the last of them."""


class ReviewScreen(Screen[Result], Generic[Result]):
    """A screen over one review. It keeps no state of its own about it: everything follows from the log."""

    HELP: ClassVar[str] = ""
    """What this page is for, in a few sentences, for F1."""

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
