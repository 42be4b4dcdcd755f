"""One review spoken line by line: says each turn, hears a line, keeps the reply that it makes."""

from collections.abc import Iterable

from matbot.interview import Interview, Turn, Unclear
from matbot.line import problems
from matbot.line.hearing import Hear, Out
from matbot.line.talk import Left, Stopped, Talk, is_command, plain
from matbot.review.replies import Reply
from matbot.review.steps import Ask
from matbot.spoken import (
    asks_for,
    goodbye,
    greeting,
    outcome,
    place,
    says_it_is_folded,
    turn_said,
)
from matbot.store.errors import NotSaved, ReadOnly
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import clean


class LineMode:
    """The conversation about one review, with all that can be done on the way."""

    def __init__(
        self,
        file: ReviewFile,
        hear: Hear,
        out: Out,
        matbot: str = "matbot",
        spaced: bool = False,
        workspace: Workspace | None = None,
    ) -> None:
        self.file = file
        self.talk = Talk(hear, out, spaced)
        self.matbot = matbot
        """How a command for this workspace begins; empty where home comes next, and no command."""
        self.workspace = workspace or Workspace(file.path.absolute().parent.parent)
        """Where documents go, and where editions are; a review lies in its folder of reviews."""
        self.interview = Interview(file.rubric, file.log)
        self.shown: Turn | None = None
        """The turn that was said last: what it showed is not said again."""
        self.noticed = file.notice
        """What was said last about the file."""
        self.told_of: set[tuple[str, str]] = set()
        """Of which elements and questions it was said that something is folded, and what."""

    def run(self) -> bool:
        """Speak until the end of input or `/stop`; whether everything said is safely on disk."""
        self.talk.say(*greeting(self.interview, self.file.notice))
        try:
            self.say_turn()
            while not self._is_over(text := self.talk.line(asks_for(self.interview.turn))):
                self._take(text)
        except Stopped:
            pass
        return self._ends()

    # What commands do with it

    def keep(self, *replies: Reply) -> None:
        """Put replies on the log and on disk; says when they were saved, or why they were not."""
        try:
            saved = self.file.append(*replies)
        except NotSaved as problem:
            self.talk.say(f"{problem} What you said is kept in mind, and goes to disk with your next answer.")
        else:
            self.talk.out(f"saved {saved.astimezone():%H:%M:%S}")
        self._say_notice()
        self.interview = Interview(self.file.rubric, self.file.log)

    def refuse_read_only(self) -> None:
        """ReadOnly, in words, where the review can only be read: before much is asked that cannot be kept."""
        if self.file.read_only:
            raise ReadOnly(f"This review can only be read: {self.file.read_only}.")

    def go_on(self, *replies: Reply, news: Iterable[str] = ()) -> None:
        """Keep replies, and say what came of them and the turn that they lead to."""
        before = self.interview
        self.keep(*replies)
        self.talk.say(*outcome(before, self.interview), *news)
        self.say_turn()

    def go_on_in(self, file: ReviewFile) -> None:
        """Go on in another file of the same review or a copy of it, or read this one anew."""
        self.file = file
        self.noticed = file.notice
        self.interview = Interview(file.rubric, file.log)

    def say_turn(self) -> None:
        """Say what is asked now; of what was just said, no more than the question."""
        self.talk.gap()
        folded = says_it_is_folded(self.interview)
        about = (self.interview.turn.step.place, folded)
        news = "" if about in self.told_of else folded
        self.told_of.add(about)
        things = turn_said(self.interview, self.shown, self.draft, news)
        if self.interview.turn.ask in (Ask.HANDS, Ask.RATING):  # at a glance that is far more than a screen
            self.talk.tell(things, answered=True)
        else:
            self.talk.say(*things)
        self.shown = self.interview.turn

    def come_back(self) -> None:
        """Say where the conversation is after something else, and ask again what is asked."""
        self.talk.gap()
        self.talk.say(f"Back in the conversation, at: {place(self.interview.turn)} /repeat says all of it.")
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

    # What is heard

    def _is_over(self, text: str) -> bool:
        return not text and self.interview.turn.ask is Ask.FINISHED

    def _take(self, text: str) -> None:
        """Do what a command says, or answer with the line; says what would do if neither can be."""
        try:
            if is_command(text):
                self._command(*text[1:].split(maxsplit=1))
            else:
                self._answer(self.talk.fitted(plain(text)))
        except Left:
            self.come_back()
        except problems.in_words() as problem:
            self.interview = Interview(self.file.rubric, self.file.log)
            self.talk.say(problems.told(problem))

    def _command(self, name: str = "", words: str = "") -> None:
        from matbot.line.commands import COMMANDS

        command = COMMANDS.get(name.casefold())
        if command is None:
            raise Unclear("There is no such command; /help lists them. A reply with a slash begins with two.")
        command(self, words)

    def _answer(self, text: str) -> None:
        turn, draft = self.interview.turn, self.draft
        self._refuse_bare_command(text)
        if not text and draft:
            self.go_on(self.interview.answer(draft, private=self._drafted_private()))
        elif not text and turn.present and turn.ask is not Ask.OPENING:
            self.go_on(self.interview.skip())
        elif text == "-" and turn.wants_words and (draft or turn.present):
            self.go_on(self.interview.answer(""))
        else:
            self.go_on(self.interview.answer(text))

    def _refuse_bare_command(self, text: str) -> None:
        """Unclear where a choice is asked for and a command without its slash was typed."""
        turn = self.interview.turn
        if turn.ask is Ask.FINISHED:
            such = next(iter(self.interview.review.scope), "")
            raise Unclear(
                f"Everything has been asked. /to {such} changes answers there, /help tells what else there "
                "is; Enter stops here."
            )
        if not turn.wants_words and text.casefold() in (
            "help",
            "?",
            "back",
            "repeat",
            "skip",
            "stop",
            "undo",
        ):
            name = {"?": "help"}.get(text, text.casefold())
            raise Unclear(f"Put a slash before it: /{name}")

    def _drafted_private(self) -> bool:
        """Whether the half-typed note was marked private in the app."""
        turn = self.interview.turn
        marked = self.file.drafts.get(f"private:{turn.step.place}")
        return turn.private if marked is None else marked == "yes"

    # What is said of the file

    def _say_notice(self) -> None:
        """Say what has become of the file, such as that it was merged with what came from elsewhere."""
        if self.file.notice and self.file.notice != self.noticed:
            self.talk.say(self.file.notice)
        self.noticed = self.file.notice

    def _ends(self) -> bool:
        """Save what is not saved yet and say goodbye; whether everything is on disk."""
        try:
            if self.file.unsaved:
                self.file.save()
        except NotSaved as problem:
            self.talk.say(
                f"{problem} Your last {self.file.unsaved} replies are not on disk, and end with this."
            )
            return False
        self.talk.say(*goodbye(self.interview, self.file.path, self.matbot))
        return True


def said_so(mode: LineMode, things: Iterable[str]) -> None:
    """Say things in passing, and ask again what is asked now."""
    mode.talk.say(*things)
    mode.say_turn()
