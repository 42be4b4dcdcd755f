"""A new review: whose, who answers, how many, and which elements."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from matbot.presenters.new_review import NO_PEOPLE, NO_TRUST
from matbot.rubric import library
from matbot.rubric.library import UnknownRubric, find
from matbot.screens.app import MatbotApp
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.widgets.field import Field
from matbot.screens.widgets.marked_list import MarkedList
from matbot.store.workspace import Workspace
from matbot.text import LONGEST_NAME
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make

SMALL, LARGE = (80, 24), (140, 40)


def _screen(app: MatbotApp) -> NewReviewScreen:
    screen = app.screen
    assert isinstance(screen, NewReviewScreen)
    return screen


def _chosen(app: MatbotApp) -> str:
    return str(app.screen.query_one("#chosen", Static).content)


def _rows(app: MatbotApp, list_: str) -> list[str]:
    return [str(option.prompt) for option in app.screen.query_one(list_, MarkedList).options]


def _value(app: MatbotApp, box: str) -> str:
    return app.screen.query_one(box, Input).value


def _beside(app: MatbotApp, place: int) -> str:
    field = list(app.screen.query(Field))[place]
    return str(field.query_one(".beside", Static).content)


# Beginning


async def test_a_review_is_begun_by_keys_alone(make_app: Make) -> None:
    """Trust, group, people, a plan, Ctrl+S: the conversation is open, and all of it is on disk."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "enter", *"H", "enter", "backspace", "6", "enter")
        await pilot.press("down", "enter", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert not app.screen.file.read_only
        review = app.screen.interview.review
        assert (review.trust, review.group, review.people) == ("No", "H", 6)
        assert review.scope == ("1A", "1B", "2A", "3A", "4A", "5A", "6A")
        assert len(review.id) == 8
        assert app.workspace.list_reviews()[0].id == review.id
        assert review.rubric == library.DEFAULT
        assert app.screen.file.log[0].model_dump()["rubric_hash"] == find().content_hash


async def test_what_is_typed_in_one_go_with_the_key_that_begins_is_not_lost(make_app: Make) -> None:
    """However quick the fingers, or slow the machine: Ctrl+S does not overtake the letters before it."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "enter")
        for letter in "Heads of all schools":
            app.post_message(events.Key(letter, letter))
        app.post_message(events.Key("ctrl+s", None))
        await app.input.join()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.review.group == "Heads of all schools"


async def test_the_name_of_the_trust_is_enough(make_app: Make) -> None:
    """The rest has an answer already: one person, and what a new trust begins with."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        review = app.screen.interview.review
        assert (review.group, review.people, review.scope) == ("", 1, ("1A", "1B", "2A"))


async def test_the_mouse_begins_a_review_too(make_app: Make) -> None:
    """A plan, a tick and the button."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No")
        await pilot.click("#plans", offset=(5, 1))
        await pilot.click("#ticks", offset=(8, 1))
        assert _chosen(app).startswith("1B, 2A, 3A, 4A, 5A and 6A: 6 elements, about 1 hour 30 minutes.")
        await pilot.click("#begin")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


async def test_a_second_click_begins_no_second_review(make_app: Make) -> None:
    """Nor does it do any other harm."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No")
        screen = _screen(app)
        screen.action_begin()
        screen.action_begin()
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert len(app.workspace.list_reviews()) == 1


async def test_the_palette_begins_a_review_too(make_app: Make) -> None:
    """Every command is there by name."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "ctrl+p", *"begin")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


# What is filled in


async def test_the_trust_is_remembered_from_the_latest_review(make_app: Make, talk: Talk) -> None:
    """And the first thing to fill in is who answers."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        assert (_value(app, "#trust"), _value(app, "#group"), _value(app, "#people")) == (
            "Northfields",
            "",
            "1",
        )
        assert app.focused
        assert app.focused.id == "group"


