"""A new review that follows an earlier one, or brings several groups together."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Static

from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.form import build_joint_form
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.groups import account, executive, heads, last_year
from tests.ui.pages import SMALL, WIDE


def _values(app: MatbotApp) -> list[str]:
    return [app.screen.query_one(f"#{name}", Input).value for name in ("trust", "group", "people")]


def _follows(app: MatbotApp) -> str:
    return str(app.screen.query_one("#follows", Button).label)


async def _together(app: MatbotApp, pilot: Pilot[None], *talks: Talk) -> None:
    await pilot.pause()
    app.push_screen(NewReviewScreen(tuple(account(talk) for talk in talks), find()))
    await pilot.pause()


async def test_there_is_nothing_to_follow_where_no_review_is_kept(make_app: Make) -> None:
    """The form of a new trust stays as simple as it is."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+e")
        assert isinstance(app.screen, NewReviewScreen)
        assert not app.screen.query("#follows")
        assert "Follows on from" not in {command.title for command in app.get_system_commands(app.screen)}


async def test_an_earlier_review_fills_the_form_and_is_followed(make_app: Make) -> None:
    """By keys alone: trust, group, people and elements; then last year's priorities come first."""
    app = make_app(last_year())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        assert _follows(app).endswith("no earlier review (Ctrl+E chooses)")
        await pilot.press("ctrl+e", "down", "enter")
        await pilot.pause()
        assert _follows(app).endswith("Heads, October 2026 (Ctrl+E changes)")
        assert _values(app) == ["Northfields", "Heads", "4"]
        assert str(app.screen.query_one("#chosen", Static).content).startswith("1A and 1B: 2 elements")
        await pilot.press("end", *" 2", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        review = app.screen.interview.review
        assert (review.since, review.group, review.people, review.scope) == (
            "year2345",
            "Heads 2",
            4,
            ("1A", "1B"),
        )
        assert app.screen.interview.turn.step.key == "met:last.p1"


async def test_following_can_be_thought_better_of(make_app: Make) -> None:
    """The form stays as it was filled; going home and coming back keeps what is followed."""
    app = make_app(last_year())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+e", "down", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.press("n")
        assert _follows(app).endswith("Heads, October 2026 (Ctrl+E changes)")
        await pilot.press("ctrl+e")
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("up", "enter")
        await pilot.pause()
        assert _values(app) == ["Northfields", "Heads", "4"]
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.review.since is None


async def test_the_mouse_chooses_what_to_follow_too(make_app: Make) -> None:
    """The line is a button."""
    app = make_app(last_year())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        await pilot.click("#follows")
        await pilot.pause()
        await pilot.click(OptionList, offset=(5, 1))
        await pilot.pause()
        assert _values(app)[1] == "Heads"


async def test_a_review_that_is_gone_meanwhile_is_a_notice(make_app: Make, workspace: Workspace) -> None:
    """The form stays."""
    app = make_app(last_year())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+e")
        workspace.list_reviews()[0].path.unlink()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NewReviewScreen)
        (notice,) = app._notifications
        assert not notice.markup
        assert _follows(app).endswith("no earlier review (Ctrl+E chooses)")


async def test_groups_are_brought_together(make_app: Make) -> None:
    """Whose it is, all of their people and elements; and none of them is offered as an earlier review."""
    app = make_app(heads())
    async with app.run_test(size=SMALL) as pilot:
        await _together(app, pilot, executive(), heads())
        assert _values(app) == ["Northfields", "Together", "8"]
        assert not app.screen.query("#follows")
        about = " ".join(str(app.screen.query_one(".about", Static).content).split())
        assert about.startswith("Joint review of Executive (4) and Headteachers (4).")
        await pilot.press("ctrl+s")
        await pilot.pause()
    with workspace_of(app).open(workspace_of(app).list_reviews()[0].id) as file:
        brought = [event.model_dump()["account"]["review"] for event in file.log[2:]]
        assert brought == ["exec2345", "head2345"]


async def test_groups_together_can_follow_last_year(make_app: Make) -> None:
    """What they are together stays as it is filled in."""
    app = make_app(last_year())
    async with app.run_test(size=SMALL) as pilot:
        await _together(app, pilot, executive(), heads())
        await pilot.press("ctrl+e", "down", "enter")
        await pilot.pause()
        assert _values(app) == ["Northfields", "Together", "8"]
        await pilot.press("ctrl+s")
        await pilot.pause()
    with workspace_of(app).open(workspace_of(app).list_reviews()[0].id) as file:
        assert [event.model_dump()["role"] for event in file.log[2:]] == ["group", "group", "earlier"]


def test_more_people_than_a_review_can_hold_are_as_many_as_it_can() -> None:
    """However many groups of however many."""
    many = [account(heads()).model_copy(update={"people": 9000})] * 3
    assert build_joint_form(many, find()).people == "9999"


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_a_group_is_called_is_text(make_app: Make, text: str) -> None:
    """In what is brought together and in what is followed."""
    app = make_app(last_year())
    groups = tuple(account(heads()).model_copy(update={"group": text, "review": str(n)}) for n in range(12))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.push_screen(NewReviewScreen(groups, find()))
        await pilot.press("ctrl+e", "escape")
        await pilot.pause()
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")
        assert app.screen.query_one("#begin").region.height


def workspace_of(app: MatbotApp) -> Workspace:
    """Where its reviews are kept."""
    return app.workspace


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_bringing_together_looks(make_app: Make, snap_compare: Any, size: tuple[int, int]) -> None:
    """Three groups, and last year's review to follow."""

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _together(pilot.app, pilot, executive(), heads())

    assert snap_compare(make_app(last_year()), terminal_size=size, run_before=before)


def test_how_the_earlier_reviews_look(make_app: Make, snap_compare: Any) -> None:
    """No earlier one, and last year's."""
    assert snap_compare(make_app(last_year()), terminal_size=SMALL, press=["n", "ctrl+e", "down"])
