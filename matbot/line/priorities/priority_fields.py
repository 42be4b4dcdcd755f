"""Editing a row of the priorities field by field, and asking why an element is deferred."""

import re
from collections.abc import Callable
from typing import Any

from matbot.interview import Unclear
from matbot.line.elements import parse_codes
from matbot.line.help import example
from matbot.line.mode import LineMode
from matbot.line.other_views import HALF_A_SCREEN, end_sentence
from matbot.line.priorities.priority_words import format_focus, format_rated
from matbot.line.talk import BackRequested
from matbot.review.events import ElementDeferred, PriorityWritten
from matbot.review.priorities import draft_priority, edit_priority, find_earlier_deferral
from matbot.review.priority_fields import COLUMNS, DEFERRED, FOCUS, WRITTEN
from matbot.text import in_words, shortened

_ELEMENTS = "elements"
_LABELS = {field.name: field.label for field in COLUMNS} | {FOCUS.name: "The focus area, in your own words"}

FIELD_NAMES = (*(field.word for field in (*COLUMNS, FOCUS)), _ELEMENTS)
"""The names to type for a field, to edit it alone."""

_FIELDS_BY_WORD = {word: field.name for field in WRITTEN for word in (field.word, *field.aliases)}
_FIELDS_BY_WORD |= {_ELEMENTS: _ELEMENTS, "codes": _ELEMENTS}
"""The field that each word means, including its aliases."""


def edit(mode: LineMode, priority: str, field: str = "") -> None:
    """Ask for each field of a row, or for one of them, and save each answer at once.

    /back ends the editing and leaves the remaining fields unchanged.

    Args:
        mode: The open review.
        priority: The id of the row.
        field: The name of the only field to edit; all of them if it is empty.

    """
    try:
        row = _find_row(mode, priority)
        if field:
            _edit_field(mode, priority, field)
            return
        mode.talk.say(f"{format_focus(mode.interview, row)}, field by field; /back leaves the rest as it is.")
        fields = (FOCUS, *COLUMNS) if row.focus else (*COLUMNS, FOCUS)
        for name in (*(one.name for one in fields), _ELEMENTS):
            _edit_field(mode, priority, name)
    except BackRequested:
        mode.talk.say("The rest stays as it is.")


def find_field(typed: str) -> str:
    """Find the field that a word means; raise Unclear if there is none."""
    word = typed.strip().casefold()
    if word not in _FIELDS_BY_WORD:
        raise Unclear(f"There is no field {shortened(typed, 20)}. There are {in_words(FIELD_NAMES)}.")
    return _FIELDS_BY_WORD[word]


def _edit_field(mode: LineMode, priority: str, name: str) -> None:
    """Ask for one field of a row, and save it if it changed."""
    row = _find_row(mode, priority)
    if name == _ELEMENTS:
        codes = _ask_codes(mode, row)
        if codes != row.elements:
            mode.keep(edit_priority(row, codes))
        return
    needed = name == FOCUS.name and not row.elements
    words = _ask_words(mode, _LABELS[name], getattr(row, name), name in row.drafted, needed)
    if words != getattr(row, name):
        mode.keep(edit_priority(row, **{name: words}))


def _ask_codes(mode: LineMode, row: PriorityWritten) -> tuple[str, ...]:
    """Ask for the elements of a row; it may keep codes that the framework does not have."""
    known = mode.interview.rubric.elements
    current = in_words(row.elements) if row.elements else "none"
    clears = "; a single hyphen: none of them" if row.focus and row.elements else ""

    def meant(typed: str) -> tuple[str, ...]:
        if not typed:
            return row.elements
        if typed == "-" and row.focus:
            return ()
        named = re.findall(r"[^\s,;]+", typed.upper())
        strangers = [code for code in named if code not in known and code not in row.elements]
        return parse_codes(mode.interview.rubric, typed) if strangers else tuple(dict.fromkeys(named))

    example_codes = ",".join(list(known)[:2])
    return mode.talk.ask(
        f"The elements it is about, so far: {current}. Enter keeps that; or name them all anew, such as "
        f"{example_codes}{clears}.",
        meant,
    )


def _find_row(mode: LineMode, priority: str) -> PriorityWritten:
    return next(row for row in mode.interview.review.priorities if row.priority == priority)


def write_own(mode: LineMode) -> str:
    """Ask for the focus area and the elements of a new row, add it to the table, and return its id."""
    code, _ = example(mode.interview.rubric)
    focus = mode.talk.ask(
        f"What is it about, in your own words? Enter, if elements say it, such as {code}.", str
    )
    codes = mode.talk.ask(
        f"Which elements is it about, by code, such as {code}? Enter for none.",
        _build_codes_parser(mode, focus),
    )
    row = draft_priority(mode.interview.rubric, mode.interview.review, codes, focus)
    mode.keep(row)
    mode.talk.say(f"It is on the table as number {len(mode.interview.review.priorities)}.")
    return row.priority


def _build_codes_parser(mode: LineMode, focus: str) -> Callable[[str], tuple[str, ...]]:
    """Build a parser for element codes; none are needed if the row has a focus area in words."""

    def meant(typed: str) -> tuple[str, ...]:
        if not (typed or focus):
            raise Unclear("Say what it is about: name an element, or leave it with /back and use words.")
        return parse_codes(mode.interview.rubric, typed) if typed else ()

    return meant


def leave(mode: LineMode, code: str) -> None:
    """Ask why an element is deferred, and save that; earlier answers about it are the defaults."""
    before = find_earlier_deferral(mode.file.log, code)
    mode.talk.say(f"{format_rated(mode.interview, code)}: deferred.")
    fields: dict[str, Any] = {
        field.name: _ask_words(mode, field.question, getattr(before, field.name), needed=field.is_needed)
        for field in DEFERRED
    }
    mode.keep(ElementDeferred(element=code, **fields))


def _ask_words(mode: LineMode, label: str, current: str, drafted: bool = False, needed: bool = False) -> str:
    """Ask for the text of a field.

    An empty line keeps the current text. A single hyphen clears it, unless the field is required.

    Args:
        mode: The open review.
        label: The field's label or question.
        current: The current text.
        drafted: Whether the current text is a draft from the notes.
        needed: Whether the field is required.

    """
    name = label.removesuffix("?")
    if not current:
        hint = "" if needed else " Enter leaves it open."
        return mode.talk.ask(f"{name}?{hint}", _parse_required if needed else str)
    source = "drafted from what you said" if drafted else "so far"
    clears = "" if needed else ", a single hyphen clears it"

    def meant(typed: str) -> str:
        return "" if typed == "-" and not needed else typed or current

    written = end_sentence(shortened(current, HALF_A_SCREEN))
    return mode.talk.ask(f"{name}, {source}: {written} Enter keeps it{clears}.", meant)


def _parse_required(typed: str) -> str:
    if not typed:
        raise Unclear("Say why in a few words, so that the board can read it.")
    return typed
