"""A comparison as data and text: each side's rating, how far apart they are, and what to discuss."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matbot.report.sides import (
    DRAFTS,
    NO_RATING_YET,
    NOT_REVIEWED,
    ONE_RATING,
    apart_without_two,
    find_asked_otherwise,
    format_distance,
)
from matbot.report.words import capitalise
from matbot.review.comparison import Comparison, Difference, Side
from matbot.review.unrated import NO_RATING, NO_RATING_MARK, OUTSIDE_MARK, Unrated, why_unrated
from matbot.rubric.places import numeral_of
from matbot.text import in_words, number_in_words, one_line

NO_DIFFERENCE = "There is no difference to talk about yet."

Named = Callable[[Sequence[Side]], str]
"""Formats sides in a sentence: by their letters, or by their labels."""


@dataclass(frozen=True)
class SideState:
    """A side's rating of an element, or why it has none."""

    side: Side
    letters: str
    """The letters of its rating; empty if it has none."""
    words: str
    """The name of its rating, or why it has none."""

    @property
    def mark(self) -> str:
        """The mark that represents it in a grid."""
        return self.letters or Unrated(self.words).mark


@dataclass(frozen=True)
class ComparedElement:
    """One element with the rating of each side, as text."""

    code: str
    name: str
    states: tuple[SideState, ...]
    """The state of each side, in the order of the sides."""
    chosen: tuple[tuple[str, tuple[Side, ...]], ...]
    """The sides by rating: the levels, weakest first, then the reasons for no rating; none is empty."""
    difference: str
    """The distance between the two ratings furthest apart: `Red against Green: three steps apart`."""
    short_difference: str
    """A shorter form of it: `three steps apart`."""
    remarks: tuple[str, ...]
    """A sentence each on differing answers, missing evidence, different wordings and unconfirmed drafts."""


@dataclass(frozen=True)
class ComparisonParts:
    """The elements of a comparison by outcome, each part in the order to discuss it."""

    to_discuss: tuple[Difference, ...]
    """The sides differ in their ratings or their answers."""
    alike: tuple[Difference, ...]
    alone: tuple[Difference, ...]
    """Only one side rated it."""
    unrated: tuple[Difference, ...]
    """Some side discussed it, and none rated it."""
    silent: tuple[Difference, ...]
    """In some side's scope, with nothing recorded."""
    outside: tuple[Difference, ...]
    """In no side's scope, with nothing recorded."""

    @property
    def rest(self) -> tuple[tuple[str, list[str]], ...]:
        """The elements with nothing to discuss, or not yet, by title; empty groups are left out."""
        titled = (
            ("Rated alike", self.alike),
            (capitalise(ONE_RATING), self.alone),
            (capitalise(NO_RATING_YET), self.unrated),
            (NOT_REVIEWED, self.silent),
        )
        return tuple((title, [one.code for one in elements]) for title, elements in titled if elements)


def group_elements(comparison: Comparison) -> ComparisonParts:
    """Group the elements of a comparison by outcome."""
    discussed = {element.code for element in comparison.to_discuss}
    left = [element for element in comparison.agenda if element.code not in discussed]
    quiet = [element for element in comparison.elements if not element.spoken_of]
    meant = {code for side in comparison.sides for code in side.account.scope}
    return ComparisonParts(
        to_discuss=comparison.to_discuss,
        alike=tuple(one for one in left if one.steps == 0),
        alone=tuple(one for one in left if one.steps is None and any(one.ratings.values())),
        unrated=tuple(one for one in left if not any(one.ratings.values())),
        silent=tuple(one for one in quiet if one.code in meant),
        outside=tuple(one for one in quiet if one.code not in meant),
    )


def present_element(comparison: Comparison, element: Difference, named: Named) -> ComparedElement:
    """Present an element as text; `named` formats the sides in its sentences."""
    return ComparedElement(
        element.code,
        element.name,
        tuple(side_state(comparison, element, side) for side in element.sides),
        tuple(_find_chosen(comparison, element)),
        format_distance(comparison.rubric, element),
        format_difference(element),
        tuple(_format_remarks(element, named)),
    )


