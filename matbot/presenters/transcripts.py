"""The documents made of a review: what each is, what it is about, and what is left out of it and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matbot.review.review import Review
from matbot.services.export import (
    BOARD,
    LEARNING_SET,
    OWN,
    TRANSCRIPT_KINDS,
    TranscriptOptions,
    find_names_to_leave_out,
)
from matbot.text import in_words, shortened

_BEFORE = "Before you share it, look for the names of pupils and staff."

_LONGEST_NAME = 60
"""How much of one name is shown, in characters."""


@dataclass(frozen=True)
class DocumentWords:
    """What a document is called and said to be."""

    name: str
    about: str
    """What is in it, and what is not, in a few words that follow the name."""
    sharing: str
    """What to think of before it leaves the room."""


DOCUMENTS: Mapping[str, DocumentWords] = {
    OWN: DocumentWords(
        "Full record",
        TRANSCRIPT_KINDS[OWN],
        "Before you share it: private notes are in it, and perhaps people's names.",
    ),
    BOARD: DocumentWords("Board paper", TRANSCRIPT_KINDS[BOARD], _BEFORE),
    LEARNING_SET: DocumentWords("Learning-set summary", TRANSCRIPT_KINDS[LEARNING_SET], _BEFORE),
}
"""The documents that can be made of a review."""


def list_elements(review: Review) -> tuple[str, ...]:
    """The elements that a document can be about: those of the review, and any that was looked at beside."""
    records = review.elements.items()
    return tuple(code for code, record in records if code in review.scope or record.looked_at)


def find_outside_fault(review: Review, codes: Sequence[str]) -> str:
    """That a document cannot be about some elements, in a sentence; empty where it can."""
    there = list_elements(review)
    outside = [code for code in codes if code not in there]
    return f"{outside[0]} is not in this review, which is about {', '.join(there)}." if outside else ""


@dataclass(frozen=True)
class TranscriptWords:
    """A document that is wanted, in words."""

    document: DocumentWords
    elements: str
    """What it is about: `all of this review`, or `1A and 1B alone`."""
    names: tuple[str, ...]
    """The names that are left out of everybody's words, each in a line."""

    @property
    def names_left_out(self) -> str:
        """Whose names are left out: `Jo Okafor and Sam Lee`, or `none`."""
        return in_words(list(self.names)) if self.names else "none"


def present_transcript(review: Review, wanted: TranscriptOptions) -> TranscriptWords:
    """What is chosen of a review, and what is left out of it."""
    return TranscriptWords(
        DOCUMENTS[wanted.kind],
        f"{in_words(list(wanted.codes))} alone" if wanted.codes else "all of this review",
        tuple(shortened(name, _LONGEST_NAME) for name in find_names_to_leave_out(review, wanted)),
    )
