"""Reports of a framework with five ratings, for a browser to look at: five colours, long names, packs."""

from matbot.report.blocks import Report
from matbot.report.board import board
from matbot.report.comparison import comparison_report
from matbot.report.fill_in import FillIn
from matbot.report.pack import pack
from matbot.report.transcript import transcript
from matbot.review import events
from matbot.review.comparison import build_comparison
from matbot.review.fold import review_of
from matbot.rubric import Rubric
from tests.browser.reports import WRITTEN
from tests.frameworks import FIVE_LEVELS, five_ratings, twelve
from tests.talk import Talk


def reports_with_five() -> dict[str, Report]:
    """Each report that has colours in it, by a name for it."""
    rubric = Rubric(**{**dict(twelve()), "scale": FIVE_LEVELS})
    boats = five_ratings()
    first, second = _talk(rubric, "a2b3", 0), _talk(rubric, "c4d5", 2)
    second.log += [
        events.AccountAdded(role="earlier", account=first.account),
        events.PriorityWritten(priority="p", elements=("A1",), issues="(1) Too late", drafted=("issues",)),
    ]
    review = review_of(rubric, second.log)
    return {
        "five ratings: transcript": transcript(rubric, review, WRITTEN),
        "five ratings: board": board(rubric, review, WRITTEN),
        "five ratings: comparison": comparison_report(
            build_comparison(rubric, [first.account, second.account]), WRITTEN
        ),
        "five ratings: pack": pack(boats, list(boats.elements), kind=FillIn.PAPER),
    }


def _talk(rubric: Rubric, review: str, shift: int) -> Talk:
    """A review that has every rating there is."""
    talk = Talk(rubric, review=review, people=3)
    for place, code in enumerate(rubric.elements):
        talk.log += [
            events.QuestionAnswered(question=f"{code}.1", leaning="nearer red"),
            events.ElementRated(element=code, rating=rubric.scale[(place + shift) % 5].letters),
            events.RationaleGiven(element=code, rationale="We went and looked."),
        ]
    return talk
