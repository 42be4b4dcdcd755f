"""An answer on the screen folds the new event alone: for the save, the conversation and everything drawn."""

import pytest

from matbot.rubric.library import find
from tests.fold_counts import Folded, walked
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL, WIDE, open_conversation

ONE = {"review": 1, "flow": 1, "past": 1, "effective_events": 1}
"""One event in the review, in the way through it and in what is above the turn; nothing looked through."""


def talk_at(turns: int) -> Talk:
    """A review that stands at its first question after so many turns."""
    talk = Talk(find())
    talk.log += walked(talk.rubric, turns)
    return talk.to(next(iter(talk.rubric.questions)))


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("turns", [5, 300])
async def test_an_answer_folds_one_event(
    make_app: Make, turns: int, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice, a note and a skipped turn, however much was said before."""
    app = make_app(talk_at(turns))
    async with app.run_test(size=size) as pilot:
        screen = await open_conversation(app, pilot)
        folded = Folded.counting(monkeypatch)
        for keys in (["2"], [*"why", "enter"], ["ctrl+f"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert folded.since() == ONE
        assert screen.interview.projection is screen.file.projection


async def test_a_page_opened_over_the_conversation_folds_nothing_again(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers and priorities come of what is known already; a transcript is made of a log of its own."""
    app = make_app(talk_at(20))
    async with app.run_test(size=WIDE) as pilot:
        await open_conversation(app, pilot)
        folded = Folded.counting(monkeypatch)
        for key in ("f5", "f6"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            counts = folded.since()
            assert "flow" not in counts, key
            assert "review" not in counts, key
            assert "standing" not in counts, key
