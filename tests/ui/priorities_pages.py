"""Helpers for the tests of the priorities pages."""

from collections.abc import Callable

from textual.pilot import Pilot

from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.widgets.row_list import RowList
from tests.talk import Talk
from tests.ui.pages import push_page


def three_ratings() -> Talk:
    """Build a review with three rated elements; one question of 1A has a note and an answer towards red."""
    talk = Talk(find(), scope=["1A", "1B", "1C"])
    talk.say(
        "", "1", "We say it, but nobody could tell it.", *["3", ""] * 5, "2", "The words are not there.", ""
    )
    return talk.say("g", "4", "We know our schools.", "").say("g", "1", "They wait for us.", "")


async def open_priorities(app: MatbotApp, pilot: Pilot[None]) -> PrioritiesScreen:
    """Open the priorities page without the conversation."""
    return await push_page(app, pilot, PrioritiesScreen)


def rows_of(screen: PrioritiesScreen, which: str) -> list[str]:
    """Return the text of a list, a string per row."""
    return [" ".join(str(option.prompt).split()) for option in screen.query_one(which, RowList).options]


def chosen(screen: PrioritiesScreen) -> list[str]:
    """Return the first element of each row of the table, in order."""
    return [row.elements[0] for row in screen.interview.review.priorities]


async def give_focus(pilot: Pilot[None], screen: PrioritiesScreen, which: str) -> None:
    """Move the focus to a list."""
    screen.query_one(which).focus()
    await pilot.pause()


async def click_part(pilot: Pilot[None], screen: PrioritiesScreen, code: str, part: str) -> None:
    """Click a named part of an element's row that has an action of its own."""
    for rows in screen.query(RowList):
        for y in range(rows.size.height):
            strip = rows.render_line(y)
            place = next((x for x, meta in _list_parts(strip) if meta == part), None)
            if place is not None and code in str(rows.options[rows._lines[y][0]].prompt):
                await pilot.click(rows, offset=(place, y))
                await pilot.pause()
                return
    raise AssertionError(f"{code} has nothing that says {part}")


async def write_table(pilot: Pilot[None], *keys: str) -> None:
    """Write the table from the page, pressing keys to answer its questions."""
    for key in ("w", *keys):
        await pilot.press(key)
        await pilot.pause()


def _list_parts(strip: object) -> list[tuple[int, str]]:
    """Return the start column and the name of each part of a line."""
    found, x = [], 0
    for segment in strip:  # type: ignore[attr-defined]  # a `Strip`, typed as an object
        meta = segment.style.meta if segment.style else {}
        if "part" in meta:
            found.append((x, meta["part"]))
        x += segment.cell_length
    return found


def at_the_page(*keys: str) -> Callable[[Pilot[None]], object]:
    """Build a function that opens the priorities page and presses keys before a snapshot is taken."""

    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await open_priorities(pilot.app, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return go
