"""Workshop packs: what comes back filled in, what of it was not read, and what becomes of the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matbot.importers.packs.interpretation import PackReading
from matbot.report.pack import DIFFERS, EVIDENCE, MARK, RATIONALE, WORDS
from matbot.report.words import format_count, reference
from matbot.review import events
from matbot.review.events import Event, QuestionEvent
from matbot.review.review import Review
from matbot.services.pack_import import OtherAnswer, PackAdded
from matbot.text import in_words, shortened

WHICH_FILE = "Which file came back?"

NOTHING_NEW = "Nothing in this pack is new to the review, and nothing was added."
READ = "What it says is read, as drafts."
ARE_DRAFTS = "They are drafts until you confirm them"
DRAFTS_WAIT = "The drafts that are in it already wait for you"

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


@dataclass(frozen=True)
class PackSummary:
    """What a filled pack says, as far as it can be read."""

    unread: tuple[str, ...]
    """What could not be read: a line each, with its place."""
    drafts: int
    """How many answers it has."""
    whom: str
    """Whom it was made for, if it says so."""

    @property
    def left_out(self) -> str:
        """How much could not be read: `2 things could not be read`; empty where all of it could."""
        return f"{format_count(len(self.unread), 'thing')} could not be read" if self.unread else ""

    @property
    def nothing_filled_in(self) -> str:
        """That nothing but what could not be read is filled in, in a sentence; empty where something is."""
        return "" if self.drafts else "Nothing else in this pack is filled in, so nothing was kept of it."

    def for_others(self, group: str) -> str:
        """That a pack was made for others than the group whose review it is read into; else empty."""
        if not (group and self.whom) or group.casefold() == self.whom.casefold():
            return ""
        differ = f"The pack says it is for {self.whom}, and this review is by {group}."
        return f"{differ} Check whether it is theirs."


def present_reading(pack: PackReading) -> PackSummary:
    """What a filled pack says, as far as it can be read."""
    return PackSummary(pack.unread, len(pack.drafts), pack.whom)


@dataclass(frozen=True)
class PackOutcome:
    """What became of a pack that was read into a review, and what to say of it."""

    kept: Sequence[str]
    """Answers that people gave already: a line each."""
    replaced: Sequence[str]
    """Drafts that waited and were replaced: a line each."""
    added: bool
    """Whether anything in it was new."""
    has_drafts: bool
    """Whether drafts wait in the review for people to confirm them."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stayed as it was and what gave way."""
        return (*self.replaced, *self.kept)

    @property
    def summary(self) -> str:
        """What happened, in a sentence."""
        return READ if self.added else NOTHING_NEW

    @property
    def drafts(self) -> str:
        """Which drafts wait now, as the beginning of a sentence; empty where none do."""
        return (ARE_DRAFTS if self.added else DRAFTS_WAIT) if self.has_drafts else ""

    @property
    def counts(self) -> tuple[str, ...]:
        """How many answers stayed and how many drafts gave way, a sentence each."""
        stays, gave_way = len(self.kept), len(self.replaced)
        them = "it" if stays == 1 else "them"
        return (
            *([f"{format_count(stays, 'answer')} stayed as you gave {them}."] if stays else []),
            *([f"{format_count(gave_way, 'draft')} gave way to what it says."] if gave_way else []),
        )


def present_outcome(added: PackAdded, review: Review) -> PackOutcome:
    """What became of a pack that was read into a review; `review` is as it stands since."""
    stays, gave_way = present_kept_answers(added.kept), present_replaced_drafts(added.replaced)
    return PackOutcome(stays, gave_way, added.is_new, bool(review.drafted))


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
        f"“{shortened(one.present, _LONGEST_QUOTATION)}”, gave way to what this pack says."
        for one in replaced
    ]


def _place_of(draft: Event) -> str:
    assert draft.step, "a draft answers something"
    place = draft.step.place
    return f"{reference(place) if isinstance(draft, QuestionEvent) else place}, {_LABELS[type(draft)]}"


def format_confirmed(events: Iterable[Event]) -> str:
    """What was confirmed, by element."""
    codes = dict.fromkeys(event.step.element for event in events if event.step)
    return f"Confirmed, as your pack says it: {in_words(list(codes))}."
