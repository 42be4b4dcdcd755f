"""A review moved to another framework version in the app, and back: looked through, decided, taken back."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import ElementRated, NoteWritten, QuestionAnswered
from matbot.rubric import Rubric
from matbot.rubric.writer import keep
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.answers.unplaced_rows import UnplacedAnswerScreen
from matbot.screens.app import MatbotApp
from matbot.screens.frameworks.before_after import BeforeAfterScreen
from matbot.screens.frameworks.crosswalk import CrosswalkScreen, MatchList
from matbot.screens.frameworks.migration import MigrationScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.row_list import RowList
from matbot.store.review_file import ReviewFile
from tests.frameworks import five_ratings
from tests.migrations import EARLIER, LATER
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, HOSTILE, Make
from tests.ui.pages import SMALL, WIDE, open_conversation, push_page

DOUBTFUL = {
    "text": "Do leaders understand the range of needs among pupils, such as special needs and disabilities?",
    "red": "Decisions rest on guesswork.",
    "green": "Leaders see how performance varies between groups, phases and schools, and act on it.",
}
"""What 1B.i asks in a later framework version: so little like the earlier one that people have to look."""


def _doubtful(rubric: Rubric) -> Rubric:
    """The later framework version with that question."""
    (heading,) = rubric.headings
    first, second = heading.elements
    asked, *rest = second.questions
    second = second.model_copy(update={"questions": (asked.model_copy(update=DOUBTFUL), *rest)})
    heading = heading.model_copy(update={"elements": (first, second)})
    return Rubric(**{**dict(rubric), "headings": (heading,)})


@pytest.fixture
def talk() -> Talk:
    """Something said of 1A, 1B and 1C, a private note among it."""
    talk = Talk(EARLIER)
    talk.log += [
        QuestionAnswered(question="1A.i", leaning="red"),
        NoteWritten(question="1A.i", note="Nobody could tell it."),
        ElementRated(element="1A", rating="AR"),
        ElementRated(element="1B", rating="AG"),
        QuestionAnswered(question="1C.i", leaning="nearer red"),
        NoteWritten(question="1C.i", note="They wait for us."),
        NoteWritten(question="1C.ii", note="Between us.", private=True),
        ElementRated(element="1C", rating="R"),
    ]
    return talk


@pytest.fixture
def app(make_app: Make, talk: Talk) -> MatbotApp:
    """An app with that review, and with a later framework version in its workspace."""
    app = make_app(talk)
    keep(LATER, app.workspace.rubrics / "later")
    return app


def _file(app: MatbotApp) -> ReviewFile:
    assert app.review_file is not None
    return app.review_file


async def _press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def _open(app: MatbotApp, pilot: Pilot[None], *keys: str) -> None:
    """From the conversation to the choice of framework version, and on by these keys."""
    await open_conversation(app, pilot)
    await _press(pilot, "ctrl+l", *keys)


def _text(app: MatbotApp) -> str:
    return app.screen.query_one(FittedText).text


def _rows(app: MatbotApp) -> list[str]:
    return [words for option in app.screen.query_one(RowList).options if (words := str(option.prompt))]


async def test_there_and_back_by_keys(app: MatbotApp) -> None:
    """Before and after are shown, the version before is saved, and back everything is as it was."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter", "ctrl+s")
        assert isinstance(app.screen, BeforeAfterScreen)
        lines = _text(app).splitlines()
        assert lines[1].split(" → ")[1].split() == ["V1", "AR", "Clarity", "of", "purpose"]
        assert lines[3].endswith("→ not in this framework version")
        assert "Private: Between us." in _text(app)
        before = _file(app).log
        await _press(pilot, "ctrl+s")
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.rubric.id == "later"
        (output,) = [notice.message for notice in app._notifications]
        assert "saved as “before later”" in output
        assert "Ctrl+L moves it back" in output
        await _press(pilot, "ctrl+l", "home", "enter")
        assert "Was kept, and comes back to its place\n1C.i " in _text(app)
        await _press(pilot, "ctrl+s")
        assert isinstance(app.screen, InterviewScreen)
        assert _file(app).rubric.content_hash == EARLIER.content_hash
        assert _file(app).log[: len(before)] == before
    assert (app.workspace.rubrics / f"{EARLIER.id}--later.csv").is_file()


