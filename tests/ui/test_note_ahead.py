"""What is typed or pasted where a choice is asked for: it chooses nothing, and is offered as the note."""

import string
from collections.abc import Iterator

import pytest
from textual import events

from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.screens.widgets.dock import Prompt
from matbot.screens.widgets.words_box import WordsBox
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.conversation import open_conversation, step_key

SIZE = (80, 24)

SENTENCE = "Only the heads explain it, skip park next Waiting 3"


async def test_a_sentence_at_a_choice_changes_nothing_and_is_the_note_after_it(
    make_app: Make, talk: Talk
) -> None:
    """Its letters are no commands, and its digits no choices once it has begun."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        said = len(screen.file.log)
        await pilot.press(*SENTENCE)
        assert (len(screen.file.log), step_key(screen)) == (said, "choice:1A.i")
        assert screen.query_one(WordsBox).text == SENTENCE
        await pilot.press("enter")
        assert screen.query_one(ChoiceBar).has_focus
        assert "Only the heads" in screen.query_one("#prompt", Prompt).state
        await pilot.press("2")
        assert step_key(screen) == "note:1A.i"
        assert screen.query_one(WordsBox).text == SENTENCE
        await pilot.press("enter")
        assert screen.interview.review.question("1A.i").note == SENTENCE
        assert dict(screen.file.drafts) == {}


async def test_what_is_pasted_at_a_choice_is_a_note_too(make_app: Make, talk: Talk) -> None:
    """Even if it is a digit, or has several lines."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        said = len(screen.file.log)
        app.post_message(events.Paste("3\nx"))
        await pilot.pause()
        assert (len(screen.file.log), screen.query_one(WordsBox).text) == (said, "3\nx")


async def test_a_sentence_at_an_opening_waits_for_the_first_note(make_app: Make, talk: Talk) -> None:
    """It leaves out no element and answers no question on the way."""
    app = make_app(talk)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        said = len(screen.file.log)
        await pilot.press(*"none given", "escape")
        assert (len(screen.file.log), step_key(screen)) == (said, "opening:1A")
        await pilot.press("1", "3")
        assert step_key(screen) == "note:1A.i"
        assert screen.query_one(WordsBox).text == "none given"


async def test_a_sentence_at_a_rating_is_its_reason(make_app: Make) -> None:
    """The box after a rating asks why."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]).say("g"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press(*"thin plans", "enter", "2")
        assert step_key(screen) == "rationale:1A"
        assert screen.query_one(WordsBox).text == "thin plans"


async def test_letters_at_a_show_of_hands_are_a_note(make_app: Make) -> None:
    """Digits count hands; the note waits for the reason of the rating."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"], people=4).say("g"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press(*"split", "enter", "2", "enter")
        assert screen.interview.review.elements["1A"].votes
        await pilot.press("1")
        assert step_key(screen) == "rationale:1A"
        assert screen.query_one(WordsBox).text == "split"


async def test_what_is_typed_ahead_is_there_when_the_review_is_opened_again(
    make_app: Make, talk: Talk
) -> None:
    """Kept on disk like anything half typed."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SIZE) as pilot:
        await open_conversation(app, pilot)
        await pilot.press(*"ours", "enter")
    app.close_review()
    with app.workspace.open(app.workspace.list_reviews()[0].id) as file:
        assert list(file.drafts.values()) == ["ours"]


def batched(letters: str, many: int) -> Iterator[str]:
    """So many letters at a time."""
    return (letters[at : at + many] for at in range(0, len(letters), many))


EVERYTHING = string.ascii_letters + string.punctuation + "éŵ£€–…ابc"


@pytest.mark.parametrize("begin", [[], [""], ["g"]], ids=["opening", "question", "rating"])
async def test_no_letter_and_no_sign_records_anything_at_a_choice(make_app: Make, begin: list[str]) -> None:
    """Each by itself, and pressed quicker than the page is drawn."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]).say(*begin))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        said, at = len(screen.file.log), step_key(screen)
        for some in batched(EVERYTHING, 12):
            for letter in some:
                app.post_message(events.Key(letter, letter))
                app.post_message(events.Key("enter", "\r"))
            await pilot.pause()  # each note is kept on disk, which takes a while for all of them
        assert (len(screen.file.log), step_key(screen)) == (said, at)
        assert all(letter in screen.drafts.find_note_ahead(screen.interview.turn) for letter in EVERYTHING)
