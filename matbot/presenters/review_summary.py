"""A summary of a review: who took part, its progress, map and priorities, and what is still open."""

from collections.abc import Iterator
from dataclasses import dataclass

from matbot.interview import Interview
from matbot.report.words import (
    NOT_CONFIRMED,
    TO_BE_AGREED,
    capitalise,
    date_in_words,
    find_discussed_elements,
    format_focus,
    format_participants,
    format_progress,
    format_titles,
    has_words,
    month_in_words,
    on_one_line,
    trust_of,
)
from matbot.review.heat_map import Row, heat_map
from matbot.review.labels import PARKED, PARKED_LEFT_OUT
from matbot.review.outcomes import CHECK_OUTCOMES, format_progress_counts
from matbot.review.review import Review
from matbot.review.unrated import Unrated
from matbot.text import in_words, shortened

_SHORT = 60
"""The most characters of a label or of a saved version's name in a sentence."""


def format_add_question(title: str) -> str:
    """Ask whether an element is added to the review; `title` is its code and its name."""
    return f"{title} is not in this review. Add it?"


def format_taken_out(code: str, undo: str) -> str:
    """Say that an element was taken out of the review; `undo` is how that is undone."""
    return f"{code} is no longer in this review. What you said of it is kept. {undo} puts it back."


def format_added(code: str) -> str:
    """Say that an element was added to the review."""
    return f"{code} is in this review now."


@dataclass(frozen=True)
class ReviewSummary:
    """A summary of a review, in sentences and rows."""

    about: tuple[str, ...]
    """Its trust and group, dates and progress, and the reviews that it joins or follows."""
    map: tuple[Row, ...]
    """The heat map: the elements in this review, and others with anything recorded."""
    outside: tuple[str, ...]
    """The codes of all other elements."""
    priorities: tuple[tuple[str, str], ...]
    """The focus area and the action of each priority."""
    next_review: str
    """The date of the next review; empty if it is not decided."""
    notes: tuple[str, ...]
    """A sentence each on what is deferred, tested, saved as a version, parked or not confirmed yet."""
    open: tuple[str, ...]
    """The elements still without a rating, and those left out this time."""


def present_summary(interview: Interview) -> ReviewSummary:
    """Present a summary of a review."""
    rubric, review = interview.rubric, interview.review
    shown = {*review.scope, *find_discussed_elements(review)}
    rows = [
        row._replace(cells=tuple(cell for cell in row.cells if cell.code in shown))
        for row in heat_map(rubric, review)
    ]
    return ReviewSummary(
        about=tuple(_format_about(review)),
        map=tuple(row for row in rows if row.cells),
        outside=tuple(code for code in rubric.elements if code not in shown),
        priorities=tuple(
            (
                on_one_line(format_focus(rubric, row)),
                row.action if has_words(row.action) else TO_BE_AGREED.lower(),
            )
            for row in review.priorities
        ),
        next_review=review.next_review,
        notes=tuple(_format_notes(interview)),
        open=tuple(_format_open(interview)),
    )


def _format_about(review: Review) -> Iterator[str]:
    yield f"{trust_of(review)} · {format_participants(review)}"
    started, last_answer = date_in_words(review.started), date_in_words(review.said)
    yield f"Begun {started}, last updated {last_answer}. A draft until you agree it."
    yield format_progress(review)
    if review.groups:
        yield f"Joint review of {in_words([shortened(group.label, _SHORT) for group in review.groups])}."
    if review.earlier:
        yield f"Follows the review {review.earlier.review} of {month_in_words(review.earlier.said)}."
    if review.promises:
        yield f"What you set out to do then: {format_progress_counts(review)}."


def _format_notes(interview: Interview) -> Iterator[str]:
    rubric, review = interview.rubric, interview.review
    versions = [f"{shortened(one.name, _SHORT)} ({date_in_words(one.at)})" for one in review.snapshots]
    for label, texts in (
        (
            "Deferred",
            [format_titles(rubric, [row.element for row in review.deferred])] if review.deferred else [],
        ),
        (
            "Reality checks",
            [
                f"{code} ({CHECK_OUTCOMES[check.outcome]})"
                for code, record in review.elements.items()
                for check in record.checks
            ],
        ),
        ("Saved versions", ["; ".join(versions)] if versions else []),
        (PARKED, list(map(review.name_place, review.parked))),
        (PARKED_LEFT_OUT, list(map(review.name_place, review.parked_left_out))),
        (capitalise(NOT_CONFIRMED), [code for code, record in review.elements.items() if record.drafted]),
    ):
        if texts:
            yield f"{label}: {', '.join(texts)}."


def _format_open(interview: Interview) -> Iterator[str]:
    """The elements still without a rating; those left out this time are listed separately."""
    review, set_aside = interview.review, interview.flow.set_aside
    unrated = [
        cell
        for row in heat_map(interview.rubric, review)
        for cell in row.cells
        if cell.in_scope and not cell.letters
    ]
    waiting = [f"{cell.code} ({cell.words.lower()})" for cell in unrated if cell.code not in set_aside]
    left_out = [cell.code for cell in unrated if cell.code in set_aside]
    if waiting:
        yield f"Still to rate: {', '.join(waiting)}."
    if left_out:
        yield f"{Unrated.NOT_THIS_TIME}: {', '.join(left_out)}."
    if not unrated:
        yield "Every element of this review has a rating."