def side_state(comparison: Comparison, element: Difference, side: Side) -> SideState:
    """Find a side's rating of an element, or why it has none."""
    unrated = why_unrated(side.account, element.code)
    if unrated:
        return SideState(side, "", unrated)
    letters = element.account_of(side).rating or ""
    return SideState(side, letters, comparison.rubric.levels[letters].name)


def _find_chosen(comparison: Comparison, element: Difference) -> Iterator[tuple[str, tuple[Side, ...]]]:
    states = [side_state(comparison, element, side) for side in element.sides]
    for words in (*(level.name for level in comparison.rubric.scale), *Unrated):
        sides = tuple(state.side for state in states if state.words == words)
        if sides:
            yield words, sides


def format_difference(element: Difference) -> str:
    """How far apart the sides are, in a few words."""
    if element.steps is None:
        return apart_without_two(element)
    if element.steps == 0:
        return "same, why differs" if element.apart else "the same"
    steps = number_in_words(element.steps)
    return f"{steps} step{'s' * (element.steps > 1)} apart"


def _format_remarks(element: Difference, named: Named) -> Iterator[str]:
    """Further remarks on an element, one sentence each."""
    numerals = [numeral_of(id_) for id_ in element.apart]
    if numerals:
        yield f"You answer question{'s' * (len(numerals) > 1)} {in_words(numerals)} differently."
    yield from format_without_evidence(element, named)
    for words, sides in find_asked_otherwise(element):
        yield f"{capitalise(words)}: {named(sides)}. Compare with care."
    if unconfirmed := element.unconfirmed:
        yield f"{DRAFTS} what {named(unconfirmed)} said."


def format_without_evidence(element: Difference, named: Named) -> Iterator[str]:
    """A sentence on who rated an element without naming key evidence; nothing if all named some."""
    without = element.unevidenced
    raters = sum(rating is not None for rating in element.ratings.values())
    if len(without) == raters > 1:
        yield "Nobody named key evidence."
    elif without:
        yield f"No key evidence named by {named(without)}."


# The comparison as a whole


def format_legend(comparison: Comparison) -> tuple[str, ...]:
    """The meaning of the letters and marks in a grid."""
    levels = (f"{level.letters} {level.name}" for level in comparison.rubric.scale)
    return (*levels, f"{NO_RATING_MARK} {NO_RATING}", f"{OUTSIDE_MARK} {Unrated.OUTSIDE.lower()}")


def format_summary(comparison: Comparison) -> str:
    """A sentence on how many elements there are to discuss."""
    several = [element for element in comparison.agenda if element.steps is not None]
    if not several:
        return "No element is rated by two of you yet, so there is nothing to set side by side."
    if not comparison.to_discuss:
        return "You see every element alike that two or more of you rated. What shows it?"
    many = len(comparison.to_discuss)
    there = "is 1 element" if many == 1 else f"are {many} elements"
    return f"There {there} to talk about, of {len(several)} that two or more of you rated."


def format_unconfirmed_drafts(comparison: Comparison) -> str:
    """A sentence on whose answers were read from a pack and not confirmed yet; empty if there are none."""
    found = [f"{one.code} of {format_letters(who)}" for one in comparison.agenda if (who := one.unconfirmed)]
    return f"{DRAFTS} {'; '.join(found)}." if found else ""


# The sides


def format_letters(sides: Sequence[Side]) -> str:
    """The letters of sides as a list: `A`, `A and C`."""
    return in_words([side.letter for side in sides])


def side_name(side: Side) -> str:
    """The letter and label of a side, on one line."""
    return f"{side.letter} {one_line(side.label)}"


def format_saved_version(side: Side) -> str:
    """The name of the saved version compared, unless the side's label contains it; empty if it is none."""
    version_name = side.account.moment
    return "" if version_name in side.label else one_line(version_name)


def format_side_count(sides: Sequence[Side]) -> str:
    """The number and kind of sides: `Three groups`, or `Two reviews` if one group appears twice."""
    groups = {(side.account.trust.casefold(), side.account.group.casefold()) for side in sides}
    many = number_in_words(len(sides)).capitalize()
    return f"{many} {'groups' if len(groups) == len(sides) else 'reviews'}"


def list_trusts(sides: Sequence[Side]) -> list[str]:
    """The trusts that the sides belong to, without duplicates."""
    return list(dict.fromkeys(one_line(side.account.trust) for side in sides if side.account.trust))
