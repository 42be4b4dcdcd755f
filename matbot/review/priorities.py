"""The draft priorities table: who is a candidate, and what matbot drafts from what was said.

The framework (Priorities for improvement): focus area, key issues, what to do, progress wanted in the
next 12 months. Issues are drafted from the notes of the questions that lean red, with their numerals,
as its own example does; progress from the green descriptors of those questions.
"""

from collections.abc import Sequence

from matbot.review.replies import Leaning, Prioritised, new_id
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import in_words

LEANS_RED: tuple[Leaning, ...] = ("red", "nearer red")
DRAFTED = ("issues", "progress")
"""The fields of a new priority that matbot drafts."""

NO_ISSUE = "no note to quote: say what the issue is"
"""Stands in a draft where there is no note to draft from."""


def candidates(rubric: Rubric, review: Review) -> list[str]:
    """The codes of the elements to choose priorities from: the weakest rating first, any can be taken.

    Elements already on the table are left out; those not rated come last, and only where something
    was said of them.
    """
    taken = {code for row in review.priorities for code in row.elements}
    looked_at = [code for code in review.elements if review.elements[code].looked_at and code not in taken]
    order = [*rubric.levels, None]
    return sorted(looked_at, key=lambda code: order.index(review.elements[code].rating))


def strengths(rubric: Rubric, review: Review) -> list[str]:
    """The codes of the elements rated at the strong end of the scale, the strongest first."""
    strong = [level.letters for level in rubric.scale[::-1]][: len(rubric.scale) // 2]
    rated = [code for code in review.elements if review.elements[code].rating in strong]
    return sorted(rated, key=lambda code: strong.index(str(review.elements[code].rating)))


def draft_priority(rubric: Rubric, review: Review, code: str) -> Prioritised:
    """A new row for an element, its issues and progress drafted and marked so."""
    return Prioritised(
        priority=new_id(8),
        elements=(code,),
        issues=draft_issues(review, code),
        progress=draft_progress(rubric, review, code),
        drafted=DRAFTED,
    )


def edited(row: Prioritised, **fields: str) -> Prioritised:
    """A new reply for a row with some of its fields changed; a changed field is a draft no longer."""
    changed = {name: text for name, text in fields.items() if getattr(row, name) != text}
    drafted = tuple(name for name in row.drafted if name not in changed)
    kept = row.model_dump(exclude={"id", "at"})
    return Prioritised.model_validate({**kept, **changed, "drafted": drafted})


def moved(rows: Sequence[Prioritised], priority: str, by: int) -> tuple[str, ...]:
    """The order of the rows with one of them moved up (negative) or down, as far as there is room."""
    order = [row.priority for row in rows]
    place = order.index(priority)
    order.insert(max(0, min(place + by, len(order) - 1)), order.pop(place))
    return tuple(order)


def draft_issues(review: Review, code: str) -> str:
    """Key issues from the notes of an element's questions that lean red: one line a note, numerals first.

    A note given to several questions is named once, `(ii) and (iii)`. A private note is not quoted.
    """
    numerals: dict[str, list[str]] = {}
    for id_ in review.elements[code].leaning(*LEANS_RED):
        record = review.question(id_)
        issue = NO_ISSUE if record.private else record.note or NO_ISSUE
        numerals.setdefault(issue, []).append(f"({id_.partition('.')[2]})")
    return "\n".join(f"{in_words(names)} {issue}" for issue, names in numerals.items())


def draft_progress(rubric: Rubric, review: Review, code: str) -> str:
    """Progress wanted in the next 12 months, from the green descriptors of the questions that lean red."""
    lean_red = review.elements[code].leaning(*LEANS_RED)
    return "\n".join(f"({id_.partition('.')[2]}) {rubric.questions[id_].green}" for id_ in lean_red)
