"""What a transcript says, and what it must never say."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from matbot.interview import Interview
from matbot.report.blocks import Report
from matbot.report.formats.markdown import to_markdown
from matbot.report.transcript import transcript
from matbot.review.events import (
    ElementBegun,
    ElementDeferred,
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    PlaceParked,
    PriorityWritten,
    QuestionAnswered,
    RationaleGiven,
    ReasonGiven,
    ReviewOpened,
    ScopeChosen,
)
from matbot.review.fold import review_of
from matbot.review.priorities import draft_priority, edit_priority
from matbot.rubric import Rubric
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)
AT = datetime(2026, 11, 14, 9, tzinfo=UTC)


def opened(people: int = 1, trust: str = "Northfields Trust", group: str = "Headteachers") -> ReviewOpened:
    """The first event of a review."""
    return ReviewOpened(review="k7m2", trust=trust, group=group, people=people, rubric="r", at=AT)


def report_of(rubric: Rubric, log: Sequence[Event]) -> Report:
    """The transcript of a log."""
    return transcript(rubric, review_of(rubric, log), WRITTEN)


def written(rubric: Rubric, *log: Event, people: int = 1) -> str:
    """The Markdown of the transcript of what was said after the opening."""
    return to_markdown(report_of(rubric, [opened(people), *log]))


def section(text: str, name: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = next(line for line in text.splitlines() if line.lstrip("# ").startswith(name) and line[0] == "#")
    rest = text.partition(level + "\n")[2]
    marks = [f"\n{'#' * n} " for n in range(1, level.count("#") + 1)]
    return rest[: min((rest.find(mark) for mark in marks if mark in rest), default=len(rest))]


# ---- the first page ----


def test_the_first_page_says_who_when_and_which_framework(rubric: Rubric) -> None:
    """A board sees whose review it is, who took part, when, and with which framework version."""
    text = written(rubric, ScopeChosen(elements=("1A", "2B"), at=AT), people=6).partition("\n## ")[0]
    assert text.startswith("# Northfields Trust: transcript of your review\n")
    assert "- **Who took part:** Headteachers (6 people)" in text
    assert "- **Begun:** 14 November 2026" in text
    assert "Produced on:** 22 November 2026" in text
    assert rubric.edition in text
    assert rubric.source[1:] in text
    assert "**This is a draft.** Nothing in it is agreed until you say so." in text


def test_progress_is_counted_not_weighed(rubric: Rubric) -> None:
    """How much was looked at is said in numbers of elements, without a percentage."""
    log = [
        ScopeChosen(elements=("1A", "1B", "2B")),
        ElementRated(element="1A", rating="G"),
        RationaleGiven(element="1B", rationale="x"),
    ]
    text = written(rubric, *log)
    assert "You looked at 2 of the 3 elements of this review; 1 has a rating." in text
    assert "%" not in text
    every = written(rubric, ScopeChosen(elements=("1A",)), ElementRated(element="1A", rating="G"))
    assert "You looked at the one element of this review; 1 has a rating." in every


def test_nothing_said_yet_is_a_report_too(rubric: Rubric) -> None:
    """A review that has only been opened says so, and claims nothing."""
    text = written(rubric)
    assert "You have not looked at any of the 14 elements of this review yet." in text
    assert "You have not chosen any priorities yet." in text
    assert "## Element by element" not in text


@pytest.mark.parametrize("word", ["score", "fail ", "average", "compliant", "incorrect", "!"])
def test_the_tone_is_a_facilitators(rubric: Rubric, word: str) -> None:
    """The words of matbot itself never judge, nor shout."""
    own = "\n".join(line for line in sample(rubric).splitlines() if "looks like:" not in line)
    assert word not in own.lower()


# ---- where the trust stands ----


def test_a_not_reviewed_element_is_never_called_red(rubric: Rubric) -> None:
    """An element that nobody answered is not reviewed, and stands in no list of the red end."""
    text = written(rubric, ScopeChosen(elements=("1A", "1B")), ElementRated(element="1A", rating="R"))
    assert all("Red" not in line for line in text.splitlines() if "1B Understanding" in line)
    assert "1B Understanding of needs" in section(text, "Elements without answers")
    assert "1B Understanding of needs" not in section(text, "Draft priorities")


def test_an_element_talked_about_but_not_rated_has_no_colour(rubric: Rubric) -> None:
    """Answers alone make no rating, however red they are."""
    log = [
        QuestionAnswered(question=question.id, leaning="red") for question in rubric.elements["1A"].questions
    ]
    text = written(rubric, *log)
    assert "### 1A Clarity of purpose: Not rated yet" in text
    assert "- **Red:** no elements" in text
    assert "- **Not rated yet:** 1 element (1A Clarity of purpose)" in text


def test_the_map_is_said_in_a_sentence_for_each_colour(rubric: Rubric) -> None:
    """What the map shows can be read without seeing it; elements outside the review are only counted."""
    ratings = [ElementRated(element=code, rating="G") for code in ("1A", "3B")]
    text = section(written(rubric, ScopeChosen(elements=("1A", "3B")), *ratings), "Heat map")
    assert "- **Green:** 2 elements (1A Clarity of purpose; 3B Leadership of teaching)" in text
    assert "- **Not in this review:** 12 elements" in text


def test_strengths_stand_before_priorities_with_their_evidence(rubric: Rubric) -> None:
    """The strongest come first, each with its evidence as it was said."""
    log = [
        ElementRated(element="1A", rating="AG"),
        ElementRated(element="1B", rating="G"),
        EvidenceNamed(element="1B", evidence="Reviews each term."),
    ]
    text = written(rubric, *log)
    assert text.index("## Strengths") < text.index("## Draft priorities")
    strengths = section(text, "Strengths to build on")
    assert "> Reviews each term." in strengths
    assert strengths.index("1B") < strengths.index("1A")
    assert "**1A Clarity of purpose: Amber Green (AG).** No key evidence given." in strengths


# ---- priorities ----


def test_without_priorities_the_red_end_is_offered_and_not_urged(rubric: Rubric) -> None:
    """Nobody has chosen: Reds come first, then Amber Reds, and nobody has to take them all."""
    ratings = zip(("1A", "1B", "2A"), ("AR", "R", "G"), strict=True)
    text = section(
        written(rubric, *(ElementRated(element=c, rating=r) for c, r in ratings)), "Draft priorities"
    )
    assert "Red: 1B Understanding of needs. Amber Red: 1A Clarity of purpose." in text
    assert "Nobody expects you to take on all of these at once" in text
    assert "2A" not in text


def test_what_matbot_drafted_is_marked_until_it_is_edited(rubric: Rubric) -> None:
    """A drafted cell says so; once people have put it in their words it no longer does."""
    log: list[Event] = [
        opened(),
        QuestionAnswered(question="1A.i", leaning="red"),
        NoteWritten(question="1A.i", note="Two visions."),
    ]
    row = draft_priority(rubric, review_of(rubric, log), "1A")
    assert "| (draft) (i) Two visions. | To be agreed | (draft) (i)" in to_markdown(
        report_of(rubric, [*log, row])
    )
    mine = to_markdown(report_of(rubric, [*log, row, edit_priority(row, issues="One vision too many.")]))
    assert "| One vision too many. | To be agreed | (draft) (i)" in mine


def test_a_private_note_is_not_drafted_into_the_priorities(rubric: Rubric) -> None:
    """What is marked private stays in its place, where it is marked."""
    log: list[Event] = [
        opened(),
        QuestionAnswered(question="1A.i", leaning="red"),
        NoteWritten(question="1A.i", note="Between us.", private=True),
    ]
    text = to_markdown(report_of(rubric, [*log, draft_priority(rubric, review_of(rubric, log), "1A")]))
    assert text.count("Between us.") == 1
    assert "**Like the red.** **Private note:**\n\n> Between us." in text


def test_follow_up_and_not_now_have_their_gaps_filled_in_words(rubric: Rubric) -> None:
    """A lead without a date is shown with what is still to be agreed; so is what was left for later."""
    row = PriorityWritten(priority="p", elements=("1A",), lead="Director of people")
    text = section(written(rubric, row, ElementDeferred(element="2B", why="Funds.")), "Draft priorities")
    assert "To be agreed" in next(line for line in text.splitlines() if "Director of people" in line)
    assert "| Funds." in section(text, "Deferred")


# ---- element by element ----


def test_an_element_rated_at_a_glance_lists_no_questions(rubric: Rubric) -> None:
    """At a glance means a line that says so, not a page of empty questions."""
    text = written(rubric, ElementBegun(element="1A", way="glance"), ElementRated(element="1A", rating="G"))
    assert "rated at a glance" in section(text, "1A Clarity of purpose")
    assert "####" not in text
    assert "no answer yet" not in text


def test_what_was_said_outside_the_scope_is_not_lost(rubric: Rubric) -> None:
    """An element that was reviewed and then left out of the scope keeps its place in the record."""
    text = written(
        rubric, RationaleGiven(element="4A", rationale="We spoke of it."), ScopeChosen(elements=("1A",))
    )
    assert "> We spoke of it." in section(text, "4A")


def test_a_reason_counts_only_while_the_question_does_not_apply(rubric: Rubric) -> None:
    """Once a question leans somewhere, why it did not apply is history."""
    log = [
        QuestionAnswered(question="1A.i", leaning="does not apply"),
        ReasonGiven(question="1A.i", reason="Too young."),
    ]
    assert "Too young." in written(rubric, *log)
    assert "Too young." not in written(rubric, *log, QuestionAnswered(question="1A.i", leaning="green"))


def test_hands_and_who_differs_are_said_when_a_group_showed_them(rubric: Rubric) -> None:
    """The spread of a group and the other view stay beside the agreed rating."""
    text = sample(rubric)
    assert "- **Hands:** Red 0, Amber Red 1, Amber Green 4, Green 1" in text
    assert "**Who sees it differently:**\n\n> The newest heads." in text


def test_parked_and_unsure_things_can_be_found_again(rubric: Rubric) -> None:
    """What was parked is listed once, with what is unsure about it, and not again among the unsure."""
    log = [QuestionAnswered(question=id_, leaning="not sure") for id_ in ("1A.i", "1A.ii")]
    text = section(
        written(rubric, *log, PlaceParked(place="1A.i"), PlaceParked(place="2B")), "To come back to"
    )
    assert text.count(rubric.questions["1A.i"].text) == 1
    assert "- **1A (i), not sure:**" in text
    assert "- **1A (ii):**" in text
    assert "- **2B:** Recruiting, developing and retaining talent, the whole element" in text


def test_the_report_ends_with_what_is_open_and_the_next_review(rubric: Rubric) -> None:
    """The last thing a reader sees is what to settle, and that a date is still to be agreed."""
    text = written(rubric, ElementBegun(element="1A"), QuestionAnswered(question="1A.i", leaning="red"))
    end = section(text, "Still open")
    assert rubric.questions["1A.ii"].text in end
    assert "- **The rating:** 1A Clarity of purpose" in end
    assert text.endswith("**Next review:** To be agreed.\n")


def sample(rubric: Rubric) -> str:
    """The transcript of a real conversation: one element question by question, by a group."""
    log: list[Event] = [opened(6), ScopeChosen(elements=("1A",))]
    questions = "|4|All can say it.|3||3||2|Cluster leads do not know.|4||0|"
    rating = "0 1 4 1|3|Clear.|Survey.|The newest heads."
    for typed in f"{questions}|{rating}".split("|"):
        log.append(Interview(rubric, log).answer(typed))
    return to_markdown(report_of(rubric, log))


def test_no_question_stands_under_two_headings(small_rubric: Rubric) -> None:
    """A parked one is listed under Parked alone, whether it was answered or not."""
    talk = Talk(small_rubric).say("", "x", "No sixth form.").to("1A.i").park().to("1A.ii").park()
    talk.to("1B").say("", "1", "").to("1B.ii").park()
    report = to_markdown(report_of(small_rubric, talk.log))
    to_come_back_to = section(report, "To come back to")
    assert to_come_back_to.count("1A (i)") == 1
    assert "does not apply" in to_come_back_to
    assert "1B (ii)" in to_come_back_to
    assert "1B (ii)" not in section(report, "Still open")
