"""The draft priorities table: which elements are candidates, and what matbot drafts from the answers.

The columns are the framework's (Priorities for improvement): focus area, key issues, what to do, progress
wanted in the next 12 months. Issues are drafted from the notes on the questions nearer red, with their
numerals, as in the framework's own example; progress from the green descriptors of those questions.
"""

from collections.abc import Iterable, Sequence

from matbot.review.account import LEANS_RED
from matbot.review.events import ElementDeferred, Event, EventUndone, PriorityWritten, new_id
from matbot.review.log import effective_events
from matbot.review.priority_fields import COLUMNS, WRITTEN
from matbot.review.review import Review
from matbot.review.wording import is_same_wording
from matbot.rubric import Rubric
from matbot.rubric.ends import RED_AND_GREEN
from matbot.rubric.places import code_of, numeral_of
from matbot.text import clean, in_words, one_line

DRAFTED = ("issues", "progress")
"""The fields of a new priority that matbot drafts, if there is anything to draft from."""

FIELDS = tuple(field.name for field in COLUMNS)
"""The fields of a row after its focus area, in the order of the columns."""

NO_ISSUE = "no note to quote: say what the issue is"
"""Used in a draft if there is no note to draft from."""


def candidates(rubric: Rubric, review: Review) -> list[str]:
    """Return the codes of the elements to choose priorities from, the weakest first; any may be chosen.

    Elements that are already in the table, or were not looked at, are left out; unrated ones come last.
    """
    taken = {code for row in review.priorities for code in row.elements}
    looked_at = [code for code in review.elements if review.elements[code].looked_at and code not in taken]
    order = [*rubric.levels, None]
    return sorted(looked_at, key=lambda code: order.index(review.elements[code].rating))


