"""Everything that was recorded, element by element and question by question."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from matbot.interview.choices import leaning_label
from matbot.interview.copy_differences import CopyDifference
from matbot.report.blocks import Block, HeadingBlock, KeyValues, Quote, Run, paragraph, strong
from matbot.report.copy_differences import differing_in
from matbot.report.sides import format_hands
from matbot.report.words import (
    NOT_CONFIRMED,
    capitalise,
    find_discussed_elements,
    find_silent_elements,
    format_label,
    format_titles,
    has_words,
    on_one_line,
    rating_in_words,
)
from matbot.review import labels
from matbot.review.account import Check, Outcome
from matbot.review.coach import summary_of
from matbot.review.events import ElementRated, HandsShown
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.review.review import ElementRecord, QuestionRecord, Review
from matbot.review.unrated import NOT_IN_THIS_REVIEW, Unrated
from matbot.rubric import Question, Rubric
from matbot.text import in_words

_OUTCOMES: dict[Outcome, str] = {
    "agrees": f"{capitalise(CHECK_OUTCOMES['agrees'])} with this rating.",
    "differs": f"{capitalise(CHECK_OUTCOMES['differs'])}. The rating stands as you agreed it.",
    "sharpens": f"{capitalise(CHECK_OUTCOMES['sharpens'])}.",
}
"""What a reality check made of the rating it is shown with, as sentences."""


def element_by_element(
    rubric: Rubric, review: Review, differences: Sequence[CopyDifference] = ()
) -> Iterator[Block]:
    """Blocks for every element with anything recorded, and its questions, in the framework's order."""
    codes = find_discussed_elements(review)
    if codes:
        yield HeadingBlock(2, "Element by element")
    for code in codes:
        yield from _element(rubric, review, code, differing_in(differences, code))


def build_not_reviewed(rubric: Rubric, review: Review) -> Iterator[Block]:
    """List of the elements with nothing recorded, grouped by reason."""
    outside = [
        code for code in rubric.elements if code not in {*review.scope, *find_discussed_elements(review)}
    ]
    quiet = [code for code in find_silent_elements(review) if code not in review.set_aside]
    left_out = [code for code in find_silent_elements(review) if code in review.set_aside]
    parts = (
        (Unrated.NOT_REVIEWED, quiet),
        (Unrated.NOT_THIS_TIME, left_out),
        (NOT_IN_THIS_REVIEW, outside),
    )
    listed = tuple((label, f"{format_titles(rubric, codes)}.") for label, codes in parts if codes)
    if listed:
        yield HeadingBlock(2, "Elements without answers")
        yield KeyValues(listed)


def _element(rubric: Rubric, review: Review, code: str, differ: str) -> Iterator[Block]:
    element, record = rubric.elements[code], review.elements[code]
    covers = f" It covers: {'; '.join(element.aspects)}." if element.aspects else ""
    yield HeadingBlock(3, f"{element.title}: {rating_in_words(rubric, review, code)}")
    yield paragraph(f"Part of {rubric.heading_of(code).title}.{covers}")
    apart = "; ".join(
        f"{format_label(group)}: {rating_name(rubric, group.element(code).rating)}" for group in review.groups
    )
    before = [("Before, apart", apart)] if review.groups else []
    copies = [("Copies differ in", differ)] if differ else []
    yield KeyValues((*before, *_facts(rubric, record), *copies))
    yield from build_quotation("Why", record.rationale, f"{labels.NO_RATIONALE}." if record.rating else "")
    yield from build_quotation(
        labels.EVIDENCE, record.evidence, f"{labels.NO_EVIDENCE}." if record.rating else ""
    )
    yield from build_quotation("Who sees it differently", record.differs)
    for check in record.checks:
        yield from _reality_check(check)
    for question in element.questions:
        if record.questions[question.id].looked_at:
            yield from _question(rubric, question, record.questions[question.id])


def _facts(rubric: Rubric, record: ElementRecord) -> Iterator[tuple[str, str]]:
    if record.votes:
        hands = zip(rubric.scale, record.votes, strict=True)
        yield "Hands", ", ".join(f"{level.name} {count}" for level, count in hands)
    if moved := _format_moves(rubric, record):
        yield "How it moved", moved
    yield "Questions", format_leanings(rubric, record)
    if record.parked:
        yield "Parked", "to come back to"
    if record.drafted:
        yield "Draft", NOT_CONFIRMED


