"""Walks to every page of matbot by its keys, for tests of what must hold on each page."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from shutil import copyfile
from typing import Any, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from matbot.review.events import (
    ElementDeferred,
    PriorityWritten,
    QuestionAnswered,
    ReviewOpened,
    VersionSaved,
)
from matbot.rubric.library import find
from matbot.rubric.writer import keep as keep_framework
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.answers.copy_differences import CopyDifferencesScreen, CopyPreviewScreen
from matbot.screens.answers.reality_check import RealityCheckForm
from matbot.screens.answers.unplaced_rows import UnplacedAnswerScreen
from matbot.screens.app import MatbotApp
from matbot.screens.compare.choice import ChooseReviewsScreen
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.compare.element import ComparedElementScreen
from matbot.screens.compare.learning_set import LearningSetScreen
from matbot.screens.compare.sealed import SealedScreen
from matbot.screens.dialogs import AskScreen
from matbot.screens.element_choice import ElementsScreen
from matbot.screens.frameworks.before_after import BeforeAfterScreen
from matbot.screens.frameworks.crosswalk import CounterpartScreen, CrosswalkScreen, MatchScreen
from matbot.screens.frameworks.faults import FrameworkFaultsScreen
from matbot.screens.frameworks.framework_choice import FrameworkChoiceScreen
from matbot.screens.frameworks.framework_import import ImportScreen
from matbot.screens.frameworks.frameworks import FrameworksScreen
from matbot.screens.frameworks.migration import MigrationScreen
from matbot.screens.frameworks.reading import FrameworkReadingScreen
from matbot.screens.help import HelpScreen
from matbot.screens.home.bin import BinScreen
from matbot.screens.home.bring import BringScreen
from matbot.screens.home.details import DetailsScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.go_to import GoToScreen
from matbot.screens.interview.heat_map import MapScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.interview.saved_versions import SavedVersionsScreen
from matbot.screens.new_review.earlier_review import EarlierScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.one_line import OneLineScreen
from matbot.screens.packs.blank_pack import PackScreen
from matbot.screens.packs.filled_pack import FilledPackScreen
from matbot.screens.palette import Palette
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.priorities.priority_form import DeferForm, PriorityForm
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.services.blank_pack import build_blank_pack
from matbot.store.workspace import Workspace
from tests.frameworks import five_ratings
from tests.migrations import LATER
from tests.talk import Talk
from tests.ui.groups import NOTES, bringing, executive, heads, last_year
from tests.ui.groups_apart import keep, three_groups
from tests.ui.pages import half_a_review
from tests.ui.priorities_pages import three_ratings
from tests.unit.published import as_text, layout_of_rubric

Page = type[Screen[Any]]
Step = tuple[str, Page]
"""The keys to press, and the page that is shown then.