async def test_leaving_it_changes_nothing(app: MatbotApp) -> None:
    """Esc, from before and after to the conversation."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter", "ctrl+s")
        before = _file(app).events
        await _press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, InterviewScreen)
        assert _file(app).events == before
    assert not list(app.workspace.rubrics.glob("*.csv"))


async def test_what_is_doubtful_comes_first_and_is_mended(make_app: Make, talk: Talk) -> None:
    """Marked in words; parted, matched anew, and then moved by what people said."""
    app = make_app(talk)
    keep(_doubtful(LATER), app.workspace.rubrics / "later")
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter")
        assert isinstance(app.screen, CrosswalkScreen)
        title, first, *_ = _rows(app)
        assert title.startswith("Look at these first")
        assert first.splitlines()[0].endswith("look at this")
        matches = app.screen.query_one(MatchList)
        old, new = matches.marked_key.split(">")
        await _press(pilot, "enter", "u")
        assert "Look at these first" not in "".join(_rows(app))
        matches.mark(f"{old}>")
        await _press(pilot, "q", "enter")
        assert matches.marked_key == f"{old}>{new}"
        assert any("you matched them" in row and "look at this" not in row for row in _rows(app))
        await _press(pilot, "ctrl+s", "ctrl+s")
        assert _file(app).rubric.questions["1B.i"].text == DOUBTFUL["text"]


async def test_parting_two_keeps_what_was_said_where_it_was(app: MatbotApp) -> None:
    """The note to 1A.i has no place then; both questions stand there alone, and go together again."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter")
        matches = app.screen.query_one(MatchList)
        matches.mark("1A.i>V1.i")
        await _press(pilot, "u", "ctrl+s")
        assert "Nobody could tell it." in _text(app)
        await _press(pilot, "escape")
        matches.mark(">V1.i")
        await _press(pilot, "q")
        assert str(app.screen.query_one(RowList).options[0].prompt).startswith("1A.i")
        await _press(pilot, "enter", "ctrl+s")
        assert "Nobody could tell it." not in _text(app)


async def test_what_nothing_changed_in_is_one_line_that_unfolds(app: MatbotApp) -> None:
    """Enter lists the questions, and hides them again."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter", "end")
        assert _rows(app)[-1].startswith("1 question is as it was")
        await _press(pilot, "enter")
        assert app.screen.query_one(MatchList).marked_key == "1B.i>1B.i"
        await _press(pilot, "up", "enter")
        assert _rows(app)[-1].startswith("1 question is as it was")


async def test_another_scale_is_told_and_ratings_stay_behind(make_app: Make, talk: Talk) -> None:
    """Where nothing is alike either, all that was said is kept."""
    app = make_app(talk)
    keep(five_ratings(), app.workspace.rubrics / "five")
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter")
        assert "ratings stay with the framework version" in str(
            app.screen.query_one("#tally", Static).content
        )
        await _press(pilot, "ctrl+s")
        assert "Rated Amber Red" in _text(app)


async def test_without_another_framework_there_is_no_such_command(make_app: Make, talk: Talk) -> None:
    """It is neither a key nor among all commands."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert not any("Carry" in command.title for command in app.get_system_commands(app.screen))


async def test_a_review_that_can_only_be_read_says_why(app: MatbotApp) -> None:
    """In place of the framework versions."""
    with app.workspace.open("k7m2"):
        async with app.run_test(size=SMALL) as pilot:
            screen = await push_page(app, pilot, MigrationScreen)
            assert "can only be read" in str(screen.query_one("#now", Static).content)
            assert _rows(app) == []


async def test_the_check_page_ends_with_what_was_kept(app: MatbotApp) -> None:
    """To read, whole, with what is private marked; Enter changes nothing of it."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot, "down", "enter", "ctrl+s", "ctrl+s", "f5", "end")
        assert isinstance(app.screen, CheckAnswersScreen)
        title = next(row for row in _rows(app) if row.startswith("From the earlier framework version"))
        assert "2019-20" in title
        assert any("Private: Between us." in row for row in _rows(app))
        await _press(pilot, "up", "up", "enter")
        assert isinstance(app.screen, UnplacedAnswerScreen)
        assert _text(app).splitlines()[-1].strip() == "They wait for us."
        await _press(pilot, "enter")
        assert isinstance(app.screen, CheckAnswersScreen)


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_was_typed_is_text_there_too(make_app: Make, talk: Talk, text: str) -> None:
    """Before it is moved, and kept at the end of the check page."""
    talk.log += [
        NoteWritten(question="1C.iii", note=text),
        NoteWritten(question="1C.iv", note=text, private=True),
    ]
    app = make_app(talk)
    odd = LATER.model_copy(update={"title": " ".join(HOSTILE), "edition": " ".join(HOSTILE)})
    keep(odd, app.workspace.rubrics / "later")
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        for keys in (("down", "enter"), ("ctrl+s",), ("end",), ("ctrl+s", "f5", "end"), ("up", "enter")):
            await _press(pilot, *keys)
            assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ((), SMALL),
        (("down", "enter"), SMALL),
        (("down", "enter", "enter"), SMALL),
        (("down", "enter", "down", "u", "q"), SMALL),
        (("down", "enter", "ctrl+s"), SMALL),
        (("down", "enter", "ctrl+s"), WIDE),
        (("down", "enter", "ctrl+s", "ctrl+s", "f5", "end"), SMALL),
    ],
    ids=["choose", "crosswalk", "both", "counterpart", "before-after", "before-after-wide", "kept"],
)
def test_how_it_looks(
    make_app: Make, talk: Talk, snap_compare: Any, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """Each page of the way."""
    app = make_app(talk)
    keep(_doubtful(LATER), app.workspace.rubrics / "later")

    async def before(pilot: Pilot[None]) -> None:
        await _open(app, pilot, *keys)
        app.clear_notifications()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)
