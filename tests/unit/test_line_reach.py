"""Whatever the app can do can be said line by line: each of its commands has a spoken way, or needs none."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import matbot
from matbot.line import (
    answers,
    carry,
    commands,
    compare,
    copies,
    crosswalk,
    editions,
    new,
    opening,
    pack,
    priorities,
    transcript,
)
from matbot.line.home import Home
from matbot.store.workspace import Workspace

PLACES = {
    "check": answers._WAYS,
    "compare": compare.WAYS,
    "editions": editions._WAYS,
    "crosswalk": crosswalk._WAYS,
    "priorities": " ".join((*priorities._HELP, priorities._WAYS)),
}
"""Where things are talked about, and what is said there of the words that can be typed."""

ASKED = {
    "new": new,
    "pack": pack,
    "transcript": transcript,
    "carry": carry,
    "opening": opening,
    "copies": copies,
    "format": import_module("matbot.line.paper"),
}
"""Conversations that ask for what the app has keys for: the answer is the spoken way."""

MOVES = {
    "dismiss",
    "dismiss(None)",
    "dismiss(False)",
    "dismiss('part')",
    "dismiss('match')",
    "command_palette",
    "app.focus_next",
    "app.focus_previous",
    "go(1)",
    "go(-1)",
    "add(1)",
    "add(-1)",
    "scroll_log(1)",
    "scroll_log(-1)",
    "new_line",
    "send",
    "submit",
    "rub_out",
    "ChoiceBar.choose",
    "HandsBar.move(1)",
    "HandsBar.move(-1)",
    "FormScreen.leave",
    "NewReviewScreen.leave",
    "ComparedElementScreen.leave",
}
"""What moves about a page, or closes it: a line is sent, and /back leaves, wherever one is."""

SPOKEN = {
    "MatbotApp.help": "review help",
    "MatbotApp.quit": "home stop",
    "HomeScreen.new": "home new",
    "HomeScreen.compare": "home compare",
    "HomeScreen.pack": "home pack",
    "HomeScreen.editions": "home editions",
    "HomeScreen.app.tour": "home tour",
    "HomeScreen.bring": "home bring",
    "HomeScreen.app.quit": "home stop",
    "ReviewList.select": "home list",
    "InterviewScreen.back": "review back",
    "InterviewScreen.park": "review park",
    "InterviewScreen.skip": "review skip",
    "InterviewScreen.unfold": "review said",
    "InterviewScreen.map": "review map",
    "InterviewScreen.go_to": "review to",
    "InterviewScreen.private": "review private",
    "InterviewScreen.check": "review check",
    "InterviewScreen.priorities": "review priorities",
    "InterviewScreen.transcript": "review transcript",
    "InterviewScreen.undo": "review undo",
    "InterviewScreen.reality": "review reality",
    "InterviewScreen.moments": "review name",
    "InterviewScreen.carry_over": "review carry",
    "InterviewScreen.what_now": "review file",
    "InterviewScreen.stop": "review stop",
    "AnswerList.select": "review to",
    "CheckAnswersScreen.reality": "review reality",
    "CheckAnswersScreen.confirm": "review confirm",
    "CheckAnswersScreen.next_open": "check open",
    "MomentList.select": "asked transcript",
    "CandidateList.select": "priorities code",
    "ChosenList.select": "priorities number",
    "PrioritiesScreen.leave": "priorities later",
    "PrioritiesScreen.move(-1)": "priorities order",
    "PrioritiesScreen.move(1)": "priorities order",
    "PrioritiesScreen.drop": "priorities drop",
    "PrioritiesScreen.undo": "priorities undo",
    "PrioritiesScreen.add": "priorities add",
    "PrioritiesScreen.next_review": "priorities date",
    "PrioritiesScreen.write": "priorities write",
    "PrioritiesScreen.open": "review open",
    "FormScreen.save": "priorities number",
    "OneLineScreen.save": "priorities date",
    "TranscriptScreen.edition": "asked transcript",
    "TranscriptScreen.elements": "asked transcript",
    "TranscriptScreen.names": "asked transcript",
    "TranscriptScreen.form": "asked format",
    "TranscriptScreen.write": "asked format",
    "TranscriptScreen.open": "review open",
    "ElementsScreen.take": "asked transcript",
    "ReviewTicks.select": "home compare",
    "ChooseReviewsScreen.go_on": "home compare",
    "ChooseReviewsScreen.moments": "review name",
    "SealedScreen.open": "home compare",
    "Grid.select": "compare code",
    "ComparisonScreen.order": "compare order",
    "ComparisonScreen.together": "compare together",
    "ComparisonScreen.form": "asked format",
    "ComparisonScreen.write": "compare write",
    "ComparisonScreen.open": "home open",
    "ComparisonScreen.learning_set": "compare learning",
    "LearningSetScreen.form": "asked format",
    "LearningSetScreen.write": "asked format",
    "NewReviewScreen.begin": "asked new",
    "NewReviewScreen.follow": "asked new",
    "NewReviewScreen.edition": "asked new",
    "PackScreen.write": "asked pack",
    "PackScreen.form": "asked format",
    "PackScreen.open": "home open",
    "PackScreen.read": "asked pack",
    "PackBackScreen.read": "asked pack",
    "PackBackScreen.choose": "asked pack",
    "EditionList.select": "editions number",
    "EditionsScreen.import": "editions import",
    "EditionFaultsScreen.look": "editions check",
    "ImportScreen.read": "editions import",
    "ImportScreen.keep": "editions import",
    "ChoiceOfEditions.select": "asked carry",
    "MatchList.select": "crosswalk code",
    "CrosswalkScreen.part": "crosswalk part",
    "CrosswalkScreen.match": "crosswalk match",
    "CrosswalkScreen.go_on": "crosswalk Enter",
    "BeforeAfterScreen.carry": "asked carry",
    "RowList.select": "asked carry",
    "MarkedList.select": "asked opening",
    "TickList.select": "asked new",
    "DoorScreen.carry_on": "home list",
    "DoorScreen.app.quit": "home stop",
}
"""Each command of the app, by its page or list, and where it is said: a word of a place, or what is asked."""


def _commands() -> Iterator[str]:
    """Every command of every page and list of the app that helps or the palette tells of."""
    for module in walk_packages(matbot.__path__, "matbot."):
        if module.name.startswith(("matbot.app", "matbot.screens", "matbot.serving.door", "matbot.tour")):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name:
                    yield from _of(one)


def _of(owner: type) -> Iterator[str]:
    for binding in vars(owner).get("BINDINGS", ()):
        if isinstance(binding, Binding) and binding.tooltip:
            named = f"{owner.__name__}.{binding.action}"
            if not MOVES & {named, binding.action}:
                yield named


@pytest.fixture
def home(workspace: Workspace) -> Home:
    """A home at which nobody types."""
    return Home(workspace, lambda _: None, lambda _: None)


def test_each_command_of_the_app_has_a_spoken_way() -> None:
    """A new one needs a way to say it, or to stand among those that only move about a page."""
    told = {*_commands()}
    assert len(told) > 60
    assert told - {*SPOKEN} == set()


def test_no_spoken_way_stands_for_a_command_that_is_gone() -> None:
    """Lists that a page's own stand on are theirs as well."""
    general = {"RowList.select", "MarkedList.select"}
    assert {*SPOKEN} - {*_commands()} <= general


@pytest.mark.parametrize("way", sorted({*SPOKEN.values()}))
def test_each_spoken_way_is_there(home: Home, way: str) -> None:
    """A word that home or the conversation understands, or that is told where it can be typed."""
    place, word = way.split()
    match place:
        case "home":
            assert word in home._ways
        case "review":
            assert word in {*commands.COMMANDS, "stop"}
        case "asked":
            assert word in ASKED
        case _:
            assert word in PLACES[place].replace(";", " ").replace(",", " ").split() or word in PLACES[place]


def test_home_tells_every_word_that_it_understands(home: Home) -> None:
    """So does the conversation, which another test holds."""
    from matbot.line.home import HELP

    told = " ".join(HELP).replace(",", " ").split()
    assert {word for word in home._ways if word and word not in told and f"/{word}" not in told} == {
        "back",
        "help",
    }
