"""A review moved to another framework version: nothing is lost, nothing is said of the wrong question."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from matbot.interview import Interview
from matbot.review.events import (
    ElementRated,
    Event,
    EventUndone,
    NoteWritten,
    PriorityWritten,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    UnplacedEvent,
    VersionSaved,
)
from matbot.review.fold import review_of
from matbot.review.migration import (
    Migration,
    build_migration_event,
    find_migrations,
    find_new_migrations,
    migrate_draft_key,
    migrate_log,
)
from matbot.review.projection import IncrementalProjection
from matbot.rubric import Level, Rubric
from matbot.rubric.crosswalk import crosswalk_of
from matbot.store.log_merge import merge_logs
from tests.migrations import EARLIER, LATER, THERE, over, reworded_framework
from tests.strategies import logs
from tests.talk import Talk


def test_what_was_said_is_found_at_the_places_of_the_other_framework() -> None:
    """Ratings, leanings and notes go with their elements and questions, however these are called now."""
    talk = Talk(EARLIER).say("", "1", "Not yet.")
    rated = ElementRated(element="1B", rating="AR")
    reading = migrate_log(EARLIER, [talk.log[0], rated, *talk.log[1:], over(THERE)])
    review = review_of(reading.rubric, reading.log)
    assert reading.rubric == LATER
    assert review.rubric == "later"
    assert review.scope == ("V1", "1B")
    assert review.elements["1B"].rating == "AR"
    assert (review.question("V1.i").leaning, review.question("V1.i").note) == ("red", "Not yet.")
    assert Interview(reading.rubric, reading.log).turn.step.key == "choice:V1.ii"


def test_what_has_no_place_is_kept_with_what_it_was_about() -> None:
    """An element that is gone, a question that is gone, a rating on a scale that is not this one's."""
    log = [
        *Talk(EARLIER).log,
        NoteWritten(question="1B.ii", note="Two schools do not."),
        NoteWritten(question="1B.iii", note="They do."),
        ElementRated(element="1C", rating="R"),
        over(THERE),
    ]
    reading = migrate_log(EARLIER, log)
    review = review_of(reading.rubric, reading.log)
    assert [kept.place for kept in review.unplaced] == ["1B.ii", "1C"]
    assert review.unplaced[0].said_in == EARLIER
    assert review.question("1B.ii").note == "They do."
    assert len(reading.log) == len(log)


def test_on_another_scale_ratings_stay_behind_and_words_do_not() -> None:
    """A rating means something on its own scale alone."""
    scale = tuple(Level(letters=letters, name=letters) for letters in ("A", "B", "C"))
    other = Rubric(**{**dict(EARLIER), "id": "other", "scale": scale})
    log = [*Talk(EARLIER).say("g", "2", "Because.", "").log, over(crosswalk_of(EARLIER, other))]
    reading = migrate_log(EARLIER, log)
    review = review_of(reading.rubric, reading.log)
    assert (review.elements["1A"].rating, review.elements["1A"].rationale) == (None, "Because.")
    assert [kept.was.kind for kept in review.unplaced] == ["rated"]


def test_a_priority_keeps_its_row_and_names_what_has_no_place() -> None:
    """A row is never lost with its element."""
    row = PriorityWritten(priority="p1", elements=("1A", "1C"), issues="Both.")
    reading = migrate_log(EARLIER, [*Talk(EARLIER).log, row, over(THERE)])
    (there,) = review_of(reading.rubric, reading.log).priorities
    assert there.elements == ("V1",)
    assert there.focus == EARLIER.elements["1C"].title
    assert there.issues == "Both."


@given(logs(EARLIER))
def test_there_and_back_is_the_same_as_before(log: list[Event]) -> None:
    """Whatever was said, and however the way back was made up."""
    there = [*log, over(THERE)]
    for back in (over(THERE.reversed()), over(crosswalk_of(LATER, EARLIER)), EventUndone(reply=there[-1].id)):
        reading = migrate_log(EARLIER, [*there, back])
        assert reading.rubric == EARLIER
        assert list(reading.log[: len(log)]) == log


