"""The meaning of marks in a pack. An ambiguous mark has no meaning."""

import re

from matbot.importers.readers.word_symbols import PRIVATE_SIGNS
from matbot.interview.choices import LEANING_KEYS, leaning_labels
from matbot.review.account import LEANINGS, Leaning
from matbot.rubric import Question
from matbot.rubric.ends import RED_AND_GREEN, WEAK_AND_STRONG
from matbot.text import clean

_TICKS = {"x", "×", "✕", "✖", "✗", "✘", "☒", "✓", "✔", "☑", "✅", "√", "🗸", "🗹", "yes", "y"}
"""Marks that select a rating: what people type, and what editors convert it to."""

_BOXES = {"", "☐", "□", "🗆"}
"""Marks that are empty boxes."""

_LOOKS = "\ufe0e\ufe0f"
"""Variation selectors, which make a sign render as text or as an emoji."""

_KEYS: dict[str, Leaning] = dict(zip(LEANING_KEYS, LEANINGS, strict=True))
_NAMES: dict[str, Leaning] = {
    name.casefold(): leaning
    for ends in (RED_AND_GREEN, WEAK_AND_STRONG)
    for question in (None, Question(id="", text="", red="red"), Question(id="", text="", green="green"))
    for leaning, label in zip(LEANINGS, leaning_labels(ends, question).values(), strict=True)
    for name in (label, leaning)
}
_KEY_AND_NAME = re.compile(r"([0-4x])[\s.:)=–-]+(.+)")


def is_tick(text: str) -> bool:
    """Whether a mark selects the row it is in."""
    return _plain(text) in _TICKS


def is_empty_box(text: str) -> bool:
    """Whether a mark is nothing, or an empty box."""
    return _plain(text) in _BOXES


def leaning_of(text: str) -> Leaning | None:
    """The answer that a mark stands for: its key, its words or both; None if it stands for none."""
    mark = _plain(text)
    if both := _KEY_AND_NAME.fullmatch(mark):
        leaning = _KEYS[both[1]]
        return leaning if _NAMES.get(both[2]) == leaning else None
    return _KEYS.get(mark) or _NAMES.get(mark)


def is_bare_mark(text: str) -> bool:
    """Whether a text is only a mark, in a field for words."""
    mark = _plain(text)
    return len(mark) == 1 and (mark in _KEYS or mark in _TICKS)


def _plain(text: str) -> str:
    """A mark normalised for comparison, without surrounding punctuation."""
    mark = clean(text).translate({**dict.fromkeys(map(ord, _LOOKS)), **PRIVATE_SIGNS})
    return " ".join(mark.casefold().strip(" .,;()[]\n\t").split())