def strengths(rubric: Rubric, review: Review) -> list[str]:
    """Return the codes of the elements rated at the strong end of the scale, the strongest first.

    Framework, Annex A, 3: "areas of strength on which to build".
    """
    strong = [level.letters for level in rubric.scale[::-1]][: len(rubric.scale) // 2]
    rated = [code for code in review.elements if review.elements[code].rating in strong]
    return sorted(rated, key=lambda code: strong.index(str(review.elements[code].rating)))


def draft_priority(
    rubric: Rubric, review: Review, code: str | Sequence[str] = (), focus: str = ""
) -> PriorityWritten:
    """Build a row for an element, several or none, with issues and progress drafted and marked as drafts."""
    codes = (code,) if isinstance(code, str) else tuple(code)
    drafts = {
        "issues": clean(draft_issues(rubric, review, *codes)),
        "progress": clean(draft_progress(rubric, review, *codes)),
    }
    drafted = tuple(name for name in DRAFTED if drafts[name])
    return PriorityWritten(priority=new_id(8), elements=codes, focus=focus, **drafts, drafted=drafted)


def edit_priority(
    row: PriorityWritten, elements: Sequence[str] | None = None, **fields: str
) -> PriorityWritten:
    """Build the event for a row with changed fields, which are no longer drafts."""
    changed = {name: text for name, text in fields.items() if getattr(row, name) != text}
    drafted = tuple(name for name in row.drafted if name not in changed)
    codes = row.elements if elements is None else tuple(elements)
    kept = row.model_dump(exclude={"id", "at"})
    return PriorityWritten.model_validate({**kept, **changed, "elements": codes, "drafted": drafted})


def has_own_words(row: PriorityWritten) -> bool:
    """Return whether people wrote anything in a row, apart from what matbot drafted."""
    return any(getattr(row, name) and name not in row.drafted for name in (field.name for field in WRITTEN))


def find_earlier_row(log: Sequence[Event], codes: Sequence[str], focus: str = "") -> PriorityWritten | None:
    """Return the last row about these elements, even if it was removed, if people wrote anything in it."""
    last = {row.priority: row for row in effective_events(log) if isinstance(row, PriorityWritten)}
    rows = [row for row in last.values() if is_about(row, codes, focus)]
    return rows[-1] if rows and has_own_words(rows[-1]) else None


def find_earlier_deferral(log: Sequence[Event], code: str) -> ElementDeferred:
    """Return the last deferral of an element, even if it was undone; an empty one if there is none."""
    deferrals = [event for event in log if isinstance(event, ElementDeferred) and event.element == code]
    return deferrals[-1] if deferrals else ElementDeferred(element=code)


def build_deferral_undo(log: Sequence[Event], code: str) -> list[EventUndone]:
    """Build the events that undo the deferral of an element."""
    left = [
        event
        for event in effective_events(log)
        if isinstance(event, ElementDeferred) and event.element == code
    ]
    return [EventUndone(reply=event.id) for event in left]


def is_about(row: PriorityWritten, codes: Sequence[str], focus: str = "") -> bool:
    """Return whether a row is about exactly these elements; if there are none, whether the focus matches."""
    same_focus = one_line(row.focus).casefold() == one_line(focus).casefold()
    return set(row.elements) == set(codes) and (bool(codes) or same_focus)


def move_priority(rows: Sequence[PriorityWritten], priority: str, by: int) -> tuple[str, ...]:
    """Return the order of the rows with one of them moved up (`by` is negative) or down, within bounds."""
    order = [row.priority for row in rows]
    place = order.index(priority)
    order.insert(max(0, min(place + by, len(order) - 1)), order.pop(place))
    return tuple(order)


def order_priorities(rows: Sequence[PriorityWritten], first: Iterable[str]) -> tuple[str, ...]:
    """Return the order of the rows with those in `first` at the start; the others keep their order."""
    return tuple(dict.fromkeys([*first, *(row.priority for row in rows)]))


def draft_issues(rubric: Rubric, review: Review, *codes: str) -> str:
    """Draft the key issues from the notes on the questions nearer red: one line a note, numerals first.

    A note that several questions have is listed once, `(ii) and (iii)`. A private note is not quoted. If a
    joint review has no such notes itself, the notes of its groups are used, each with the group's name.
    """
    numerals: dict[str, list[str]] = {}
    for code in codes:
        for id_, note in _find_issues(rubric, review, code):
            numerals.setdefault(note or NO_ISSUE, []).append(_format_numeral(id_, codes))
    return "\n".join(f"{in_words(list(dict.fromkeys(names)))} {issue}" for issue, names in numerals.items())


def issues_to_show(rubric: Rubric, review: Review, row: PriorityWritten) -> str:
    """Return the key issues of a row in the form that others may read.

    A draft quotes notes; if one may have become private since, the draft is made again without it.
    """
    if "issues" not in row.drafted:
        return row.issues
    questions = (question for record in review.elements.values() for question in record.questions.values())
    codes = [code for code in row.elements if code in review.elements]
    anew = len(codes) < len(row.elements) or any(question.private for question in questions)
    return draft_issues(rubric, review, *codes) if anew else row.issues


def rows_to_show(rubric: Rubric, review: Review) -> tuple[PriorityWritten, ...]:
    """Return the rows of the priorities table in the form that others may read."""
    return tuple(
        row.model_copy(update={"issues": issues_to_show(rubric, review, row)}) for row in review.priorities
    )


def draft_progress(rubric: Rubric, review: Review, *codes: str) -> str:
    """Draft the progress wanted in the next 12 months from the green descriptors of questions nearer red."""
    ids = dict.fromkeys(id_ for code in codes for id_, _ in _find_issues(rubric, review, code))
    descriptors = {id_: green for id_ in ids if (green := rubric.questions[id_].green)}
    return "\n".join(f"{_format_numeral(id_, codes)} {green}" for id_, green in descriptors.items())


def _format_numeral(id_: str, codes: Sequence[str]) -> str:
    """Format a question in a row: its numeral, with the code of the element if there are several."""
    numeral = numeral_of(id_)
    return f"{code_of(id_)} ({numeral})" if len(codes) > 1 else f"({numeral})"


def _find_issues(rubric: Rubric, review: Review, code: str) -> list[tuple[str, str]]:
    """Return the questions nearer red with their notes; the groups' if the review has no such notes."""
    own = [
        (id_, "" if record.private else record.note)
        for id_, record in review.elements[code].questions.items()
        if record.leaning in LEANS_RED
    ]
    return own if any(note for _, note in own) else _find_group_issues(rubric, review, code) or own


def _find_group_issues(rubric: Rubric, review: Review, code: str) -> list[tuple[str, str]]:
    """Return the groups' notes on questions nearer red, in the order of the questions: `Middle leaders: ...`.

    Only questions whose wording is the same now are included, since the draft refers to them by numeral.
    """
    return [
        (question.id, f"{one_line(group.label)}: {one_line(answer.note)}")
        for question in rubric.elements[code].questions
        for group in review.groups
        if is_same_wording(rubric, group, question.id)
        and (answer := group.question(question.id)).leaning in LEANS_RED
        and answer.note
    ]


def how_to_choose(rubric: Rubric) -> str:
    """Return the advice on choosing priorities, in the terms of the scale.

    Framework, Annex A, 3: "you don't need to try to tackle all the reds at once".
    """
    is_coloured = rubric.ends == RED_AND_GREEN
    weak, others = (
        ("every red", "an amber or a green")
        if is_coloured
        else (f"all of the {rubric.ends.weak_end}", "a strength")
    )
    return (
        f"Choose what to work on first. You need not tackle {weak} at once: a few that get done are worth "
        f"more, and {others} can be one too."
    )
