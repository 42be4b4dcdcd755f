"""What a pack says, brought into a review as drafts: a new one, or one that is there."""

from matbot.importers.packs.interpretation import PackReading
from matbot.report.pack import DIFFERS, EVIDENCE, MARK, RATIONALE, WORDS
from matbot.report.words import reference
from matbot.review import events
from matbot.review.events import Event
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.services.joint_reviews import NewReview, begin
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import shortened

_QUOTED = 60
"""How much of a draft is said in passing, in characters."""

_FIELDS: dict[type[Event], tuple[str, str]] = {
    events.QuestionAnswered: ("leaning", MARK),
    events.ReasonGiven: ("reason", WORDS),
    events.NoteWritten: ("note", WORDS),
    events.ElementRated: ("rating", "The rating"),
    events.RationaleGiven: ("rationale", RATIONALE),
    events.EvidenceNamed: ("evidence", EVIDENCE),
    events.DissentNoted: ("differs", DIFFERS),
}
"""How replies and records name what a kind of draft says, and how the pack does."""


def begin_from(
    workspace: Workspace, rubric: Rubric, pack: PackReading, trust: str, group: str = "", people: int = 1
) -> ReviewFile:
    """A new review of what a pack says, saved and open; NotSaved, in words, if it could not be."""
    beginning = NewReview(rubric, trust, group, people, pack.scope)
    return begin(workspace, beginning, *pack.drafts)


def add_to(file: ReviewFile, pack: PackReading) -> list[str]:
    """Put what a pack says into a review; a line for each answer that people gave already, which stays.

    NotSaved, in words, if it could not be saved.
    """
    review = file.projection.review
    new, stays = list[Event](), list[str]()
    for draft in pack.drafts:
        stands, says = _both(review, draft)
        if not _is_answered(review, draft, stands):
            new += [draft] if stands != says else []
        elif stands != says:
            name = _named(file.rubric, draft)
            stays.append(f"{name}: you have answered this otherwise in the review. That stays.")
    if new:
        file.append(*_widened(file.rubric, review, pack), *new)
    return stays


def _both(review: Review, draft: Event) -> tuple[str, str]:
    """What stands in the review where a draft belongs, and what the draft says."""
    name, _ = _FIELDS[type(draft)]
    return getattr(review.record_of(_place(draft)), name) or "", getattr(draft, name)


def _is_answered(review: Review, draft: Event, stands: str) -> bool:
    return bool(stands) and draft.step not in review.drafted


def replaced(file: ReviewFile, pack: PackReading) -> list[str]:
    """A line for each draft that waits in a review, and says otherwise than this pack, which replaces it."""
    review = file.projection.review
    lines = list[str]()
    for draft in pack.drafts:
        stands, says = _both(review, draft)
        if stands and stands != says and draft.step in review.drafted:
            was = shortened(stands, _QUOTED)
            name = _named(file.rubric, draft)
            lines.append(f"{name}: the draft that waited there, “{was}”, gave way to what this pack says.")
    return lines


def _named(rubric: Rubric, draft: Event) -> str:
    place, (_, label) = _place(draft), _FIELDS[type(draft)]
    return f"{reference(place) if place in rubric.questions else place}, {label}"


def _place(draft: Event) -> str:
    assert draft.step, "a draft answers something"
    return draft.step.place


def _widened(rubric: Rubric, review: Review, pack: PackReading) -> list[Event]:
    """The choice of elements, where the pack has some that the review has not."""
    wanted = {*review.scope, *pack.scope}
    if wanted == {*review.scope}:
        return []
    return [events.ScopeChosen(elements=tuple(code for code in rubric.elements if code in wanted))]
