"""The workshop pack: chosen elements on paper, with space for evidence and a place to mark the rating.

Framework, Annex A, 2: "Circulating the framework questions and descriptions in advance".

`matbot.importers.packs` reads packs that were filled in, and finds its way by the labels in this module.
"""

from collections.abc import Iterator, Sequence

from matbot.interview.choices import LEANING_KEYS, leaning_labels
from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    KeyValues,
    RatingCell,
    Report,
    Table,
    TableCell,
    paragraph,
    strong,
)
from matbot.report.fill_in import FillIn
from matbot.report.words import name_rating, on_one_line, reference
from matbot.rubric import Element, Question, Rubric
from matbot.rubric.model import Descriptor

FRAMEWORK_LABEL = "Framework version"
"""The label of the framework version's id."""

FRAMEWORK_LABELS = (FRAMEWORK_LABEL, "Edition")
"""Its labels in the packs of this matbot and of earlier versions, which can still be imported."""

QUESTION = "Question"
"""The heading of the first column, which holds the question; the columns of its descriptors follow."""

UNDESCRIBED = "–"
"""Printed in the column of a level that a question does not describe, so that nobody fills it in."""

MARK, WORDS = "Where you are", "What makes you say that"
"""The headings of the columns of a question that people fill in."""

YOURS = "Yours"
"""The heading of the column that people fill in, in the table of a rating."""

RATIONALE, EVIDENCE, DIFFERS = "Why that rating", "Key evidence", "Who sees it differently"
"""The labels that are printed after the levels of the scale."""

YOUR_RATING = "your rating"
"""Printed after an element's code above its rating, in a pack that is filled in on lines."""

TITLE = "Workshop pack"
"""How the title of a pack begins."""

END = "End of"
"""How the line begins that ends the space for a question or a rating, in a pack filled in on lines."""

HOW_TO = "How to use it"

_ONE_END = "Where one end alone is described, the other is its opposite."
_RATE = "The rating is yours: put one x beside it. Nothing works it out for you."


_HOW_TO_FILL_IN = {
    FillIn.CELLS: (
        "Write in the empty cells alone; they grow as you write. Then send the file back as it is: matbot "
        "reads it into a review, and asks you to confirm what it read."
    ),
    FillIn.LINES: (
        "Write after the colon, on as many lines as you need, above the line that says where it ends; leave "
        "the labels and those lines as they are. Then send the file back: matbot reads it into a review, and "
        "asks you to confirm what it read."
    ),
    FillIn.PAPER: "Print it, write in the empty cells by hand, and bring it with you when you meet.",
}
"""How to fill in a pack, and what matbot does with it afterwards."""


def pack(rubric: Rubric, codes: Sequence[str], audience: str = "", kind: FillIn = FillIn.CELLS) -> Report:
    """Build a workshop pack of chosen elements for somebody to fill in.

    Args:
        rubric: The framework version.
        codes: The codes of the elements; they are printed in the framework's order.
        audience: Whom the pack is for, such as `Headteachers`; empty if it is for anyone.
        kind: How it is filled in: in the cells of tables, or on a labelled line for each entry.

    """
    elements = [rubric.elements[code] for code in rubric.elements if code in codes]
    whom = on_one_line(audience)
    return Report(
        f"{TITLE}: {_which(rubric, elements)}",
        (
            paragraph(f"For {whom}." if whom else "For a group, or for one person before a meeting."),
            KeyValues((("Framework", rubric.name), (FRAMEWORK_LABEL, rubric.id))),
            HeadingBlock(2, HOW_TO),
            Bullets((*_how_to(rubric), _HOW_TO_FILL_IN[kind])),
            *(block for element in elements for block in _element(rubric, element, kind)),
        ),
        form=True,
        scale=rubric.scale,
    )


def _how_to(rubric: Rubric) -> Iterator[str]:
    """Instructions for any pack of this framework version, regardless of its elements."""
    questions = rubric.questions.values()
    look = "what it can look like" if any(one.between for one in questions) else "both descriptors"
    yield f"Talk about a question first, then look at {look}, and only then say where you are."
    yield f"{MARK}: {_keys(rubric)}. Put x where it does not apply, and say why beside it."
    if not all(one.red and one.green for one in questions):
        yield _ONE_END
    yield (
        f"A word or two of evidence is worth more than a {name_rating(rubric)}. "
        "Leave empty what you did not come to."
    )
    yield _RATE


