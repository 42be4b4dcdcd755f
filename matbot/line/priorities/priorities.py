"""Priorities line by line: what there is to choose from, what was chosen, and each change to it."""

import sys
from collections.abc import Callable
from functools import partial

from matbot.commands.priorities import PRIORITIES
from matbot.interview import Unclear
from matbot.line.elements import codes_in, numbered
from matbot.line.help import example
from matbot.line.mode import LineMode
from matbot.line.priorities.plan_export import plan
from matbot.line.priorities.priority_fields import FIELD_NAMES, edit, field_named, leave, write_own
from matbot.line.priorities.priority_words import format_chosen, to_choose_from
from matbot.line.words import REST, find_handlers, render_help
from matbot.presenters.priorities import last_change
from matbot.review import events
from matbot.review.events import EventUndone, PriorityWritten, ReviewDateSet
from matbot.review.priorities import (
    draft_priority,
    edited,
    how_to_choose,
    ordered,
    taking_back,
    written_before,
)
from matbot.text import clean_name, in_words, shortened

(_HELP,) = render_help(
    PRIORITIES,
    (
        "<choose>",
        "<edit>",
        "<add>",
        "<order>; <drop>",
        "<later>; drop {code} brings it back.",
        "<date> <write> <undo>",
        REST,
        "<list> Enter goes back to the conversation.",
    ),
)

_CHOICES = "A code chooses, a number edits; help tells the rest; Enter goes back to the conversation."

_HINT = "Enter, code, number, help"


def priorities(mode: LineMode) -> None:
    """Talk about priorities until somebody goes back to the conversation."""
    mode.talk.say(how_to_choose(mode.interview.rubric))
    mode.talk.tell([*format_chosen(mode.interview), *to_choose_from(mode.interview), _CHOICES], answered=True)
    again = partial(do_list, mode, "")
    while typed := mode.talk.ask("What next?", lambda words: _understood(mode, words), _HINT, again):
        mode.talk.attempt(partial(_do, mode, typed))


def _do(mode: LineMode, typed: str) -> None:
    name, _, rest = typed.partition(" ")
    command = _COMMANDS.get(name.casefold())
    if command:
        command(mode, rest.strip())
    else:
        _named(mode, typed)


def _understood(mode: LineMode, typed: str) -> str:
    """What was typed, once it is known that it can be done; Unclear, in words, where it cannot."""
    name, _, rest = typed.partition(" ")
    name = name.casefold()
    if name in _CHANGES or (typed and name not in _COMMANDS):
        mode.refuse_read_only()
    if name == "drop" and not _is_left(mode, rest):
        _row(mode, rest)
    elif name == "order":
        _rows(mode, rest)
    elif name == "later":
        _to_leave(mode, rest)
    elif _is_field(mode, typed):
        _row(mode, name)
        field_named(rest)
    elif _is_number(mode, typed):
        _row(mode, typed)
    elif typed and name not in _COMMANDS:
        codes_in(mode.interview.rubric, typed)
    return typed


def _is_field(mode: LineMode, typed: str) -> bool:
    """Whether a line names a row by its number and then a field, such as `1 elements`."""
    number, _, rest = typed.partition(" ")
    codes = {code.casefold() for code in mode.interview.rubric.elements}
    return _is_number(mode, number) and rest.strip().isalpha() and rest.strip().casefold() not in codes


def _is_number(mode: LineMode, typed: str) -> bool:
    """Whether a line is the number of a row; digits can be an element's code, too."""
    rows, known = mode.interview.review.priorities, mode.interview.rubric.elements
    return typed.isdecimal() and (typed not in known or numbered(typed, len(rows)) is not None)


def do_list(mode: LineMode, _rest: str) -> None:
    """Tell all of it again."""
    mode.talk.tell([*format_chosen(mode.interview), *to_choose_from(mode.interview)], answered=True)


def do_help(mode: LineMode, _rest: str) -> None:
    """Tell what can be typed."""
    code, _ = example(mode.interview.rubric)
    mode.talk.say(*(words.format(code=code, fields=in_words(FIELD_NAMES)) for words in _HELP))


def _named(mode: LineMode, typed: str) -> None:
    """Edit the row of a number, or of the elements that were named, which are chosen if they were not yet."""
    if _is_field(mode, typed):
        number, _, field = typed.partition(" ")
        edit(mode, _row(mode, number).priority, field_named(field))
        return
    if _is_number(mode, typed):
        edit(mode, _row(mode, typed).priority)
        return
    codes = codes_in(mode.interview.rubric, typed)
    rows = mode.interview.review.priorities
    there = next((row for row in rows if set(row.elements) == set(codes)), None)
    edit(mode, there.priority if there else _choose(mode, codes))


