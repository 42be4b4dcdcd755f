"""The stops of the tour: the page of each, what to look at, and which keys work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matbot.commands.conversation import CONVERSATION
from matbot.demo.stories import APART
from matbot.demo.tour import BEGINS_AT
from matbot.review.steps import Ask
from matbot.services.joint_reviews import load_comparison

if TYPE_CHECKING:
    from matbot.screens.tour.walking import SampleWalk

_DIGITS = frozenset("12340")
_RATINGS = frozenset("1234")


@dataclass(frozen=True)
class Stop:
    """One stop of the tour."""

    look: str
    """What to look at, in one line."""
    arrive: Callable[[SampleWalk], Awaitable[None]]
    """Opens the page of the stop."""
    own_keys: str = ""
    """A phrase on which of the page's own keys work; empty if none do."""
    keys: frozenset[str] = frozenset()
    """The same keys under their Textual names."""
    typing: bool = False
    """Whether text can be typed."""
    step: str = ""
    """The key of the conversation step it is about: once that is answered, the tour continues."""


async def _question(walking: SampleWalk) -> None:
    await walking.open_conversation()


async def _note(walking: SampleWalk) -> None:
    if walking.turn.step.key == BEGINS_AT:
        walking.say_until(_NOTE)
        walking.type_note()


async def _rating(walking: SampleWalk) -> None:
    walking.send_note()
    walking.say_until(_RATING)


async def _map(walking: SampleWalk) -> None:
    walking.say_until("")
    walking.conversation.action_map()


async def _check(walking: SampleWalk) -> None:
    await walking.back_to_conversation()
    walking.conversation.action_check()


async def _priorities(walking: SampleWalk) -> None:
    await walking.back_to_conversation()
    walking.choose_priorities()
    walking.conversation.open_page(CONVERSATION.command("priorities").opens)


async def _transcript(walking: SampleWalk) -> None:
    from matbot.screens.transcript.transcript import TranscriptScreen

    await walking.back_to_conversation()
    page = TranscriptScreen(walking.file)
    await walking.open(page)
    page.action_kind()


async def _side_by_side(walking: SampleWalk) -> None:
    from matbot.screens.compare.comparison import ComparisonScreen

    await walking.back_to_conversation()
    await walking.open(ComparisonScreen(load_comparison(walking.workspace, APART)))


_ELEMENT = "2B"
_NOTE, _RATING = f"{Ask.NOTE}:{_ELEMENT}.i", f"{Ask.RATING}:{_ELEMENT}"

STOPS = (
    Stop(
        "Weak and strong are side by side before anybody answers.",
        _question,
        "1 to 4 answers for your trust",
        _DIGITS,
        step=BEGINS_AT,
    ),
    Stop(
        "Now say why. It is saved as soon as it is sent.",
        _note,
        "Type if you like",
        typing=True,
        step=_NOTE,
    ),
    Stop(
        "A show of hands, and what you said. You choose the rating.",
        _rating,
        "1 to 4 rates it",
        _RATINGS,
        step=_RATING,
    ),
    Stop(
        "The map once they were through. Not rated is never Red.",
        _map,
    ),
    Stop(
        "All that was said, on one page, and a way to change it.",
        _check,
    ),
    Stop(
        "You choose priorities; matbot drafts them from your notes.",
        _priorities,
    ),
    Stop(
        "For the board: where you stand, and what you propose.",
        _transcript,
    ),
    Stop(
        "Three groups apart: talk first where they differ most.",
        _side_by_side,
    ),
)
"""The stops, in the order of the tour."""
