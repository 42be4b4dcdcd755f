"""Text about the sides of a comparison: who they are, their ratings, and how far apart they are."""

from collections.abc import Iterable, Iterator, Sequence

from matbot.report.blocks import Block, RatingCell, paragraph
from matbot.report.words import format_leaning, has_words, on_one_line
from matbot.review.account import Account, Check, ElementAccount, QuestionAccount
from matbot.review.comparison import Comparison, Difference, Side
from matbot.review.outcomes import format_check
from matbot.review.unrated import OUTSIDE_MARK, why_unrated
from matbot.review.wording import Wording, is_same_wording
from matbot.rubric import Rubric
from matbot.text import in_words, shortened

FEW = 3
"""Up to this many sides have a column each; more have a row each, with long texts shortened."""

LONGEST = 200
"""The most characters shown of one text if there are more than `FEW` sides."""

ONE_RATING, NO_RATING_YET = "only one rating", "no rating yet"
"""Shown instead of a distance if fewer than two sides rated an element."""

NOT_REVIEWED = "Not reviewed by any of you"
"""Label of the elements in some side's scope with nothing recorded."""

IN_NONE = "In none of these reviews"
"""Label of the elements in no side's scope with nothing recorded."""

_STEPS = ("none", "one step", "two steps", "three steps", "four steps")

_ASKED: dict[Wording, str] = {
    "reworded": "asked in other words (reworded)",
    "new": "not asked all of it (some questions are new)",
    "not in the earlier edition": "not asked (their framework version does not have it)",
    "on another scale": "rated on another scale",
}
"""How a side was asked if it was not asked in the same words."""


def format_side(side: Side, longest: int = 40) -> str:
    """The letter and label of a side, short enough for a column heading."""
    return f"{side.letter} {shortened(on_one_line(side.label), longest)}".strip()


def format_sides(sides: Sequence[Side], among: Sequence[Side]) -> str:
    """Some of the sides as a list in a sentence; only their letters if there are more than `FEW` in total."""
    return in_words([side.letter if len(among) > FEW else format_side(side) for side in sides])


def rating_of(rubric: Rubric, letters: str | None, beside: str = "") -> RatingCell:
    """A rating with its letters and name, followed by `beside`; without a rating, `beside` alone."""
    return RatingCell(letters, f"{rubric.levels[letters].name}{beside}" if letters else beside)


def format_standing(comparison: Comparison, element: Difference, side: Side) -> RatingCell:
    """A side's rating with its show of hands, or the reason why it has no rating."""
    account = element.account_of(side)
    if account.rating:
        hands = format_hands(comparison.rubric, account.votes)
        return rating_of(comparison.rubric, account.rating, f" (hands: {hands})" if hands else "")
    return RatingCell(None, why_unrated(side.account, element.code) or "")


def marked_rating(account: Account, code: str) -> RatingCell:
    """A side's rating in letters only, or a mark if it has none, as in every grid."""
    unrated = why_unrated(account, code)
    return RatingCell(None, unrated.mark) if unrated else RatingCell(account.element(code).rating)


def outside_legend(outside: Iterable[Account]) -> Iterator[Block]:
    """A paragraph that explains the mark of elements outside somebody's review; nothing if there are none."""
    if any(True for _ in outside):
        yield paragraph(f"A dash ({OUTSIDE_MARK}) stands for an element that is not in their review.")


def format_hands(rubric: Rubric, votes: Sequence[int]) -> str:
    """The levels that hands were shown for, with the number of hands: `Red 1, Amber Red 6`."""
    hands = zip(rubric.scale, votes, strict=False)
    return ", ".join(f"{level.name} {count}" for level, count in hands if count)


def format_spread(rubric: Rubric, element: Difference) -> str:
    """The number of sides that chose each level, or none: `Red 1, Amber Green 2, no rating 1`."""
    chosen = list(element.ratings.values())
    counts = [(level.name, chosen.count(level.letters)) for level in rubric.scale]
    return ", ".join(
        f"{name} {count}" for name, count in [*counts, ("no rating", chosen.count(None))] if count
    )


def format_distance(rubric: Rubric, element: Difference) -> str:
    """The distance between the two ratings furthest apart: `Red against Green: three steps apart`."""
    chosen = [level.name for level in rubric.scale if level.letters in element.ratings.values()]
    if element.steps is None:
        return apart_without_two(element)
    if element.steps == 0:
        return "the same rating, for different reasons" if element.apart else "the same rating"
    weakest, strongest = chosen[0], chosen[-1]
    if element.steps == 1:
        return f"{weakest} and {strongest}: neighbours, one step apart"
    return f"{weakest} against {strongest}: {_STEPS[element.steps]} apart"


def apart_without_two(element: Difference) -> str:
    """The text shown instead of a distance if fewer than two sides rated an element."""
    return ONE_RATING if any(element.ratings.values()) else NO_RATING_YET


def find_asked_otherwise(element: Difference) -> Iterator[tuple[str, list[Side]]]:
    """The ways in which sides were asked differently about an element, each with those sides."""
    for wording, words in _ASKED.items():
        sides = [side for side in element.sides if element.wordings[side.key] == wording]
        if sides:
            yield words, sides


def format_asked_otherwise(element: Difference) -> Iterator[str]:
    """Which sides were asked differently about an element, and how: `asked in other words: B Heads`."""
    for words, sides in find_asked_otherwise(element):
        yield f"{words}: {format_sides(sides, element.sides)}"


DRAFTS = "From a pack, not confirmed yet:"


def question_title(comparison: Comparison, id_: str) -> str:
    """A question with its numeral, and a note of the sides for which it was worded differently."""
    question = comparison.rubric.questions[id_]
    other = [
        side.letter
        for side in comparison.sides
        if id_ in side.account.words and not is_same_wording(comparison.rubric, side.account, id_)
    ]
    return f"({question.numeral}) {question.text}" + (f" (Reworded for {in_words(other)}.)" if other else "")


def format_placing(rubric: Rubric, id_: str, account: QuestionAccount) -> str:
    """A side's answer to a question, and the reasons for it."""
    words = list_reasons(account)
    leaning = format_leaning(rubric, id_, account.leaning) if account.leaning else "not answered"
    return f"{leaning.capitalize()}: {words}" if words else leaning.capitalize()


def list_reasons(account: QuestionAccount) -> str:
    """A side's words about a question, one text per line: why it does not apply, and the note."""
    return "\n".join(text for text in (account.reason, account.note) if has_words(text))


def check_in_words(check: Check) -> str:
    """A reality check as text: with whom and when, its outcome for the rating, and what was said."""
    note = f" {check.said}" if has_words(check.said) else ""
    return f"{format_check(on_one_line(check.with_whom), on_one_line(check.when), check.outcome)}.{note}"


def labelled_answers(account: ElementAccount) -> tuple[tuple[str, str], ...]:
    """A side's texts about an element, each with its label; texts may be empty."""
    return (
        ("Why", account.rationale),
        ("Key evidence", account.evidence),
        ("Who sees it differently", account.differs),
        ("Reality check", "\n".join(map(check_in_words, account.checks))),
    )
