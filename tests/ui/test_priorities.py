"""The priorities pages: choosing, ordering and writing by keyboard and mouse, and nothing typed is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from matbot.review.events import (
    ElementDeferred,
    ElementRated,
    PrioritiesOrdered,
    PriorityWritten,
    RationaleGiven,
)
from matbot.rubric.library import find
from matbot.screens.form import FormScreen
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.priorities.priority_form import DeferForm
from matbot.screens.widgets.row_list import RowList
from tests.talk import Talk
from tests.ui.conftest import HOSTILE, Make
from tests.ui.pages import SMALL, WIDE
from tests.ui.priorities_pages import (
    at_the_page,
    chosen,
    click_part,
    give_focus,
    open_priorities,
    rows_of,
    three_ratings,
    write_table,
)


@pytest.fixture
def talk() -> Talk:
    """Three elements with a rating each."""
    return three_ratings()


async def test_the_red_end_stands_first_with_letters_name_and_rationale(make_app: Make, talk: Talk) -> None:
    """Red, then Amber Red, then the others."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        rows = rows_of(screen, "#candidates")
        assert [row[:5].split() for row in rows] == [["R", "1C"], ["AR", "1A"], ["G", "1B"]]
        assert "They wait for us." in rows[0]
        assert "None yet" in rows_of(screen, "#chosen")[0]


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_choosing_drafts_a_row(make_app: Make, talk: Talk, key: str) -> None:
    """By Enter and by space: issues and progress are drafted from what leans red, and say so."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("down", key)
        (row,) = screen.interview.review.priorities
        assert row.elements == ("1A",)
        assert row.issues == "(i) We say it, but nobody could tell it."
        assert "Draft: key issues, progress · To be agreed: what to do" in rows_of(screen, "#chosen")[0]
        assert not any("1A" in row for row in rows_of(screen, "#candidates"))


async def test_a_click_chooses(make_app: Make, talk: Talk) -> None:
    """By mouse as by keyboard."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.click("#candidates", offset=(12, 2))
        await pilot.pause()
        assert chosen(screen) == ["1A"]


async def test_the_order_changes_by_keys_and_by_mouse(make_app: Make, talk: Talk) -> None:
    """Brackets, Ctrl with an arrow, and the words at the end of a row; the row stays marked."""
    app = make_app(talk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "enter", "enter", "tab", "home")
        assert chosen(screen) == ["1C", "1A", "1B"]
        await pilot.press("right_square_bracket")
        assert chosen(screen) == ["1A", "1C", "1B"]
        await pilot.press("ctrl+down", "ctrl+down")
        assert chosen(screen) == ["1A", "1B", "1C"]
        await pilot.press("left_square_bracket")
        assert chosen(screen) == ["1A", "1C", "1B"]
        await click_part(pilot, screen, "1B", "up")
        assert chosen(screen) == ["1A", "1B", "1C"]


async def test_what_was_taken_off_comes_back_as_it_was(make_app: Make, talk: Talk) -> None:
    """By undo, and by choosing the element again."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        await pilot.press(*"ours", "ctrl+s")
        await pilot.pause()
        await pilot.press("delete")
        assert chosen(screen) == []
        await pilot.press("f8")
        assert [row.issues for row in screen.interview.review.priorities] == ["ours"]
        await give_focus(pilot, screen, "#chosen")
        await pilot.press("delete")
        await pilot.pause()
        assert screen.query_one("#candidates", RowList).has_focus
        await pilot.press("home", "enter")
        assert [row.issues for row in screen.interview.review.priorities] == ["ours"]


async def test_not_now_asks_why_and_stands_in_a_list_of_its_own(make_app: Make, talk: Talk) -> None:
    """Why, what mitigates it, when to look again; then it can still be chosen, or put back."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, DeferForm)
        await pilot.press(*"why", "tab", *"how", "tab", *"May", "ctrl+s")
        await pilot.pause()
        (left,) = screen.interview.review.deferred
        assert (left.element, left.why, left.mitigation, left.look_again) == ("1C", "why", "how", "May")
        assert "R 1C" in rows_of(screen, "#chosen")[-1]
        assert "Review date: May" in rows_of(screen, "#chosen")[-1]
        assert not any("1C" in row for row in rows_of(screen, "#candidates"))
        await give_focus(pilot, screen, "#chosen")
        await pilot.press("end", "delete")
        assert screen.interview.review.deferred == ()
        assert "1C" in rows_of(screen, "#candidates")[0]


