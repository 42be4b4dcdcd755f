"""Snapshots of every page of the conversation, small and wide: change them only on purpose, and look."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from matbot.screens.app import MatbotApp
from matbot.screens.themes import LIGHT
from tests.talk import Talk
from tests.ui.conftest import Make

SMALL, WIDE = (80, 24), (140, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])

ELEMENT = (
    "",
    "1",
    "Three schools could not name it.",
    "2",
    "",
    "3",
    "",
    "4",
    "Set out in the scheme of delegation.",
)
"""The first element as far as its fourth note."""
RATED = (*ELEMENT, "0", "", "3", "", "2", "We know it; our schools do not yet.", "Staff survey, June")

Snap = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]


def _pressing(*keys: str, theme: str = "") -> Before:
    """Open the review, press keys."""

    async def before(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, MatbotApp)
        if theme:
            app.theme = theme
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return before


def _said(talk: Talk, *words: str) -> Talk:
    return talk.say(*words)


TURNS: dict[str, tuple[str, ...]] = {
    "opening": (),
    "choice": ("", "1", "Three schools could not name it."),
    "note": (*ELEMENT, "2"),
    "rating": RATED[:-3],
    "rationale": RATED[:-2],
    "next": RATED,
    "glance": (*RATED, "g"),
}


@SIZES
@pytest.mark.parametrize("turn", TURNS)
def test_each_kind_of_turn(snap_compare: Snap, make_app: Make, talk: Talk, turn: str, size: Any) -> None:
    """As it looks when it is asked."""
    app = make_app(_said(talk, *TURNS[turn]))
    assert snap_compare(app, terminal_size=size, run_before=_pressing())


@SIZES
@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f10"])
def test_each_page_that_opens_over_it(
    snap_compare: Snap, make_app: Make, talk: Talk, key: str, size: Any
) -> None:
    """Help, map, go to, stop."""
    app = make_app(_said(talk, *RATED, "", "2", "").park())
    assert snap_compare(app, terminal_size=size, run_before=_pressing(key))


@SIZES
def test_in_light(snap_compare: Snap, make_app: Make, talk: Talk, size: Any) -> None:
    """For a projector."""
    app = make_app(_said(talk, *RATED, ""))
    assert snap_compare(app, terminal_size=size, run_before=_pressing(theme=LIGHT.name))


@SIZES
def test_without_colour(
    snap_compare: Snap, make_app: Make, talk: Talk, size: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR: letters, marks and words alone."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(_said(talk, *RATED, ""))
    assert snap_compare(app, terminal_size=size, run_before=_pressing("right"))


def test_narrower_than_80_columns_the_contrast_is_stacked(
    snap_compare: Snap, make_app: Make, talk: Talk
) -> None:
    """60 by 20 stays usable."""
    assert snap_compare(make_app(_said(talk, "")), terminal_size=(60, 20), run_before=_pressing())


def test_a_private_note_half_typed(snap_compare: Snap, make_app: Make, talk: Talk) -> None:
    """Said beside the prompt."""
    app = make_app(_said(talk, "", "2"))
    assert snap_compare(app, terminal_size=SMALL, run_before=_pressing("ctrl+r", *"Between us"))
