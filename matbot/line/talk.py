"""Input and output of line mode: printing blocks, asking questions, and paging long lists."""

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
"""How many lines are printed before the user is asked whether to go on."""

HELP = render_line(
    QUESTION,
    "Answer in one line. <repeat>, <back>, <stop> An answer that should begin with a slash begins with two.",
)

_COMMAND = re.compile(r"/[^\W\d_]*(\s.*)?", re.DOTALL)
"""Matches a command where a path may also be an answer: `/back`, but not `/home/pack.md`."""

_MORE_HINT = "Enter goes on, /back leaves the rest."


class BackRequested(Exception):
    """The user typed /back: the question is abandoned, and the caller goes on elsewhere."""


class Stopped(Exception):
    """The user typed /stop, or the input has ended."""


class Talk:
    """A conversation over a pair of input and output functions, a line at a time."""

    def __init__(self, hear: ReadLine, out: WriteText, spaced: bool = False) -> None:
        self._read_line = hear
        self.out = out
        self.spaced = spaced
        """Whether an empty line is printed before each turn, for people who read the screen."""
        self.ended = False
        """Whether the input has ended."""
        self.written: Path | None = None
        """The path of the document written last."""
        self._held: str | None = None
        """A line typed in the middle of a paged list, kept as the answer to the question after it."""
        self._hint = ""
        """The hint in the current prompt: what the question takes."""
        self._words = find_handlers(QUESTION, self)
        """The handler of each command allowed at any question; its argument asks the question again."""

    def say(self, *things: str) -> None:
        """Print each text as a block."""
        for thing in things:
            self.out(format_block(thing))

    def gap(self) -> None:
        """Print an empty line before something new, if `spaced`."""
        if self.spaced:
            self.out("")

    def tell(self, things: Iterable[str], answered: bool = False, is_leaving: bool = True) -> None:
        """Print texts a screen at a time, until the user does not want to see more.

        Args:
            things: The texts, a block each.
            answered: Whether a question follows, which the user may answer before the list is complete.
            is_leaving: Whether /back in the list also applies to the question that follows, rather than
                ending only the list.

        Raises:
            Stopped: The input ended, or the user typed /stop.

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
        """Read the next line unchanged; None once the input has ended."""
        if self._held is not None:
            held, self._held = self._held, None
            return held
        typed = None if self.ended else self._read_line(asking)
        self.ended = typed is None
        return typed

    def line(self, asking: str) -> str:
        """Read the next line, cleaned; raise Stopped once the input has ended."""
        typed = self.listen(asking)
        if typed is None:
            raise Stopped
        return clean(typed, READ_AT_ONCE)

    def fit(self, words: str) -> str:
        """Return a text as it is saved; if it is too long, say that its end is cut off."""
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
        """Ask a question until a line can be understood.

        Args:
            question: The question to print.
            understand: Parses a line; if it raises `Unclear` or the like, that is printed and it asks again.
            hint: What the question takes, shown in the prompt.
            again: Prints what the question is about before /repeat prints the question.

        Raises:
            BackRequested: The user typed /back.
            Stopped: The input ended, or the user typed /stop.

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
        """Ask for one of several choices, by its number or its name.

        Args:
            question: The question to print.
            ways: The label of each choice by its name, in the order of the numbers.
            usual: The choice that an empty line means, if any.

        Returns:
            The name of the choice.

        """
        numbered = {str(number): way for number, way in enumerate(ways, 1)}
        text = "; ".join(f"{number} {ways[way]}" for number, way in numbered.items())
        default_hint = f" Enter takes {list(ways).index(usual) + 1}." if usual else ""

        def parse(typed: str) -> str:
            word = typed.casefold()
            if not word and usual:
                return usual
            named = {way.casefold(): way for way in ways} | numbered
            if word not in named:
                raise Unclear(f"Please answer with a number from 1 to {len(numbered)}.")
            return named[word]

        return self.ask(f"{question} {text}.{default_hint}", parse, " ".join(numbered))

    def confirm(self, question: str) -> bool:
        """Ask a question that takes yes or no; return whether the answer is yes."""
        return self.decide(question) == "yes"

    def decide(self, question: str, page: Page = YES_OR_NO, again: Act | None = None) -> str:
        """Ask for one of the words of a page, such as `yes`, and return it; for `again` see `ask`."""
        words = find_words(page)

        def parse(typed: str) -> str:
            if typed.casefold() not in words:
                raise Unclear(f"Please answer {in_words(list(dict.fromkeys(words.values())), 'or')}.")
            return words[typed.casefold()]

        return self.ask(question, parse, " ".join(list_hints(page)), again)

    def attempt(self, act: Callable[[], None]) -> None:
        """Run an action; if the user leaves it or it cannot be done, say so and return."""
        try:
            act()
        except BackRequested:
            self.say("Left as it is.")
        except problems.list_told_errors() as problem:
            self.say(problems.format_problem(problem))

    def _asks_for_more(self, answered: bool, is_leaving: bool) -> bool:
        """Ask whether to print the rest of a list; hold an answer to the question that follows it."""
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
            self.say(_MORE_HINT)

    def run_command(self, typed: str, ask_again: Act) -> bool:
        """Run a command that is allowed at any question; return whether it is one of those."""
        word = self._words.get(typed.split(maxsplit=1)[0].removeprefix("/").casefold())
        if word:
            word(ask_again)
        return bool(word)

    def do_back(self, _ask_again: Act) -> None:
        """Abandon the question."""
        raise BackRequested

    def do_stop(self, _ask_again: Act) -> None:
        """End the conversation."""
        raise Stopped

    def do_repeat(self, ask_again: Act) -> None:
        """Ask the question again."""
        ask_again()

    def do_help(self, _ask_again: Act) -> None:
        """Print what can be typed at any question, and what this one takes."""
        self.say(HELP)
        if self._hint:
            self.say(f"What is asked now takes: {self._hint}.")


def is_command(typed: str) -> bool:
    """Return whether a line is a command: two slashes begin an answer that starts with one."""
    return typed.startswith("/") and not typed.startswith("//")


def plain(typed: str) -> str:
    """Return a line that is not a command without the slash that escapes a leading slash."""
    return typed[1:] if typed.startswith("//") else typed
