"""What is not settled: parked, not sure, does not apply; and at the end, all that is still open."""

from collections.abc import Iterator, Sequence
from itertools import chain

from matbot.report.blocks import Block, HeadingBlock, KeyValues, paragraph, strong
from matbot.report.words import TO_BE_AGREED, focus_of, has_words, or_gap, reference, spoken_of, titles
from matbot.review.events import PriorityWritten
from matbot.review.review import Review
from matbot.rubric import Rubric

Pairs = list[tuple[str, str]]


def to_come_back_to(rubric: Rubric, review: Review) -> Iterator[Block]:
    """What was parked, what nobody was sure of, and what does not apply with the reason."""
    lists = {
        "Parked": [*_parked_elements(rubric, review), *_parked_questions(rubric, review)],
        "Not sure": _not_sure(rubric, review),
        "Does not apply": _reasons(review),
    }
    yield HeadingBlock(2, "To come back to")
    if not any(lists.values()):
        yield paragraph("Nothing was parked, and there was no question you were not sure of.")
    for name, pairs in lists.items():
        if pairs:
            yield paragraph(strong(name))
            yield KeyValues(tuple(pairs))


def _parked_elements(rubric: Rubric, review: Review) -> Pairs:
    parked = [code for code, record in review.elements.items() if record.parked]
    return [(code, f"{rubric.elements[code].name}, the whole element") for code in parked]


def _parked_questions(rubric: Rubric, review: Review) -> Pairs:
    return [_asked(rubric, review, id_) for id_ in rubric.questions if review.question(id_).parked]


def _not_sure(rubric: Rubric, review: Review) -> Pairs:
    """The questions nobody was sure of, those left out that are parked as well: they are named there."""
    ids = chain(*(record.leaning("not sure") for record in review.elements.values()))
    return [_asked(rubric, review, id_) for id_ in ids if not review.question(id_).parked]


def _reasons(review: Review) -> Pairs:
    """The questions that do not apply, with the reason in people's own words."""
    ids = chain(*(record.leaning("does not apply") for record in review.elements.values()))
    return [(reference(id_), or_gap(review.question(id_).reason, "No reason was noted")) for id_ in ids]


def _asked(rubric: Rubric, review: Review, id_: str) -> tuple[str, str]:
    """A question by its reference, and its text; what was parked unsure says so."""
    record = review.question(id_)
    unsure = ", not sure" if record.parked and record.leaning == "not sure" else ""
    return reference(id_) + unsure, rubric.questions[id_].text


def still_open(rubric: Rubric, review: Review) -> Iterator[Block]:
    """What nobody has answered or decided yet, and when the next review is."""
    yield HeadingBlock(2, "Still open")
    unanswered = _unanswered(rubric, review)
    if unanswered:
        yield paragraph("These questions have no answer yet, in elements that you began:")
        yield KeyValues(tuple(unanswered))
    undecided = _undecided(rubric, review)
    if undecided:
        yield paragraph("Still to settle:")
        yield KeyValues(tuple(undecided))
    yield paragraph(strong("Next review:"), or_gap(review.next_review, f"{TO_BE_AGREED}."))


def _unanswered(rubric: Rubric, review: Review) -> Pairs:
    """The questions without an answer, in the elements that were taken question by question."""
    begun = [code for code in spoken_of(review) if review.elements[code].way == "questions"]
    records = chain(*(review.elements[code].questions.items() for code in begun))
    return [_asked(rubric, review, id_) for id_, record in records if not record.looked_at]


def _undecided(rubric: Rubric, review: Review) -> Pairs:
    """The elements that want a rating or evidence, and the priorities that are not agreed."""
    spoken = {code: review.elements[code] for code in spoken_of(review)}
    no_rating = [code for code, record in spoken.items() if not record.rating]
    no_evidence = [
        code for code, record in spoken.items() if record.rating and not has_words(record.evidence)
    ]
    drafts = [row for row in review.priorities if row.drafted]
    no_action = [row for row in review.priorities if not has_words(row.action)]
    wanted = {
        "The rating": titles(rubric, no_rating),
        "Key evidence": titles(rubric, no_evidence),
        "Your own words for what matbot drafted": _about(rubric, drafts),
        "What to do about it": _about(rubric, no_action),
    }
    return [(name, about) for name, about in wanted.items() if about]


def _about(rubric: Rubric, rows: Sequence[PriorityWritten]) -> str:
    """What rows of the table are about, in one line: their elements, else their own words."""
    return "; ".join(titles(rubric, row.elements) or focus_of(rubric, row) for row in rows)
