"""The scope and redaction of a transcript: which elements it covers and which names are left out."""

from __future__ import annotations

from collections.abc import Sequence

from matbot.presenters.transcripts import list_elements
from matbot.review.names import A_NAME, names_known, remove_repeats
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.screens.element_choice import ElementsScreen
from matbot.screens.one_line import OneLineScreen
from matbot.services.export import TranscriptOptions
from matbot.text import LONGEST_NAME, clean_name, one_line

LONGEST_LIST = LONGEST_NAME * 5
"""The maximum length of a line of names, in characters."""


def build_names_dialog(review: Review, names: Sequence[str]) -> OneLineScreen:
    """Build the dialog for names to leave out, filled with those chosen or else those known to the review."""
    return OneLineScreen(
        "Names to leave out",
        f"Each is replaced by {A_NAME} wherever somebody said it. Put commas between the names. Other "
        "people may be named in your notes, so look it through all the same. An empty box leaves all names "
        "in.",
        "Names",
        join_names(names or names_known(review)),
        LONGEST_LIST,
    )


def parse_names(typed: str) -> list[str]:
    """Parse a line of comma-separated names, without repeats."""
    return remove_repeats(filter(None, map(clean_name, typed.split(","))))


def join_names(names: Sequence[str]) -> str:
    """Join as many whole names as fit in the box, separated by commas."""
    line = ""
    for name in names:
        longer = f"{line}, {name}" if line else one_line(name)
        line = longer if len(longer) <= LONGEST_LIST else line
    return line


def build_elements_dialog(rubric: Rubric, review: Review, wanted: TranscriptOptions) -> ElementsScreen:
    """Build the dialog for the elements that a transcript covers."""
    there = list_elements(review)
    words = "A learning set wants a few of them, the board perhaps all."
    return ElementsScreen(words, rubric.part(there).headings, wanted.codes or there)