@pytest.mark.parametrize("typed", ["", "   "])
async def test_a_trust_without_a_name_is_asked_for(make_app: Make, typed: str) -> None:
    """One plain line beside the field, the focus there, nothing made; typing takes the line away."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *typed, "tab", "tab", "ctrl+s")
        assert _beside(app, 0) == NO_TRUST.short
        assert app.focused
        assert app.focused.id == "trust"
        assert not app.workspace.root.exists()
        await pilot.press("N")
        assert _beside(app, 0) == ""


@pytest.mark.parametrize("typed", ["", "00"])
async def test_nobody_in_the_room_is_asked_about(make_app: Make, typed: str) -> None:
    """There is at least one person."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "tab", "tab", "backspace", *typed, "ctrl+s")
        assert _beside(app, 2) == NO_PEOPLE.short
        assert app.focused
        assert app.focused.id == "people"


async def test_only_digits_count_people(make_app: Make) -> None:
    """At most four of them."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "tab", "tab", "backspace", *"-x12345²")
        assert _value(app, "#people") == "1234"


async def test_going_back_loses_nothing(make_app: Make) -> None:
    """Escape goes home; the form is as it was when it is opened again."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "tab", *"H", "tab", "tab", "tab", "down", "space", "escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("n")
        assert (_value(app, "#trust"), _value(app, "#group")) == ("No", "H")
        assert _chosen(app).startswith("1B and 2A: 2 elements, about 30 minutes.\nYour own choice.")


async def test_a_form_that_was_used_is_not_offered_again(make_app: Make) -> None:
    """The next review begins with the trust alone."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "tab", *"H", "ctrl+s")
        await pilot.pause()
        app.pop_screen()
        await pilot.pause()
        await pilot.press("n")
        assert (_value(app, "#trust"), _value(app, "#group")) == ("No", "")


# What can go wrong


async def test_a_folder_that_cannot_be_written_keeps_the_form(make_app: Make, workspace: Workspace) -> None:
    """A notice in words, everything filled in still there."""
    workspace.root.write_text("a file where the folder would be", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "ctrl+s")
        await pilot.pause()
        assert _value(app, "#trust") == "No"
        assert _screen(app)
        (notice,) = app._notifications
        assert notice.message.startswith("Not saved: ")
        assert not notice.markup


async def test_a_framework_that_cannot_be_read_is_a_notice_at_home(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home stays."""

    def missing(name: str, own: Path | None) -> None:
        raise UnknownRubric("[/red]", [])

    monkeypatch.setattr(library, "find", missing)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        assert isinstance(app.screen, HomeScreen)
        (notice,) = app._notifications
        assert "[/red]" in notice.message


@pytest.mark.parametrize("words", AT_ONCE)
async def test_whatever_is_pasted_is_one_safe_line_that_fits(make_app: Make, words: str) -> None:
    """In the box, and in the review that is begun."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        app.post_message(events.Paste(f"A\n{words}"))
        await pilot.pause()
        value = _value(app, "#trust")
        assert value.startswith("A")
        assert len(value) <= LONGEST_NAME
        assert "\x1b" not in value + app.export_screenshot()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.review.trust == value.strip()


async def test_a_paste_takes_the_place_of_what_is_marked(make_app: Make, talk: Talk) -> None:
    """As in any box, and what does not fit is left out."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "shift+tab", "end", "shift+home")
        app.post_message(events.Paste("South " * 100))
        await pilot.pause()
        assert _value(app, "#trust").startswith("South South")
        assert len(_value(app, "#trust")) <= LONGEST_NAME
        app.post_message(events.Paste("more " * 10))
        await pilot.pause()
        assert len(_value(app, "#trust")) <= LONGEST_NAME


# Pictures


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_picture(make_app: Make, snap_compare: Any, size: tuple[int, int]) -> None:
    """The form as it opens for somebody who is new."""
    assert snap_compare(make_app(), terminal_size=size, press=["n"])


def test_picture_of_an_own_choice_in_the_light(make_app: Make, talk: Talk, snap_compare: Any) -> None:
    """The focus in the list of elements, one of them swapped."""

    async def choose(pilot: Pilot[None]) -> None:
        pilot.app.theme = "matbot-light"
        await pilot.press("n", "tab", "tab", "tab", "down", "space", "down", "down", "space")

    assert snap_compare(make_app(talk), terminal_size=SMALL, run_before=choose)


def test_picture_of_what_is_missing(make_app: Make, snap_compare: Any) -> None:
    """The line beside the field."""
    assert snap_compare(make_app(), terminal_size=SMALL, press=["n", "ctrl+s"])
