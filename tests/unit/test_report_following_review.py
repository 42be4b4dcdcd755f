"""What a transcript says of the year before, of the groups it brought together, and of how a rating moved."""

from datetime import UTC, date, datetime

from matbot.report.formats.markdown import to_markdown
from matbot.report.transcript import transcript
from matbot.review.account import Account, ElementAccount, LeftAccount, PriorityAccount, QuestionAccount
from matbot.review.events import (
    ElementRated,
    Event,
    HandsShown,
    PromiseEvidenced,
    PromiseReviewed,
    RationaleGiven,
    RealityChecked,
    ScopeChosen,
    StepSkipped,
)
from matbot.review.fold import review_of
from matbot.review.unrated import Unrated
from matbot.review.years import find_changes, kind_of_unrated
from tests.talk import Talk
from tests.unit.test_comparison import group, rubric_of
from tests.unit.test_report import section

RUBRIC = rubric_of("1A", "1B", "1C", "1D", "1E")
THEN = datetime(2025, 10, 14, 9, tzinfo=UTC)
NOW = datetime(2026, 10, 13, 9, tzinfo=UTC)


def earlier(*ratings: str, **more: object) -> Account:
    """What was said a year before."""
    elements = {
        code: ElementAccount(rating=rating or None, rationale=f"Then {code}")
        for code, rating in zip(RUBRIC.elements, ratings, strict=False)
    }
    account = Talk(RUBRIC, review="then2345").account
    return account.model_copy(update={"elements": elements, "said": THEN, **more})


def written(talk: Talk, *log: Event) -> str:
    """The Markdown of the transcript once this was said too."""
    review = review_of(RUBRIC, [*talk.log, *log])
    return to_markdown(transcript(RUBRIC, review, date(2026, 10, 14)))


def rated(**ratings: str) -> list[Event]:
    """These ratings of this year."""
    return [ElementRated(element=code[1:], rating=rating, at=NOW) for code, rating in ratings.items()]


def test_every_element_has_then_now_and_its_word_with_both_dates() -> None:
    """Moved either way, held, newly rated, not reviewed; a move to red lays no blame."""
    talk = Talk(RUBRIC, since=earlier("R", "G", "AR", "R"))
    text = section(written(talk, *rated(_1A="AG", _1B="AG", _1C="AR", _1E="G")), "Since October 2025")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line[:3] == "| 1"
    ]
    assert [row[1:] for row in rows[:5]] == [
        ["🟥 R", "🟨 AG", "moved from R to AG"],
        ["🟩 G", "🟨 AG", "moved from G to AG"],
        ["🟧 AR", "🟧 AR", "held at AR"],
        ["🟥 R", "⬜ ·", "not reviewed"],
        ["⬜ ·", "🟩 G", "newly rated"],
    ]
    assert "Then: 14 October 2025" in text
    assert "Now: 13 October 2026" in text
    assert "1 element moved towards the strong end, 1 moved towards the weak end, 1 held" in text
    assert "blames nobody" in text
    assert "The questions had the same words both times." in text


def test_every_reason_for_no_rating_this_time_is_counted() -> None:
    """Each of those that a review has for an element, whatever it is called."""
    talk = Talk(RUBRIC, since=earlier("R", "R", "R", "R"))
    log = [
        ScopeChosen(elements=("1A", "1B")),
        RationaleGiven(element="1A", rationale="Begun"),
        RationaleGiven(element="1C", rationale="Begun"),
        StepSkipped(skipped="opening:1B"),
    ]
    found = find_changes(RUBRIC, review_of(RUBRIC, [*talk.log, *log]))
    assert {change.kind for change in found if change.then} == {
        kind_of_unrated(reason) for reason in Unrated if reason is not Unrated.NOT_REVIEWED
    }
    assert (
        "1 element was not rated yet, 1 is marked Not this time, 1 was begun, but left out of this review "
        "and 1 was not in this review."
    ) in section(written(talk, *log), "Since October 2025")


def test_the_reasons_of_both_years_stand_side_by_side() -> None:
    """For what was rated both times; a reason that nobody gave is a gap in words."""
    talk = Talk(RUBRIC, since=earlier("R", "G"))
    given = RationaleGiven(element="1A", rationale="Better now", at=NOW)
    text = section(written(talk, *rated(_1A="AG", _1B="G"), given), "Why, then and now")
    assert any("Then 1A" in line and "Better now" in line for line in text.splitlines())
    assert any("Then 1B" in line and "No rationale given." in line for line in text.splitlines())


def test_where_the_words_changed_each_cell_says_so() -> None:
    """Reworded, new, or not in the earlier framework version, with what that means for a change."""
    then = earlier("R", "R", "R")
    words = {id_: "other" if id_ == "1A.i" else text for id_, text in then.words.items()}
    words = {id_: text for id_, text in words.items() if id_ != "1B.ii" and not id_.startswith("1D")}
    talk = Talk(RUBRIC, since=then.model_copy(update={"words": words}))
    text = section(written(talk, *rated(_1A="R", _1B="R", _1C="R", _1D="R")), "Since October 2025")
    for code, word in (("1A", "reworded"), ("1B", "new"), ("1C", "comparable"), ("1D", "not in the earlier")):
        assert word in next(line for line in text.splitlines() if line.startswith(f"| {code}"))
    assert "Part of a change may come from the questions." in text


def test_more_than_two_years_line_up_in_letters() -> None:
    """Two years are then and now; a third has a table of its own."""
    first = earlier("R", review="first234", said=datetime(2024, 10, 1, tzinfo=UTC))
    assert "Over the years" not in written(Talk(RUBRIC, since=first), *rated(_1A="G"))
    talk = Talk(RUBRIC, since=earlier("AR", earlier=first))
    text = section(written(talk, *rated(_1A="G")), "Over the years")
    line = next(line for line in text.splitlines() if line.startswith("| 1A"))
    assert [cell.strip() for cell in line.split("|")[2:-1]] == ["🟥 R", "🟧 AR", "🟩 G"]


