"""Talking line by line: something said, a line asked for and understood, a list told a screen at a time."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from matbot.commands import Page
from matbot.commands.conversation import QUESTION, YES_OR_NO
from matbot.interview import Unclear
from matbot.line.input import READ_AT_ONCE, ReadLine, WriteText
from matbot.line.speech import format_block
from matbot.line.words import Act, find_handlers, find_words, list_hints, render_line
from matbot.presenters import problems
from matbot.text import LONGEST, clean, in_words

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
        self._hint = ""
        """What the line that asks calls the answers it takes."""
        self._words = find_handlers(QUESTION, self)
        """What each command does that can be given at any question; told how to ask that again."""

    def say(self, *things: str) -> None:
        """Say things, a block each."""
        for thing in things:
            self.out(format_block(thing))

    def gap(self) -> None:
        """Leave a line empty before something new, where somebody looks on."""
        if self.spaced:
            self.out("")

    def tell(self, things: Iterable[str], answered: bool = False, is_leaving: bool = True) -> None:
        """Say things a screen at a time, as far as somebody wants to hear them.

        `answered` says that a question follows, which may be answered before all is told; `leaves` that
        /back there means that question too, and does not end the list alone.
        """
        room = SCREEN
        for thing in things:
            text = format_block(thing)
            lines = text.count("\n") + 1
            if lines > room and room < SCREEN:
                if not self._asks_for_more(answered, is_leaving):
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

    def fit(self, words: str) -> str:
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
        self._hint = hint

        def ask_again() -> None:
            if again:
                again()
            self.say(question)

        while True:
            typed = self.line(f"you ({hint}): " if hint else "you: ")
            try:
                if _COMMAND.fullmatch(typed):
                    if not self.run_command(typed, ask_again):
                        raise Unclear(
                            "First answer this, or leave it with /back. /help says what else there is."
                        )
                else:
                    return understand(self.fit(plain(typed)))
            except problems.list_told_errors() as problem:
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

    def confirm(self, question: str) -> bool:
        """Whether somebody says yes."""
        return self.decide(question) == "yes"

    def decide(self, question: str, page: Page = YES_OR_NO, again: Act | None = None) -> str:
        """Which of the words of a page is meant, such as `yes`; `again` as `ask` has it."""
        words = find_words(page)

        def meant(typed: str) -> str:
            if typed.casefold() not in words:
                raise Unclear(f"Please answer {in_words(list(dict.fromkeys(words.values())), 'or')}.")
            return words[typed.casefold()]

        return self.ask(question, meant, " ".join(list_hints(page)), again)

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something on the way; where it is left or cannot be done, say so, and go on from here."""
        try:
            act()
        except BackRequested:
            self.say("Left as it is.")
        except problems.list_told_errors() as problem:
            self.say(problems.format_problem(problem))

    def _asks_for_more(self, answered: bool, is_leaving: bool) -> bool:
        """Whether the rest of a list is wanted; an answer to what is asked after it is held for that."""
        while True:
            typed = self.line(f"you (Enter for more{', or your answer' * answered}): ")
            if not typed:
                return True
            word = find_words(QUESTION).get(typed[1:].casefold()) if is_command(typed) else ""
            if word == "stop":
                raise Stopped
            if answered and (is_leaving or word != "back"):
                self._held = typed
            if answered or word == "back":
                return False
            self.say(_MORE)

    def run_command(self, typed: str, ask_again: Act) -> bool:
        """Do what a command says that can be given at any question; whether it is one of those."""
        word = self._words.get(typed.split(maxsplit=1)[0].removeprefix("/").casefold())
        if word:
            word(ask_again)
        return bool(word)

    def do_back(self, _ask_again: Act) -> None:
        """Leave what is asked."""
        raise BackRequested

    def do_stop(self, _ask_again: Act) -> None:
        """End the conversation."""
        raise Stopped

    def do_repeat(self, ask_again: Act) -> None:
        """Ask again."""
        ask_again()

    def do_help(self, _ask_again: Act) -> None:
        """Say what can be typed at a question, and what this one takes."""
        self.say(HELP)
        if self._hint:
            self.say(f"What is asked now takes: {self._hint}.")


def is_command(typed: str) -> bool:
    """Whether a line is a command: two slashes are how an answer begins with one."""
    return typed.startswith("/") and not typed.startswith("//")


def plain(typed: str) -> str:
    """A line that is no command, as it was meant."""
    return typed[1:] if typed.startswith("//") else typed
