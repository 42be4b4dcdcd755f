"""What `matbot show` says, to programs and to people."""

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.cli.review_words import format_review
from matbot.interview import Interview
from matbot.report.columns import fit, width, wrap
from matbot.report.shapes import review_shape
from matbot.review.account import PriorityAccount
from matbot.review.account_building import account_of
from matbot.review.events import (
    AccountAdded,
    ElementDeferred,
    ElementRated,
    Event,
    HandsShown,
    PlaceParked,
    PriorityWritten,
    PromiseEvidenced,
    PromiseReviewed,
    QuestionAnswered,
    RationaleGiven,
    RealityChecked,
    ReasonGiven,
    ReviewOpened,
    ScopeChosen,
    VersionSaved,
)
from matbot.review.fold import review_of
from matbot.rubric import Rubric
from matbot.text import shown
from tests.strategies import hostile, logs

AT = datetime(2026, 11, 14, 9, tzinfo=UTC)
OPENED = ReviewOpened(review="k7m2", trust="Northfields", group="Heads", people=3, rubric="r", at=AT)


def test_the_object_is_the_one_the_design_names(rubric: Rubric) -> None:
    """Programs find every key: null for no rating, leaning, votes or since; empty strings for words."""
    shape = review_shape(rubric, review_of(rubric, [OPENED, ScopeChosen(elements=("2B", "1A"))]))
    elements = shape.pop("elements")
    assert shape == {
        "id": "k7m2", "trust": "Northfields", "group": "Heads", "people": 3, "rubric": "r", "since": None,
        "together": [], "scope": ["1A", "2B"], "priorities": [], "not_now": [], "looked_back": {},
        "next_review": "", "snapshots": [],
    }  # fmt: skip
    assert list(elements) == ["1A", "2B"]
    questions = elements["1A"].pop("questions")
    assert elements["1A"] == {
        "name": "Clarity of purpose", "rating": None, "rationale": "", "evidence": "", "votes": None,
        "differs": "", "checks": [], "moves": [], "parked": False,
    }  # fmt: skip
    assert list(questions) == ["i", "ii", "iii", "iv", "v", "vi"]
    assert questions["i"] == {"leaning": None, "note": "", "private": False, "parked": False, "reason": ""}


def test_the_object_holds_what_was_said(rubric: Rubric) -> None:
    """Ratings are letters, answers words; drafts say so; a saved version has its time."""
    log: list[Event] = [
        OPENED,
        ScopeChosen(elements=("1A",)),
        QuestionAnswered(question="1A.ii", leaning="does not apply"),
        ReasonGiven(question="1A.ii", reason="Too young."),
        HandsShown(element="1A", votes=(0, 1, 2, 0)),
        ElementRated(element="1A", rating="AG"),
        RationaleGiven(element="4A", rationale="Outside."),
        PriorityWritten(priority="p", elements=("1A",), issues="x", drafted=("issues",)),
        ElementDeferred(element="2B", why="Funds."),
        VersionSaved(name="Autumn", at=AT),
    ]
    shape = review_shape(rubric, review_of(rubric, log))
    assert list(shape["elements"]) == ["1A", "4A"]
    assert shape["elements"]["1A"]["votes"] == [0, 1, 2, 0]
    assert shape["elements"]["1A"]["questions"]["ii"]["reason"] == "Too young."
    assert shape["priorities"][0]["draft"] is True
    assert shape["not_now"] == [{"element": "2B", "why": "Funds.", "mitigation": "", "look_again": ""}]
    assert shape["snapshots"] == [{"name": "Autumn", "at": "2026-11-14T09:00:00Z"}]


def test_a_review_in_words_says_where_it_stands_and_how_to_go_on(rubric: Rubric) -> None:
    """In letters and words, what is parked and what is open."""
    log = [
        OPENED,
        ScopeChosen(elements=("1A", "2B")),
        ElementRated(element="1A", rating="AG"),
        PlaceParked(place="2B"),
    ]
    text = format_review(Interview(rubric, log))
    assert "  1A  AG  Amber Green   Clarity of purpose\n" in text
    assert "  2B  ·   Not reviewed  Recruiting, developing and retaining talent (parked)\n" in text
    assert "Still to rate: 2B (not reviewed).\n" in text


def test_the_object_says_whose_words_were_brought_and_what_became_of_promises(rubric: Rubric) -> None:
    """Groups by id and last event, promises by what names them, hands and ratings as they came."""
    board = account_of(rubric, [OPENED.model_copy(update={"review": "b2c3", "group": ""})])
    rows = (PriorityAccount(priority="p", elements=("1A",)), PriorityAccount(priority="q"))
    log: list[Event] = [
        OPENED,
        AccountAdded(role="group", account=board),
        AccountAdded(role="earlier", account=board.model_copy(update={"priorities": rows})),
        PromiseReviewed(priority="p", met="partly met"),
        PromiseEvidenced(priority="p", shows="A survey"),
        HandsShown(element="1A", votes=(3, 0, 0, 0), at=AT),
        ElementRated(element="1A", rating="R", at=AT),
        RealityChecked(element="1A", with_whom="Pupils", outcome="sharpens"),
    ]
    review = review_of(rubric, log)
    shape = review_shape(rubric, review)
    assert shape["together"] == [{"id": "b2c3", "label": "Northfields", "moment": None, "upto": OPENED.id}]
    assert shape["looked_back"] == {"p": {"met": "partly met", "shows": "A survey"}}
    at = "2026-11-14T09:00:00Z"
    assert shape["elements"]["1A"]["moves"] == [{"at": at, "votes": [3, 0, 0, 0]}, {"at": at, "rating": "R"}]
    assert [check["outcome"] for check in shape["elements"]["1A"]["checks"]] == ["sharpens"]
    text = format_review(Interview(rubric, log))
    assert "Joint review of Northfields.\nFollows the review b2c3 of November 2026.\n" in text
    assert "What you set out to do then: 1 partly met, 1 not looked back on yet.\n" in text
    assert "Reality checks: 1A (they sharpen it).\n" in text


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_review_fits_a_terminal_and_does_nothing_there(rubric: Rubric, data: st.DataObject) -> None:
    """Whatever people typed, no line is wider than 80 columns and no control character gets through."""
    log = data.draw(logs(rubric))
    label = data.draw(hostile)
    group = account_of(rubric, [OPENED]).model_copy(update={"group": label * 20})
    log += [AccountAdded(role="group", account=group), AccountAdded(role="earlier", account=group)]
    log += [RealityChecked(element="1A", with_whom=label, outcome="agrees")]
    review = review_of(rubric, log)
    text = format_review(Interview(rubric, log))
    assert max(map(width, text.split("\n"))) <= 80
    assert shown(text) == text
    assert json.loads(json.dumps(review_shape(rubric, review)))["id"] == "k7m2"


@given(text=hostile, columns=st.integers(8, 40))
def test_text_is_made_to_fit(text: str, columns: int) -> None:
    """A line is cut, and a text is broken, at the width that there is, wide letters counted twice."""
    assert width(fit(text, columns)) <= columns
    assert all(width(line) <= columns for line in wrap(text, indent=2, columns=columns))
