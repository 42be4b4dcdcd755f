"""A review for `matbot show`: as an object for other programs, and in words for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from matbot.report.columns import TERMINAL, filled, fitted, width, wrapped
from matbot.report.words import (
    TO_BE_AGREED,
    date_in_words,
    focus_of,
    has_words,
    on_one_line,
    progress,
    reference,
    spoken_of,
    titles,
    trust_of,
    who,
)
from matbot.review.account import Account
from matbot.review.heat_map import Cell, Row, heat_map
from matbot.review.outcomes import format_progress_counts
from matbot.review.priorities import FIELDS
from matbot.review.replies import NotNow, Prioritised, Rated, Voted
from matbot.review.review import ElementRecord, QuestionRecord, Review, Snapshot
from matbot.rubric import Rubric
from matbot.rubric.places import numeral_of
from matbot.text import in_words, shortened

_SHORT = 60
"""How much of a label or of a moment's name is said in passing, in characters."""

_LEAST = (4, 4, 0)
"""How many columns of the map the codes, the letters and the words have at least."""

_WORDS = 36
"""How many columns the words have at most: the element's name has the others."""


def review_shape(rubric: Rubric, review: Review) -> dict[str, Any]:
    """The object that `matbot show REVIEW --json` prints: JSON values, empty strings for words not said."""
    spoken = {*review.scope, *spoken_of(review)}
    return {
        "id": review.id,
        "trust": review.trust,
        "group": review.group,
        "people": review.people,
        "rubric": review.rubric,
        "since": review.since,
        "together": [_group_shape(account) for account in review.groups],
        "scope": list(review.scope),
        "elements": {
            code: _element_shape(rubric.elements[code].name, record)
            for code, record in review.elements.items()
            if code in spoken
        },
        "priorities": [_priority_shape(row) for row in review.priorities],
        "not_now": [_not_now_shape(row) for row in review.not_now],
        "looked_back": {
            priority: {"met": back.met, "shows": back.shows} for priority, back in review.looked_back.items()
        },
        "next_review": review.next_review,
        "snapshots": [_snapshot_shape(snapshot) for snapshot in review.snapshots],
    }


def _group_shape(account: Account) -> dict[str, Any]:
    """A group that was brought in, as of which reply: whoever wants its words asks for its own review."""
    return {
        "id": account.review,
        "label": account.label,
        "moment": account.moment or None,
        "upto": account.upto,
    }


def _element_shape(name: str, record: ElementRecord) -> dict[str, Any]:
    return {
        "name": name,
        "rating": record.rating,
        "rationale": record.rationale,
        "evidence": record.evidence,
        "votes": list(record.votes) or None,
        "differs": record.differs,
        "checks": [check.model_dump() for check in record.checks],
        "moves": [_move_shape(move) for move in record.moves],
        "parked": record.parked,
        "questions": {
            numeral_of(id_): _question_shape(question) for id_, question in record.questions.items()
        },
        **_draft_shape(record),
    }


def _draft_shape(record: ElementRecord | QuestionRecord) -> dict[str, bool]:
    """Says of what was read from a pack that it is not confirmed yet; nothing of anything else."""
    return {"draft": True} if record.drafted else {}


def _move_shape(move: Voted | Rated) -> dict[str, Any]:
    said = {"rating": move.rating} if isinstance(move, Rated) else {"votes": list(move.votes)}
    return {"at": moment_shape(move.at), **said}


def _question_shape(record: QuestionRecord) -> dict[str, Any]:
    return {
        "leaning": record.leaning,
        "note": record.note,
        "private": record.private,
        "parked": record.parked,
        "reason": record.reason if record.leaning == "does not apply" else "",
        **({"reworded": True} if record.reworded else {}),
        **_draft_shape(record),
    }


def _priority_shape(row: Prioritised) -> dict[str, Any]:
    texts = {field: getattr(row, field) for field in ("focus", *FIELDS)}
    return {"id": row.priority, "elements": list(row.elements), **texts, "draft": bool(row.drafted)}


def _not_now_shape(row: NotNow) -> dict[str, Any]:
    return {field: getattr(row, field) for field in ("element", "why", "mitigation", "look_again")}


def _snapshot_shape(snapshot: Snapshot) -> dict[str, Any]:
    return {"name": snapshot.name, "at": moment_shape(snapshot.at)}


