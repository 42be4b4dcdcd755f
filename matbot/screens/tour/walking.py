"""The actions of the tour's stops on the sample: open pages, and answer for its people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from matbot.demo.tour import UNDER_WAY, Sample, SampleTalk
from matbot.interview import Turn
from matbot.review.steps import Ask
from matbot.screens.host import Host
from matbot.screens.interview import interview
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.words_box import WordsBox

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


class TourInterviewScreen(InterviewScreen):
    """The conversation, which calls back when it is at another turn."""

    CSS_PATH = [Path(interview.__file__).parent / name for name in InterviewScreen.CSS_PATH]  # noqa: RUF012 - Textual's

    def __init__(self, file: ReviewFile, turned: Callable[[Turn], None]) -> None:
        super().__init__(file)
        self._turned = turned

    def draw(self) -> None:
        """Draw the turn, and report it to the callback."""
        super().draw()
        self._turned(self.interview.turn)


class SampleWalk:
    """The sample as used by the tour's stops."""

    def __init__(self, app: Host, sample: Sample, talk: SampleTalk, turned: Callable[[Turn], None]) -> None:
        """Create the walk; `turned` is called with the turn whenever the conversation draws it."""
        self.app, self.workspace = app, sample.workspace
        self._talk, self._turned = talk, turned
        self.conversation: TourInterviewScreen

    @property
    def file(self) -> ReviewFile:
        """The review in progress."""
        return self.conversation.file

    @property
    def turn(self) -> Turn:
        """The current turn."""
        return self.conversation.interview.turn

    async def open_conversation(self) -> None:
        """Open the review in progress."""
        self.app.review_file = self.workspace.open(UNDER_WAY)
        self.conversation = TourInterviewScreen(self.app.review_file, self._turned)
        await self.open(self.conversation)

    async def open(self, screen: Screen[Any]) -> None:
        """Open a page over the current one."""
        await self.app.push_screen(screen)

    async def back_to_conversation(self) -> None:
        """Close all pages over the conversation."""
        while self.app.screen is not self.conversation and len(self.app.screen_stack) > 1:
            await self.app.pop_screen()

    def say_until(self, step: str) -> None:
        """Add the sample's answers up to a step, or to the end."""
        self.conversation.say(*self._talk.continue_to(self.file.log, step))

    def type_note(self) -> None:
        """Type the sample's note without sending it."""
        self.conversation.query_one(WordsBox).show(self._talk.find_typed_at(self.turn.step.key))

    def send_note(self) -> None:
        """Send the note in the box, typed by the sample or the user; it may be empty."""
        if self.turn.ask is Ask.NOTE:
            words = self.conversation.query_one(Dock).words
            self.conversation.say(self.conversation.interview.answer(words))

    def choose_priorities(self) -> None:
        """Choose two of the sample's priorities, which leaves some candidates."""
        self.conversation.say(*self._talk.choose_priorities(self.file.log, 2))
