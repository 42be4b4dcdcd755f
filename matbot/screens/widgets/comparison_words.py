"""What the compare pages say of groups side by side, in words."""

from collections.abc import Sequence

from matbot.report.sides import DRAFTS, drafts
from matbot.review.comparison import Comparison, Difference, Side
from matbot.review.wording import Wording
from matbot.rubric.places import numeral_of
from matbot.text import in_words, number_in_words, one_line

NOT_RATED, NOT_LOOKED_AT = "·", "–"
"""What stands for an element without a rating: in the side's review, and not in it."""

APART = 17
"""The columns that `apart` takes at most, on a scale of four."""

_WORDINGS: dict[Wording, str] = {
    "reworded": "answered questions in other words",
    "new": "answered fewer questions here",
    "not in the earlier edition": "did not have this element to answer",
    "on another scale": "rated it on another scale",
}


def number(count: int) -> str:
    """A small number as a word."""
    return number_in_words(count, none="no")


def who(sides: Sequence[Side]) -> str:
    """What the sides are: `Three groups`, or `Two reviews` where one group stands there twice."""
    groups = {(side.account.trust.casefold(), side.account.group.casefold()) for side in sides}
    return f"{number(len(sides)).capitalize()} {'groups' if len(groups) == len(sides) else 'reviews'}"


def trusts(sides: Sequence[Side]) -> list[str]:
    """The trusts that the sides belong to, each once."""
    return list(dict.fromkeys(one_line(side.account.trust) for side in sides if side.account.trust))


def name(side: Side) -> str:
    """A side by letter and label, on one line."""
    return f"{side.letter} {one_line(side.label)}"


def letters(sides: Sequence[Side]) -> str:
    """Sides by their letters: `A`, `A and C`."""
    return in_words([side.letter for side in sides])


def apart(element: Difference) -> str:
    """How far apart the sides are, in a few words."""
    if element.steps is None:
        rated = sum(rating is not None for rating in element.ratings.values())
        return "one side alone" if rated else "not rated"
    if element.steps == 0:
        return "same, why differs" if element.apart else "the same"
    return f"{number(element.steps)} step{'s' * (element.steps > 1)} apart"


def leaning_apart(element: Difference) -> str:
    """Which questions the sides place differently, in a sentence; empty if there are none."""
    numerals = [numeral_of(id_) for id_ in element.apart]
    if not numerals:
        return ""
    return f"You place question{'s' * (len(numerals) > 1)} {in_words(numerals)} differently."


def without_evidence(element: Difference) -> str:
    """Who rated it and named no key evidence, in a sentence; empty if all named some."""
    without = element.unevidenced
    raters = sum(rating is not None for rating in element.ratings.values())
    if len(without) == raters > 1:
        return "Nobody named key evidence."
    return f"No key evidence named by {letters(without)}." if without else ""


def other_wordings(element: Difference) -> list[str]:
    """Who was asked something else, or has not confirmed their answers yet, a sentence each."""
    ways: dict[str, list[Side]] = {}
    for side in element.sides:
        if words := _WORDINGS.get(element.wordings[side.key]):
            ways.setdefault(words, []).append(side)
    said = [f"{letters(sides)} {words}: compare with care." for words, sides in ways.items()]
    unconfirmed = drafts(element)
    return [*said, *([f"{DRAFTS} what {letters(unconfirmed)} said."] if unconfirmed else [])]


def ratings(comparison: Comparison, element: Difference) -> str:
    """Who rated it how, the weakest first: `Red: A. Amber Green: B and C.` and so on."""
    levels = {level.letters: level.name for level in comparison.rubric.scale}
    said = [(words, rated(element, rating)) for rating, words in levels.items()]
    said.append(("Not rated", rated(element, None)))
    return " ".join(f"{words}: {letters(sides)}." for words, sides in said if sides)


def rated(element: Difference, rating: str | None) -> list[Side]:
    """The sides that gave it this rating, or none."""
    return [side for side in element.sides if element.said(side).rating == rating]
