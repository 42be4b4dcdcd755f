"""Importing workshop packs: what a pack contains, what could not be read, and what changed in the review."""

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
"""The most characters of a draft that are quoted."""

_LABELS: dict[type[Event], str] = {
    events.QuestionAnswered: MARK,
    events.ReasonGiven: WORDS,
    events.NoteWritten: WORDS,
    events.ElementRated: "The rating",
    events.RationaleGiven: RATIONALE,
    events.EvidenceNamed: EVIDENCE,
    events.DissentNoted: DIFFERS,
}
"""The label that a pack has for each kind of draft."""


@dataclass(frozen=True)
class PackSummary:
    """The readable content of a filled-in pack, in numbers."""

    unread: tuple[str, ...]
    """What could not be read, a line each, with its place."""
    drafts: int
    """The number of answers in it."""
    whom: str
    """Whom it was made for, if the pack names them."""

    @property
    def left_out(self) -> str:
        """How much could not be read: `2 things could not be read`; empty if everything could."""
        return f"{format_count(len(self.unread), 'thing')} could not be read" if self.unread else ""

    @property
    def nothing_filled_in(self) -> str:
        """A sentence which says that nothing else is filled in; empty if something is."""
        return "" if self.drafts else "Nothing else in this pack is filled in, so nothing was kept of it."

    def for_others(self, group: str) -> str:
        """A sentence if the pack was made for another group than that of the review; otherwise empty."""
        if not (group and self.whom) or group.casefold() == self.whom.casefold():
            return ""
        differ = f"The pack says it is for {self.whom}, and this review is by {group}."
        return f"{differ} Check whether it is theirs."


def present_reading(pack: PackReading) -> PackSummary:
    """Summarise the readable content of a filled-in pack."""
    return PackSummary(pack.unread, len(pack.drafts), pack.whom)


@dataclass(frozen=True)
class PackOutcome:
    """The result of importing a pack into a review."""

    kept: Sequence[str]
    """Answers that people had already given, a line each; they were not changed."""
    replaced: Sequence[str]
    """Unconfirmed drafts that were replaced, a line each."""
    added: bool
    """Whether anything in the pack was new."""
    has_drafts: bool
    """Whether the review has drafts for people to confirm."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines on drafts that were replaced and answers that were kept."""
        return (*self.replaced, *self.kept)

    @property
    def summary(self) -> str:
        """What happened, as a sentence."""
        return READ if self.added else NOTHING_NEW

    @property
    def drafts(self) -> str:
        """The start of a sentence on drafts to confirm; empty if there are none."""
        return (ARE_DRAFTS if self.added else DRAFTS_WAIT) if self.has_drafts else ""

    @property
    def counts(self) -> tuple[str, ...]:
        """A sentence each on the number of answers kept and of drafts replaced."""
        stays, gave_way = len(self.kept), len(self.replaced)
        them = "it" if stays == 1 else "them"
        return (
            *([f"{format_count(stays, 'answer')} stayed as you gave {them}."] if stays else []),
            *([f"{format_count(gave_way, 'draft')} gave way to what it says."] if gave_way else []),
        )


def present_outcome(added: PackAdded, review: Review) -> PackOutcome:
    """Present the result of importing a pack; `review` is the review after the import."""
    stays, gave_way = present_kept_answers(added.kept), present_replaced_drafts(added.replaced)
    return PackOutcome(stays, gave_way, added.is_new, bool(review.drafted))


def present_kept_answers(stays: Iterable[OtherAnswer]) -> list[str]:
    """A line for each of people's answers that a pack did not change."""
    return [
        f"{_format_place(one.draft)}: you have answered this otherwise in the review. That stays."
        for one in stays
    ]


def present_replaced_drafts(replaced: Iterable[OtherAnswer]) -> list[str]:
    """A line for each unconfirmed draft that a pack replaces, with the beginning of its text."""
    return [
        f"{_format_place(one.draft)}: the draft that waited there, "
        f"“{shortened(one.present, _LONGEST_QUOTATION)}”, gave way to what this pack says."
        for one in replaced
    ]


def _format_place(draft: Event) -> str:
    assert draft.step, "a draft answers something"
    place = draft.step.place
    return f"{reference(place) if isinstance(draft, QuestionEvent) else place}, {_LABELS[type(draft)]}"


def format_confirmed(events: Iterable[Event]) -> str:
    """A sentence on the elements whose drafts were confirmed."""
    codes = dict.fromkeys(event.step.element for event in events if event.step)
    return f"Confirmed, as your pack says it: {in_words(list(codes))}."
