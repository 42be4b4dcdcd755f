"""Reports for a browser to look at: groups apart, together and a year on, something of everything in them."""

from datetime import UTC, date, datetime

from matbot.report.blocks import Report
from matbot.report.board import board
from matbot.report.comparison import comparison_report
from matbot.report.learning_set import learning_set_report
from matbot.report.offer import build_offer
from matbot.report.transcript import transcript
from matbot.review import events
from matbot.review.account import Account
from matbot.review.comparison import build_comparison
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.learning_set import learning_set
from matbot.rubric import Rubric
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)

_LONG = "We looked at it in every school, and in every school we were told something else. " * 6
_WORDLESS = "x" * 300


def reports(rubric: Rubric) -> dict[str, Report]:
    """Each report that people are given, by a name for it."""
    heads = _group(rubric, "Headteachers", "R", "AR", "AG", "G")
    board_members = _group(rubric, "The board and its committees", "G", "AR", "R", "")
    many = [_group(rubric, f"School {number}", "RG"[number % 2], "AG", "") for number in range(12)]
    log = _together(rubric, heads, board_members)
    review = review_of(rubric, log)
    account = heads.model_copy(update={"trust": "Harrowmere"})
    return {
        "transcript": transcript(rubric, review, WRITTEN),
        "board": board(rubric, review, WRITTEN),
        "offer": build_offer(rubric.part(["1A", "1B", "1C"]), heads, WRITTEN),
        "comparison": comparison_report(build_comparison(rubric, [heads, board_members]), WRITTEN),
        "comparison of twelve": comparison_report(build_comparison(rubric, many), WRITTEN),
        "learning set": learning_set_report(
            learning_set(rubric, [account, board_members], ["1A", "1B", "1C"]), WRITTEN
        ),
    }


def _group(rubric: Rubric, name: str, *ratings: str) -> Account:
    """What a group said apart, in its own words."""
    talk = Talk(rubric, group=name, people=5, review=f"{name.lower().replace(' ', '')[:9]}234")
    for code, rating in zip(rubric.elements, ratings, strict=False):
        talk.log += _element(code, rating, name)
    talk.log.append(
        events.PriorityWritten(priority="p1", elements=("1B",), issues="(i) Too few", progress=_LONG)
    )
    return talk.account


def _element(code: str, rating: str, who: str) -> list[Event]:
    found: list[Event] = [
        events.ElementBegun(element=code),
        events.QuestionAnswered(question=f"{code}.i", leaning="red" if rating == "R" else "nearer green"),
        events.NoteWritten(question=f"{code}.i", note=f"{who}: {_LONG}"),
        events.QuestionAnswered(question=f"{code}.ii", leaning="does not apply"),
        events.ReasonGiven(question=f"{code}.ii", reason="No school of ours has one."),
        events.NoteWritten(question=f"{code}.iii", note=_WORDLESS, private=True),
        events.PlaceParked(place=f"{code}.iii"),
        events.HandsShown(element=code, votes=(1, 2, 0, 2)),
    ]
    if rating:
        found += [
            events.ElementRated(element=code, rating=rating),
            events.RationaleGiven(element=code, rationale=_LONG),
        ]
    return [
        *found,
        events.DissentNoted(element=code, differs="The chair"),
        events.EvidenceNamed(element=code, evidence=who),
    ]


def _together(rubric: Rubric, *groups: Account) -> list[Event]:
    """The review that brought the groups together, a year after that of the first of them."""
    earlier = groups[0].model_copy(update={"said": datetime(2025, 11, 4, tzinfo=UTC)})
    talk = Talk(rubric, list(rubric.elements)[:8], 11, "Everyone", since=earlier, groups=groups)
    for code, rating in zip(rubric.elements, ("AG", "AR", "R", "", "G"), strict=False):
        talk.log += _element(code, rating, "Everyone")
    row = {"issues": _LONG, "action": "Meet weekly", "progress": _LONG, "lead": "Chief executive"}
    return [
        *talk.log,
        events.RealityChecked(element="1A", with_whom="Peers", when="May", outcome="differs", said=_LONG),
        events.PromiseReviewed(priority="p1", met="partly met"),
        events.PromiseEvidenced(priority="p1", shows="The timetables"),
        events.PriorityWritten(priority="p2", elements=("1C", "1B"), drafted=("issues",), **row),
        events.ElementDeferred(
            element="1B", why="One thing at a time", mitigation="Visits", look_again="May"
        ),
        events.VersionSaved(name="Before the board"),
    ]
