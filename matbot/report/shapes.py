"""A review for `matbot show`: as an object for other programs, and in words for the terminal."""

from collections.abc import Iterator
from typing import Any

from matbot.report.columns import TERMINAL, filled, fitted, wrapped
from matbot.report.words import (
    TO_BE_AGREED,
    date_in_words,
    has_words,
    progress,
    reference,
    spoken_of,
    titles,
    trust_of,
    who,
)
from matbot.review.heat_map import Cell, Row, heat_map
from matbot.review.replies import NotNow, Prioritised
from matbot.review.review import ElementRecord, QuestionRecord, Review, Snapshot
from matbot.rubric import Rubric


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
        "scope": list(review.scope),
        "elements": {
            code: _element_shape(rubric.elements[code].name, record)
            for code, record in review.elements.items()
            if code in spoken
        },
        "priorities": [_priority_shape(row) for row in review.priorities],
        "not_now": [_not_now_shape(row) for row in review.not_now],
        "snapshots": [_snapshot_shape(snapshot) for snapshot in review.snapshots],
    }


def _element_shape(name: str, record: ElementRecord) -> dict[str, Any]:
    return {
        "name": name,
        "rating": record.rating,
        "rationale": record.rationale,
        "evidence": record.evidence,
        "votes": list(record.votes) or None,
        "differs": record.differs,
        "parked": record.parked,
        "questions": {
            id_.partition(".")[2]: _question_shape(question) for id_, question in record.questions.items()
        },
    }


def _question_shape(record: QuestionRecord) -> dict[str, Any]:
    return {
        "leaning": record.leaning,
        "note": record.note,
        "private": record.private,
        "parked": record.parked,
        "reason": record.reason if record.leaning == "does not apply" else "",
    }


def _priority_shape(row: Prioritised) -> dict[str, Any]:
    fields = ("issues", "action", "progress", "success_measure", "lead", "next_look")
    texts = {field: getattr(row, field) for field in fields}
    return {"elements": list(row.elements), **texts, "draft": bool(row.drafted)}


def _not_now_shape(row: NotNow) -> dict[str, Any]:
    return {field: getattr(row, field) for field in ("element", "why", "mitigation", "look_again")}


def _snapshot_shape(snapshot: Snapshot) -> dict[str, Any]:
    return {"name": snapshot.name, "at": snapshot.at.isoformat().replace("+00:00", "Z")}


def review_in_words(rubric: Rubric, review: Review) -> str:
    """A review in short, for a terminal of 80 columns: who, the map, the priorities, what is open."""
    return "\n".join(_lines(rubric, review)) + "\n"


def _lines(rubric: Rubric, review: Review) -> Iterator[str]:
    yield from wrapped(f"{trust_of(review)} · {who(review)}")
    begun, said = date_in_words(review.started), date_in_words(review.said)
    yield from wrapped(f"Begun {begun}, last reply {said}. A draft until you agree it.")
    yield from wrapped(progress(review))
    yield ""
    yield from _map_lines(heat_map(rubric, review), set(review.scope) | set(spoken_of(review)))
    yield from _plan_lines(rubric, review)
    yield from _parked_lines(review)
    yield from _open_lines(review)


def _map_lines(rows: tuple[Row, ...], shown: set[str]) -> Iterator[str]:
    """The map in letters and words; of the elements that nobody meant to review, only the codes."""
    cells = [cell for row in rows for cell in row.cells]
    room = max((len(cell.words) for cell in cells if cell.code in shown), default=0)
    for row in rows:
        inside = [cell for cell in row.cells if cell.code in shown]
        if inside:
            yield fitted(f"{row.number} {row.name}", TERMINAL)
            yield from (_cell_line(cell, room) for cell in inside)
    outside = [cell.code for cell in cells if cell.code not in shown]
    if outside:
        yield from wrapped(f"Not in this review: {', '.join(outside)}.")
    yield ""


def _cell_line(cell: Cell, room: int) -> str:
    standing = f"  {filled(cell.code, 4)}{filled(cell.letters or '·', 4)}{filled(cell.words, room)}  "
    parked = " (parked)" if cell.parked else ""
    return standing + fitted(cell.name, TERMINAL - len(standing) - len(parked)) + parked


def _plan_lines(rubric: Rubric, review: Review) -> Iterator[str]:
    if review.priorities:
        yield "Priorities"
    for number, row in enumerate(review.priorities, 1):
        yield _after(f"  {number}. ", titles(rubric, row.elements) or TO_BE_AGREED)
        yield _after("     What to do: ", row.action if has_words(row.action) else TO_BE_AGREED.lower())
    if review.not_now:
        yield from wrapped(f"Not now: {titles(rubric, [row.element for row in review.not_now])}.", indent=2)


def _after(label: str, text: str) -> str:
    """A label and a text on one line of the terminal."""
    return label + fitted(text, TERMINAL - len(label))


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
