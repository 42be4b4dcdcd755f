"""Adds the answers of a filled-in pack to a new or existing review, as drafts."""

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
"""The field with the content of each kind of draft, in the event and in the record that it changes."""


@dataclass(frozen=True)
class OtherAnswer:
    """A draft from a pack that differs from what the review has in its place."""

    draft: Event
    present: str
    """What the review has: an answer, the letters of a rating, or a text."""


def begin_from_pack(
    workspace: Workspace, rubric: Rubric, pack: PackReading, trust: str, group: str = "", people: int = 1
) -> ReviewFile:
    """Begin a review with the answers of a pack as drafts, save it, and keep it open.

    Raises:
        NotSaved: It could not be saved; the message is for the user.

    """
    beginning = NewReview(rubric, trust, group, people, pack.scope)
    return begin_review(workspace, beginning, *pack.drafts)


def add_drafts(file: ReviewFile, pack: PackReading) -> list[OtherAnswer]:
    """Add the answers of a pack to a review as drafts, except where people have answered already.

    Returns:
        The drafts that were left out because people have answered differently.

    Raises:
        NotSaved: It could not be saved; the message is for the user.

    """
    review = file.projection.review
    others = _find_other_answers(review, pack)
    kept_answers = [other for other in others if other.present and other.draft.step not in review.drafted]
    new = [other.draft for other in others if other not in kept_answers]
    if new:
        wanted = {*review.scope, *pack.scope}
        scope = tuple(code for code in file.rubric.elements if code in wanted)
        scoped = [events.ScopeChosen(elements=scope)] if wanted != {*review.scope} else []
        file.append(*scoped, *new)
    return kept_answers


@dataclass(frozen=True)
class PackAdded:
    """The result of adding a pack to a review."""

    kept: list[OtherAnswer]
    """Drafts that were left out because people have answered differently."""
    replaced: list[OtherAnswer]
    """Drafts that replaced earlier unconfirmed drafts."""
    is_new: bool
    """Whether anything was added."""


def add_pack(file: ReviewFile, pack: PackReading) -> PackAdded:
    """Add the answers of a pack to a review, and report the result.

    Raises:
        NotSaved: It could not be saved; the message is for the user.

    """
    held, replaced_drafts = len(file.log), find_replaced_drafts(file, pack)
    return PackAdded(add_drafts(file, pack), replaced_drafts, len(file.log) > held)


def find_replaced_drafts(file: ReviewFile, pack: PackReading) -> list[OtherAnswer]:
    """Find the drafts of a pack that replace unconfirmed drafts in a review."""
    review = file.projection.review
    others = _find_other_answers(review, pack)
    return [other for other in others if other.present and other.draft.step in review.drafted]


def _find_other_answers(review: Review, pack: PackReading) -> list[OtherAnswer]:
    """Find the drafts of a pack that differ from the review, including those it has no answer for."""
    found = []
    for draft in pack.drafts:
        assert draft.step, "a draft answers something"
        field = _FIELDS[type(draft)]
        current = getattr(review.record_of(draft.step.place), field) or ""
        if current != getattr(draft, field):
            found.append(OtherAnswer(draft, current))
    return found
