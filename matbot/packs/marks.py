"""What a mark in a pack stands for. A mark that could mean two things means nothing."""

import re

from matbot.interview.turns import LEANING_CHOICES
from matbot.review.leanings import LEANINGS, Leaning
from matbot.text import clean

_TICKS = {"x", "✓", "✔", "☑", "☒", "×", "yes"}
"""What says `this one`, beside a rating."""

_LOOKS = "\ufe0e\ufe0f"
"""What says whether a tick is drawn as text or as a picture."""

_KEYS: dict[str, Leaning] = {
    choice.key: leaning for choice, leaning in zip(LEANING_CHOICES, LEANINGS, strict=True)
}
_NAMES: dict[str, Leaning] = {
    name.casefold(): leaning
    for choice, leaning in zip(LEANING_CHOICES, LEANINGS, strict=True)
    for name in (choice.label, leaning)
}
_KEY_AND_NAME = re.compile(r"([0-4x])[\s.:)=–-]+(.+)")


def is_tick(text: str) -> bool:
    """Whether a mark says `this one`."""
    return _plain(text) in _TICKS


def leaning_of(text: str) -> Leaning | None:
    """The leaning that a mark stands for: its key, its words, or both; None if it stands for none."""
    mark = _plain(text)
    if both := _KEY_AND_NAME.fullmatch(mark):
        leaning = _KEYS[both[1]]
        return leaning if _NAMES.get(both[2]) == leaning else None
    return _KEYS.get(mark) or _NAMES.get(mark)


def is_bare_mark(text: str) -> bool:
    """Whether somebody put a mark where words are wanted."""
    mark = _plain(text)
    return len(mark) == 1 and (mark in _KEYS or mark in _TICKS)


def _plain(text: str) -> str:
    """A mark without what people put round it."""
    mark = clean(text).translate(dict.fromkeys(map(ord, _LOOKS)))
    return " ".join(mark.casefold().strip(" .,;()[]\n\t").split())