def test_each_promise_is_met_partly_met_or_not_yet_with_what_shows_it() -> None:
    """One that nobody has looked back on yet says so."""
    names = ("p1", "p2")
    rows = tuple(PriorityAccount(priority=name, elements=("1A",), progress=f"Want {name}") for name in names)
    talk = Talk(RUBRIC, since=earlier("R", priorities=rows))
    log = [
        PromiseReviewed(priority="p1", met="partly met", at=NOW),
        PromiseEvidenced(priority="p1", shows="Half", at=NOW),
    ]
    text = section(written(talk, *log), "What you set out to do")
    first = next(line for line in text.splitlines() if "Want p1" in line)
    assert "partly met" in first
    assert "Half" in first
    assert "not looked back on yet" in next(line for line in text.splitlines() if "Want p2" in line)


def test_you_said_we_did_names_who_said_it_and_what_became_of_it() -> None:
    """In their words: a priority and what moved, why it was left, or that nothing was decided."""
    given = {"1A.i": QuestionAccount(leaning="red", note="Nobody asks us")}
    middle = earlier(group="Middle leaders", elements={"1A": ElementAccount(questions=given)})
    own = {"1D.i": QuestionAccount(leaning="nearer red", note="Too slow")}
    then = earlier("R", "", "AR", group="Everyone", groups=(middle,))
    then = then.model_copy(
        update={
            "elements": {**then.elements, "1D": ElementAccount(questions=own)},
            "priorities": (PriorityAccount(priority="p1", elements=("1A",), action="Ask twice a year"),),
            "not_now": (LeftAccount(element="1C", why="One thing at a time", look_again="May"),),
        }
    )
    log = [
        PromiseReviewed(priority="p1", met="met", at=NOW),
        PromiseEvidenced(priority="p1", shows="Two surveys", at=NOW),
    ]
    text = section(written(Talk(RUBRIC, since=then), *log, *rated(_1A="AG")), "You said, we did")
    assert section(text, "1A").strip().splitlines() == [
        "- **You said:** Middle leaders: Nobody asks us",
        "- **We did:** It became a priority. Ask twice a year",
        "- **How far it has come:** Met. Two surveys",
        "- **What moved:** Moved from R to AG (14 October 2025 to 13 October 2026).",
    ]
    assert "Deferred:** One thing at a time. Review date: May." in section(text, "1C")
    left = section(text, "Heard, and not taken up then")
    assert "no reason was written down" in left
    assert "Everyone: Too slow" in next(line for line in left.splitlines() if line.startswith("| 1D"))


def test_groups_that_were_brought_together_are_named_with_what_each_had_rated() -> None:
    """By label, review and date; beside each agreed rating stands what each had chosen apart."""
    groups = [group(RUBRIC, "Heads", "R", "G"), group(RUBRIC, "Board", "AG", "", "G")]
    text = written(Talk(RUBRIC, scope=["1A", "1B"], people=9, groups=groups), *rated(_1A="AR"))
    found = section(text, "Joint review")
    assert "heads234" in next(line for line in found.splitlines() if line.startswith("| A "))
    line = next(line for line in found.splitlines() if line.startswith("| 1A"))
    assert [cell.strip() for cell in line.split("|")[2:-1]] == ["🟥 R", "🟨 AG", "🟧 AR AR"]
    assert "Rated apart, and not part of this review: 1C Purpose 1C." in found
    assert "not agreed yet" in next(line for line in found.splitlines() if line.startswith("| 1B"))
    assert "- **Before, apart:** Heads: R; Board: AG" in section(text, "1A Purpose 1A: AR")


def test_how_a_rating_moved_is_one_line_where_it_moved() -> None:
    """Hands shown once, and then a rating, is not moving."""
    talk = Talk(RUBRIC, people=4)
    hands = [HandsShown(element="1A", votes=votes, at=NOW) for votes in ((2, 2, 0, 0), (0, 3, 1, 0))]
    assert "How it moved" not in written(talk, hands[0], *rated(_1A="R"))
    text = written(talk, *hands, *rated(_1A="AR"))
    assert "- **How it moved:** hands (R 2, AR 2), then hands (AR 3, AG 1), then rated AR" in text


def test_a_reality_check_stands_beside_the_rating() -> None:
    """With whom, when, what it did to the rating and what was said; the rating stays."""
    check = RealityChecked(
        element="1A", with_whom="Peers", when="May", outcome="differs", said="Weaker", at=NOW
    )
    text = section(written(Talk(RUBRIC), *rated(_1A="G"), check), "1A Purpose 1A: G (G)")
    assert "**Reality check:** Peers (May). They see it differently. The rating stands" in text
    assert "> Weaker" in text


def test_a_transcript_as_of_a_saved_version_says_so_on_its_first_page() -> None:
    """Whoever reads it knows that more was said later."""
    review = review_of(RUBRIC, [*Talk(RUBRIC).log, *rated(_1A="G")])
    text = to_markdown(transcript(RUBRIC, review, date(2026, 11, 22), "Before the board"))
    first = text.partition("\n## ")[0]
    assert "**This is how it stood** on 13 October 2026" in first
    assert "Before the board. What was said later is not in it." in first


def test_a_review_without_any_of_this_has_none_of_these_sections() -> None:
    """No year before, no groups, no moves: nothing is said of them."""
    text = written(Talk(RUBRIC), *rated(_1A="G"))
    for words in ("## Since", "What you set out", "You said, we did", "Joint review", "Before, apart"):
        assert words not in text
