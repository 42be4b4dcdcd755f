"""One review spoken line by line: says each turn, and keeps the events that are made."""

from collections.abc import Iterable

from matbot.interview import Interview, Turn
from matbot.line.input import ReadLine, WriteText
from matbot.line.speech import format_hidden_hint, format_outcome, format_place, format_turn
from matbot.line.talk import Talk
from matbot.review.events import Event
from matbot.review.steps import Ask
from matbot.store.errors import NotSaved, ReadOnly, ReviewFull
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import clean


class LineMode:
    """The conversation about one review, as the loop, the commands and the pages of line mode share it."""

    def __init__(
        self,
        file: ReviewFile,
        hear: ReadLine,
        out: WriteText,
        matbot: str = "matbot",
        spaced: bool = False,
        workspace: Workspace | None = None,
    ) -> None:
        self.file = file
        self.talk = Talk(hear, out, spaced)
        self.matbot = matbot
        """How a command for this workspace begins; empty where home comes next, and no command."""
        self.workspace = workspace or Workspace(file.path.absolute().parent.parent)
        """Where documents go, and where framework versions are; a review lies in its folder of reviews."""
        self.interview = Interview.of(file.projection)
        self.shown: Turn | None = None
        """The turn that was said last: what it showed is not said again."""
        self.noticed = file.notice
        """What was said last about the file."""
        self.told_of: set[tuple[str, str]] = set()
        """Of which elements and questions it was said that other views are hidden, and what."""

    def keep(self, *events: Event) -> None:
        """Put events on the log and on disk; says when they were saved, or why they were not.

        ReviewFull, in words, where there is no room for them.
        """
        try:
            saved = self.file.append(*events)
        except ReviewFull:
            raise
        except NotSaved as problem:
            self.talk.say(f"{problem} What you said is kept in mind, and goes to disk with your next answer.")
        else:
            self.talk.out(f"saved {saved.astimezone():%H:%M:%S}")
        if self.file.notice and self.file.notice != self.noticed:
            self.talk.say(self.file.notice)  # such as that it was merged with what came from elsewhere
        self.noticed = self.file.notice
        self.interview = Interview.of(self.file.projection)

    def refuse_read_only(self) -> None:
        """ReadOnly, in words, where the review can only be read: before much is asked that cannot be kept."""
        if self.file.read_only:
            raise ReadOnly(f"This review can only be read: {self.file.read_only}.")

    def go_on(self, *events: Event, news: Iterable[str] = ()) -> None:
        """Keep events, and say what came of them and the turn that they lead to."""
        before = self.interview
        self.keep(*events)
        self.talk.say(*format_outcome(before, self.interview), *news)
        self.say_turn()

    def go_on_in(self, file: ReviewFile) -> None:
        """Go on in another file of the same review or a copy of it, or read this one anew."""
        self.file = file
        self.noticed = file.notice
        self.interview = Interview.of(file.projection)

    def say_turn(self) -> None:
        """Say what is asked now; of what was just said, no more than the question."""
        self.talk.gap()
        hidden = format_hidden_hint(self.interview)
        about = (self.interview.turn.step.place, hidden)
        news = "" if about in self.told_of else hidden
        self.told_of.add(about)
        things = format_turn(self.interview, self.shown, self.draft, news)
        if self.interview.turn.ask in (Ask.HANDS, Ask.RATING):  # at a glance that is far more than a screen
            self.talk.tell(things, answered=True)
        else:
            self.talk.say(*things)
        self.shown = self.interview.turn

    def come_back(self) -> None:
        """Say where the conversation is after something else, and ask again what is asked."""
        self.talk.gap()
        self.talk.say(
            f"Back in the conversation, at: {format_place(self.interview.turn)} /repeat says all of it."
        )
        self.say_turn()

    def repeat(self) -> None:
        """Say the whole turn again, as if nothing of it had been said."""
        self.shown = None
        self.told_of.clear()
        self.say_turn()

    @property
    def draft(self) -> str:
        """What was half-typed in the app at this turn, where words are asked for."""
        turn = self.interview.turn
        return clean(self.file.drafts.get(turn.step.key, "")) if turn.wants_words else ""


def tell_if_any(mode: LineMode, things: Iterable[str]) -> None:
    """Say things in passing, and ask again what is asked now."""
    mode.talk.say(*things)
    mode.say_turn()
