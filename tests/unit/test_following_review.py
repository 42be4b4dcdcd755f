"""A year on: each word of change, several years in line, and you said, we did."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from matbot.interview import Unclear
from matbot.review.account import Account, ElementAccount, LeftAccount, PriorityAccount, QuestionAccount
from matbot.review.events import (
    AccountAdded,
    ElementRated,
    PromiseEvidenced,
    PromiseReviewed,
    RealityChecked,
    ReviewDateSet,
    VersionSaved,
)
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.review.wording import wording_of
from matbot.review.years import find_changes, find_successive_reviews, you_said_we_did
from matbot.rubric import Rubric
from tests.talk import Talk
from tests.unit.test_comparison import rubric_of

RUBRIC = rubric_of("1A", "1B", "1C", "1D", "1E")


def earlier(ratings: Mapping[str, str], **more: object) -> Account:
    """What was said a year before."""
    elements = {code: ElementAccount(rating=one, rationale=f"Then {code}") for code, one in ratings.items()}
    return Talk(RUBRIC, review="then2345").account.model_copy(update={"elements": elements, **more})


def now(since: Account, ratings: Mapping[str, str], rubric: Rubric = RUBRIC) -> Review:
    """The review of this year that follows it."""
    talk = Talk(rubric, since=since)
    talk.log += [ElementRated(element=code, rating=rating) for code, rating in ratings.items()]
    return review_of(rubric, talk.log)


def test_each_element_has_its_word_of_change() -> None:
    """Moved either way, held, newly rated, not in this review, or neither time."""
    review = now(earlier({"1A": "R", "1B": "G", "1C": "AR"}), {"1A": "AG", "1B": "AG", "1D": "R"})
    assert [(change.code, change.kind, change.steps) for change in find_changes(RUBRIC, review)] == [
        ("1A", "moved", 2),
        ("1B", "moved", -1),
        ("1C", "not reviewed", 0),
        ("1D", "newly rated", 0),
        ("1E", "not rated either time", 0),
    ]
    part = review_of(RUBRIC, Talk(RUBRIC, scope=["1A"], since=earlier({"1C": "AR"})).log)
    assert find_changes(RUBRIC, part)[2].kind == "not in this review"
    left_out = review_of(RUBRIC, Talk(RUBRIC, scope=["1C"], since=earlier({"1C": "AR"})).say("n").log)
    assert find_changes(RUBRIC, left_out)[2].kind == "not this time"
    held = now(earlier({"1A": "R"}), {"1A": "R"})
    assert (find_changes(RUBRIC, held)[0].kind, find_changes(RUBRIC, held)[0].why_then) == ("held", "Then 1A")


def test_a_review_that_follows_none_has_no_changes() -> None:
    """A first review says nothing of change."""
    review = review_of(RUBRIC, Talk(RUBRIC).log)
    assert (find_changes(RUBRIC, review), you_said_we_did(RUBRIC, review)) == ((), ())


def test_each_cell_says_whether_the_words_were_the_same() -> None:
    """Comparable, reworded, new questions, not in the earlier framework version, or on another scale."""
    then = earlier({"1A": "R"})
    questions = RUBRIC.elements["1A"].questions
    assert wording_of(RUBRIC, then, "1A") == "comparable"
    fewer = {id_: words for id_, words in then.words.items() if id_ != "1A.ii"}
    assert wording_of(RUBRIC, then.model_copy(update={"words": fewer}), "1A") == "new"
    other = {**then.words, questions[0].id: "000000000000"}
    assert wording_of(RUBRIC, then.model_copy(update={"words": other}), "1A") == "reworded"
    none = {id_: words for id_, words in then.words.items() if not id_.startswith("1A")}
    assert wording_of(RUBRIC, then.model_copy(update={"words": none}), "1A") == "not in the earlier edition"
    elsewhere = then.model_copy(update={"scale": ("L", "H")})
    assert wording_of(RUBRIC, elsewhere, "1A") == "on another scale"
    assert find_changes(RUBRIC, now(elsewhere, {"1A": "R"}))[0].kind == "newly rated"
    assert find_changes(RUBRIC, now(elsewhere, {}))[0].kind == "not reviewed"


def test_several_years_line_up_from_the_earliest_to_this_one() -> None:
    """A review keeps what the review before it kept of the one before that."""
    first = earlier({"1A": "R"}, review="first234")
    second = earlier({"1A": "AR"}, review="second23", earlier=first)
    lined_up = find_successive_reviews(RUBRIC, now(second, {"1A": "G"}))
    assert [(year.review, year.ratings["1A"]) for year in lined_up] == [
        ("first234", "R"),
        ("second23", "AR"),
        ("k7m2", "G"),
    ]


def test_you_said_we_did_names_who_raised_it_what_it_became_and_how_far_it_came() -> None:
    """A middle leader finds the words of a year ago, the priority made of them, and what moved."""
    given = {
        "1A.i": QuestionAccount(leaning="red", note="Nobody asks us"),
        "1A.ii": QuestionAccount(leaning="green", note="Fine"),
    }
    middle = earlier({}, group="Middle leaders", elements={"1A": ElementAccount(questions=given)})
    then = earlier(
        {"1A": "R", "1C": "AR"},
        groups=(middle,),
        priorities=(PriorityAccount(priority="p1", elements=("1A",), progress="Ask twice a year"),),
        not_now=(LeftAccount(element="1C", why="One thing at a time"),),
    )
    talk = Talk(RUBRIC, since=then)
    talk.log += [
        PromiseReviewed(priority="p1", met="met"),
        PromiseEvidenced(priority="p1", shows="Two surveys"),
    ]
    talk.log += [ElementRated(element="1A", rating="AG")]
    first, left = you_said_we_did(RUBRIC, review_of(RUBRIC, talk.log))
    assert first.said == (("Middle leaders", "Nobody asks us"),)
    assert [row.progress for row in first.became] == ["Ask twice a year"]
    assert [(back.met, back.shows) for back in first.promise_progress] == [("met", "Two surveys")]
    assert first.change
    assert first.change.kind == "moved"
    assert (left.code, left.left and left.left.why) == ("1C", "One thing at a time")


def test_last_year_s_priorities_are_asked_about_first_then_the_elements() -> None:
    """Each is met, partly met or not yet, with what shows it; back and skip work as anywhere."""
    rows = tuple(PriorityAccount(priority=name, elements=("1A",), progress=name) for name in ("p1", "p2"))
    talk = Talk(RUBRIC, since=earlier({"1A": "R"}, priorities=rows))
    assert talk.at == "met:last.p1"
    assert "Progress wanted: p1" in talk.interview.turn.says
    talk.say("2", "Half of it").skip()
    assert talk.at == "opening:1A"
    talk.back()
    assert talk.at == "met:last.p2"
    talk.say("met", "All of it")
    assert talk.at == "opening:1A"
    found = talk.interview.review.promise_progress
    assert [(name, one.met, one.shows) for name, one in found.items()] == [
        ("p1", "partly met", "Half of it"),
        ("p2", "met", "All of it"),
    ]
    talk.to("1B").to("last")
    assert talk.at == "met:last.p1"
    with pytest.raises(Unclear, match="cannot be parked"):
        talk.park()


def test_last_time_stays_folded_beside_the_turn_and_is_all_there() -> None:
    """At the opening, the choice and the rating of an element; nothing of it is an answer of this year."""
    given = {"1A.i": QuestionAccount(leaning="nearer red", note="Too few")}
    then = earlier({}, elements={"1A": ElementAccount(rating="AR", rationale="Why", questions=given)})
    talk = Talk(RUBRIC, since=then)
    opening = talk.interview.turn.beside
    assert opening
    assert [(voice.standing, voice.words) for voice in opening.voices] == [("AR", ("Why", "i: Too few"))]
    talk.say("")
    choice = talk.interview.turn.beside
    assert choice
    assert [(voice.standing, voice.words) for voice in choice.voices] == [("nearer red", ("Too few",))]
    assert talk.interview.turn.present == ""
    assert talk.interview.review.rated == []


def test_what_was_brought_in_cannot_be_taken_back_by_undo() -> None:
    """Undo takes back what somebody said, never the year before."""
    talk = Talk(RUBRIC, since=earlier({"1A": "R"}))
    with pytest.raises(Unclear, match="nothing to undo"):
        talk.undo()
    assert any(isinstance(event, AccountAdded) for event in talk.log)


def test_what_is_planned_or_tested_later_does_not_date_a_review_anew() -> None:
    """A reality check, a priority and a name in spring leave last autumn's review last autumn's."""
    talk, spring = Talk(RUBRIC), datetime(2027, 3, 1, tzinfo=UTC)
    talk.log.append(ElementRated(element="1A", rating="R", at=datetime(2026, 10, 1, tzinfo=UTC)))
    talk.log += [
        RealityChecked(element="1A", with_whom="Parents", outcome="differs", at=spring),
        ReviewDateSet(when="October", at=spring),
        VersionSaved(name="Spring", at=spring),
    ]
    assert talk.account.said == datetime(2026, 10, 1, tzinfo=UTC)