def moment_shape(at: datetime | None) -> str | None:
    """A moment as programs read it; null where it is not known."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def review_in_words(rubric: Rubric, review: Review) -> str:
    """A review in short, for a terminal of 80 columns: who, the map, the priorities, what is open."""
    return "\n".join(_lines(rubric, review)) + "\n"


def _lines(rubric: Rubric, review: Review) -> Iterator[str]:
    yield from wrapped(f"{trust_of(review)} · {who(review)}")
    begun, said = date_in_words(review.started), date_in_words(review.said)
    yield from wrapped(f"Begun {begun}, last reply {said}. A draft until you agree it.")
    yield from wrapped(progress(review))
    yield from _others_lines(review)
    yield ""
    yield from _map_lines(heat_map(rubric, review), set(review.scope) | set(spoken_of(review)))
    yield from _plan_lines(rubric, review)
    yield from _later_lines(review)
    yield from _parked_lines(review)
    yield from _drafted_lines(review)
    yield from _open_lines(review)


def _others_lines(review: Review) -> Iterator[str]:
    """Whose words stand beside this review's, and how far what they wanted has come."""
    if review.groups:
        yield from wrapped(f"Brings together {_labels(review.groups)}.")
    if review.earlier:
        yield from wrapped(f"Follows the review {review.earlier.review} of {month_of(review.earlier)}.")
    if review.promises:
        yield from wrapped(f"What you set out to do then: {format_progress_counts(review)}.")


def _labels(groups: Sequence[Account]) -> str:
    return in_words([shortened(account.label, _SHORT) for account in groups])


def month_of(account: Account) -> str:
    """When an account was given, such as `October 2026`, the same on every machine."""
    return date_in_words(account.said).partition(" ")[2]


def _map_lines(rows: tuple[Row, ...], shown: set[str]) -> Iterator[str]:
    """The map in letters and words; of the elements that nobody meant to review, only the codes."""
    cells = [cell for row in rows for cell in row.cells]
    rooms = _rooms([cell for cell in cells if cell.code in shown])
    for row in rows:
        inside = [cell for cell in row.cells if cell.code in shown]
        if inside:
            yield fitted(f"{row.number} {row.name}", TERMINAL)
            yield from (_cell_line(cell, rooms) for cell in inside)
    outside = [cell.code for cell in cells if cell.code not in shown]
    if outside:
        yield from wrapped(f"Not in this review: {', '.join(outside)}.")
    yield ""


def _rooms(cells: Sequence[Cell]) -> list[int]:
    """The columns that the codes, the letters and the words of these elements take, with room between."""
    texts = zip(*map(_standing, cells), strict=True)
    widest = [2 + max(map(width, column)) for column in texts]
    return [max(least, most) for least, most in zip(_LEAST, widest, strict=False)]


def _standing(cell: Cell) -> tuple[str, str, str]:
    return cell.code, cell.letters or "·", fitted(cell.words, _WORDS)


def _cell_line(cell: Cell, rooms: Sequence[int]) -> str:
    standing = "  " + "".join(map(filled, _standing(cell), rooms))
    parked = " (parked)" if cell.parked else ""
    return standing + fitted(cell.name, TERMINAL - width(standing) - len(parked)) + parked


def _plan_lines(rubric: Rubric, review: Review) -> Iterator[str]:
    if review.priorities:
        yield "Priorities"
    for number, row in enumerate(review.priorities, 1):
        yield _after(f"  {number}. ", on_one_line(focus_of(rubric, row)))
        yield _after("     What to do: ", row.action if has_words(row.action) else TO_BE_AGREED.lower())
    if review.next_review:
        yield _after("  Next review: ", review.next_review)
    if review.not_now:
        yield from wrapped(f"Not now: {titles(rubric, [row.element for row in review.not_now])}.", indent=2)


def _after(label: str, text: str) -> str:
    """A label and a text on one line of the terminal."""
    return label + fitted(text, TERMINAL - len(label))


def _later_lines(review: Review) -> Iterator[str]:
    """Which ratings were tested with others, and which moments have a name."""
    checked = [
        f"{code} {check.outcome}" for code, record in review.elements.items() for check in record.checks
    ]
    if checked:
        yield from wrapped(f"Reality checks: {', '.join(checked)}.", indent=2)
    named = [f"{shortened(moment.name, _SHORT)} ({date_in_words(moment.at)})" for moment in review.snapshots]
    if named:
        yield from wrapped(f"Named moments: {'; '.join(named)}.", indent=2)


def _parked_lines(review: Review) -> Iterator[str]:
    places = [
        place
        for code, record in review.elements.items()
        for place in (
            [code] * record.parked + [reference(id_) for id_, q in record.questions.items() if q.parked]
        )
    ]
    if places:
        yield from wrapped(f"Parked to come back to: {', '.join(places)}.", indent=2)


def _drafted_lines(review: Review) -> Iterator[str]:
    codes = [code for code, record in review.elements.items() if record.drafted]
    if codes:
        yield from wrapped(f"From the pack, not confirmed yet: {', '.join(codes)}.", indent=2)


def _open_lines(review: Review) -> Iterator[str]:
    """Which elements still want something."""
    spoken = set(spoken_of(review))
    waiting = [
        f"{code} ({'not rated yet' if code in spoken else 'not reviewed'})"
        for code in review.scope
        if not review.elements[code].rating
    ]
    still = f"Still open: {', '.join(waiting)}." if waiting else "Every element of this review has a rating."
    yield ""
    yield from wrapped(still, indent=2)
