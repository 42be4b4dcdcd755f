"""The forms of the priorities page: what matbot drafted is marked, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from textual.widgets import Static

from matbot.review.events import PriorityWritten
from matbot.review.priorities import FIELDS
from matbot.screens.app import MatbotApp
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.priorities.priority_form import DRAFT, PriorityForm
from matbot.screens.widgets.form_field import FormField
from matbot.store.errors import NotSaved
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL, WIDE
from tests.ui.priorities_pages import (
    at_the_page,
    give_focus,
    open_priorities,
    rows_of,
    three_ratings,
)


@pytest.fixture
def talk() -> Talk:
    """Three elements with a rating each."""
    return three_ratings()


def _field(app: MatbotApp, name: str) -> FormField:
    return app.screen.query_one(f"#{name}", FormField)


def _label(app: MatbotApp, name: str) -> str:
    return str(_field(app, name).query_one(".label", Static).content)


async def test_a_draft_says_so_until_it_is_edited(make_app: Make, talk: Talk) -> None:
    """On the form as it is typed in, and in the event once it is saved."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("down", "enter", "tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PriorityForm)
        assert DRAFT in _label(app, "issues")
        assert DRAFT in _label(app, "progress")
        assert DRAFT not in _label(app, "action")
        await pilot.press("x")
        await pilot.pause()
        assert DRAFT not in _label(app, "issues")
        await pilot.press("ctrl+s")
        await pilot.pause()
        (row,) = screen.interview.review.priorities
        assert row.issues.startswith("x(i)")
        assert row.drafted == ("progress",)


async def test_every_column_can_be_written(make_app: Make, talk: Talk) -> None:
    """Tab goes from field to field; Enter makes a new line, or goes on from a field of one line."""
    app = make_app(talk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        for words in ("i", "a", "p", "s", "m"):
            await pilot.press(words, "tab")
        await pilot.press("l", "enter", "n", "shift+tab", "shift+tab", "enter", "x")
        await pilot.click("#save")
        await pilot.pause()
        (row,) = screen.interview.review.priorities
        assert [getattr(row, name) for name in FIELDS] == ["i", "a", "p", "s", "m\nx", "l", "n"]
        assert row.drafted == ()


async def test_escape_keeps_what_was_typed_and_asks_nothing(make_app: Make, talk: Talk) -> None:
    """It is a draft on disk, and stands in the form the next time; saving makes an end of it."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        await pilot.press("tab", *"half", "escape")
        await pilot.pause()
        (row,) = screen.interview.review.priorities
        assert row.action == ""
        assert screen.file.drafts == {f"priority:{row.priority}:action": "half"}
        await pilot.press("enter")
        await pilot.pause()
        assert _field(app, "action").text == "half"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert screen.interview.review.priorities[0].action == "half"
        assert screen.file.drafts == {}


async def test_saving_what_nobody_changed_says_nothing(make_app: Make, talk: Talk) -> None:
    """The log does not grow, and drafts stay marked as drafts."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        before = screen.file.log
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PrioritiesScreen)
        assert screen.file.log == before


async def test_a_disk_that_refuses_keeps_the_form_open(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words are said, and what was typed stays on the screen until it is safe."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        await pilot.press("x")
        with monkeypatch.context() as broken:
            broken.setattr(type(screen.file), "save", _refuse)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert isinstance(app.screen, PriorityForm)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PrioritiesScreen)
        assert screen.interview.review.priorities[0].issues == "x"
        assert screen.file.unsaved == 0


async def test_a_priority_over_several_elements_keeps_them(make_app: Make, talk: Talk) -> None:
    """A row from elsewhere may have more than one, or one that the rubric does not have."""
    talk.log.append(PriorityWritten(priority="p1", elements=("1A", "9Z"), issues="both"))
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        assert "and 9Z" in rows_of(screen, "#chosen")[0]
        await give_focus(pilot, screen, "#chosen")
        await pilot.press("enter", "x", "ctrl+s")
        await pilot.pause()
        assert screen.interview.review.priorities[0].elements == ("1A", "9Z")


async def test_a_row_of_peoples_own_needs_only_a_focus_area(make_app: Make, talk: Talk) -> None:
    """Of no element; until it says what it is about it is kept as typed, and words say what is missing."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("a")
        await pilot.pause()
        _field(app, "lead").show("Jo")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PriorityForm)
        await pilot.press(*"Sixth form", "ctrl+s")
        await pilot.pause()
        (row,) = screen.interview.review.priorities
        assert (row.elements, row.focus, row.lead, row.drafted) == ((), "Sixth form", "Jo", ())
        assert "Sixth form" in rows_of(screen, "#chosen")[0]


async def test_a_row_about_several_elements_is_drafted_from_them_all(make_app: Make, talk: Talk) -> None:
    """By their codes, in any case; one that there is not is named, and nothing is saved of it."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("a", "tab", *"9z")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PriorityForm)
        _field(app, "elements").show("1b, 1a")
        await pilot.press("ctrl+s")
        await pilot.pause()
        (row,) = screen.interview.review.priorities
        assert (row.elements, row.drafted) == (("1B", "1A"), ("issues", "progress"))
        assert row.issues == "1A (i) We say it, but nobody could tell it."


def _refuse(self: object) -> None:
    raise NotSaved("Not saved: the disk is full.")


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_the_form_looks(
    make_app: Make, talk: Talk, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """A row as it was drafted."""
    keys = ("down", "enter", "tab", "enter")
    assert snap_compare(make_app(talk), terminal_size=size, run_before=at_the_page(*keys))


def test_how_not_now_looks(make_app: Make, talk: Talk, snap_compare: Callable[..., bool]) -> None:
    """The small form."""
    assert snap_compare(make_app(talk), terminal_size=SMALL, run_before=at_the_page("x", "x"))


def test_how_a_row_of_peoples_own_looks(
    make_app: Make, talk: Talk, snap_compare: Callable[..., bool]
) -> None:
    """An empty form."""
    assert snap_compare(make_app(talk), terminal_size=SMALL, run_before=at_the_page("a"))
