"""How many keys a first, partial review takes, from an empty home to a Word document."""

from collections import Counter

from textual.pilot import Pilot

from matbot.review.steps import Ask
from matbot.screens.app import MatbotApp
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.workspace import Workspace
from tests.ui.pages import SMALL
from tests.ui.plain_sight import drawn

MOST, MOST_DISTINCT = 35, 6
"""The command keys that it may take, and how many different ones; digits choose, and words are words."""


async def test_a_first_review_of_three_elements_takes_few_keys_to_a_word_document(
    workspace: Workspace,
) -> None:
    """Every question is answered, most without a note, and each element is rated."""
    app, pressed = MatbotApp(workspace), Counter[str]()

    async def press(pilot: Pilot[None], *keys: str) -> None:
        pressed.update(keys)
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()

    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "n")
        await pilot.press(*"Northfields")
        await press(pilot, "ctrl+s")
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert len(screen.interview.review.scope) == 3
        while (ask := screen.interview.turn.ask) is not Ask.FINISHED:
            if screen.interview.turn.choices:
                await pilot.press("1" if ask is Ask.OPENING else "2")
                await pilot.pause()
            else:
                await press(pilot, "enter")
        await pilot.press("3")  # the transcript, among what to do next
        await pilot.pause()
        for _ in range(MOST):
            if "As Word" in "".join(drawn(app.screen)):
                break
            await press(pilot, "m")
        await press(pilot, "w")
    assert [path.suffix for path in workspace.transcripts.iterdir()] == [".docx"]
    assert sum(pressed.values()) <= MOST, pressed
    assert len(pressed) <= MOST_DISTINCT, pressed
