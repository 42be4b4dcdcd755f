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
    asked = _agreed(readings(question, one_each), list(ways.values()))
    lined = AlignedRow(
        [AlignedQuestion(item.text, item.numeral, asked.kind, place=place) for item in asked.items]
    )
    _list_lead(lined, asked)
    for level, found in ways.items():
        _add(lined, level, found)
    return lined


def _agreed(asked: Sequence[ItemReading], others: Sequence[Sequence[ItemReading]]) -> ItemReading:
    """The reading of the questions that matches the number of items in the most columns."""

    def agreeing(way: ItemReading) -> int:
        return sum(any(len(one.items) == len(way.items) for one in found) for found in others)

    return max(asked, key=agreeing)


def _list_lead(lined: AlignedRow, reading: ItemReading) -> None:
    if reading.lead:
        lined.left.append((reading.lead, _BEFORE))


def _add(lined: AlignedRow, level: int, found: Sequence[ItemReading]) -> None:
    """Match the descriptors of one level with the questions."""
    same = [one for one in found if len(one.items) == len(lined.questions)]
    reading = same[0] if same else found[0]
    _list_lead(lined, reading)
    if same and not _numerals_decide(lined.questions, reading.items):
        for question, item in zip(lined.questions, reading.items, strict=True):
            _put(question, level, item)
    elif all(item.numeral for item in reading.items) and all(one.numeral for one in lined.questions):
        _add_by_numeral(lined, level, reading.items)
    else:
        why = _NO_NUMERALS.format(len(reading.items), len(lined.questions))
        lined.left += [(item.text, why) for item in reading.items]


def _numerals_decide(questions: Sequence[AlignedQuestion], items: Sequence[Item]) -> bool:
    """Whether descriptors, as many as questions, must be matched by numeral instead of position.

    Not if a numeral is repeated, or if the numerals continue from one column to the next.
    """
    asked, answered = [one.numeral for one in questions], [item.numeral for item in items]
    if not all(asked) or not all(answered):
        return False
    once = len({*asked}) == len(asked) and len({*answered}) == len(answered)
    return once and not {*asked}.isdisjoint(answered)


def _add_by_numeral(lined: AlignedRow, level: int, items: Sequence[Item]) -> None:
    asked = [question.numeral for question in lined.questions]
    answered = [item.numeral for item in items]
    for item in items:
        if asked.count(item.numeral) == answered.count(item.numeral) == 1:
            _put(lined.questions[asked.index(item.numeral)], level, item)
        else:
            lined.left.append((item.text, _NO_PARTNER))


def _put(question: AlignedQuestion, level: int, item: Item) -> None:
    question.descriptors[level] = item.text
    question.numerals[level] = item.numeral