def _keys(rubric: Rubric) -> str:
    """The key to the marks, in one line: `1 like the red, 2 nearer the red` and so on."""
    labels = leaning_labels(rubric.ends).values()
    labelled = [
        f"{key} {label[0].lower()}{label[1:]}" for key, label in zip(LEANING_KEYS, labels, strict=True)
    ]
    return ", ".join(labelled[:-1])  # the mark for what does not apply has a separate sentence


def _which(rubric: Rubric, elements: Sequence[Element]) -> str:
    if len(elements) == len(rubric.elements):
        return f"all {len(elements)} elements"
    return ", ".join(element.code for element in elements)


def _element(rubric: Rubric, element: Element, kind: FillIn) -> Iterator[Block]:
    yield HeadingBlock(2, element.title)
    if element.aspects:
        yield paragraph(strong("It covers:"), f"{'; '.join(element.aspects)}.")
    if kind is FillIn.LINES:
        for question in element.questions:
            yield from _question_lines(rubric, question)
            yield paragraph(end_of(reference(question.id)))
        yield HeadingBlock(3, f"{element.code}: {YOUR_RATING}")
        yield KeyValues(tuple((name, "") for name in rating_labels(rubric)))
        yield paragraph(end_of(element.code))
        return
    yield _questions(rubric, element)
    yield Table(
        f"Your rating of {element.code}: put one x beside it",
        (element.code, YOURS),
        tuple((name, "") for name in _to_rate(rubric, kind)),
        wide=True,
        whole=True,
        scale=rubric.scale,
    )


def _to_rate(rubric: Rubric, kind: FillIn) -> tuple[TableCell, ...]:
    """The row labels of a rating's table; on paper with the letters and colours of the scale."""
    if kind is not FillIn.PAPER:
        return rating_labels(rubric)
    levels = {level.name: RatingCell(level.letters, level.name) for level in rubric.scale}
    return tuple(levels.get(name, name) for name in rating_labels(rubric))


def _questions(rubric: Rubric, element: Element) -> Table:
    """Table of an element's questions with space to answer, and a column for each level that is described."""
    rows = tuple((*question_cells(rubric, question).values(), "", "") for question in element.questions)
    columns = (*question_cells(rubric, element.questions[0]), MARK, WORDS)
    caption = f"The questions of {element.code}: {_keys(rubric)}, x does not apply"
    return Table(caption, columns, rows, wide=True)


def _question_lines(rubric: Rubric, question: Question) -> Iterator[Block]:
    yield HeadingBlock(3, titled(question))
    descriptors = ((one.label, one.text) for one in rubric.descriptors(question))
    yield KeyValues((*descriptors, (MARK, ""), (WORDS, "")))


def question_cells(rubric: Rubric, question: Question) -> dict[str, str]:
    """The printed cells in the row of a question, by the heading of the column.

    All questions of an element have the same columns: one for each level that any of them describes.
    """
    described = {
        one.level.letters
        for each in rubric.elements[question.element].questions
        for one in rubric.descriptors(each)
    }
    texts = {one.level.letters: one.text for one in rubric.descriptors(question)}
    return {QUESTION: titled(question)} | {
        Descriptor(level, "").label: texts.get(level.letters, UNDESCRIBED)
        for level in rubric.scale
        if level.letters in described
    }


def end_of(place: str) -> str:
    """The line that ends the space for a question or a rating; text below it is part of neither answer."""
    return f"{END} {place}."


def titled(question: Question) -> str:
    """The question as printed at the start of its row: `1A (iii)` and its text."""
    return f"{reference(question.id)} {question.text}"


def rating_labels(rubric: Rubric) -> tuple[str, ...]:
    """The labels of the entries for an element's rating: the levels of the scale, then the texts."""
    return (*(level.name for level in rubric.scale), RATIONALE, EVIDENCE, DIFFERS)
