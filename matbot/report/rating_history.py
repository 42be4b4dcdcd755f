"""What stands beside a rating: how it moved while people talked, what was rated apart, how it was tested."""

from collections.abc import Iterator
from itertools import groupby

from matbot.report.blocks import Block, Quote, paragraph, strong
from matbot.report.sides import shown_hands
from matbot.report.words import begun, has_words, label_of, on_one_line
from matbot.review.account import Check, Outcome
from matbot.review.events import ElementRated, HandsShown
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.review.review import ElementRecord, Review
from matbot.rubric import Rubric

_OUTCOMES: dict[Outcome, str] = {
    "agrees": f"{begun(CHECK_OUTCOMES['agrees'])} with this rating.",
    "differs": f"{begun(CHECK_OUTCOMES['differs'])}. The rating stands as you agreed it.",
    "sharpens": f"{begun(CHECK_OUTCOMES['sharpens'])}.",
}
"""What a reality check made of the rating that it stands beside, in sentences."""


def how_it_moved(rubric: Rubric, record: ElementRecord) -> str:
    """Each show of hands and each rating in turn; empty where hands were shown once and led to one rating."""
    moves = [move for move, _ in groupby(_move(rubric, move) for move in record.moves)]
    hands = sum(isinstance(move, HandsShown) for move in record.moves)
    return ", then ".join(moves) if hands and len(moves) > 2 else ""


def _move(rubric: Rubric, move: HandsShown | ElementRated) -> str:
    if isinstance(move, ElementRated):
        return f"rated {rubric.levels[move.rating].name}"
    return f"hands ({shown_hands(rubric, move.votes) or 'none'})"


def rated_apart(rubric: Rubric, review: Review, code: str) -> Iterator[tuple[str, str]]:
    """What each group that was brought together had rated before."""
    if review.groups:
        yield (
            "Before, apart",
            "; ".join(
                f"{label_of(group)}: {rating_name(rubric, group.element(code).rating)}"
                for group in review.groups
            ),
        )


def rating_name(rubric: Rubric, letters: str | None) -> str:
    """A rating's name; letters that this scale does not have stand as they are."""
    return rubric.levels[letters].name if letters in rubric.levels else letters or "no rating"


def reality_check(check: Check) -> Iterator[Block]:
    """A rating tested with others: with whom and when, what it did to the rating, and what was said."""
    when = f" ({on_one_line(check.when)})" if has_words(check.when) else ""
    whom = f"{on_one_line(check.with_whom)}{when}."
    yield paragraph(strong("Reality check:"), whom, _OUTCOMES[check.outcome])
    if has_words(check.said):
        yield Quote(check.said)
