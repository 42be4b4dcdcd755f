"""The check page: all that was said, and every row a way to change it and to come back."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from matbot.presenters.answer_counts import count_answers
from matbot.presenters.check_answers import present_answers
from matbot.review.events import ElementRated, NoteWritten, QuestionAnswered, RationaleGiven
from matbot.review.steps import Ask, Step
from matbot.rubric.library import find
from matbot.screens.answers.answers import AnswerList, CheckAnswersScreen
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from tests.talk import Talk
from tests.ui.conftest import HOSTILE, Make
from tests.ui.pages import SMALL, WIDE, half_a_review, open_page, push_page


async def _open(app: MatbotApp, pilot: Pilot[None]) -> CheckAnswersScreen:
    return await open_page(app, pilot, "f5", CheckAnswersScreen)


async def _push(app: MatbotApp, pilot: Pilot[None]) -> CheckAnswersScreen:
    return await push_page(app, pilot, CheckAnswersScreen)


def _shown(screen: CheckAnswersScreen) -> str:
    """All that the list shows, on as many lines."""
    return "\n".join(str(option.prompt) for option in screen.query_one(AnswerList).options)


def _line(screen: CheckAnswersScreen, key: str) -> str:
    return " ".join(str(screen.query_one(AnswerList).get_option(key).prompt).split())


async def _mark(pilot: Pilot[None], screen: CheckAnswersScreen, key: str) -> None:
    screen.query_one(AnswerList).mark(key)
    await pilot.pause()


async def test_everything_that_was_said_is_there_in_words(make_app: Make, talk: Talk) -> None:
    """Ratings by letters and name, leanings, notes, what is private, reasons, and what is missing."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        assert _line(screen, "rating:1A").endswith("AR Amber Red")
        assert _line(screen, "rationale:1A") == "Why: The will is there, the words are not."
        assert _line(screen, "evidence:1A") == "Key evidence: Board papers, autumn term"
        assert _line(screen, "choice:1A.i").endswith("Like the red")
        assert _line(screen, "note:1A.i") == "Note: We say it, but nobody could tell it."
        assert _line(screen, "note:1A.ii") == "Private note: Heads differ."
        assert _line(screen, "reason:1A.vi") == "Because: We have no sixth form."
        assert _line(screen, "opening:1B") == "Rated at a glance, not question by question"
        assert _line(screen, "rationale:1B") == "Why: no rationale given"
        assert _line(screen, "choice:1C.ii").endswith("Not answered, parked")
        assert _line(screen, "rating:1C").endswith("Not rated yet")
        assert _line(screen, "opening:2A").endswith("Not reviewed")


async def test_a_reason_that_was_not_given_is_asked_for_in_words(make_app: Make, talk: Talk) -> None:
    """Does not apply, and then on to something else."""
    app = make_app(talk.say("", "x").skip())
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        assert "no reason given yet" in _line(screen, "reason:1A.i")


def test_the_counts_leave_out_what_nobody_is_asked(talk: Talk) -> None:
    """Questions of an element at a glance, or set aside, are not unanswered."""
    talk = Talk(find(), scope=["1A", "1B"]).say("g", "1", "", "", "n")
    tally = count_answers(talk.interview)
    assert (tally.asked, tally.answered, tally.parked) == (0, 0, 0)
    tally = count_answers(half_a_review(Talk(find(), scope=["1A", "1B", "1C"])).interview)
    assert (tally.answered, tally.not_sure, tally.parked) == (7, 1, 1)
    assert tally.asked == 6 + len(find().elements["1C"].questions)


def test_every_row_leads_somewhere_of_its_own(talk: Talk) -> None:
    """No two rows have the same step, in a review with hands and all."""
    talk = Talk(find(), scope=["1A"], people=3).say("", "1", "a", "x", "b").to("1A")
    talk = (
        talk.to("1B")
        .say("g", "1 1 1 0", "2", "why", "what", "who")
        .to("1C")
        .say("g", "1 0 0 0", "1", "", "", "")
    )
    steps = [answer.step for answer in present_answers(talk.interview).answers]
    assert len(steps) == len(set(steps))
    assert {Ask.HANDS, Ask.DIFFERS} <= {step.ask for step in steps}


