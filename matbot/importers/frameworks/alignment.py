"""Match questions with their descriptors: by numeral if the numerals allow it, otherwise by position.

Nothing is guessed: if neither works, the unmatched words are returned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matbot.importers.readers.items import Item, ItemReading, readings


@dataclass
class AlignedQuestion:
    """A question with its descriptors."""

    text: str
    numeral: int
    """The value of its numeral; 0 if it has none."""
    kind: str
    """The numbering style, as its first numeral; empty if it has none."""
    descriptors: dict[int, str] = field(default_factory=dict)
    """By the index of their level on the scale."""
    numerals: dict[int, int] = field(default_factory=dict)
    """The value of each descriptor's numeral, by the same; 0 if it has none."""
    place: str = ""
    """The row it is in."""


@dataclass
class AlignedRow:
    """The matched contents of a row."""

    questions: list[AlignedQuestion] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    """Unmatched words, each with the reason."""


_BEFORE = "It is before the first numeral or bullet of its cell, and belongs to none."
_NO_QUESTION = "It is beside no question."
_NO_PARTNER = "No question has its numeral, or more than one has."
_NO_NUMERALS = "{} descriptors are beside {} questions, and no numerals say which belongs to which."


def align_row(
    place: str, question: str, descriptors: Mapping[int, str], one_each: bool = False
) -> AlignedRow:
    """Match the questions of a row with their descriptors.

    Args:
        place: Where the row is in the file.
        question: The words of its question cell.
        descriptors: The words of its descriptor cells, by the index of their level on the scale.
        one_each: Whether rows have a single question each.

    """
    if not question:
        return AlignedRow(left=[(words, _NO_QUESTION) for words in descriptors.values() if words])
    ways = {level: readings(words, one_each) for level, words in descriptors.items() if words}
    question_reading = _choose_reading(readings(question, one_each), list(ways.values()))
    aligned = AlignedRow(
        [
            AlignedQuestion(item.text, item.numeral, question_reading.kind, place=place)
            for item in question_reading.items
        ]
    )
    _list_lead(aligned, question_reading)
    for level, found in ways.items():
        _add(aligned, level, found)
    return aligned


def _choose_reading(
    question_readings: Sequence[ItemReading], others: Sequence[Sequence[ItemReading]]
) -> ItemReading:
    """The reading of the questions that matches the number of items in the most columns."""

    def agreeing(way: ItemReading) -> int:
        return sum(any(len(one.items) == len(way.items) for one in found) for found in others)

    return max(question_readings, key=agreeing)


def _list_lead(aligned: AlignedRow, reading: ItemReading) -> None:
    if reading.lead:
        aligned.left.append((reading.lead, _BEFORE))


def _add(aligned: AlignedRow, level: int, found: Sequence[ItemReading]) -> None:
    """Match the descriptors of one level with the questions."""
    same = [one for one in found if len(one.items) == len(aligned.questions)]
    reading = same[0] if same else found[0]
    _list_lead(aligned, reading)
    if same and not _numerals_decide(aligned.questions, reading.items):
        for question, item in zip(aligned.questions, reading.items, strict=True):
            _put(question, level, item)
    elif all(item.numeral for item in reading.items) and all(one.numeral for one in aligned.questions):
        _add_by_numeral(aligned, level, reading.items)
    else:
        why = _NO_NUMERALS.format(len(reading.items), len(aligned.questions))
        aligned.left += [(item.text, why) for item in reading.items]


def _numerals_decide(questions: Sequence[AlignedQuestion], items: Sequence[Item]) -> bool:
    """Whether descriptors, as many as questions, must be matched by numeral instead of position.

    Not if a numeral is repeated, or if the numerals continue from one column to the next.
    """
    question_numerals, item_numerals = [one.numeral for one in questions], [item.numeral for item in items]
    if not all(question_numerals) or not all(item_numerals):
        return False
    once = len({*question_numerals}) == len(question_numerals) and len({*item_numerals}) == len(item_numerals)
    return once and not {*question_numerals}.isdisjoint(item_numerals)


def _add_by_numeral(aligned: AlignedRow, level: int, items: Sequence[Item]) -> None:
    question_numerals = [question.numeral for question in aligned.questions]
    item_numerals = [item.numeral for item in items]
    for item in items:
        if question_numerals.count(item.numeral) == item_numerals.count(item.numeral) == 1:
            _put(aligned.questions[question_numerals.index(item.numeral)], level, item)
        else:
            aligned.left.append((item.text, _NO_PARTNER))


def _put(question: AlignedQuestion, level: int, item: Item) -> None:
    question.descriptors[level] = item.text
    question.numerals[level] = item.numeral