def format_leanings(
    rubric: Rubric, record: ElementRecord, say: Callable[[Sequence[str]], str] = in_words
) -> str:
    """Which questions have which answers, in one line.

    Args:
        rubric: The framework version.
        record: The element.
        say: Formats the numerals of the questions that have the same answer; a list by default.

    """
    summary = summary_of(record)
    weak, strong_end = rubric.ends.leaning_weak, rubric.ends.leaning_strong
    if len(summary.unanswered) == len(record.questions):
        at_a_glance = "rated at a glance" if record.rating else "none asked"
        return at_a_glance if record.way == "glance" else "none answered"
    parts = (
        (summary.green, strong_end, strong_end),
        (summary.red, weak, weak),
        (summary.not_sure, "not sure", "not sure"),
        (summary.does_not_apply, "do not apply", "does not apply"),
        (() if record.way == "glance" else summary.unanswered, "not answered", "not answered"),
    )
    sentences = [f"{say(some)} {many if len(some) > 1 else one}" for some, many, one in parts if some]
    return "; ".join(sentences)


def _format_moves(rubric: Rubric, record: ElementRecord) -> str:
    """Each show of hands and each rating in order; empty if a single show of hands led to a single rating."""
    moves = [move for move, _ in groupby(_move(rubric, move) for move in record.moves)]
    hands = sum(isinstance(move, HandsShown) for move in record.moves)
    return ", then ".join(moves) if hands and len(moves) > 2 else ""


def _move(rubric: Rubric, move: HandsShown | ElementRated) -> str:
    if isinstance(move, ElementRated):
        return f"rated {rubric.levels[move.rating].name}"
    return f"hands ({format_hands(rubric, move.votes) or 'none'})"


def rating_name(rubric: Rubric, letters: str | None) -> str:
    """The name of a rating; letters that are not on this scale are returned unchanged."""
    return rubric.levels[letters].name if letters in rubric.levels else letters or "no rating"


def _reality_check(check: Check) -> Iterator[Block]:
    """Blocks for one reality check: with whom and when, its outcome for the rating, and what was said."""
    when = f" ({on_one_line(check.when)})" if has_words(check.when) else ""
    whom = f"{on_one_line(check.with_whom)}{when}."
    yield paragraph(strong("Reality check:"), whom, _OUTCOMES[check.outcome])
    if has_words(check.said):
        yield Quote(check.said)


def build_quotation(label: str, words: str, gap: str = "") -> Iterator[Block]:
    """Blocks with a label and people's words, or with `gap` if there are none; nothing if both are empty."""
    if has_words(words):
        yield paragraph(strong(f"{label}:"))
        yield Quote(words)
    elif gap:
        yield paragraph(strong(f"{label}:"), gap)


def _question(rubric: Rubric, question: Question, record: QuestionRecord) -> Iterator[Block]:
    """Blocks for one question: its descriptors, then its answer and what people said about it."""
    yield HeadingBlock(4, f"({question.numeral}) {question.text}")
    yield KeyValues(tuple((one.label, one.text) for one in rubric.descriptors(question)))
    parked = " Parked: come back to it." if record.parked else ""
    drafted = " From the pack, not confirmed yet." if record.drafted else ""
    reworded = " Said when it was asked in other words." if record.reworded else ""
    leaning = strong(_leaning(rubric, question, record) + parked + drafted + reworded)
    words = _words(record)
    if not words:
        yield paragraph(leaning, "No note was made.")
    for place, (label, text) in enumerate(words):
        yield paragraph(leaning, label) if place == 0 else paragraph(label)
        yield Quote(text)


def _words(record: QuestionRecord) -> list[tuple[Run, str]]:
    """What people said about a question, each text with its label: why it does not apply, and the note."""
    note = strong(f"{labels.PRIVATE_NOTE}:") if record.private else Run(f"{labels.NOTE}:")
    reason = record.reason if record.leaning == "does not apply" else ""
    words = ((Run(f"{labels.REASON}:"), reason), (note, record.note))
    return [(label, text) for label, text in words if has_words(text)]


def _leaning(rubric: Rubric, question: Question, record: QuestionRecord) -> str:
    """The answer to a question as a sentence, such as `Nearer the green.` or `Like the weak end.`."""
    if record.leaning is None:
        return "Not answered."
    return f"{leaning_label(rubric, question.id, record.leaning)}."
