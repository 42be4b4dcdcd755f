"""The workshop pack: chosen elements on paper, with room for evidence and a place to mark the rating.

`matbot.packs` reads what was filled in. It finds its way by the words that are named here.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from matbot.report.blocks import Block, Bullets, Heading, KeyValues, Report, Table, paragraph, strong
from matbot.report.words import on_one_line, reference
from matbot.rubric import Element, Question, Rubric

EDITION = "Edition"
"""The label of the edition's id."""

QUESTION, RED, GREEN = "Question", "Red looks like", "Green looks like"
"""The columns of a question that are matbot's."""

MARK, WORDS = "Where you are", "What makes you say that"
"""The columns of a question that are for you."""

YOURS = "Yours"
"""What the column is called that is for you, in the table of a rating."""

RATIONALE, EVIDENCE, DIFFERS = "Why that rating", "Key evidence", "Who sees it differently"
"""What is asked beside the levels of the scale."""

YOUR_RATING = "your rating"
"""What follows an element's code where its rating is asked for in lines."""

TITLE = "Workshop pack"
"""How a pack's title begins."""

HOW_TO = "How to use it"

_TALK = "Talk about a question first, then look at both descriptors, and only then say where you are."
_KEYS = "1 like the red, 2 nearer the red, 3 nearer the green, 4 like the green, 0 not sure"
_MARKS = f"{MARK}: {_KEYS}. Put x where it does not apply, and say why beside it."
_SPARE = "A word or two of evidence is worth more than a colour. Leave empty what you did not come to."
_RATE = "The rating is yours: put one x beside it. Nothing works it out for you."


class Kind(Enum):
    """How a pack is filled in; its value says how, and what becomes of it."""

    CELLS = (
        "Write in the empty cells alone; they grow as you write. Then send the file back as it is: matbot "
        "reads it into a review, and asks you to confirm what it read."
    )
    LINES = (
        "Write after the colon, on as many lines as you need, and leave the labels as they are. Then send "
        "the file back: matbot reads it into a review, and asks you to confirm what it read."
    )
    PAPER = "Print it, write in the empty cells by hand, and bring it with you when you meet."


def pack(rubric: Rubric, codes: Sequence[str], audience: str = "", kind: Kind = Kind.CELLS) -> Report:
    """A pack of chosen elements for somebody to fill in: `audience` says for whom, such as `Headteachers`.

    The questions stand in tables, or have a line for each thing to fill in.
    """
    elements = [rubric.elements[code] for code in rubric.elements if code in codes]
    return Report(
        f"{TITLE}: {_which(rubric, elements)}",
        (
            paragraph(_for_whom(audience)),
            KeyValues((("Framework", f"{rubric.title}, {rubric.edition}"), (EDITION, rubric.id))),
            Heading(2, HOW_TO),
            Bullets((_TALK, _MARKS, _SPARE, _RATE, kind.value)),
            *(block for element in elements for block in _element(rubric, element, kind)),
        ),
    )


def _which(rubric: Rubric, elements: Sequence[Element]) -> str:
    if len(elements) == len(rubric.elements):
        return f"all {len(elements)} elements"
    return ", ".join(element.code for element in elements)


def _for_whom(audience: str) -> str:
    whom = on_one_line(audience)
    return f"For {whom}." if whom else "For a group, or for one person before a meeting."


def _element(rubric: Rubric, element: Element, kind: Kind) -> Iterator[Block]:
    yield Heading(2, element.title)
    yield paragraph(strong("It covers:"), f"{'; '.join(element.aspects)}.")
    if kind is Kind.LINES:
        for question in element.questions:
            yield from _question_lines(question)
        yield Heading(3, f"{element.code}: {YOUR_RATING}")
        yield KeyValues(tuple((name, "") for name in rating_labels(rubric)))
        return
    rows = tuple(map(_question_row, element.questions))
    columns = (QUESTION, RED, GREEN, MARK, WORDS)
    yield Table(f"The questions of {element.code}: {_KEYS}, x does not apply", columns, rows, wide=True)
    yield Table(
        f"Your rating of {element.code}: put one x beside it",
        (element.code, YOURS),
        tuple((name, "") for name in rating_labels(rubric)),
        wide=True,
    )


def _question_row(question: Question) -> tuple[str, ...]:
    return (titled(question), question.red, question.green, "", "")


def _question_lines(question: Question) -> Iterator[Block]:
    yield Heading(3, titled(question))
    yield KeyValues(((RED, question.red), (GREEN, question.green), (MARK, ""), (WORDS, "")))


def titled(question: Question) -> str:
    """A question as it begins its row: `1A (iii)` and what is asked."""
    return f"{reference(question.id)} {question.text}"


def rating_labels(rubric: Rubric) -> tuple[str, ...]:
    """What there is to fill in where an element is rated: the levels of the scale, then words."""
    return (*(level.name for level in rubric.scale), RATIONALE, EVIDENCE, DIFFERS)
