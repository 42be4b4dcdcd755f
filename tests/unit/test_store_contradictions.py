"""Where two copies of a review answered the same thing differently, the log says so until it is settled."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.interview import Interview
from matbot.interview.copy_differences import find_copy_differences
from matbot.review.contradictions import find_contradictions
from matbot.review.events import (
    CopiesMerged,
    ElementBegun,
    ElementDeferred,
    Event,
    EventUndone,
    NoteWritten,
    PriorityWritten,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    StepSkipped,
)
from matbot.review.fold import review_of
from matbot.review.log import parse_event, serialize_event
from matbot.rubric import Rubric
from matbot.store.contents import Contents
from matbot.store.log_merge import merge_contents
from matbot.store.tables import new_contents

START = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def shared(opened: ReviewOpened, scoped: ScopeChosen) -> list[Event]:
    """What was said before the copies went apart."""
    return [opened, scoped, leant("old", 1)]


def leant(id_: str, minute: int, leaning: str = "red", question: str = "1A.i") -> Event:
    """An answer to a question, so many minutes after the start."""
    fields = {"kind": "leant", "id": id_, "at": START + timedelta(minutes=minute)}
    return parse_event({**fields, "question": question, "leaning": leaning})


def copy_with(rubric: Rubric, log: Sequence[Event]) -> Contents:
    """A copy of the review with this log."""
    return new_contents(rubric, log)


def both(rubric: Rubric, shared: Sequence[Event], ours: Sequence[Event], theirs: Sequence[Event]) -> Contents:
    """Two copies that went apart, as one."""
    return merge_contents(copy_with(rubric, [*shared, *ours]), copy_with(rubric, [*shared, *theirs]))


def found(log: Sequence[Event]) -> dict[str, list[str]]:
    """The contradictions of a log by ids."""
    return {key: [event.id for event in events] for key, events in find_contradictions(log).items()}


def test_two_answers_to_one_question_are_marked_and_the_later_counts(
    small_rubric: Rubric, shared: list[Event]
) -> None:
    """Each said in a copy of its own: the earlier is told, and stays in the log."""
    log = both(small_rubric, shared, [leant("ours", 5, "red")], [leant("theirs", 9, "green")]).log
    assert found(log) == {"choice:1A.i": ["ours"]}
    assert review_of(small_rubric, log).question("1A.i").leaning == "green"
    assert {"old", "ours", "theirs"} <= {event.id for event in log}


def test_what_a_writer_changed_in_the_same_copy_is_no_contradiction(
    small_rubric: Rubric, shared: list[Event]
) -> None:
    """Neither an answer changed before the copies went apart nor one changed in one of them."""
    ours = [leant("first", 5, "red"), leant("second", 6, "green")]
    log = both(small_rubric, shared, ours, [leant("theirs", 9, "red", "1A.ii")]).log
    assert found(log) == {}
    assert not any(isinstance(event, CopiesMerged) for event in log)


def test_the_same_answer_twice_is_no_contradiction(small_rubric: Rubric, shared: list[Event]) -> None:
    """Two copies that say the same agree."""
    assert found(both(small_rubric, shared, [leant("ours", 5)], [leant("theirs", 9)]).log) == {}


def test_an_answer_taken_back_contradicts_nothing(small_rubric: Rubric, shared: list[Event]) -> None:
    """Before the merge or after it."""
    theirs = [
        leant("theirs", 9, "green"),
        EventUndone(id="w", at=START + timedelta(minutes=10), reply="theirs"),
    ]
    assert found(both(small_rubric, shared, [leant("ours", 5)], theirs).log) == {}
    log = both(small_rubric, shared, [leant("ours", 5)], [leant("theirs", 9, "green")]).log
    for id_ in ("ours", "theirs"):
        assert found([*log, EventUndone(reply=id_)]) == {}


def test_answering_again_settles_it(small_rubric: Rubric, shared: list[Event]) -> None:
    """Whoever looked at both and said what holds has decided."""
    log = both(small_rubric, shared, [leant("ours", 5)], [leant("theirs", 9, "green")]).log
    assert found([*log, leant("settled", 30, "red")]) == {}
    assert found([*log, leant("other", 30, "red", "1A.ii")]) == {"choice:1A.i": ["ours"]}


def test_three_copies_mark_both_earlier_answers(small_rubric: Rubric, shared: list[Event]) -> None:
    """Merged one after the other."""
    two = both(small_rubric, shared, [leant("a", 5, "red")], [leant("b", 9, "green")])
    log = merge_contents(two, copy_with(small_rubric, [*shared, leant("c", 7, "not sure")])).log
    assert found(log) == {"choice:1A.i": ["a", "c"]}


def test_opening_and_skipping_are_no_answers(small_rubric: Rubric, shared: list[Event]) -> None:
    """Somebody who went past a question has not contradicted the one who answered it."""
    ours = [ElementBegun(id="o1", element="1A"), StepSkipped(id="o2", skipped="choice:1A.i")]
    theirs = [ElementBegun(id="t1", element="1A", way="glance"), leant("t2", 9)]
    assert found(both(small_rubric, shared, ours, theirs).log) == {}


def test_priorities_what_is_left_for_later_and_the_scope_count_too(
    small_rubric: Rubric, shared: list[Event]
) -> None:
    """Each under a name of its own."""

    def values(who: str, minute: int) -> list[Event]:
        at = START + timedelta(minutes=minute)
        return [
            PriorityWritten(id=f"{who}1", at=at, priority="p1", elements=("1A",), action=who),
            ElementDeferred(id=f"{who}2", at=at, element="1B", why=who),
            ScopeChosen(id=f"{who}3", at=at, elements=("1A",) if who == "ours" else ("1B",)),
        ]

    log = both(small_rubric, shared, values("ours", 5), values("theirs", 9)).log
    assert found(log) == {"priority:p1": ["ours1"], "not now:1B": ["ours2"], "scope": ["ours3"]}


def test_both_computers_come_to_the_same_log(small_rubric: Rubric, shared: list[Event]) -> None:
    """Whoever merges, and however often: one and the same mark."""
    ours = copy_with(small_rubric, [*shared, leant("ours", 5)])
    theirs = copy_with(small_rubric, [*shared, leant("theirs", 9, "green")])
    one, other = merge_contents(ours, theirs), merge_contents(theirs, ours)
    assert one.log == other.log
    assert (
        merge_contents(one, other).log
        == merge_contents(one, theirs).log
        == merge_contents(ours, other).log
        == one.log
    )
    assert sum(isinstance(event, CopiesMerged) for event in one.log) == 1


def test_the_mark_is_stored_with_the_log(small_rubric: Rubric, shared: list[Event]) -> None:
    """The table `replies` has it, so that the file says it too."""
    contents = both(small_rubric, shared, [leant("ours", 5)], [leant("theirs", 9, "green")])
    assert list(contents.tables["replies"].values()) == [serialize_event(event) for event in contents.log]


def test_taking_back_the_last_thing_said_passes_over_the_mark(
    small_rubric: Rubric, shared: list[Event]
) -> None:
    """Undo takes back an answer, not the fact that two copies were merged."""
    log = both(small_rubric, shared, [leant("ours", 5)], [leant("theirs", 9, "green")]).log
    undone, *_ = Interview(small_rubric, log).undo()
    assert isinstance(undone, EventUndone)
    assert undone.reply == "theirs"


ANSWERS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(("1A.i", "1A.ii")), st.sampled_from(("red", "green"))),
    max_size=5,
)


def answers(prefix: str, drawn: list[tuple[int, str, str]]) -> list[Event]:
    """Answers of one copy."""
    return [leant(f"{prefix}{n}", m, leaning, question) for n, (m, question, leaning) in enumerate(drawn)]


@given(ANSWERS, ANSWERS)
def test_a_contradiction_is_an_answer_of_each_copy_and_they_differ(
    ours: list[tuple[int, str, str]], theirs: list[tuple[int, str, str]]
) -> None:
    """Just where the last answers of the two copies are not the same, whatever the clocks said."""
    opened = ReviewOpened(id="first", at=START, review="abcd2345", trust="T", rubric="small")
    log = both(RUBRIC, [opened], answers("o", ours), answers("t", theirs)).log
    last = [{question: leaning for _, question, leaning in values} for values in (ours, theirs)]
    differ = {q for q in last[0].keys() & last[1].keys() if last[0][q] != last[1][q]}
    assert set(find_contradictions(log)) == {f"choice:{question}" for question in differ}


@given(st.permutations(range(6)))
def test_no_order_of_the_log_makes_it_fail(order: list[int]) -> None:
    """A file from elsewhere may say anything, such as a mark that names events of different kinds."""
    log: list[Event] = [
        QuestionAnswered(id="a", question="1A.i", leaning="red"),
        NoteWritten(id="b", question="1A.i", note="x"),
        CopiesMerged(id="m", apart=(("a", "b"), ("a", "nobody"), ("b", "b"), ("u", "a"))),
        parse_event({"kind": "unheard-of", "id": "u", "at": "2026-03-04T10:00:00Z"}),
        EventUndone(id="w", reply="m"),
        StepSkipped(id="s", skipped="unheard-of:9Z"),
    ]
    shuffled = [log[place] for place in order]
    assert [one.key for one in find_copy_differences(RUBRIC, shuffled)] == [*find_contradictions(shuffled)]


RUBRIC = Rubric.model_validate(
    {
        **{name: name for name in ("id", "title", "edition", "source")},
        "scale": [{"letters": "R", "name": "Red"}],
        "guidance": [],
        "headings": [],
    }
)
