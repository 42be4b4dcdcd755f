"""Whatever the app can do can be said line by line: each command has a word, or a reason why it has none."""

from importlib import import_module

import pytest

from matbot.commands import Command, Page, Word
from matbot.commands.answers import CHECK_ANSWERS
from matbot.commands.compare import COMPARISON
from matbot.commands.conversation import CONVERSATION, QUESTION, YES_OR_NO
from matbot.commands.frameworks import BEFORE_AFTER, CROSSWALK, DOUBTFUL_MATCH, FRAMEWORKS
from matbot.commands.home import HOME
from matbot.commands.priorities import PRIORITIES
from matbot.commands.registry import COMMANDS, PAGES
from matbot.line import talk
from matbot.line.answers import answers
from matbot.line.compare import compare
from matbot.line.frameworks import crosswalk, migration
from matbot.line.frameworks import frameworks as framework_pages
from matbot.line.help import FIRST, MORE
from matbot.line.home import home
from matbot.line.interview import commands
from matbot.line.priorities import priorities
from matbot.line.words import REST, find_handlers, list_hints, render_help
from matbot.store.workspace import Workspace

HELP_LINES: dict[str, tuple[str, ...]] = {
    HOME.name: home.HELP,
    CONVERSATION.name: (*FIRST, *MORE),
    QUESTION.name: (talk.HELP,),
    CHECK_ANSWERS.name: (answers._CHOICES,),
    PRIORITIES.name: priorities._HELP,
    COMPARISON.name: (compare.CHOICES,),
    FRAMEWORKS.name: (framework_pages._CHOICES,),
    CROSSWALK.name: (crosswalk._CHOICES,),
    DOUBTFUL_MATCH.name: (crosswalk._SAME,),
    BEFORE_AFTER.name: (migration._LOOK_OR_CARRY,),
    YES_OR_NO.name: (),
}
"""What line mode says on each page of the words that can be typed there."""


@pytest.mark.parametrize("id_", COMMANDS)
def test_each_command_has_a_word_or_a_reason(id_: str) -> None:
    """One of the three: its own word, another command's that does it or asks for it, or why there is none."""
    command = COMMANDS[id_]
    ways = [command.word, command.said_by, command.no_word]
    assert sum(map(bool, ways)) == 1
    if command.said_by:
        assert COMMANDS[command.said_by].word, f"{command.said_by} has a word of its own"


@pytest.mark.parametrize("page", [page for page in PAGES if page.words], ids=lambda page: page.name)
def test_line_mode_tells_each_word_of_a_page(page: Page) -> None:
    """Apart from those by which the help itself is found; a code or a number is told in a sentence."""
    help_lines = " ".join(HELP_LINES[page.name]).casefold()
    for word in page.words:
        sentence = word.help.removesuffix(".").casefold()
        assert (sentence in help_lines) == word.in_help
        assert word.in_help or word.name in ("help", "back", "answer", "yes", "no")


def test_line_mode_does_what_each_word_says(workspace: Workspace) -> None:
    """Home and the conversation are read in whole; other pages find their words where they are opened."""
    at_home = home.Home(workspace, lambda _: None, lambda _: None)
    understood = {
        HOME: at_home._words,
        CONVERSATION: commands.COMMANDS,
        QUESTION: at_home.talk._words,
        CHECK_ANSWERS: answers._COMMANDS,
        PRIORITIES: find_handlers(PRIORITIES, priorities.PrioritiesPage),
        COMPARISON: find_handlers(COMPARISON, compare._ComparePage),
        FRAMEWORKS: find_handlers(FRAMEWORKS, framework_pages._FrameworksPage),
        CROSSWALK: find_handlers(CROSSWALK, crosswalk.CrosswalkEditor),
    }
    for page, words in understood.items():
        declared = [word for word in page.words if word.is_fixed]
        assert {*words} == {typed for word in declared for typed in (word.name, *word.aliases)}
    answered = {YES_OR_NO, DOUBTFUL_MATCH, BEFORE_AFTER}
    assert {*understood} | answered == {page for page in PAGES if page.words}


@pytest.mark.parametrize("opens", [word.opens for page in PAGES for word in page.words if word.opens])
def test_a_word_that_opens_a_page_names_a_function_that_is_there(opens: str) -> None:
    """It is read in when the word is typed; the conversation's words alone do so."""
    module, _, name = opens.partition(":")
    assert callable(getattr(import_module(module), name))
    assert opens in {word.opens for word in CONVERSATION.words}


@pytest.mark.parametrize("page", [page for page in PAGES if page.words], ids=lambda page: page.name)
def test_no_word_means_two_things_on_a_page(page: Page) -> None:
    """Each is declared once."""
    names = [word.name for word in page.words]
    assert len({*names}) == len(names)


def test_a_declared_word_that_nothing_does_is_found_at_once() -> None:
    """Where line mode is read in, not when somebody types it."""
    with pytest.raises(AttributeError, match="do_new"):
        find_handlers(HOME, object())


def test_a_word_that_no_layout_names_is_told_all_the_same() -> None:
    """At the place for the rest; a mark after a word takes the place of its full stop."""
    first, more = render_help(FRAMEWORKS, ("So: <number>, <check>;",), ("<compare>", REST, "That is all."))
    help_lines = {word.name: word.help for word in FRAMEWORKS.words}
    assert first == ("So: A number reads that framework version, check 1 says what is to be mended in it;",)
    assert more == (help_lines["compare"], help_lines["import"], help_lines["list"], "That is all.")


def test_the_line_that_asks_names_what_is_declared_so() -> None:
    """Codes and numbers first, then words, each in the order of the page."""
    words = (
        Word("open", "open says what is open.", hint="open"),
        Word("code", "A code goes there.", is_fixed=False, hint="code"),
        Word("secret", "secret is in no line that asks."),
    )
    page = Page("some", tuple(Command(word.name, "", word.name, word.help, word) for word in words))
    assert list_hints(page) == ["code", "open"]


@pytest.mark.parametrize(
    "word", [word for page in PAGES for word in page.words], ids=lambda word: f"{word.name}"
)
def test_what_is_said_of_a_word_is_a_sentence_that_names_it(word: Word) -> None:
    """A code or a number is named in words of its own."""
    assert word.help.endswith(".")
    assert len(word.help.split()) > 1
    if word.is_fixed:
        assert word.name in word.help.split()[0]