@pytest.mark.parametrize(
    ("row", "words", "given"),
    [
        ("note:1A.i", "x", lambda review: review.question("1A.i").note.endswith("x")),
        ("rationale:1A", "y", lambda review: review.elements["1A"].rationale.endswith("y")),
        ("evidence:1A", "z", lambda review: review.elements["1A"].evidence.endswith("z")),
    ],
)
async def test_changing_words_comes_back_to_their_row(
    make_app: Make, talk: Talk, row: str, words: str, given: Callable[..., bool]
) -> None:
    """Enter on a row of words goes to that answer; once it is given, the page is there again at that row."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _mark(pilot, screen, row)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.turn.step.key == row
        await pilot.press(words, "enter")
        await pilot.pause()
        assert isinstance(app.screen, CheckAnswersScreen)
        assert app.screen.query_one(AnswerList).marked_key == row
        assert given(app.screen.interview.review)


async def test_changing_a_leaning_comes_back_to_its_question(make_app: Make, talk: Talk) -> None:
    """The choice and then its note, as ever; then the page, at that question."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _mark(pilot, screen, "choice:1A.iii")
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CheckAnswersScreen)
        assert app.screen.query_one(AnswerList).marked_key == "choice:1A.iii"
        assert app.screen.interview.review.question("1A.iii").leaning == "red"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.turn.step.key == "choice:1C.ii"


async def test_a_click_chooses_a_row(make_app: Make, talk: Talk) -> None:
    """By mouse as by keyboard; an element that was not begun is opened."""
    app = make_app(Talk(find(), scope=["1A", "1B"]))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        await pilot.click("#answers", offset=(10, 2))
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.turn.step == Step(Ask.OPENING, "1B")


async def test_o_goes_round_all_that_is_push(make_app: Make, talk: Talk) -> None:
    """Not sure, without evidence, not rated, parked, not reviewed: one after the other, then from the top."""
    app = make_app(half_a_review(Talk(find(), scope=["1A", "1B", "1C", "2A"])))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        met = []
        for _ in range(6):
            await pilot.press("g")
            met.append(screen.query_one(AnswerList).marked_key)
        assert met[:5] == ["choice:1A.v", "evidence:1B", "rating:1C", "choice:1C.ii", "choice:1C.iii"]
        open_rows = [
            answer.step.key for answer in present_answers(screen.interview).answers if answer.is_open
        ]
        for _ in range(len(open_rows)):
            await pilot.press("g")
        assert screen.query_one(AnswerList).marked_key == met[-1]


async def test_escape_changes_nothing(make_app: Make, talk: Talk) -> None:
    """Back to where the conversation stood, without an event."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        assert app.review_file is not None
        before = app.review_file.log
        await pilot.press("escape")
        await pilot.pause()
        assert app.review_file.log == before
        assert isinstance(app.screen, InterviewScreen)


async def test_a_row_that_is_gone_leads_to_its_question(make_app: Make, talk: Talk) -> None:
    """A note that was emptied has no row any more."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _mark(pilot, screen, "note:1A.i")
        await pilot.press("enter", "ctrl+u", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CheckAnswersScreen)
        assert app.screen.query_one(AnswerList).marked_key == "choice:1A.i"


async def test_what_people_typed_is_shown_and_does_nothing(make_app: Make, talk: Talk) -> None:
    """In notes and rationales: as typed, shortened to two lines, and no control character."""
    questions = list(talk.rubric.questions)
    for place, words in zip(questions, HOSTILE, strict=False):
        talk.log += [QuestionAnswered(question=place, leaning="red"), NoteWritten(question=place, note=words)]
    talk.log += [
        ElementRated(element="1A", rating="R"),
        RationaleGiven(element="1A", rationale="\n".join(HOSTILE)),
    ]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        words_rows = [option for option in screen.query_one(AnswerList).options if "note:" in str(option.id)]
        assert len(words_rows) == len(HOSTILE)
        assert all(len(str(option.prompt).splitlines()) <= 2 for option in words_rows)
        assert not any(character in _shown(screen) for character in "\x1b\x07\x9b\u202e")
        for words in HOSTILE[:3]:
            assert words in _shown(screen)


async def test_another_width_draws_the_rows_anew(make_app: Make, talk: Talk) -> None:
    """The same row stays marked, and no line is wider than the list."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=WIDE) as pilot:
        screen = await _push(app, pilot)
        await _mark(pilot, screen, "note:1A.ii")
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        rows = screen.query_one(AnswerList)
        assert rows.marked_key == "note:1A.ii"
        assert max(len(line) for line in _shown(screen).splitlines()) <= rows.size.width


def _at_the_check_page(*keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _push(pilot.app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    return go


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_it_looks(
    make_app: Make, talk: Talk, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """Small and wide."""
    assert snap_compare(make_app(half_a_review(talk)), terminal_size=size, run_before=_at_the_check_page("g"))


def test_how_it_looks_in_light(make_app: Make, talk: Talk, snap_compare: Callable[..., bool]) -> None:
    """In the light colours."""
    app = make_app(half_a_review(talk))
    app.theme = "matbot-light"
    assert snap_compare(app, terminal_size=SMALL, run_before=_at_the_check_page())
