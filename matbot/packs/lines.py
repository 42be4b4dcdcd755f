"""What stands where in a pack that was filled in as plain text: a label, a colon, and what people wrote.

Only what the pack itself wrote is taken for a heading or a label: all else is people's words, as typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matbot.packs.found import Entry, Found
from matbot.report.pack import (
    EDITION,
    GREEN,
    HOW_TO,
    MARK,
    RED,
    TITLE,
    WORDS,
    YOUR_RATING,
    rating_labels,
)
from matbot.rubric import Rubric
from matbot.text import shortened

_CODE = r"[0-9]{1,2}[A-Za-z]"
_QUESTION = re.compile(rf"\s{{0,3}}#{{2,4}}\s+({_CODE}\s*\([ivxlcIVXLC]+\)(?:\s.*)?)")
_RATING = re.compile(rf"\s{{0,3}}#{{2,4}}\s+({_CODE}):\s*{YOUR_RATING}\s*", re.IGNORECASE)
_EDITION = re.compile(rf"\s*(?:[-*+]\s+)?(?:\*\*|__)?{EDITION}:(?:\*\*|__)?\s*([\w.\\-]{{1,100}})\s*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_LOST = "?"
"""Stands for the label of what follows where a heading is missing."""

_NO_HEADING = "the heading above it is missing, so it does not say what it answers. It was not read."
_OUTSIDE = "words stand before the first thing to fill in. They were not read."


@dataclass
class _Open:
    """Something to fill in, of which lines may follow."""

    where: str
    about: str
    label: str
    lines: list[str] = field(default_factory=list)


def edition_in_lines(text: str) -> str:
    """The id of the edition that a text says it is a pack of; empty if it says none."""
    found = (_EDITION.fullmatch(line) for line in text.split("\n"))
    return next((_ESCAPED.sub(r"\1", one[1]) for one in found if one), "")


def found_in_lines(text: str, rubric: Rubric) -> Found:
    """What stands where in a text; the edition says how its elements and its levels are called."""
    entries, unread = list[Entry](), list[str]()
    for one in _parts(text, rubric):
        words = "\n".join(one.lines)
        if one.label in (RED, GREEN):
            words = _ESCAPED.sub(r"\1", words)
        if one.label == _LOST:
            unread.append(f"{one.where.capitalize()}: {_NO_HEADING}")
        elif one.label:
            entries.append(Entry(one.where, one.about, one.label, words))
        elif one.about and words.strip():
            unread.append(f"{shortened(one.about, 40)} ({one.where}): {_OUTSIDE}")
    return Found(edition_in_lines(text), tuple(entries), tuple(unread))


def _parts(text: str, rubric: Rubric) -> Iterator[_Open]:
    """The things to fill in, each with the lines that follow its label; headings, with what follows them."""
    of_question = _labels((RED, GREEN, MARK, WORDS))
    of_rating = _labels(rating_labels(rubric))
    titles = {f"## {title}" for title in (HOW_TO, *(one.title for one in rubric.elements.values()))}
    now, labels, given = _Open("", "", ""), of_question, set[str]()
    for number, line in enumerate(text.split("\n"), 1):
        where = f"line {number}"
        if heading := _QUESTION.fullmatch(line) or _RATING.fullmatch(line):
            yield now
            now, given = _Open(where, heading[1], ""), set()
            labels = of_question if "(" in now.about else of_rating
        elif _ESCAPED.sub(r"\1", line).strip() in titles or line.startswith(f"# {TITLE}: "):
            yield now
            now, given = _Open("", "", ""), set()
        elif now.label == _LOST:
            now.lines.append(line)
        elif now.about and (label := labels.fullmatch(line)):
            yield now
            name = label["bold"] or label["plain"]
            now = _Open(where, now.about, _LOST if name in given else name, [label["words"]])
            given.add(name)
        elif now.about and labels is of_question and (label := of_rating.fullmatch(line)) and label["bold"]:
            yield now
            now = _Open(where, now.about, _LOST)
        else:
            now.lines.append(line)
    yield now


def _labels(names: Sequence[str]) -> re.Pattern[str]:
    """A line that begins with a label; the stars go where an editor takes them off, the bullet too."""
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    bold = rf"(?:[-*+]\s+)?(?P<stars>\*\*|__)(?P<bold>{named}):(?P=stars)"
    return re.compile(rf"\s{{0,3}}(?:{bold}|[-*+]\s+(?P<plain>{named}):)(?P<words>.*)")
