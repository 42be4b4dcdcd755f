"""The guide holds: every key, command, option, button and picture that it names is there."""

import re
import runpy
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import click
import pytest
from textual.binding import Binding

import matbot
from matbot.cli.entry import entry
from matbot.commands import format_key
from matbot.interview.choices import LEANING_DIGITS, OPENING_CHOICES, SHOW_HANDS_AGAIN
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.app import MatbotApp
from matbot.screens.compare.choice import ChooseReviewsScreen
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.compare.element import ComparedElementScreen
from matbot.screens.compare.sealed import SealedScreen
from matbot.screens.form import FormScreen
from matbot.screens.frameworks.crosswalk import CrosswalkScreen
from matbot.screens.frameworks.frameworks import FrameworksScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.packs.blank_pack import PackScreen
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.tour.tour import Tour
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.screens.widgets.hands_bar import HandsBar

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide.md"
TEXT = GUIDE.read_text(encoding="utf-8")

KEY = re.compile(r"F\d+|Ctrl\+\w|Enter|Esc|Tab|Space|[a-z0-9\[\]]")
"""What is a key and no command, file or option."""


def _screens() -> Iterator[type]:
    """Every page of matbot."""
    for module in walk_packages(matbot.__path__, "matbot."):
        if module.name.startswith("matbot.screens."):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name and "BINDINGS" in vars(one):
                    yield one


PAGES: dict[str, tuple[Any, ...]] = {
    "The first time": (HomeScreen, InterviewScreen, FormScreen),
    "Alone, before a workshop": (HomeScreen, NewReviewScreen, InterviewScreen, CheckAnswersScreen),
    "In the room together": (HomeScreen, InterviewScreen, HandsBar),
    "Apart and together": (
        *(HomeScreen, ChooseReviewsScreen, SealedScreen),
        *(ComparisonScreen, ComparedElementScreen, InterviewScreen),
    ),
    "A year on": (HomeScreen, InterviewScreen, NewReviewScreen, PrioritiesScreen, ChooseReviewsScreen),
    "For the board": (InterviewScreen, PrioritiesScreen, TranscriptScreen),
    "With the pack": (HomeScreen, PackScreen, InterviewScreen, CheckAnswersScreen),
    "By ear": (),
    "What is kept where, and how to send it": (HomeScreen, InterviewScreen),
    "If something goes wrong": (HomeScreen, InterviewScreen),
    "Every key, and what it means": tuple(_screens()),
    "Every letter, and what it means": tuple(_screens()),
    "Keys and words in the conversation": (InterviewScreen, HandsBar),
    "Keys and words on the pages of a review": (*(CheckAnswersScreen, PrioritiesScreen, FormScreen),),
    "Keys and words of the transcript and of framework versions": (TranscriptScreen, CrosswalkScreen),
    "Keys and words at home": (HomeScreen, ComparisonScreen, FrameworksScreen),
}
"""The pages that each part of the guide is about."""

CHOICES = {*LEANING_DIGITS, *(choice.digit for choice in OPENING_CHOICES), SHOW_HANDS_AGAIN.digit}
"""What is pressed to answer."""


def _parts() -> Iterator[tuple[str, str]]:
    """Each part of the guide: its name and its words."""
    for part in TEXT.split("\n## ")[1:]:
        name, _, words = part.partition("\n")
        yield name, words


def _keys_of(owner: Any) -> set[str]:
    """The keys of a page and of what it is built from, as the guide writes them."""
    bindings = [binding for one in owner.__mro__ for binding in vars(one).get("BINDINGS", ())]
    return {format_key(name) for binding in bindings for name in _names(binding)}


def _names(binding: Any) -> list[str]:
    assert isinstance(binding, Binding)
    return binding.key.split(",")


@cache
def _lists() -> set[str]:
    """The keys of the lists and boxes that pages are built from."""
    found: set[str] = set()
    for module in walk_packages(matbot.__path__, "matbot."):
        if module.name.startswith("matbot.screens."):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name and "widgets" in module.name:
                    found |= _keys_of(one) if "BINDINGS" in vars(one) else set()
    return found


def _code(words: str) -> list[str]:
    return re.findall(r"`([^`]+)`", words)


@pytest.mark.parametrize(("name", "words"), [*_parts()])
def test_each_key_works_on_the_pages_of_its_part(name: str, words: str) -> None:
    """By the bindings of those pages, of the app, of the lists in them, and by what answers a turn."""
    there = _keys_of(MatbotApp) | _lists() | CHOICES | _keys_of(Tour)
    there = there.union(*map(_keys_of, PAGES[name]))
    named = {code for code in _code(words) if KEY.fullmatch(code)}
    assert named - there == set()


def test_it_has_the_parts_that_it_leads_to() -> None:
    """Each link at its top goes to a heading, and each part is checked for its keys."""
    headings = [name for name, _ in _parts()]
    assert headings == [*PAGES]
    anchors = {re.sub(r"[^a-z -]", "", name.lower()).replace(" ", "-") for name in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) == anchors


def test_the_tables_of_keys_and_words_are_those_that_are_declared() -> None:
    """`make keys` writes them again."""
    assert runpy.run_path(str(GUIDE.parent / "keys.py"))["render_tables"]() in TEXT


def test_guide_and_readme_list_the_formats_that_are_declared() -> None:
    """`make keys` writes them again."""
    keys = runpy.run_path(str(GUIDE.parent / "keys.py"))
    for page in keys["FORMATS"]:
        assert keys["fill_in_formats"](page) == page.read_text(encoding="utf-8"), page.name


def test_each_command_is_one_with_those_options() -> None:
    """As click has it."""
    commands = [code.split()[1:] for code in _code(TEXT) if code.startswith("matbot")]
    assert len(commands) > 5
    for words in commands:
        at: click.Command = entry
        for word in words:
            if word.startswith("--"):
                assert any(word in option.opts for option in at.params) or word == "--help"
            elif isinstance(at, click.Group):
                command = at.get_command(click.Context(at), word)
                assert command is not None, f"there is a command {word}"
                at = command


def test_each_button_and_name_stands_on_a_page() -> None:
    """What is in italics is in the words of the app."""
    words = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "matbot").rglob("*.py"))
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", TEXT))
    assert len(named) > 8
    assert {name for name in named if name not in words} == set()


def test_each_picture_and_link_is_there() -> None:
    """Beside the guide."""
    named = [name for name in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in name]
    assert len(named) >= 8
    assert [name for name in named if not (GUIDE.parent / name).is_file()] == []


def test_each_picture_is_the_same_everywhere() -> None:
    """It fetches nothing, and keeps the spaces that hold its columns."""
    for picture in GUIDE.parent.glob("*.svg"):
        drawn = picture.read_text(encoding="utf-8")
        assert "url(http" not in drawn
        assert drawn.count("<text ") == drawn.count('<text xml:space="preserve" ')


def test_no_part_is_longer_than_two_screens() -> None:
    """Of a page as people read it: about fifty lines."""
    assert all(len(words.splitlines()) < 50 for _, words in _parts())


def test_the_readme_leads_to_it() -> None:
    """In a line."""
    assert "(docs/guide.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
