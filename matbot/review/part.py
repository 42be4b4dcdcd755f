"""A part of a review: some of its elements, as if nothing had been said of the others."""

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

from matbot.review.review import ElementRecord, QuestionRecord, Review


def part_of(review: Review, codes: Collection[str]) -> Review:
    """The review with these elements alone in scope, and with nothing said of the rest."""
    return replace(
        review,
        scope=tuple(code for code in review.elements if code in codes),
        elements=MappingProxyType(
            {code: record if code in codes else _unsaid(record) for code, record in review.elements.items()}
        ),
        priorities=tuple(row for row in review.priorities if set(row.elements) & set(codes)),
        not_now=tuple(row for row in review.not_now if row.element in codes),
    )


def _unsaid(record: ElementRecord) -> ElementRecord:
    return ElementRecord(questions=MappingProxyType({id_: QuestionRecord() for id_ in record.questions}))
