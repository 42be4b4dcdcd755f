"""Talking line by line: something said, a line asked for and understood, a list told a screen at a time."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from matbot.commands.conversation import QUESTION
from matbot.interview import Unclear
from matbot.line import problems
from matbot.line.input import READ_AT_ONCE, ReadLine, WriteText
from matbot.line.speech import block
from matbot.line.words import render_line
from matbot.text import LONGEST, clean

Meaning = TypeVar("Meaning")

SCREEN = 18
"""How many lines are said at most before somebody is asked whether to go on."""

HELP = render_line(
    QUESTION,
    "Answer in one line. <repeat>, <back>, <stop> An answer that should begin with a slash begins with two.",
)

_COMMAND = re.compile(r"/[^\W\d_]*(\s.*)?", re.DOTALL)
"""How a command looks where a path may be an answer as well: `/back`, but not `/home/pack.md`."""

_MORE = "Enter goes on, /back leaves the rest."


class BackRequested(Exception):
    """Somebody typed /back: what was asked is left, and whoever asked goes on elsewhere."""


class Stopped(Exception):
    """Somebody typed /stop, or there is no more to hear."""


class Talk:
    """Somebody who hears and types a line at a time."""

    def __init__(self, hear: ReadLine, out: WriteText, spaced: bool = False) -> None:
        self._hear = hear
        self.out = out
        self.spaced = spaced
        """Whether an empty line goes before each turn, which is easier on the eye."""
        self.ended = False
        """Whether the input has ended: nothing more will be typed."""
        self.written: Path | None = None
        """What was written last."""
        self._held: str | None = None
        """What was typed in the middle of a list, as the answer to what is asked after it."""

    def say(self, *things: str) -> None:
        """Say things, a block each."""
        for thing in things:
            self.out(block(thing))

    def gap(self) -> None:
        """Leave a line empty before something new, where somebody looks on."""
        if self.spaced:
            self.out("")

    def tell(self, things: Iterable[str], answered: bool = False) -> None:
        """Say things a screen at a time, as far as somebody wants to hear them.

        `answered` says that a question follows, which may be answered before all is told.
        """
        room = SCREEN
        for thing in things:
            text = block(thing)
            lines = text.count("\n") + 1
            if lines > room and room < SCREEN:
                if not self._goes_on(answered):
                    return
                room = SCREEN
            self.out(text)
            room -= lines

    def listen(self, asking: str) -> str | None:
        """The next line as it was typed; None once the input has ended."""
        if self._held is not None:
            held, self._held = self._held, None
            return held
        typed = None if self.ended else self._hear(asking)
        self.ended = typed is None
        return typed

    def line(self, asking: str) -> str:
        """The next line, cleaned; Stopped once the input has ended."""
        typed = self.listen(asking)
        if typed is None:
            raise Stopped
        return clean(typed, READ_AT_ONCE)

    def fitted(self, words: str) -> str:
        """Words as they are kept; says so where they are too long to be kept whole."""
        if len(words) > LONGEST:
            self.say(f"That is longer than {LONGEST:,} characters: its beginning is kept, not the rest.")
        return clean(words)

    def ask(
        self,
        question: str,
        understand: Callable[[str], Meaning],
        hint: str = "",
        again: Callable[[], None] | None = None,
    ) -> Meaning:
        """What somebody means by the next line that can be understood; Left or Stopped if they say so.

        `understand` raises Unclear, or another error with words of its own: it is told, and asked again.
        `again` is what /repeat says before the question, where something was told that it is about.
        """
        self.gap()
        self.say(question)
        while True:
            typed = self.line(f"you ({hint}): " if hint else "you: ")
            try:
                if _COMMAND.fullmatch(typed):
                    self._do(typed, question, again)
                else:
                    return understand(self.fitted(plain(typed)))
            except problems.in_words() as problem:
                self.say(problems.format_problem(problem))

    def choose(self, question: str, ways: Mapping[str, str], usual: str = "") -> str:
        """Which of some ways is meant, by its number or its name; `usual` is what an empty line means."""
        numbered = {str(number): way for number, way in enumerate(ways, 1)}
        text = "; ".join(f"{number} {ways[way]}" for number, way in numbered.items())
        takes = f" Enter takes {list(ways).index(usual) + 1}." if usual else ""

        def meant(typed: str) -> str:
            word = typed.casefold()
            if not word and usual:
                return usual
            named = {way.casefold(): way for way in ways} | numbered
            if word not in named:
                raise Unclear(f"Please answer with a number from 1 to {len(numbered)}.")
            return named[word]

        return self.ask(f"{question} {text}.{takes}", meant, " ".join(numbered))

    def agrees(self, question: str) -> bool:
        """Whether somebody says yes."""
        return self.ask(question, _yes_or_no, "yes no")

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something on the way; where it is left or cannot be done, say so, and go on from here."""
        try:
            act()
        except BackRequested:
            self.say("Left as it is.")
        except problems.in_words() as problem:
            self.say(problems.format_problem(problem))

    def _goes_on(self, answered: bool) -> bool:
        """Whether the rest of a list is wanted; an answer to what is asked after it is held for that."""
        while True:
            typed = self.line(f"you (Enter for more{', or your answer' * answered}): ")
            if not typed:
                return True
            if typed.casefold() == "/stop":
                raise Stopped
            if typed.casefold() == "/back":
                return False
            if answered:
                self._held = typed
                return False
            self.say(_MORE)

    def _do(self, typed: str, question: str, again: Callable[[], None] | None) -> None:
        """Do what a command says that can be given at any question."""
        match typed.split(maxsplit=1)[0].casefold():
            case "/back":
                raise BackRequested
            case "/stop":
                raise Stopped
            case "/repeat":
                if again:
                    again()
                self.say(question)
            case "/help":
                self.say(HELP)
            case _:
                raise Unclear("First answer this, or leave it with /back. /help says what else there is.")


def is_command(typed: str) -> bool:
    """Whether a line is a command: two slashes are how an answer begins with one."""
    return typed.startswith("/") and not typed.startswith("//")


def plain(typed: str) -> str:
    """A line that is no command, as it was meant."""
    return typed[1:] if typed.startswith("//") else typed


def _yes_or_no(typed: str) -> bool:
    word = typed.casefold()
    if word not in ("yes", "y", "no", "n"):
        raise Unclear("Please answer yes or no.")
    return word.startswith("y")
