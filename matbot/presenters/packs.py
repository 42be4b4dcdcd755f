"""What is said of a pack that was read into a review: which answers stayed, and which drafts it replaced."""

from collections.abc import Iterable

from matbot.report.pack import DIFFERS, EVIDENCE, MARK, RATIONALE, WORDS
from matbot.report.words import reference
from matbot.review import events
from matbot.review.events import Event, QuestionEvent
from matbot.services.pack_import import OtherAnswer
from matbot.text import shortened

_LONGEST_QUOTATION = 60
"""How many characters of a draft are quoted."""

_LABELS: dict[type[Event], str] = {
    events.QuestionAnswered: MARK,
    events.ReasonGiven: WORDS,
    events.NoteWritten: WORDS,
    events.ElementRated: "The rating",
    events.RationaleGiven: RATIONALE,
    events.EvidenceNamed: EVIDENCE,
    events.DissentNoted: DIFFERS,
}
"""What the pack calls what a kind of draft says."""


def present_kept_answers(stays: Iterable[OtherAnswer]) -> list[str]:
    """A line for each answer of people that a pack did not change."""
    return [
        f"{_place_of(one.draft)}: you have answered this otherwise in the review. That stays."
        for one in stays
    ]


def present_replaced_drafts(replaced: Iterable[OtherAnswer]) -> list[str]:
    """A line for each waiting draft that a pack replaces, with the beginning of its words."""
    return [
        f"{_place_of(one.draft)}: the draft that waited there, "
        f"“{shortened(one.stands, _LONGEST_QUOTATION)}”, gave way to what this pack says."
        for one in replaced
    ]


def _place_of(draft: Event) -> str:
    assert draft.step, "a draft answers something"
    place = draft.step.place
    return f"{reference(place) if isinstance(draft, QuestionEvent) else place}, {_LABELS[type(draft)]}"
