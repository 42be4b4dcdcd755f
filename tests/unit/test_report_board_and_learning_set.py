"""What others are told of a review: what waits to be confirmed, who differs, and what became of last year."""

from datetime import UTC, date, datetime

from matbot.report.blocks import HeadingBlock, Moves, Picture
from matbot.report.board import board
from matbot.report.formats.markdown import to_markdown
from matbot.review import events
from matbot.review.account import ElementAccount, PriorityAccount
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.rubric import Rubric
from matbot.services.export import BOARD, LEARNING_SET, TranscriptOptions, transcript_of
from tests.talk import Talk
from tests.unit.test_report import section

WRITTEN = date(2026, 11, 22)
WAITS = "from the pack, not confirmed yet"


def transcript_text(rubric: Rubric, kind: str, *log: Event) -> str:
    """What a framework version says, in Markdown."""
    return transcript_of(rubric, [*Talk(rubric, people=4).log, *log], WRITTEN, TranscriptOptions(kind)).text


def test_ratings_that_are_not_confirmed_say_so_wherever_they_stand(rubric: Rubric) -> None:
    """In the count, on the map, among the strengths, with the evidence, and in what is offered."""
    log = (
        events.ElementRated(element="1A", rating="G", drafted=True),
        events.ElementRated(element="1B", rating="G"),
    )
    text = transcript_text(rubric, BOARD, *log)
    assert f"2 of the 14 elements of this review have a rating; 1 of them {WAITS}." in text
    assert [line.count(WAITS) for line in text.splitlines() if "1A Clarity of purpose" in line][:2] == [1, 1]
    assert not [line for line in text.splitlines() if "1B Understanding" in line and WAITS in line]
    assert f"- **Draft:** {WAITS}" in section(text, "1A Clarity of purpose: Green (G)")
    assert f"### 1A Clarity of purpose: Green (G), {WAITS}" in transcript_text(rubric, LEARNING_SET, *log)


def test_many_that_are_not_confirmed_are_told_in_fewer_words(rubric: Rubric) -> None:
    """The first page has to hold them all."""
    log = [events.ElementRated(element=code, rating="G", drafted=True) for code in rubric.elements]
    first = transcript_text(rubric, BOARD, *log).partition("## The evidence")[0]
    assert first.count(WAITS) == 1
    assert first.count("not confirmed yet") == 1 + 2 * len(rubric.elements)


def test_progress_that_matbot_drafted_is_a_draft_for_a_learning_set_too(rubric: Rubric) -> None:
    """Until somebody has put it in their own words."""
    rated = events.ElementRated(element="1A", rating="R")
    row = events.PriorityWritten(priority="p", elements=("1A",), progress="All know", drafted=("progress",))
    assert "> (draft) All know" in transcript_text(rubric, LEARNING_SET, rated, row)
    own = row.model_copy(update={"drafted": ()})
    assert "> All know" in transcript_text(rubric, LEARNING_SET, rated, own)


def test_a_reality_check_says_its_outcome_and_what_was_said(rubric: Rubric) -> None:
    """With whom is the group's own to tell."""
    check = events.RealityChecked(
        element="1A", with_whom="Mrs Patel", outcome="differs", said="Weaker, in places"
    )
    text = transcript_text(rubric, BOARD, events.ElementRated(element="1A", rating="G"), check)
    assert "**Tested with others:** they see it differently.\n\n> Weaker, in places" in text
    assert "Patel" not in text


def test_the_board_is_told_that_people_differ_and_not_who(rubric: Rubric) -> None:
    """Where, and where to read it."""
    log = [events.ElementRated(element=code, rating="G") for code in ("1A", "1B", "1C")]
    differ = [events.DissentNoted(element=code, differs="The chair says no") for code in ("1A", "1C")]
    text = transcript_text(rubric, BOARD, *log, *differ)
    assert "**Not everybody agrees.** In 1A and 1C, some see the rating differently" in text
    assert "chair says" not in text
    assert "Not everybody agrees" not in transcript_text(rubric, BOARD, *log)


def test_where_nothing_is_rated_nobody_is_said_to_have_chosen(rubric: Rubric) -> None:
    """Neither where nobody began, nor where they began and did not come to a rating."""
    text = transcript_text(rubric, BOARD)
    assert "No element has been looked at yet, and no colour has been chosen." in text
    begun = transcript_text(rubric, BOARD, events.QuestionAnswered(question="1A.i", leaning="red"))
    assert "This review has begun, and no colour has been chosen." in begun
    assert "chose its" not in text + begun


def test_a_year_on_the_board_reads_what_moved_and_what_became_of_the_priorities(rubric: Rubric) -> None:
    """The picture with its table, what held and what is new too, and each priority with what shows it."""
    then = Talk(rubric, review="then2345").account.model_copy(
        update={
            "said": datetime(2025, 10, 14, 9, tzinfo=UTC),
            "elements": {code: ElementAccount(rating="R") for code in ("1A", "1B")},
            "priorities": (PriorityAccount(priority="p1", elements=("1A",), progress="All know"),),
        }
    )
    ratings = zip(("1A", "1B", "1C"), ("AG", "R", "G"), strict=True)
    log = [
        *Talk(rubric, since=then).log,
        *(events.ElementRated(element=code, rating=rating) for code, rating in ratings),
        events.PromiseReviewed(priority="p1", met="partly met"),
        events.PromiseEvidenced(priority="p1", shows="Two surveys"),
    ]
    report = board(rubric, review_of(rubric, log), WRITTEN)
    text = section(to_markdown(report), "What has moved")
    assert "1 element moved towards the green end, 1 held and 1 was newly rated." in text
    assert any(isinstance(one, Picture) and isinstance(one.shows, Moves) for one in report.blocks)
    became = section(to_markdown(report), "What became of our priorities")
    assert all(words in became for words in ("Progress we wanted", "All know", "partly met", "Two surveys"))
    alone = board(rubric, review_of(rubric, Talk(rubric).log), WRITTEN)
    assert "What became of our priorities" not in [
        one.text for one in alone.blocks if isinstance(one, HeadingBlock)
    ]


def test_short_words_leave_room_for_the_longer_on_the_first_page(rubric: Rubric) -> None:
    """A sentence is cut only where the page is full."""
    long = "We looked at it in every school and heard something else. " * 5
    log = [events.ElementRated(element="1A", rating="G"), events.EvidenceNamed(element="1A", evidence=long)]
    rows = [
        events.PriorityWritten(priority=code, elements=(code,), action="Visits")
        for code in ("1B", "1C", "2A")
    ]
    first = transcript_text(rubric, BOARD, *log, *rows).partition("## Our priorities in full")[0]
    assert long.strip() in first