`@id` opens a review, `<` closes a page, and `=box words` puts words into a box.
"""


class Walk(NamedTuple):
    """A walk through pages."""

    fill: Callable[[Workspace], None]
    """Fills the workspace with what the pages show."""
    steps: tuple[Step, ...]

    async def go(self, app: MatbotApp, pilot: Pilot[None]) -> AsyncIterator[str]:
        """Go from page to page; yield the keys pressed once each opened page is shown."""
        await pilot.pause()
        for pressed, page in self.steps:
            await _press(app, pilot, pressed)
            assert type(app.screen) is page, f"{pressed} came to {app.screen}"
            if app._notifications:
                app.clear_notifications()
                await pilot.pause()
            if pressed != "<":
                yield f"{pressed} at {page.__name__}"


async def _press(app: MatbotApp, pilot: Pilot[None], pressed: str) -> None:
    if pressed.startswith("@"):
        app.open_review(pressed[1:])
    elif pressed.startswith("="):
        box, _, words = pressed[1:].partition(" ")
        app.screen.query_one(box, Input).value = words
    elif pressed == "<":
        app.pop_screen()
    elif pressed:
        await pilot.press(*pressed.split())
    await app.workers.wait_for_complete()
    await pilot.pause()


# Contents of the workspace


def nothing(_: Workspace) -> None:
    """Leave the workspace empty."""


def _create_half_review(workspace: Workspace) -> None:
    keep(workspace, half_a_review(Talk(find())).log)


def _create_differing_copies(workspace: Workspace) -> None:
    """Create two copies of a review with different answers since."""
    _create_half_review(workspace)
    (one,) = workspace.list_reviews()
    copy = one.path.with_name(one.path.name.replace(".matbot", ".matbot (1)"))
    copyfile(one.path, copy)
    for path, leaning in ((one.path, "red"), (copy, "green")):
        with workspace.open(str(path)) as file:
            file.append(QuestionAnswered(question="1A.i", leaning=leaning))


def _create_everything(workspace: Workspace) -> None:
    """Create four groups' reviews, one with priorities; a copy; a damaged file; frameworks; files to read."""
    talk = three_ratings()
    talk.log += [PriorityWritten(priority="p", elements=("1A",), action="Visit every school.", lead="Jo")]
    talk.log += [ElementDeferred(element="1C", why="Too soon"), VersionSaved(name="before the board")]
    three_groups(workspace)
    keep(workspace, talk.log)
    latest = workspace.list_reviews()[0].path
    copyfile(latest, latest.with_name(latest.name.replace(".matbot", " (copy).matbot")))
    (workspace.reviews / "odd-2026-01-abcd.matbot.json").write_text("{ broken", encoding="utf-8")
    keep_framework(LATER, workspace.rubrics / "later")
    keep_framework(five_ratings(), workspace.rubrics / "boats")
    faulty = workspace.rubrics / "boats" / "2-the-crew.md"
    faulty.write_text(faulty.read_text(encoding="utf-8").replace("## CR.1 Who sails", "## CR.1", 1), "utf-8")
    _write_files()


def _write_files() -> None:
    """Write a completed pack and a framework as files."""
    pack = (
        build_blank_pack(find(), ["1A"])
        .render("md")
        .decode()
        .replace("- **Where you are:**", "- **Where you are:** 3", 1)
    )
    Path("filled.md").write_text(pack.replace("- **Green:**", "- **Green:** perhaps", 1), encoding="utf-8")
    framework = as_text(layout_of_rubric(find().part(["1A", "2B"])))
    Path("framework.txt").write_text(framework, encoding="utf-8")


_ELEMENT = ("", "1", "Three schools could not name it.", "2", "", "3", "", "4", "Set out in writing.")
_RATED = (*_ELEMENT, "0", "", "3", "", "2", "We know it; our schools do not yet.", "Staff survey, June")
_HANDS = (*NOTES, "0 4 1 1")

TURNS: dict[str, Callable[[], Talk]] = {
    "opening": lambda: Talk(find()),
    "choice": lambda: Talk(find()).say("", "1", "Three schools."),
    "note": lambda: Talk(find()).say(*_ELEMENT, "2"),
    "rating": lambda: Talk(find()).say(*_RATED[:-3]),
    "tipped": lambda: Talk(find()).say(*_RATED[:-3], "4"),
    "glance": lambda: Talk(find()).say(*_RATED, "g"),
    "hands": lambda: bringing([executive(), heads()]).say(*NOTES),
    "agreed": lambda: bringing([executive(), heads()]).say(*_HANDS),
    "differs": lambda: bringing([executive(), heads()]).say(*_HANDS, "2", "Because.", "Papers"),
    "met": lambda: bringing(earlier=last_year()),
    "lastyear": lambda: bringing(earlier=last_year()).to("1A"),
    "finished": lambda: Talk(find(), scope=("1A",)).say("g", "2", "Because.", ""),
}
"""Builds a review at each kind of turn; its id is `turn` followed by the key."""


def _create_turns(workspace: Workspace) -> None:
    for name, make in TURNS.items():
        opened, *rest = make().log
        assert isinstance(opened, ReviewOpened)
        keep(workspace, [opened.model_copy(update={"review": f"turn{name}"}), *rest])


def _walk_through_turns() -> tuple[Step, ...]:
    """Open and close each review, showing the hidden views where there are any."""
    steps: list[Step] = []
    for name in TURNS:
        unfold = ("ctrl+o",) if name in ("agreed", "lastyear") else ()
        steps += [(key, InterviewScreen) for key in (f"@turn{name}", *unfold)]
        steps += [("<", HomeScreen)]
    return tuple(steps)