def _choose(mode: LineMode, codes: tuple[str, ...]) -> str:
    """Put elements on the table: the row that people had written for them, or a new draft."""
    before = written_before(mode.file.log, codes)
    row = edited(before) if before else draft_priority(mode.interview.rubric, mode.interview.review, codes)
    mode.keep(row)
    number = len(mode.interview.review.priorities)
    mode.talk.say(f"It is on the table as number {number}{', as you left it' if before else ''}.")
    return row.priority


def do_add(mode: LineMode, _rest: str) -> None:
    """Write a row of people's own."""
    edit(mode, write_own(mode))


def do_drop(mode: LineMode, rest: str) -> None:
    """Take a row off, or an element off those left for later."""
    if _is_left(mode, rest):
        mode.keep(*taking_back(mode.file.log, codes_in(mode.interview.rubric, rest)[0]))
        mode.talk.say("It stands among those to choose from again.")
    else:
        mode.keep(events.PriorityDropped(priority=_row(mode, rest).priority))
        mode.talk.say("Taken off the table. undo brings it back as it was.")


def do_order(mode: LineMode, rest: str) -> None:
    """Put rows first, in the order they are named."""
    first = _rows(mode, rest)
    mode.keep(events.PrioritiesOrdered(priorities=ordered(mode.interview.review.priorities, first)))
    mode.talk.tell(format_chosen(mode.interview))


def do_later(mode: LineMode, rest: str) -> None:
    """Leave an element for later."""
    leave(mode, _to_leave(mode, rest))


def do_date(mode: LineMode, _rest: str) -> None:
    """Keep when all of it is reviewed again."""
    now = mode.interview.review.next_review
    stands = f" It says {shortened(now, 60)}; Enter leaves that." if now else " Enter leaves it open."
    when = mode.talk.ask(f"When do you review all of this again, such as October 2027?{stands}", clean_name)
    if when:
        mode.keep(ReviewDateSet(when=when))


def do_undo(mode: LineMode, _rest: str) -> None:
    """Take back the last change to the table."""
    last = last_change(mode.interview)
    if last is None:
        mode.talk.say("There is nothing to take back here.")
        return
    mode.keep(EventUndone(reply=last.id))
    mode.talk.tell(format_chosen(mode.interview))


def do_write(mode: LineMode, _rest: str) -> None:
    """Write the table alone to a file."""
    if mode.interview.review.priorities:
        plan(mode)
    else:
        mode.talk.say("Nothing is on the table yet.")


def _row(mode: LineMode, named: str) -> PriorityWritten:
    """The row of a number, or the one row about an element; Unclear where there is none."""
    rows = mode.interview.review.priorities
    if (place := numbered(named, len(rows))) is not None:
        return rows[place]
    about = [row for row in rows if named.strip().upper() in row.elements]
    if len(about) == 1:
        return about[0]
    if about:
        raise Unclear("It stands in several rows: name one by its number.")
    on_it = f"Its rows are numbered 1 to {len(rows)}." if rows else "Nothing is on it yet."
    raise Unclear(f"{shortened(named, 20) or 'That'} is not on the table. {on_it}")


def _rows(mode: LineMode, named: str) -> list[str]:
    """The ids of the rows that were named, in that order."""
    names = [name for name in named.split(",") if name.strip()]
    if not names:
        raise Unclear("Name the rows in their order, with commas between: order 2,1")
    return [_row(mode, name).priority for name in names]


def _is_left(mode: LineMode, named: str) -> bool:
    """Whether an element is named that is left for later."""
    return named.strip().upper() in {left.element for left in mode.interview.review.deferred}


def _to_leave(mode: LineMode, named: str) -> str:
    """The element that is to be left for later; Unclear if it is none, or a priority already."""
    code, *more = codes_in(mode.interview.rubric, named)
    if more:
        raise Unclear("Leave one element at a time, so that each has its reason.")
    if any(code in row.elements for row in mode.interview.review.priorities):
        raise Unclear(f"{code} is among your priorities. Take it off first: drop {code}")
    return code


_COMMANDS: dict[str, Callable[[LineMode, str], None]] = find_handlers(PRIORITIES, sys.modules[__name__])
"""What each word does that can be typed here."""

_CHANGES = {"add", "drop", "order", "later", "date", "undo"}
"""The commands that say something, which a review that can only be read does not take."""
