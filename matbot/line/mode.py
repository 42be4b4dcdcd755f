"""The conversation about one review in line mode: prints each turn and saves the events."""

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
    """The conversation about one review, shared by the loop, the commands and the pages of line mode."""

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
        """The start of a shell command for this workspace; empty if the conversation was opened from home."""
        self.workspace = workspace or Workspace(file.path.absolute().parent.parent)
        """Where documents and framework versions are; by default the workspace of the review file."""
        self.interview = Interview.of(file.projection)
        self.shown: Turn | None = None
        """The turn printed last, so that what it showed is not repeated."""
        self.noticed = file.notice
        """The notice about the file that was printed last."""
        self.told_of: set[tuple[str, str]] = set()
        """The hints about hidden views already printed, each after its element or question."""

    def keep(self, *events: Event) -> None:
        """Append events to the log and save them; print the time of the save, or why it failed.

        Raises:
            ReviewFull: The review has no room for the events.

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
            self.talk.say(self.file.notice)  # such as a merge with another copy
        self.noticed = self.file.notice
        self.interview = Interview.of(self.file.projection)

    def refuse_read_only(self) -> None:
        """Raise ReadOnly if the review can only be read, before asking for what could not be saved."""
        if self.file.read_only:
            raise ReadOnly(f"This review can only be read: {self.file.read_only}.")

    def go_on(self, *events: Event, news: Iterable[str] = ()) -> None:
        """Save events, then print their outcome, `news`, and the turn that follows."""
        before = self.interview
        self.keep(*events)
        self.talk.say(*format_outcome(before, self.interview), *news)
        self.say_turn()

    def go_on_in(self, file: ReviewFile) -> None:
        """Continue in another file, such as a copy of the review, or reload the same one."""
        self.file = file
        self.noticed = file.notice
        self.interview = Interview.of(file.projection)

    def say_turn(self) -> None:
        """Print the current turn, without the parts of it that the previous turn already printed."""
        self.talk.gap()
        hidden = format_hidden_hint(self.interview)
        about = (self.interview.turn.step.place, hidden)
        news = "" if about in self.told_of else hidden
        self.told_of.add(about)
        things = format_turn(self.interview, self.shown, self.draft, news)
        if self.interview.turn.ask in (Ask.HANDS, Ask.RATING):  # longer than a screen
            self.talk.tell(things, answered=True)
        else:
            self.talk.say(*things)
        self.shown = self.interview.turn

    def come_back(self) -> None:
        """Print where the conversation is, after another page, and ask the current question again."""
        self.talk.gap()
        self.talk.say(
            f"Back in the conversation, at: {format_place(self.interview.turn)} /repeat says all of it."
        )
        self.say_turn()

    def repeat(self) -> None:
        """Print the whole turn again, as if none of it had been printed."""
        self.shown = None
        self.told_of.clear()
        self.say_turn()

    @property
    def draft(self) -> str:
        """The text half-typed in the app at this turn, if the turn takes free text."""
        turn = self.interview.turn
        return clean(self.file.drafts.get(turn.step.key, "")) if turn.wants_words else ""


def tell_if_any(mode: LineMode, things: Iterable[str]) -> None:
    """Print lines, if there are any, and ask the current question again."""
    mode.talk.say(*things)
    mode.say_turn()
