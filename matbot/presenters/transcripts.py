"""The documents made from a review: their names, content, scope, and the names they leave out."""

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
"""The most characters of a name that are shown."""


@dataclass(frozen=True)
class DocumentWords:
    """The name and description of a document."""

    name: str
    about: str
    """What it contains and what it leaves out, in a few words that follow the name."""
    sharing: str
    """What to check before sharing it."""


DOCUMENTS: Mapping[str, DocumentWords] = {
    OWN: DocumentWords(
        "Full record",
        TRANSCRIPT_KINDS[OWN],
        "Before you share it: private notes are in it, and perhaps people's names.",
    ),
    BOARD: DocumentWords("Board paper", TRANSCRIPT_KINDS[BOARD], _BEFORE),
    LEARNING_SET: DocumentWords("Learning-set summary", TRANSCRIPT_KINDS[LEARNING_SET], _BEFORE),
}
"""The documents that can be made from a review."""


def list_elements(review: Review) -> tuple[str, ...]:
    """The elements that a document can be about: those in the review, and others that were looked at."""
    records = review.elements.items()
    return tuple(code for code, record in records if code in review.scope or record.looked_at)


def find_outside_fault(review: Review, codes: Sequence[str]) -> str:
    """A sentence which says that a document cannot be about one of these elements; empty if it can."""
    there = list_elements(review)
    outside = [code for code in codes if code not in there]
    return f"{outside[0]} is not in this review, which is about {', '.join(there)}." if outside else ""


@dataclass(frozen=True)
class TranscriptWords:
    """The document that was chosen, as text."""

    document: DocumentWords
    elements: str
    """Its scope: `all of this review`, or `1A and 1B alone`."""
    names: tuple[str, ...]
    """The names that are removed from all texts, one line each."""

    @property
    def names_left_out(self) -> str:
        """The names that are left out: `Jo Okafor and Sam Lee`, or `none`."""
        return in_words(list(self.names)) if self.names else "none"


def present_transcript(review: Review, wanted: TranscriptOptions) -> TranscriptWords:
    """Present the document that was chosen from a review, and the names it leaves out."""
    return TranscriptWords(
        DOCUMENTS[wanted.kind],
        f"{in_words(list(wanted.codes))} alone" if wanted.codes else "all of this review",
        tuple(shortened(name, _LONGEST_NAME) for name in find_names_to_leave_out(review, wanted)),
    )
