"""What a stop of the tour does with the sample: opens pages over it, and lets its people speak on."""

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
    """The conversation, which says when it stands at another turn."""

    CSS_PATH = [Path(interview.__file__).parent / name for name in InterviewScreen.CSS_PATH]  # noqa: RUF012 - Textual's

    def __init__(self, file: ReviewFile, turned: Callable[[Turn], None]) -> None:
        super().__init__(file)
        self._turned = turned

    def draw(self) -> None:
        """Draw the turn, and say that it is asked now."""
        super().draw()
        self._turned(self.interview.turn)


class SampleWalk:
    """The sample as the tour's stops use it."""

    def __init__(self, app: Host, sample: Sample, talk: SampleTalk, turned: Callable[[Turn], None]) -> None:
        """`turned` is called whenever the conversation stands at a turn."""
        self.app, self.workspace = app, sample.workspace
        self._talk, self._turned = talk, turned
        self.conversation: TourInterviewScreen

    @property
    def file(self) -> ReviewFile:
        """The review that is under way."""
        return self.conversation.file

    @property
    def turn(self) -> Turn:
        """What is asked now."""
        return self.conversation.interview.turn

    async def open_conversation(self) -> None:
        """Go into the review that is under way."""
        self.app.review_file = self.workspace.open(UNDER_WAY)
        self.conversation = TourInterviewScreen(self.app.review_file, self._turned)
        await self.open(self.conversation)

    async def open(self, screen: Screen[Any]) -> None:
        """Open a page over what is there."""
        await self.app.push_screen(screen)

    async def back_to_conversation(self) -> None:
        """Close whatever is open over the conversation."""
        while self.app.screen is not self.conversation and len(self.app.screen_stack) > 1:
            await self.app.pop_screen()

    def say_until(self, step: str) -> None:
        """Let the sample's people go on to a step, or to the end."""
        self.conversation.say(*self._talk.continue_to(self.file.log, step))

    def type_note(self) -> None:
        """Type the note of the sample's people, and do not send it."""
        self.conversation.query_one(WordsBox).show(self._talk.find_typed_at(self.turn.step.key))

    def send_note(self) -> None:
        """Send the note that stands in the box, whoever typed it; it may be empty."""
        if self.turn.ask is Ask.NOTE:
            words = self.conversation.query_one(Dock).words
            self.conversation.say(self.conversation.interview.answer(words))

    def choose_priorities(self) -> None:
        """Let the sample's people choose two priorities, which leaves something to choose from."""
        self.conversation.say(*self._talk.choose_priorities(self.file.log, 2))