# The walks

WALKS: dict[str, Walk] = {
    "the first time": Walk(
        nothing,
        (
            ("", HomeScreen),
            ("b", BringScreen),
            ("escape n", NewReviewScreen),
            ("ctrl+s", NewReviewScreen),
            ("escape p", PackScreen),
        ),
    ),
    "one review": Walk(
        _create_half_review,
        (("", HomeScreen), ("enter", InterviewScreen), ("f5", CheckAnswersScreen), ("f1", HelpScreen)),
    ),
    "copies": Walk(
        _create_differing_copies,
        (
            ("", HomeScreen),
            ("home enter", AskScreen),
            ("down down enter", CopyPreviewScreen),
            ("escape", AskScreen),
            ("enter", CopyDifferencesScreen),
        ),
    ),
    "from home": Walk(
        _create_everything,
        (
            ("", HomeScreen),
            ("f1", HelpScreen),
            ("escape ctrl+p", Palette),
            ("escape end", HomeScreen),
            ("home enter", AskScreen),
            ("escape n", NewReviewScreen),
            ("ctrl+e", EarlierScreen),
            ("escape ctrl+l", FrameworkChoiceScreen),
            ("escape p", NewReviewScreen),
            ("escape p", FrameworkChoiceScreen),
            ("enter", PackScreen),
            ("ctrl+s", PackScreen),
            ("ctrl+u", FilledPackScreen),
            ("=#file filled.md", FilledPackScreen),
            ("ctrl+e", AskScreen),
            ("escape", FilledPackScreen),
            ("=#group Heads", FilledPackScreen),
            ("ctrl+s", FilledPackScreen),
        ),
    ),
    "keeping house": Walk(
        _create_everything,
        (
            ("slash", HomeScreen),
            ("escape r", DetailsScreen),
            ("escape down down delete", HomeScreen),
            ("end enter", BinScreen),
            ("escape", HomeScreen),
        ),
    ),
    "editions": Walk(
        _create_everything,
        (
            ("f", FrameworksScreen),
            ("enter", FrameworkReadingScreen),
            ("escape down enter", FrameworkFaultsScreen),
            ("escape i", ImportScreen),
            ("=PathInput framework.txt", ImportScreen),
            ("ctrl+s", ImportScreen),
        ),
    ),
    "talking": Walk(
        _create_everything,
        (
            ("@k7m2", InterviewScreen),
            ("f1", HelpScreen),
            ("escape f2", MapScreen),
            ("escape f3", GoToScreen),
            ("escape f5", CheckAnswersScreen),
            ("ctrl+g", RealityCheckForm),
            ("escape escape f10", AskScreen),
            ("escape f6", PrioritiesScreen),
            ("x", DeferForm),
            ("escape d", OneLineScreen),
            ("escape w", AskScreen),
            ("escape tab home enter", PriorityForm),
            ("escape escape f7", TranscriptScreen),
            ("e", ElementsScreen),
            ("escape h", OneLineScreen),
            ("escape w", TranscriptScreen),
            ("escape escape end up enter", SavedVersionsScreen),
        ),
    ),
    "carrying over": Walk(
        _create_everything,
        (
            ("@k7m2", InterviewScreen),
            ("ctrl+l", MigrationScreen),
            ("down enter", CrosswalkScreen),
            ("enter", MatchScreen),
            ("escape u", CrosswalkScreen),
            ("q", CounterpartScreen),
            ("escape ctrl+s", BeforeAfterScreen),
            ("ctrl+s", InterviewScreen),
            ("f5 end", CheckAnswersScreen),
            ("up enter", UnplacedAnswerScreen),
        ),
    ),
    "comparing": Walk(
        _create_everything,
        (
            ("c", ChooseReviewsScreen),
            ("home enter down enter down enter", ChooseReviewsScreen),
            ("ctrl+s", SealedScreen),
            ("enter", ComparisonScreen),
            ("v", ComparisonScreen),
            ("enter", ComparedElementScreen),
            ("escape j", NewReviewScreen),
            ("escape l", LearningSetScreen),
            ("escape w", ComparisonScreen),
        ),
    ),
    "every turn": Walk(_create_turns, _walk_through_turns()),
}
