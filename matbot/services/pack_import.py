"""What a pack says, brought into a review as drafts: a new one, or one that is there."""

from dataclasses import dataclass

from matbot.importers.packs.interpretation import PackReading
from matbot.review import events
from matbot.review.events import Event
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

_FIELDS: dict[type[Event], str] = {
    events.QuestionAnswered: "leaning",
    events.ReasonGiven: "reason",
    events.NoteWritten: "note",
    events.ElementRated: "rating",
    events.RationaleGiven: "rationale",
    events.EvidenceNamed: "evidence",
    events.DissentNoted: "differs",
}
"""The field of an event, and of the record it changes, that holds what a kind of draft says."""


@dataclass(frozen=True)
class OtherAnswer:
    """A draft of a pack that differs from what the review has in its place."""

    draft: Event
    present: str
    """What the review has: an answer, the letters of a rating, or words."""


def begin_from_pack(
    workspace: Workspace, rubric: Rubric, pack: PackReading, trust: str, group: str = "", people: int = 1
) -> ReviewFile:
    """A new review of what a pack says, saved and open; NotSaved, in words, if it could not be."""
    beginning = NewReview(rubric, trust, group, people, pack.scope)
    return begin_review(workspace, beginning, *pack.drafts)


def add_drafts(file: ReviewFile, pack: PackReading) -> list[OtherAnswer]:
    """Put what a pack says into a review, apart from what people have answered there already.

    Returns:
        The drafts that were left out, because people have answered otherwise.

    Raises:
        NotSaved: it could not be saved; in words.

    """
    review = file.projection.review
    others = _find_other_answers(review, pack)
    stays = [other for other in others if other.present and other.draft.step not in review.drafted]
    new = [other.draft for other in others if other not in stays]
    if new:
        wanted = {*review.scope, *pack.scope}
        scope = tuple(code for code in file.rubric.elements if code in wanted)
        scoped = [events.ScopeChosen(elements=scope)] if wanted != {*review.scope} else []
        file.append(*scoped, *new)
    return stays


@dataclass(frozen=True)
class PackAdded:
    """What became of a pack that was read into a review."""

    kept: list[OtherAnswer]
    """Drafts that were left out, because people have answered otherwise."""
    replaced: list[OtherAnswer]
    """Drafts that replaced others which waited."""
    is_new: bool
    """Whether anything was added."""


def add_pack(file: ReviewFile, pack: PackReading) -> PackAdded:
    """Put what a pack says into a review, and say what became of it; NotSaved, in words."""
    held, gave_way = len(file.log), find_replaced_drafts(file, pack)
    return PackAdded(add_drafts(file, pack), gave_way, len(file.log) > held)


def find_replaced_drafts(file: ReviewFile, pack: PackReading) -> list[OtherAnswer]:
    """The drafts of a pack that replace other drafts which wait in a review."""
    review = file.projection.review
    others = _find_other_answers(review, pack)
    return [other for other in others if other.present and other.draft.step in review.drafted]


def _find_other_answers(review: Review, pack: PackReading) -> list[OtherAnswer]:
    """The drafts of a pack that differ from what a review has, also where it has nothing."""
    found = []
    for draft in pack.drafts:
        assert draft.step, "a draft answers something"
        field = _FIELDS[type(draft)]
        stands = getattr(review.record_of(draft.step.place), field) or ""
        if stands != getattr(draft, field):
            found.append(OtherAnswer(draft, stands))
    return found
