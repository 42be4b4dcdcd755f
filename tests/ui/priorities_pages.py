"""What the tests of the priorities pages share."""

from collections.abc import Callable

from textual.pilot import Pilot

from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.widgets.row_list import RowList
from tests.talk import Talk
from tests.ui.pages import push_page


def three_ratings() -> Talk:
    """Three elements with a rating each; 1A leans red in one question that has a note."""
    talk = Talk(find(), scope=["1A", "1B", "1C"])
    talk.say(
        "", "1", "We say it, but nobody could tell it.", *["3", ""] * 5, "2", "The words are not there.", ""
    )
    return talk.say("g", "4", "We know our schools.", "").say("g", "1", "They wait for us.", "")


async def open_priorities(app: MatbotApp, pilot: Pilot[None]) -> PrioritiesScreen:
    """The priorities page alone."""
    return await push_page(app, pilot, PrioritiesScreen)


def rows_of(screen: PrioritiesScreen, which: str) -> list[str]:
    """What a list shows, a line a row."""
    return [" ".join(str(option.prompt).split()) for option in screen.query_one(which, RowList).options]


def chosen(screen: PrioritiesScreen) -> list[str]:
    """The elements on the table, in order."""
    return [row.elements[0] for row in screen.interview.review.priorities]


async def give_focus(pilot: Pilot[None], screen: PrioritiesScreen, which: str) -> None:
    """Go to a list."""
    screen.query_one(which).focus()
    await pilot.pause()


async def click_part(pilot: Pilot[None], screen: PrioritiesScreen, code: str, part: str) -> None:
    """Click the words at the end of an element's row that do something of their own."""
    for rows in screen.query(RowList):
        for y in range(rows.size.height):
            strip = rows.render_line(y)
            place = next((x for x, meta in _parts(strip) if meta == part), None)
            if place is not None and code in str(rows.options[rows._lines[y][0]].prompt):
                await pilot.click(rows, offset=(place, y))
                await pilot.pause()
                return
    raise AssertionError(f"{code} has nothing that says {part}")


async def write_table(pilot: Pilot[None], *keys: str) -> None:
    """Write the table from the page, answering what it asks."""
    for key in ("w", *keys):
        await pilot.press(key)
        await pilot.pause()


def _parts(strip: object) -> list[tuple[int, str]]:
    """Where the parts of a line begin, and their names."""
    found, x = [], 0
    for segment in strip:  # type: ignore[attr-defined]
        meta = segment.style.meta if segment.style else {}
        if "part" in meta:
            found.append((x, meta["part"]))
        x += segment.cell_length
    return found


def at_the_page(*keys: str) -> Callable[[Pilot[None]], object]:
    """Goes to the priorities page and presses keys, before a picture is taken."""

    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await open_priorities(pilot.app, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return go
