"""The registry of commands: each is declared once, and its key means one thing wherever it can be pressed."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.screen import Screen

import matbot
from matbot.commands import FOCUS_KEYS, Command, Page
from matbot.commands.conversation import CONVERSATION
from matbot.commands.home import APP
from matbot.commands.registry import COMMANDS, PAGES
from matbot.screens.keys import bindings_of

WHERE_KEYS_ARE = ("matbot.screens.app", "matbot.screens", "matbot.web.group_screen", "matbot.screens.tour")


def _owners() -> Iterator[type]:
    """Every screen and widget, and the app, that has keys of its own."""
    for module in walk_packages(matbot.__path__, "matbot."):
        if module.name.startswith(WHERE_KEYS_ARE):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name and "BINDINGS" in vars(one):
                    yield one


def _bindings(owner: type) -> list[Binding]:
    return [one for one in vars(owner)["BINDINGS"] if isinstance(one, Binding)]


def _together() -> Iterator[tuple[str, list[tuple[str, Command]]]]:
    """The commands whose keys work at once: those of a page, of one list or box on it, and of the app."""
    for page in PAGES:
        for part in page.parts or (None,):
            at_once = [page, *([part] if part else []), *([APP] if page is not APP else [])]
            name = f"{page.name}, {part.name}" if part else page.name
            yield name, [(one.full_id(command), command) for one in at_once for command in one.commands]


def test_no_two_pages_have_the_same_name() -> None:
    """Nor are there two commands of the same id on one page."""
    names = [page.name for page in PAGES]
    assert len({*names}) == len(names)
    assert len(COMMANDS) == sum(len(page.commands) for page in PAGES)


def test_each_part_of_a_page_is_in_the_registry() -> None:
    """A list that a page names is declared like any other."""
    assert {part.name for page in PAGES for part in page.parts} <= {page.name for page in PAGES}


@pytest.mark.parametrize(("page", "commands"), [*_together()], ids=[name for name, _ in _together()])
def test_no_key_has_two_meanings_on_a_page(page: str, commands: list[tuple[str, Command]]) -> None:
    """Unless one stands instead of the other, as the two are never there at once."""
    meanings: dict[str, tuple[str, Command]] = {}
    for id_, command in commands:
        for key in filter(None, command.keys.split(",")):
            other_id, other = meanings.setdefault(key, (id_, command))
            same = (other.action or other.id) == (command.action or command.id)
            apart = other_id == command.instead_of or id_ == other.instead_of
            assert same or apart, f"{key} on {page}: {other_id} and {id_}"


def test_no_key_has_two_meanings_on_all_pages() -> None:
    """Whoever has learned a key on one page is not surprised by it on another."""
    meanings: dict[str, set[str]] = {}
    for command in COMMANDS.values():
        for key in filter(None, command.keys.split(",")):
            meanings.setdefault(key, set()).add(command.meaning or command.id)
    several = {key: what for key, what in meanings.items() if len(what) > 1 and key not in FOCUS_KEYS}
    assert several == {}
    assert meanings.keys() >= FOCUS_KEYS.keys()


def test_no_letter_and_no_digit_is_a_command_of_the_conversation() -> None:
    """Digits are its choices, and a letter begins a note."""
    keys = {
        key
        for page in (CONVERSATION, *CONVERSATION.parts)
        for one in page.commands
        for key in one.keys.split(",")
    }
    assert {key for key in keys if len(key) == 1} == set()


@pytest.mark.parametrize("id_", COMMANDS)
def test_each_command_has_a_label_and_a_help_that_are_sentences(id_: str) -> None:
    """As they stand in the footer, in the palette and under F1; a word of line mode alone has a full stop."""
    command = COMMANDS[id_]
    for words in (command.label, *([command.help] if command.keys else [])):
        assert words == words.strip()
        assert words[:1].isupper()
        assert not words.endswith(".")
    assert len(command.help.split()) > 1
    assert len(command.label.split()) <= 4, "it has to fit the footer"


@pytest.mark.parametrize("id_", COMMANDS)
def test_what_a_command_says_of_others_is_true(id_: str) -> None:
    """Whose place it takes is a command that has its key, and each of the two says when it is there."""
    command = COMMANDS[id_]
    if command.instead_of:
        other = COMMANDS[command.instead_of]
        assert {*command.keys.split(",")} & {*other.keys.split(",")}
    assert len({*command.synonyms}) == len(command.synonyms)


@pytest.mark.parametrize("owner", [*_owners()], ids=lambda owner: owner.__name__)
def test_every_key_that_help_tells_comes_from_the_registry(owner: type) -> None:
    """A binding that is no command only edits or moves within its widget: no help or footer tells it."""
    bindings = _bindings(owner)
    declared = [binding for binding in bindings if binding.id]
    assert all(not (binding.tooltip or binding.show) for binding in bindings if not binding.id)
    if declared:
        page = next(page for page in PAGES if page.name == str(declared[0].id).rpartition(".")[0])
        assert declared == bindings_of(page), "all of its page, in their order"


def test_every_page_with_keys_has_a_screen_or_a_widget() -> None:
    """Nothing is declared that nobody can press."""
    bound = {binding.id for owner in _owners() for binding in _bindings(owner)}
    assert {id_ for id_, command in COMMANDS.items() if command.keys} <= bound


@pytest.mark.parametrize("owner", [*_owners()], ids=lambda owner: owner.__name__)
def test_each_command_is_done_by_its_screen(owner: type) -> None:
    """It has the action, or one of the app's or of what it is built on has."""
    from matbot.screens.app import MatbotApp

    for binding in _bindings(owner):
        namespace, _, name = binding.action.partition("(")[0].rpartition(".")
        where = MatbotApp if namespace == "app" else owner
        assert hasattr(where, f"action_{name}"), binding.action


@pytest.mark.parametrize("opens", filter(None, [command.opens for command in COMMANDS.values()]))
def test_what_a_command_opens_is_a_screen(opens: str) -> None:
    """It is named and not read in, so that nothing but a test would notice."""
    module, _, name = opens.partition(":")
    assert issubclass(getattr(import_module(module), name), Screen)


def test_what_is_tied_to_a_moment_says_when_in_words() -> None:
    """A page decides by `check_action`; a command of such a page that has no `when` is always there."""
    from matbot.screens.interview.interview import InterviewScreen
    from matbot.screens.priorities.priorities import PrioritiesScreen

    for screen, names in (
        (InterviewScreen, {"park", "skip", "unfold", "private", "undo", "redo", "migrate"}),
        (PrioritiesScreen, {"leave", "move_up", "move_down", "drop", "undo", "redo", "write", "open"}),
    ):
        prefix = str(_bindings(screen)[0].id).rpartition(".")[0]
        tied = {id_ for id_, one in COMMANDS.items() if id_.startswith(f"{prefix}.") and one.when}
        assert tied == {f"{prefix}.{name}" for name in names}


def test_a_page_finds_its_command_by_id() -> None:
    """And says so where it has none of that id."""
    assert APP.command("help").keys == "f1"
    with pytest.raises(KeyError):
        Page("empty", ()).command("help")


def test_the_registry_reads_in_no_screen() -> None:
    """Line mode and scripts ask it too."""
    code = "import matbot.commands.registry, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    there = set(done.stdout.split())
    assert {"textual", "rich", "click", "pydantic", "matbot.line", "matbot.screens"} & there == set()
