"""How the sides of a comparison are put in words: who they are, where each stands, how far apart they are."""

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
"""Up to so many sides have a column each; more have a row each, and their longer words are cut short."""

LONGEST = 200
"""How many characters of one text are shown where there are more sides than a few."""

ONE_RATING, NO_RATING_YET = "only one rating", "no rating yet"
"""How far apart the sides are where fewer than two of them rated an element."""

NOT_REVIEWED = "Not reviewed by any of you"
"""Said of elements in somebody's review of which nobody said anything."""

IN_NONE = "In none of these reviews"
"""Said of the elements that nobody has in their review, and of which nobody said anything."""

_STEPS = ("none", "one step", "two steps", "three steps", "four steps")

_ASKED: dict[Wording, str] = {
    "reworded": "asked in other words (reworded)",
    "new": "not asked all of it (some questions are new)",
    "not in the earlier edition": "not asked (their framework version does not have it)",
    "on another scale": "rated on another scale",
}
"""How a side was asked that was not asked in the same words."""


def format_side(side: Side, longest: int = 40) -> str:
    """A side by its letter and its label, short enough for the head of a column."""
    return f"{side.letter} {shortened(on_one_line(side.label), longest)}".strip()


def format_sides(sides: Sequence[Side], among: Sequence[Side]) -> str:
    """Some of the sides in a sentence: by their letters alone where there are more than a few."""
    return in_words([side.letter if len(among) > FEW else format_side(side) for side in sides])


def rating_of(rubric: Rubric, letters: str | None, beside: str = "") -> RatingCell:
    """A rating with its letters and its name, and what is to stand beside it."""
    return RatingCell(letters, f"{rubric.levels[letters].name}{beside}" if letters else beside)


def format_standing(comparison: Comparison, element: Difference, side: Side) -> RatingCell:
    """Where a side stands, with the hands it showed; or why it has no rating."""
    account = element.account_of(side)
    if account.rating:
        hands = format_hands(comparison.rubric, account.votes)
        return rating_of(comparison.rubric, account.rating, f" (hands: {hands})" if hands else "")
    return RatingCell(None, why_unrated(side.account, element.code) or "")


def marked_rating(account: Account, code: str) -> RatingCell:
    """A side's rating in letters alone; a mark where it has none, as in every grid."""
    unrated = why_unrated(account, code)
    return RatingCell(None, unrated.mark) if unrated else RatingCell(account.element(code).rating)


def outside_legend(outside: Iterable[Account]) -> Iterator[Block]:
    """What the mark of an element means that is not in somebody's review; nothing where there is none."""
    if any(True for _ in outside):
        yield paragraph(f"A dash ({OUTSIDE_MARK}) stands for an element that is not in their review.")


def format_hands(rubric: Rubric, votes: Sequence[int]) -> str:
    """The levels that hands were shown for, with how many: `Red 1, Amber Red 6`."""
    hands = zip(rubric.scale, votes, strict=False)
    return ", ".join(f"{level.name} {count}" for level, count in hands if count)


def format_spread(rubric: Rubric, element: Difference) -> str:
    """How many sides chose each level, and how many none: `Red 1, Amber Green 2, no rating 1`."""
    chosen = list(element.ratings.values())
    counts = [(level.name, chosen.count(level.letters)) for level in rubric.scale]
    return ", ".join(
        f"{name} {count}" for name, count in [*counts, ("no rating", chosen.count(None))] if count
    )


def format_distance(rubric: Rubric, element: Difference) -> str:
    """How far apart the furthest two are: `Red against Green: three steps apart`."""
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
    """What stands in the place of how far apart the sides are where fewer than two rated an element."""
    return ONE_RATING if any(element.ratings.values()) else NO_RATING_YET


def find_asked_otherwise(element: Difference) -> Iterator[tuple[str, list[Side]]]:
    """How some were asked otherwise about an element, `asked in other words`, and who they are."""
    for wording, words in _ASKED.items():
        sides = [side for side in element.sides if element.wordings[side.key] == wording]
        if sides:
            yield words, sides


def format_asked_otherwise(element: Difference) -> Iterator[str]:
    """Who was not asked the same about an element, and how they were: `asked in other words: B Heads`."""
    for words, sides in find_asked_otherwise(element):
        yield f"{words}: {format_sides(sides, element.sides)}"


DRAFTS = "From a pack, not confirmed yet:"


def question_title(comparison: Comparison, id_: str) -> str:
    """A question with its numeral, and for whom it read otherwise."""
    question = comparison.rubric.questions[id_]
    other = [
        side.letter
        for side in comparison.sides
        if id_ in side.account.words and not is_same_wording(comparison.rubric, side.account, id_)
    ]
    return f"({question.numeral}) {question.text}" + (f" (Reworded for {in_words(other)}.)" if other else "")


def format_placing(rubric: Rubric, id_: str, account: QuestionAccount) -> str:
    """Where a side placed a question, and why."""
    words = list_reasons(account)
    leaning = format_leaning(rubric, id_, account.leaning) if account.leaning else "not answered"
    return f"{leaning.capitalize()}: {words}" if words else leaning.capitalize()


def list_reasons(account: QuestionAccount) -> str:
    """What a side said of a question: why it does not apply, and the note."""
    return "\n".join(text for text in (account.reason, account.note) if has_words(text))


def check_in_words(check: Check) -> str:
    """A reality check in a line: with whom and when, what they made of the rating, what was said."""
    note = f" {check.said}" if has_words(check.said) else ""
    return f"{format_check(on_one_line(check.with_whom), on_one_line(check.when), check.outcome)}.{note}"


def labelled_answers(account: ElementAccount) -> tuple[tuple[str, str], ...]:
    """What a side said of an element, each under its label; the texts may be empty."""
    return (
        ("Why", account.rationale),
        ("Key evidence", account.evidence),
        ("Who sees it differently", account.differs),
        ("Reality check", "\n".join(map(check_in_words, account.checks))),
    )
