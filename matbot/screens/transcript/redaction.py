"""What a transcript is about and whom it names: all of a review, or chosen elements without some names."""

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
"""The most characters of a line of names."""


def build_names_dialog(review: Review, names: Sequence[str]) -> OneLineScreen:
    """Asks which names to leave out; those that are, or that the review knows, stand in the box."""
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
    """The names in a line, each once."""
    return remove_repeats(filter(None, map(clean_name, typed.split(","))))


def join_names(names: Sequence[str]) -> str:
    """As many whole names as the box has room for, with commas between."""
    line = ""
    for name in names:
        longer = f"{line}, {name}" if line else one_line(name)
        line = longer if len(longer) <= LONGEST_LIST else line
    return line


def build_elements_dialog(rubric: Rubric, review: Review, wanted: TranscriptOptions) -> ElementsScreen:
    """Asks which elements it is about, of those there are."""
    there = list_elements(review)
    words = "A learning set wants a few of them, the board perhaps all."
    return ElementsScreen(words, rubric.part(there).headings, wanted.codes or there)
