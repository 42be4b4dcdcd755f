"""The framework versions in the app: listed, read through, and mended."""

from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.rubric import Rubric
from matbot.rubric.writer import keep
from matbot.screens.app import MatbotApp
from matbot.screens.frameworks.faults import FrameworkFaultsScreen
from matbot.screens.frameworks.frameworks import FrameworkList, FrameworksScreen
from matbot.screens.frameworks.reading import FrameworkReadingScreen
from tests.frameworks import five_ratings, twelve
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.pages import SMALL, WIDE


@pytest.fixture
def app(make_app: Make) -> MatbotApp:
    """An app whose workspace has a sound framework version of its own, and one with something to mend."""
    app = make_app()
    keep(twelve(), app.workspace.rubrics / "twelve-elements")
    keep(five_ratings(), app.workspace.rubrics / "boats")
    _change(app, "## CR.1 Who sails", "## CR.1")
    return app


def _change(app: MatbotApp, words: str, others: str) -> None:
    path = app.workspace.rubrics / "boats" / "2-the-crew.md"
    path.write_text(path.read_text(encoding="utf-8").replace(words, others, 1), encoding="utf-8")


async def _press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def _rows(app: MatbotApp) -> list[str]:
    options = app.screen.query_one(FrameworkList).options
    return [words for option in options if (words := str(option.prompt))]


async def test_the_frameworks_are_listed_with_what_they_are(app: MatbotApp) -> None:
    """Those that ship first; how many headings, elements and questions; whose; and the one to mend."""
    async with app.run_test(size=SMALL) as pilot:
        await _press(pilot, "f")
        assert isinstance(app.screen, FrameworksScreen)
        ships, boats, garden = _rows(app)
    assert ships.endswith(
        "6 headings, 14 elements, 76 questions, Red to Green\ncomes with matbot · mat-si-capacity-2019"
    )
    assert boats.splitlines() == ["boats", "something to mend in 1 place: Enter shows where", "yours"]
    assert "5 headings, 12 elements, 24 questions" in garden
    assert garden.endswith("yours · twelve-elements")


async def test_a_faulty_framework_shows_where_and_is_looked_at_again(app: MatbotApp) -> None:
    """By file and line; a look that finds the same says so, and one that finds nothing leads back."""
    async with app.run_test(size=SMALL) as pilot:
        await _press(pilot, "f", "down", "enter")
        assert isinstance(app.screen, FrameworkFaultsScreen)
        words = str(app.screen.query_one("#text Static", Static).render())
        assert words.splitlines()[0] == "2-the-crew.md, line 3"
        assert "An element is a code and a name" in words
        await _press(pilot, "enter")
        assert [notice.message for notice in app._notifications] == ["The same as before."]
        _change(app, "## CR.1\n", "## CR.1 Who sails\n")
        await _press(pilot, "enter")
        assert isinstance(app.screen, FrameworksScreen)
        assert app.screen.query_one(FrameworkList).marked_key == "boats"
        assert "2 headings, 3 elements" in _rows(app)[1]


async def test_a_framework_is_read_from_element_to_element(app: MatbotApp) -> None:
    """All of it is there, levels between the ends too; n and p go to where each element begins."""
    async with app.run_test(size=SMALL) as pilot:
        _change(app, "## CR.1\n", "## CR.1 Who sails\n")
        await _press(pilot, "f", "down", "enter")
        assert isinstance(app.screen, FrameworkReadingScreen)
        words = str(app.screen.query_one("#text Static", Static).render())
        for given in ("QE-1.a  How tight are the planks?", "Developing looks like: The planks", "CR.1.d"):
            assert given in words
        lines, page = words.splitlines(), app.screen.query_one("#text", VerticalScroll)
        await _press(pilot, "right")
        assert lines[page.scroll_offset.y] == "1 The hull"
        await _press(pilot, "right")
        assert lines[page.scroll_offset.y] == "QE-2 Paint"
        await _press(pilot, "left", "left")
        assert page.scroll_offset.y == 0


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_a_framework_says_is_text(make_app: Make, text: str) -> None:
    """On its row, and read through."""
    app = make_app()
    keep(_saying(" ".join(text.split())), app.workspace.rubrics / "odd")
    async with app.run_test(size=SMALL) as pilot:
        await _press(pilot, "f", "down", "enter", "right")
        assert isinstance(app.screen, FrameworkReadingScreen)
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


def _saying(words: str) -> Rubric:
    """A framework version that says so everywhere."""
    rubric = five_ratings()
    heading = rubric.headings[1]
    (element,) = heading.elements
    questions = [question.model_copy(update={"text": words, "red": words}) for question in element.questions]
    element = element.model_copy(update={"name": words, "aspects": (words,), "questions": tuple(questions)})
    heading = heading.model_copy(update={"name": words, "elements": (element,)})
    return rubric.model_copy(update={"title": words, "edition": words, "headings": (heading,)})


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ((), SMALL),
        (("down", "enter"), SMALL),
        (("end", "enter", "right"), SMALL),
        (("end", "enter", "right"), WIDE),
    ],
    ids=["list", "faults", "reading", "reading-wide"],
)
def test_how_they_look(
    app: MatbotApp, snap_compare: Any, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The list with one to mend, what is to be mended, and a framework version being read."""

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await _press(pilot, "f", *keys)

    assert snap_compare(app, terminal_size=size, run_before=before)
