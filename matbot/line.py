"""The same conversation line by line: for pipes, a slow line, a screen reader."""

import shlex
from collections.abc import Callable, Iterable
from typing import TextIO

from matbot.checking import Checking
from matbot.interview import Interview, Turn, Unclear
from matbot.review.replies import NextReview, Reply, Scoped
from matbot.review.steps import Ask
from matbot.spoken import (
    HELP,
    asks_for,
    block,
    confirmed_in_words,
    goodbye,
    greeting,
    progress,
    says_it_is_folded,
    turn_said,
    whereabouts,
)
from matbot.spoken_beside import unfolded
from matbot.store.errors import NotSaved
from matbot.store.review_file import ReviewFile
from matbot.text import LONGEST, clean, clean_name

Hear = Callable[[str], str | None]
"""Asks for a reply with the words given and gives the line that was typed; None at the end of input."""

Out = Callable[[str], None]
"""Takes one block of lines to print."""

_READ_AT_ONCE = 4 * LONGEST
"""How much of a line is ever held, in characters: `clean` makes at most `LONGEST` of it."""


class LineMode:
    """One review spoken line by line: says each turn, hears a line, keeps the reply that it makes."""

    def __init__(
        self, file: ReviewFile, hear: Hear, out: Out, matbot: str = "matbot", spaced: bool = False
    ) -> None:
        self.file = file
        self.hear = hear
        self.out = out
        self.matbot = matbot
        """How a command for this workspace begins, for the words at the end."""
        self.spaced = spaced
        """Whether an empty line goes before each turn, which is easier on the eye."""
        self.interview = Interview(file.rubric, file.log)
        self.shown: Turn | None = None
        """The turn that was said last: what it showed is not said again."""
        self.noticed = file.notice
        """What was said last about the file."""
        self.checking: Checking | None = None
        """The reality check that is being told, if one is."""
        self.told_of: set[tuple[str, str]] = set()
        """Of which elements and questions it was said that something is folded, and what."""

    def run(self) -> bool:
        """Speak until the end of input or `/stop`; whether everything said is safely on disk."""
        self._say(greeting(self.interview, self.file.path, self.file.notice))
        self._say_turn()
        while (typed := self.hear(self._asking())) is not None:
            text = clean(typed, _READ_AT_ONCE)
            if self._stops(text):
                break
            self._take(text)
        return self._ends()

    def keep(self, *replies: Reply) -> None:
        """Put replies on the log and on disk; says when they were saved, or why they were not."""
        try:
            saved = self.file.append(*replies)
        except NotSaved as problem:
            self._say([f"{problem} What you said is kept in mind, and goes to disk with your next answer."])
        else:
            self.out(f"saved {saved.astimezone():%H:%M:%S}")
        self._say_notice()
        self.interview = Interview(self.file.rubric, self.file.log)

    def _say_notice(self) -> None:
        """Say what has become of the file, such as that it was merged with what came from elsewhere."""
        if self.file.notice and self.file.notice != self.noticed:
            self._say([self.file.notice])
        self.noticed = self.file.notice

    def _fitted(self, words: str) -> str:
        """Words as they are kept; says so where they are too long to be kept whole."""
        if len(words) > LONGEST:
            self._say([f"That is longer than {LONGEST:,} characters: its beginning is kept, not the rest."])
        return clean(words)

    def _asking(self) -> str:
        return self.checking.hint if self.checking else asks_for(self.interview.turn)

    def _stops(self, text: str) -> bool:
        nothing_left = self.interview.turn.ask is Ask.FINISHED and not self.checking
        return text.lower() == "/stop" or (not text and nothing_left)

    def _take(self, text: str) -> None:
        """Do what a command says, or answer with the line; says what would be an answer if it is none."""
        try:
            if text.startswith("/") and not text.startswith("//"):
                self._command(*text[1:].split(maxsplit=1))
            else:
                self._answer(self._fitted(text[1:] if text.startswith("//") else text))
        except Unclear as unclear:
            self._say([str(unclear)])

    def _command(self, name: str = "", words: str = "") -> None:
        if self.checking:
            raise Unclear("Commands wait until the reality check is told; /stop ends without it.")
        command = _COMMANDS.get(name.lower())
        if command is None:
            raise Unclear("There is no such command; /help lists them. A reply with a slash begins with two.")
        command(self, words)

    def _answer(self, text: str) -> None:
        turn, draft = self.interview.turn, self._draft()
        if self.checking:
            self._check(self.checking, text)
        elif not text and draft:
            self._go_on([self.interview.answer(draft, private=self._drafted_private())])
        elif not text and turn.present and turn.ask is not Ask.OPENING:
            self._go_on([self.interview.skip()])
        elif text == "-" and turn.wants_words and (draft or turn.present):
            self._go_on([self.interview.answer("")])
        else:
            self._go_on([self.interview.answer(text)])

    def _private(self, words: str) -> None:
        turn = self.interview.turn
        if turn.ask is not Ask.NOTE:
            raise Unclear("Only a note can be private: type /private and the words where one is asked for.")
        text = self._fitted(words) or self._draft() or turn.present
        if not text:
            raise Unclear("Type the words after it: /private and then the note.")
        self._go_on([self.interview.answer(text, private=True)])

    def _park(self, _words: str) -> None:
        taken_off = self.interview.turn.parked
        self.keep(self.interview.park())
        self._say(["The mark is taken off." if taken_off else _PARKED])
        self._say_turn()

    def _to(self, place: str) -> None:
        if not place:
            raise Unclear("Say where to: /to 2B for an element, /to 2B.iii for a question.")
        replies = self.interview.to(place)
        self._go_on(replies)
        if any(isinstance(reply, Scoped) for reply in replies):
            self._say([f"{self.interview.turn.step.element} was not in this review. Now it is."])

    def _said(self, _words: str) -> None:
        self._say(unfolded(self.interview))
        self._say_turn()

    def _name(self, words: str) -> None:
        reply = self.interview.name(words)
        self.keep(reply)
        review = self.interview.review.id
        moment = shlex.quote(f"{review}@{reply.name}")
        self._say([f"To compare with this moment later: {self.matbot} compare {review} {moment}"])
        self._say_turn()

    def _next(self, words: str) -> None:
        if not words:
            raise Unclear("Say when you review again: /next October 2027.")
        self.keep(NextReview(when=clean_name(words)))
        self._say_turn()

    def _reality(self, code: str) -> None:
        if not code:
            raise Unclear("Say which rating: /reality 2B.")
        self.checking = Checking.begin(self.interview, code)
        self._say([f"A reality check of {self.checking.element}, in four lines.", self.checking.asks])

    def _check(self, checking: Checking, text: str) -> None:
        """Take one line of a reality check."""
        if not checking.leaves(text):
            self.checking = checking.after(text)
            if not self.checking.done:
                self._say([self.checking.asks])
                return
        self._end_check()
        self._say_turn()

    def _end_check(self) -> None:
        """Keep the reality check that was being told, if enough of it was."""
        checking, self.checking = self.checking, None
        if checking and checking.enough:
            self.keep(checking.reply(self.interview))
            self._say([f"Kept beside the rating of {checking.element}, which stays as it is."])
        elif checking:
            self._say(["No reality check is kept, then."])

    def _confirm(self, code: str) -> None:
        replies = self.interview.confirm(code)
        self.keep(*replies)
        self._say([confirmed_in_words(replies)])
        self._say_turn()

    def _where(self, _words: str) -> None:
        self._say(whereabouts(self.interview, self.file.path))
        self.shown = None
        self._say_turn()

    def _go_on(self, replies: Iterable[Reply]) -> None:
        """Keep replies, and say the turn that they lead to."""
        before = self.interview
        self.keep(*replies)
        self._say(progress(before, self.interview))
        self._say_turn()

    def _say_turn(self) -> None:
        if self.spaced:
            self.out("")
        folded = says_it_is_folded(self.interview)
        about = (self.interview.turn.step.place, folded)
        news = "" if about in self.told_of else folded
        self.told_of.add(about)
        self._say(turn_said(self.interview, self.shown, self._draft(), news))
        self.shown = self.interview.turn

    def _draft(self) -> str:
        """What was half-typed in the app at this turn, where words are asked for."""
        turn = self.interview.turn
        return clean(self.file.drafts.get(turn.step.key, "")) if turn.wants_words else ""

    def _drafted_private(self) -> bool:
        """Whether the half-typed note was marked private in the app."""
        turn = self.interview.turn
        marked = self.file.drafts.get(f"private:{turn.step.place}")
        return turn.private if marked is None else marked == "yes"

    def _say(self, things: Iterable[str]) -> None:
        for thing in things:
            self.out(block(thing))

    def _ends(self) -> bool:
        """Save what is not saved yet and say goodbye; whether everything is on disk."""
        self._end_check()
        try:
            if self.file.unsaved:
                self.file.save()
        except NotSaved as problem:
            self._say(
                [f"{problem} Your last {self.file.unsaved} replies are not on disk, and end with this."]
            )
            return False
        self._say(goodbye(self.interview, self.file.path, self.matbot))
        return True