@given(logs(EARLIER), st.data())
def test_every_event_is_there_in_either_framework(log: list[Event], data: st.DataObject) -> None:
    """As many, in the same order, by the same ids: so each can still be taken back."""
    since = data.draw(logs(LATER))[2:]
    whole = [*log, over(THERE), *since]
    reading = migrate_log(EARLIER, whole)
    assert [event.id for event in reading.log] == [event.id for event in whole]
    review_of(reading.rubric, reading.log)
    for event in reading.log:
        assert not isinstance(event, UnplacedEvent) or event.was in log


def test_what_was_said_there_goes_back_with_it_or_is_kept() -> None:
    """A note said in the later framework version is found at its place in the earlier one."""
    log = [
        *Talk(EARLIER).log,
        over(THERE),
        NoteWritten(question="V1.i", note="Said there."),
        over(THERE.reversed()),
    ]
    reading = migrate_log(EARLIER, log)
    assert review_of(reading.rubric, reading.log).question("1A.i").note == "Said there."


def test_undo_takes_the_review_back_where_nothing_was_said_since() -> None:
    """The last event was that it is moved."""
    log = [*Talk(EARLIER).say("", "1").log, over(THERE)]
    reading = migrate_log(EARLIER, log)
    undone = migrate_log(EARLIER, [*log, *Interview(reading.rubric, reading.log).undo()])
    assert undone.rubric == EARLIER
    assert review_of(undone.rubric, undone.log).question("1A.i").leaning == "red"


def test_of_two_copies_the_one_that_was_not_moved_is_read_in_the_framework_it_was_said_in() -> None:
    """Its answers come before the move, whenever they were given."""
    shared = Talk(EARLIER).log
    ours = [*shared, over(THERE), NoteWritten(question="1B.ii", note="Ours, of what 1B.iii was.")]
    theirs = [*shared, NoteWritten(question="1B.ii", note="Theirs, of what is gone.")]
    for both in (merge_logs(ours, theirs), merge_logs(theirs, ours)):
        reading = migrate_log(EARLIER, both)
        review = review_of(reading.rubric, reading.log)
        assert review.question("1B.ii").note == "Ours, of what 1B.iii was."
        assert [kept.was.note for kept in review.unplaced if isinstance(kept.was, NoteWritten)] == [
            "Theirs, of what is gone."
        ]


def test_of_two_copies_that_were_both_moved_the_first_counts() -> None:
    """The second would lead on from a framework version that the review has left."""
    log = [*Talk(EARLIER).log, over(THERE, id="one"), over(THERE, id="two")]
    assert list(find_migrations(EARLIER, log)) == ["one"]


def test_words_half_typed_go_along_and_come_back() -> None:
    """Under the key of the same question; those without a place wait under their framework version's name."""
    event = build_migration_event(THERE)
    there = Migration(EARLIER, event.edition, event.elements, event.questions)
    assert migrate_draft_key(there, "note:1A.i") == "note:V1.i"
    waiting = migrate_draft_key(there, "note:1C.i")
    assert waiting == f"note:1C.i@{EARLIER.content_hash}"
    back = there.reversed()
    assert migrate_draft_key(back, "note:V1.i") == "note:1A.i"
    assert migrate_draft_key(back, waiting) == "note:1C.i"
    assert [one.later for one in find_new_migrations(EARLIER, [event], [EventUndone(reply=event.id)])] == [
        EARLIER
    ]


def test_a_story_told_on_is_the_same_as_one_told_anew() -> None:
    """A review that is moved while it is open lists itself as it then is."""
    projections, log = IncrementalProjection(), [*Talk(EARLIER).say("", "1", "").log]
    for event in (
        QuestionAnswered(question="1A.ii", leaning="green"),
        over(THERE),
        QuestionAnswered(question="V1.iii", leaning="red"),
    ):
        log.append(event)
        reading = migrate_log(EARLIER, log)
        assert projections.update(reading.rubric, reading.log) == IncrementalProjection().update(
            reading.rubric, reading.log
        )


