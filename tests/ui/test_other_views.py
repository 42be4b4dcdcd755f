"""What others said about the same: hidden until somebody asks for it, and hidden again at the next turn."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.other_views_panel import OtherViewsPanel
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.groups import NOTES, bringing, executive, group, heads, last_year
from tests.ui.pages import SMALL, WIDE, open_conversation


def _fold(screen: InterviewScreen) -> str:
    return str(screen.query_one("#fold").render())


def _voices(screen: InterviewScreen) -> str:
    """What is shown; empty while it is hidden."""
    voices = screen.query_one("#voices")
    return str(voices.render()) if voices.display else ""


async def test_ctrl_o_unfolds_what_the_groups_said_and_the_next_turn_folds_it(make_app: Make) -> None:
    """Who, where they stand, and their words; never by itself."""
    app = make_app(bringing([executive(), heads()]).say(*NOTES, "0 4 1 1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        assert _fold(screen) == "▸ What the groups said (Ctrl+O shows it)"
        assert not _voices(screen)
        await pilot.press("ctrl+o")
        assert _fold(screen) == "▾ What the groups said (Ctrl+O hides it)"
        assert [line.split()[:2] for line in _voices(screen).splitlines()[:2]] == [
            ["Executive", "G"],
            ["We", "are"],
        ]
        assert "Seen differently: Two say Amber Red." in _voices(screen)
        await pilot.press("ctrl+o")
        assert not _voices(screen)
        await pilot.press("ctrl+o", "3", "ctrl+b")
        assert not _voices(screen)


async def test_at_a_question_it_is_the_leaning_in_words(make_app: Make) -> None:
    """A group that was not asked it says so."""
    app = make_app(bringing([executive(), heads()]).say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+o")
        assert _voices(screen).splitlines() == [
            "Executive  no answer",
            "Headteachers  Like the red",
            "Three schools could not name it.",
        ]


async def test_a_click_unfolds_it_too(make_app: Make) -> None:
    """And what is shown is in view, with the last of it where it fits."""
    app = make_app(bringing([executive(), heads()]).say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.click("#fold")
        await pilot.pause()
        region, log = screen.query_one(OtherViewsPanel).region, screen.query_one("#log").region
        assert log.contains_region(region)
        assert _voices(screen)


async def test_nothing_is_folded_where_nobody_said_anything(make_app: Make) -> None:
    """No line, and no key."""
    app = make_app(bringing([executive()]).to("1B").say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        assert not screen.query_one(OtherViewsPanel).display
        await pilot.press("ctrl+o")
        assert "Others" not in {command.title for command in app.get_system_commands(screen)}


async def test_last_year_is_folded_at_an_opening(make_app: Make) -> None:
    """So that nobody is led by it."""
    app = make_app(bringing(earlier=last_year()).to("1A"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        assert _fold(screen).startswith("▸ What you said in October 2026")
        await pilot.press("ctrl+o")
        assert _voices(screen).splitlines()[0].split() == ["Heads", "AR"]


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_others_wrote_is_text(make_app: Make, text: str) -> None:
    """Shortened, with no control character in it."""
    app = make_app(bringing([group(text[:150], "text2345", "g", "4 0 0 0", "1", text, "", "")]).say("g"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert len(_voices(screen)) < 500
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


async def test_twelve_groups_can_be_read_through(make_app: Make) -> None:
    """It begins at the first of them, and scrolls."""
    groups = [
        group(f"Group {n}", f"grp{n:05}", "g", "4 0 0 0", "1", "Because. " * 40, "", "") for n in range(12)
    ]
    app = make_app(bringing(groups).say("g"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+o")
        await pilot.pause()
        log = screen.query_one("#log")
        assert screen.query_one("#fold").region.y == log.region.y
        assert _voices(screen).count("Because.") >= 12 * 30
        await pilot.press("pagedown", "1")
        assert screen.query_one(LiveTurn).region.height


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_it_looks_unfolded(make_app: Make, snap_compare: Any, size: tuple[int, int]) -> None:
    """At the rating, with the hands above it."""
    app = make_app(bringing([executive(), heads()]).say(*NOTES, "0 4 1 1"))
    assert snap_compare(app, terminal_size=size, run_before=_pressing("ctrl+o"))


def test_how_it_looks_folded(make_app: Make, snap_compare: Any) -> None:
    """A line below the contrast."""
    app = make_app(bringing([executive(), heads()]).say(""))
    assert snap_compare(app, terminal_size=SMALL, run_before=_pressing())


def _pressing(*keys: str) -> Callable[[Pilot[None]], Any]:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await open_conversation(pilot.app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    return before