_PARKED = "Parked, to come back to. /park once more takes the mark off."

_COMMANDS: dict[str, Callable[[LineMode, str], None]] = {
    "back": lambda line, _words: line._go_on([line.interview.back()]),
    "park": LineMode._park,
    "private": LineMode._private,
    "skip": lambda line, _words: line._go_on([line.interview.skip()]),
    "where": LineMode._where,
    "to": LineMode._to,
    "said": LineMode._said,
    "name": LineMode._name,
    "next": LineMode._next,
    "reality": LineMode._reality,
    "confirm": LineMode._confirm,
    "help": lambda line, _words: line._say(HELP),
}


def from_lines(lines: TextIO | None, out: Out) -> Hear:
    """Hears replies from a pipe or a file: the line that asks stands alone, so that all of it reads well."""

    def hear(asking: str) -> str | None:
        out(asking.rstrip())
        return _line(lines) if lines else None

    return hear


def at_terminal(out: Out) -> Hear:
    """Hears somebody at a terminal, who can mend the line while typing it."""

    def hear(asking: str) -> str | None:
        try:
            return input(asking)
        except EOFError:
            out("")  # the line that asks is still open
            return None

    return hear


def _line(lines: TextIO) -> str | None:
    """The next line, of which no more is held than can be kept; None at the end."""
    line = rest = lines.readline(_READ_AT_ONCE)
    while rest and not rest.endswith("\n"):
        rest = lines.readline(_READ_AT_ONCE)
    return line or None