def test_a_choice_of_all_elements_stays_one_of_all() -> None:
    """And a choice of some stays one of those that there are."""
    whole = migrate_log(EARLIER, [_opened(), ScopeChosen(elements=("1A", "1B", "1C")), over(THERE)])
    some = migrate_log(EARLIER, [_opened(), ScopeChosen(elements=("1B", "1C")), over(THERE)])
    assert review_of(whole.rubric, whole.log).scope == ("V1", "1B")
    assert review_of(some.rubric, some.log).scope == ("1B",)


def _opened() -> ReviewOpened:
    return ReviewOpened(review="k7m2", trust="Northfields", rubric=EARLIER.id)


def test_a_choice_of_elements_made_there_keeps_what_it_could_not_speak_of() -> None:
    """1C has no place there; widening the review there does not leave it out here."""
    log = [
        _opened(),
        ScopeChosen(elements=("1A", "1C")),
        over(THERE),
        ScopeChosen(elements=("V1", "1B")),
        over(THERE.reversed()),
    ]
    reading = migrate_log(EARLIER, log)
    assert review_of(reading.rubric, reading.log).scope == ("1A", "1B", "1C")


def test_a_priority_edited_there_is_about_its_element_again_here() -> None:
    """The name that stood for the element goes, the edit stays."""
    row = PriorityWritten(priority="p1", elements=("1C",), issues="Both.")
    there = migrate_log(EARLIER, [*Talk(EARLIER).log, row, over(THERE)])
    (stands,) = review_of(there.rubric, there.log).priorities
    edited = stands.model_copy(update={"id": "edited", "lead": "Bob"})
    back = migrate_log(EARLIER, [*Talk(EARLIER).log, row, over(THERE), edited, over(THERE.reversed())])
    (here,) = review_of(back.rubric, back.log).priorities
    assert (here.elements, here.focus, here.issues, here.lead) == (("1C",), "", "Both.", "Bob")


def test_an_answer_to_other_words_is_told_as_one_until_it_is_given_again() -> None:
    """Moving it is no new answer; and back in its own framework version it was asked so."""
    reworded = reworded_framework()
    there = crosswalk_of(EARLIER, reworded)
    log = [
        *Talk(EARLIER).say("", "1", "").log,
        QuestionAnswered(question="1A.ii", leaning="red"),
        over(there),
    ]
    reading = migrate_log(EARLIER, log)
    review = review_of(reading.rubric, reading.log)
    assert [review.question(id_).reworded for id_ in ("1A.i", "1A.ii")] == [True, False]
    again = [*log, QuestionAnswered(question="1A.i", leaning="red")]
    assert not review_of(reworded, migrate_log(EARLIER, again).log).question("1A.i").reworded
    back = migrate_log(EARLIER, [*log, over(there.reversed())])
    assert not review_of(back.rubric, back.log).question("1A.i").reworded


def test_a_move_is_no_answer_so_the_day_of_the_last_one_stays() -> None:
    """Neither is a saved version."""
    log = Talk(EARLIER).say("", "1").log
    before = review_of(EARLIER, log).said
    later = {"at": datetime(2099, 1, 1, tzinfo=UTC)}
    reading = migrate_log(EARLIER, [*log, VersionSaved(name="before", **later), over(THERE, **later)])
    review = review_of(reading.rubric, reading.log)
    assert review.said == before
    assert [migration.at.year for migration in review.migrations] == [2099]


def test_an_element_that_takes_in_a_question_of_the_review_is_in_it() -> None:
    """Else its answer would be counted nowhere, and the rest of it never asked."""
    crosswalk = THERE.with_match("1C.i", "V1.i")
    reading = migrate_log(EARLIER, [_opened(), ScopeChosen(elements=("1C",)), over(crosswalk)])
    assert review_of(reading.rubric, reading.log).scope == ("V1",)
