"""Groups brought together: what each said stays hidden, the agreed rating stands beside it."""

import pytest

from matbot.interview import Unclear
from matbot.review.events import HandsShown
from matbot.review.learning_set import learning_set, without_people
from matbot.review.names import A_NAME
from matbot.rubric import Rubric
from tests.talk import Talk
from tests.unit.test_comparison import group, rubric_of


def test_what_the_groups_said_is_folded_beside_the_questions_and_the_ratings(small_rubric: Rubric) -> None:
    """After the contrast and before the rating; nothing of it is an answer of the group together."""
    heads = Talk(small_rubric, scope=["1A"], group="Heads", review="heads234")
    heads.say("", "1", "Weak here", "4", "", "1", "Too weak", "Minutes")
    board = Talk(small_rubric, scope=["1A"], group="Board", review="board234").say(
        "", "4", "Good", "4", "", "4"
    )
    talk = Talk(small_rubric, people=5, groups=[heads.account, board.account])
    assert talk.interview.turn.beside is None
    talk.say("")
    beside = talk.interview.turn.beside
    assert beside
    assert [(voice.who, voice.standing, voice.words) for voice in beside.voices] == [
        ("Heads", "red", ("Weak here",)),
        ("Board", "green", ("Good",)),
    ]
    talk.say("2", "", "3", "")
    assert talk.at == "hands:1A"
    assert talk.interview.turn.beside
    talk.say("1 2 2 0", "2", "Agreed", "Minutes", "One head sees Red")
    record = talk.interview.review.elements["1A"]
    assert (record.rating, record.differs) == ("AR", "One head sees Red")
    assert [one.group for one in talk.interview.review.groups] == ["Heads", "Board"]


def test_hands_can_be_shown_again_and_both_shows_stay(small_rubric: Rubric) -> None:
    """Hands and the agreed rating are different events, and the history shows how it moved."""
    talk = Talk(small_rubric, scope=["1A"], people=4).say("g", "2 2 0 0", "h", "0 3 1 0", "2")
    record = talk.interview.review.elements["1A"]
    assert [move.votes if isinstance(move, HandsShown) else move.rating for move in record.moves] == [
        (2, 2, 0, 0),
        (0, 3, 1, 0),
        "AR",
    ]
    assert record.votes == (0, 3, 1, 0)


@pytest.mark.parametrize("typed", ["1 2", "5 0 0 0", "one two", "1 1 1 -1", "9999 0 0 0", "1 1 1 1 1"])
def test_hands_that_do_not_add_up_are_told_in_words(small_rubric: Rubric, typed: str) -> None:
    """More hands than people, too few numbers, no numbers: said, and nothing is lost."""
    talk = Talk(small_rubric, scope=["1A"], people=4).say("g")
    with pytest.raises(Unclear):
        talk.say(typed)
    assert talk.at == "hands:1A"


def test_a_reality_check_stands_beside_the_rating_and_never_overwrites_it(small_rubric: Rubric) -> None:
    """It says with whom, when and what it did; an element without a rating has none to check."""
    talk = Talk(small_rubric, scope=["1A"]).say("g", "2", "Why", "Minutes")
    talk.log.append(talk.interview.check_rating("1a", "A focus group", "May", "differs", "Weaker than that"))
    record = talk.interview.review.elements["1A"]
    assert (record.rating, [check.outcome for check in record.checks]) == ("AR", ["differs"])
    for wrong in (
        ("1B", "Them", "", "agrees", ""),
        ("1A", " ", "", "agrees", ""),
        ("1A", "Them", "", "no", ""),
    ):
        with pytest.raises(Unclear):
            talk.interview.check_rating(*wrong)
    talk.undo()
    assert talk.interview.review.elements["1A"].checks == ()


def test_a_saved_version_has_one_name_and_a_name_one_version(small_rubric: Rubric) -> None:
    """An empty or a taken name is told in words."""
    talk = Talk(small_rubric)
    talk.log.append(talk.interview.save_version("Before the board"))
    for name in ("", "before THE board"):
        with pytest.raises(Unclear):
            talk.interview.save_version(name)


def test_a_learning_set_finds_what_is_shared_and_who_can_offer_what() -> None:
    """Strong in both, weak in both, and strong where the other is weak."""
    rubric = rubric_of("1A", "1B", "1C", "1D")
    ours = group(rubric, "Ours", "G", "R", "AG", "G")
    theirs = group(rubric, "Theirs", "AG", "AR", "R", "")
    found = learning_set(rubric, [ours, theirs], ["1A", "1B", "1C", "1D"])
    assert [one.code for one in found.strengths] == ["1A"]
    assert [one.code for one in found.challenges] == ["1B"]
    assert [(giver.key, taker.key, one.code) for giver, taker, one in found.offers] == [
        ("ours234", "theirs234", "1C")
    ]
    assert [one.code for one in learning_set(rubric, [ours, theirs], ["1B"]).comparison.elements] == ["1B"]


def test_names_of_people_are_in_no_learning_set() -> None:
    """Who leads and who differed are left out, and the names that people give wherever they stand."""
    rubric = rubric_of("1A")
    account = group(rubric, "Heads of Larkhill", "G", evidence=("Sián Jones’s log; jones; Jonesy",))
    given = account.elements["1A"].model_copy(update={"differs": "Ms Patel"})
    account = account.model_copy(update={"elements": {"1A": given}})
    written = without_people(account, ["Jones", "Sián Jones", " "])
    text = written.model_dump_json()
    assert written.elements["1A"].evidence == f"{A_NAME}’s log; {A_NAME}; Jonesy"
    assert "Patel" not in text
    assert written.label == "Northfields"


def test_no_review_s_id_stands_on_a_page_that_is_sent_out() -> None:
    """Two reviews of one trust are told apart by their letters."""
    rubric = rubric_of("1A")
    found = learning_set(rubric, [group(rubric, "Ours", "G"), group(rubric, "Theirs", "R")], ["1A"])
    assert [side.label for side in found.comparison.sides] == ["Northfields, A", "Northfields, B"]