async def test_not_now_and_choosing_it_after_all_by_mouse(make_app: Make, talk: Talk) -> None:
    """The words at the end of a row do what they say, and nothing else."""
    app = make_app(talk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_priorities(app, pilot)
        await click_part(pilot, screen, "1A", "leave")
        assert isinstance(app.screen, DeferForm)
        assert chosen(screen) == []
        await pilot.click("#save")
        await pilot.pause()
        await click_part(pilot, screen, "1A", "choose")
        assert chosen(screen) == ["1A"]
        assert screen.interview.review.deferred == ()


async def test_undo_goes_back_step_by_step(make_app: Make, talk: Talk) -> None:
    """The last change to the lists first, and never an answer of the conversation."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("enter", "enter", "tab", "left_square_bracket", "f8")
        assert chosen(screen) == ["1C", "1A"]
        await pilot.press("home", "delete", "ctrl+z")
        assert chosen(screen) == ["1C", "1A"]
        assert (
            screen.query_one("#chosen", RowList).marked_key == screen.interview.review.priorities[0].priority
        )
        await pilot.press("f8")
        assert chosen(screen) == ["1C"]
        await pilot.press("f8", "f8", "f8")
        assert chosen(screen) == []
        assert len(screen.interview.review.rated) == 3
        await pilot.press("ctrl+y", "ctrl+y")
        assert chosen(screen) == ["1C", "1A"]


async def test_a_review_that_can_only_be_read_is_not_changed(make_app: Make, talk: Talk) -> None:
    """Choosing and saving say why, and say nothing else."""
    app = make_app(talk)
    with app.workspace.open("k7m2"):
        async with app.run_test(size=SMALL) as pilot:
            screen = await open_priorities(app, pilot)
            before = screen.file.log
            await pilot.press("enter", "x")
            await pilot.pause()
            await pilot.press("x", "ctrl+s", "escape")
            await pilot.pause()
            assert screen.file.log == before
            assert isinstance(app.screen, PrioritiesScreen)


async def test_what_people_typed_is_shown_and_does_nothing(make_app: Make) -> None:
    """In rationales, in rows, in what is not for now, and in forms."""
    talk = Talk(find())
    codes = list(talk.rubric.elements)
    for place, words in enumerate(HOSTILE):
        talk.log += [
            ElementRated(element=codes[place], rating="R"),
            RationaleGiven(element=codes[place], rationale=words),
            PriorityWritten(priority=f"p{place}", elements=("6B",), issues=words, action=words),
        ]
    everything = "\n".join(HOSTILE)
    talk.log += [
        PriorityWritten(priority="first", elements=("6A",), issues=everything, lead=everything),
        PrioritiesOrdered(priorities=("first",)),
        ElementDeferred(element="1A", why=everything, mitigation=everything, look_again=everything),
    ]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        shown = "".join(rows_of(screen, "#candidates") + rows_of(screen, "#chosen"))
        assert not any(character in shown for character in "\x1b\x07\x9b\u202e")
        assert all(words in shown for words in HOSTILE[:3])
        await give_focus(pilot, screen, "#chosen")
        for key in ("home", "end"):
            await pilot.press(key, "enter")
            await pilot.pause()
            assert isinstance(app.screen, FormScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, PrioritiesScreen)


async def test_the_table_is_written_in_a_format_and_never_over_another(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word, then CSV under headings; Word again goes beside the first. Its path is shown, and o opens it."""
    talk.log += [
        PriorityWritten(priority="p1", elements=("2B",)),
        PriorityWritten(priority="p2", elements=("1A",)),
    ]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await write_table(pilot, "enter", "enter")
        await write_table(pilot, "down", "enter", "down", "enter")
        await write_table(pilot, "enter", "enter", "enter")
        names = sorted(path.name for path in app.workspace.transcripts.iterdir())
        assert [name.partition("priorities")[2] for name in names] == ["-2.docx", ".csv", ".docx"]
        assert names[0] in str(screen.query_one("#written", Static).content)
        opened: list[str] = []

        async def note(path: Path) -> bool:
            opened.append(path.name)
            return True

        monkeypatch.setattr("matbot.screens.export.open_file", note)
        await pilot.press("o")
        await app.workers.wait_for_complete()
        assert opened == [names[0]]
        table = next(app.workspace.transcripts.glob("*.csv")).read_text(encoding="utf-8-sig")
        assert table.index("1 Vision") < table.index("2 People")


async def test_nothing_is_written_unless_it_is_wanted(make_app: Make, talk: Talk) -> None:
    """Without a row there is nothing to write, and Esc at either question writes nothing."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("w")
        assert app.screen is screen
        assert not screen.check_action("open", ()), "there is nothing to open"
        await pilot.press("enter")
        await write_table(pilot, "escape")
        assert not app.workspace.transcripts.exists()
        assert not screen.query_one("#written").display


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_the_lists_look(
    make_app: Make, talk: Talk, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """One chosen, one left for later, one to choose from."""
    keys = ("down", "enter", "x", "x", "ctrl+s", "tab")
    assert snap_compare(make_app(talk), terminal_size=size, run_before=at_the_page(*keys))


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_choosing_a_format_looks(
    make_app: Make, talk: Talk, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """Over the lists, with a row of several elements and one of people's own among them."""
    talk.log += [
        PriorityWritten(priority="p1", elements=("1A", "1C"), focus="One page that says who decides what"),
        PriorityWritten(
            priority="p2", elements=(), focus="The sixth form", issues="i", action="a", progress="p"
        ),
    ]
    assert snap_compare(make_app(talk), terminal_size=size, run_before=at_the_page("w"))


async def test_people_say_when_they_review_again(make_app: Make, talk: Talk) -> None:
    """It is kept, it stands in the box the next time, and an empty box opens it again."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_priorities(app, pilot)
        await pilot.press("d", *"May", "enter")
        await pilot.pause()
        assert screen.interview.review.next_review == "May"
        await pilot.press("d", "backspace", "backspace", "backspace", "enter")
        await pilot.pause()
        assert screen.interview.review.next_review == ""
        await pilot.press("d", *"June", "escape")
        await pilot.pause()
        assert screen.interview.review.next_review == ""
