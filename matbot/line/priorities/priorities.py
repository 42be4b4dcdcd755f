"""The priorities page of line mode: the candidates, the chosen priorities, and every change to them."""

from collections.abc import Sequence
from functools import partial

from matbot.commands.priorities import PRIORITIES
from matbot.interview import Unclear
from matbot.line.elements import parse_codes, parse_number
from matbot.line.help import example
from matbot.line.mode import LineMode
from matbot.line.priorities.plan_export import plan
from matbot.line.priorities.priority_fields import FIELD_NAMES, edit, find_field, leave, write_own
from matbot.line.priorities.priority_words import format_candidates, format_chosen
from matbot.line.words import REST, Act, find_act, find_handlers, list_hints, render_help, render_line
from matbot.presenters.undo import format_redone, format_undone
from matbot.review.events import (
    Event,
    EventUndone,
    PrioritiesOrdered,
    PriorityDropped,
    PriorityWritten,
    ReviewDateSet,
)
from matbot.review.priorities import (
    build_deferral_undo,
    draft_priority,
    edit_priority,
    find_earlier_row,
    how_to_choose,
    order_priorities,
)
from matbot.review.undo import PRIORITIES as PRIORITY_CHANGES
from matbot.review.undo import build_redo
from matbot.text import clean_name, in_words, shortened

(_HELP,) = render_help(
    PRIORITIES,
    (
        "<choose>",
        "<edit>",
        "<add>",
        "<order>; <drop>",
        "<defer>; drop {code} brings it back.",
        "<date> <write> <undo> <redo>",
        REST,
        "<list> <Enter>",
    ),
)

_CHOICES = render_line(PRIORITIES, "A code chooses, a number edits; <help>; <Enter>")
_HINT = ", ".join(list_hints(PRIORITIES))


def priorities(mode: LineMode, _words: str = "") -> None:
    """Run the priorities page until the user goes back to the conversation."""
    mode.talk.say(how_to_choose(mode.interview.rubric))
    mode.talk.tell(
        [*format_chosen(mode.interview), *format_candidates(mode.interview), _CHOICES], answered=True
    )
    page = PrioritiesPage(mode)
    while act := mode.talk.ask("What next?", page.understand, _HINT, page.tell_all):
        mode.talk.attempt(act)


class PrioritiesPage:
    """The words that can be typed on the page. Each `do_WORD` checks its argument and returns the action."""

    def __init__(self, mode: LineMode) -> None:
        self.mode = mode
        self.words = find_handlers(PRIORITIES, self)
        """The handler of each word that can be typed here; anything else names a row or elements."""

    def understand(self, typed: str) -> Act | None:
        """Parse a line into an action; None for an empty line.

        Raises:
            Unclear: The line cannot be acted on.

        """
        return find_act(self.words, typed, self._edit_named) if typed else None

    def tell_all(self) -> None:
        """Print the chosen priorities and the candidates."""
        interview = self.mode.interview
        self.mode.talk.tell(
            [*format_chosen(interview), *format_candidates(interview)], answered=True, is_leaving=False
        )

    def do_list(self, _rest: str) -> Act:
        """Print the whole list again."""
        return self.tell_all

    def do_help(self, _rest: str) -> Act:
        """Print what can be typed here."""
        code, _ = example(self.mode.interview.rubric)
        fields = in_words(FIELD_NAMES)
        return partial(self.mode.talk.say, *(words.format(code=code, fields=fields) for words in _HELP))

    def _edit_named(self, typed: str) -> Act:
        """Edit the row with a number, or the row about some elements, which is added if there is none."""
        mode = self.mode
        mode.refuse_read_only()
        number, _, field = typed.partition(" ")
        if self._is_field(number, field.strip()):
            return partial(edit, mode, self._find_row(number).priority, find_field(field))
        if self._is_number(typed):
            return partial(edit, mode, self._find_row(typed).priority)
        codes = parse_codes(mode.interview.rubric, typed)
        there = next(
            (row for row in mode.interview.review.priorities if set(row.elements) == set(codes)), None
        )
        return partial(edit, mode, there.priority) if there else partial(self._add_row, codes)

    def _is_field(self, number: str, field: str) -> bool:
        """Return whether a line names a row by number and then a field, such as `1 elements`."""
        codes = {code.casefold() for code in self.mode.interview.rubric.elements}
        return self._is_number(number) and field.isalpha() and field.casefold() not in codes

    def _is_number(self, typed: str) -> bool:
        """Return whether a line is the number of a row rather than an element code made of digits."""
        rows, known = self.mode.interview.review.priorities, self.mode.interview.rubric.elements
        return typed.isdecimal() and (typed not in known or parse_number(typed, len(rows)) is not None)

    def _add_row(self, codes: tuple[str, ...]) -> None:
        """Add a row about some elements, with the text of an earlier row or a new draft, and edit it."""
        mode = self.mode
        rubric, review = mode.interview.rubric, mode.interview.review
        before = find_earlier_row(mode.file.log, codes)
        row = edit_priority(before) if before else draft_priority(rubric, review, codes)
        mode.keep(row)
        number = len(mode.interview.review.priorities)
        mode.talk.say(f"It is on the table as number {number}{', as you left it' if before else ''}.")
        edit(mode, row.priority)

    def do_add(self, _rest: str) -> Act:
        """Add a row in the users' own words."""
        self.mode.refuse_read_only()
        return lambda: edit(self.mode, write_own(self.mode))

    def do_drop(self, rest: str) -> Act:
        """Remove a row, or bring back a deferred element."""
        mode = self.mode
        mode.refuse_read_only()
        if rest.upper() in {left.element for left in mode.interview.review.deferred}:
            (code,) = parse_codes(mode.interview.rubric, rest)
            message = "It is among those to choose from again."
            return partial(self._drop, build_deferral_undo(mode.file.log, code), message)
        dropped = PriorityDropped(priority=self._find_row(rest).priority)
        return partial(self._drop, [dropped], "Taken off the table. undo brings it back as it was.")

    def _drop(self, events: Sequence[Event], message: str) -> None:
        self.mode.keep(*events)
        self.mode.talk.say(message)

    def do_order(self, rest: str) -> Act:
        """Move rows to the top, in the order in which they are named."""
        self.mode.refuse_read_only()
        names = [name for name in rest.split(",") if name.strip()]
        if not names:
            raise Unclear("Name the rows in their order, with commas between: order 2,1")
        first = [self._find_row(name).priority for name in names]
        order = order_priorities(self.mode.interview.review.priorities, first)
        return partial(self._save_change, PrioritiesOrdered(priorities=order))

    def _save_change(self, event: Event) -> None:
        """Save a change to the table, and print the table."""
        self.mode.keep(event)
        self.mode.talk.tell(format_chosen(self.mode.interview))

    def do_defer(self, rest: str) -> Act:
        """Defer an element."""
        mode = self.mode
        mode.refuse_read_only()
        code, *more = parse_codes(mode.interview.rubric, rest)
        if more:
            raise Unclear("Defer one element at a time, so that each has its reason.")
        if any(code in row.elements for row in mode.interview.review.priorities):
            raise Unclear(f"{code} is among your priorities. Take it off first: drop {code}")
        return partial(leave, mode, code)

    def do_date(self, _rest: str) -> Act:
        """Set the review date."""
        self.mode.refuse_read_only()
        return self._set_date

    def _set_date(self) -> None:
        now = self.mode.interview.review.next_review
        current = f" It says {shortened(now, 60)}; Enter leaves that." if now else " Enter leaves it open."
        prompt = f"When do you review all of this again, such as October 2027?{current}"
        when = self.mode.talk.ask(prompt, clean_name)
        if when:
            self.mode.keep(ReviewDateSet(when=when))

    def do_undo(self, _rest: str) -> Act:
        """Undo the last change to the table."""
        self.mode.refuse_read_only()
        interview = self.mode.interview
        done = interview.undo_history(PRIORITY_CHANGES).done
        if not done:
            return partial(self.mode.talk.say, "There is nothing to undo here.")
        words = format_undone(interview, done[0], "redo")
        return partial(self._go_back_or_on, [EventUndone(reply=done[0].id)], words)

    def do_redo(self, _rest: str) -> Act:
        """Redo what was undone last."""
        self.mode.refuse_read_only()
        interview = self.mode.interview
        undone = interview.undo_history(PRIORITY_CHANGES).undone
        if not undone:
            return partial(self.mode.talk.say, "There is nothing to redo here.")
        words = format_redone(interview, undone[0])
        return partial(self._go_back_or_on, build_redo(self.mode.file.log, undone[0]), words)

    def _go_back_or_on(self, new_events: Sequence[Event], words: str) -> None:
        """Keep what undoes or redoes a change, say which it was, and tell how the table is now."""
        self.mode.keep(*new_events)
        self.mode.talk.tell([words, *format_chosen(self.mode.interview)])

    def do_write(self, _rest: str) -> Act:
        """Export the table alone to a file."""
        if self.mode.interview.review.priorities:
            return partial(plan, self.mode)
        return partial(self.mode.talk.say, "Nothing is on the table yet.")

    def _find_row(self, named: str) -> PriorityWritten:
        """Find a row by its number, or the only row about an element.

        Raises:
            Unclear: There is no such row, or there are several about the element.

        """
        rows = self.mode.interview.review.priorities
        if (place := parse_number(named, len(rows))) is not None:
            return rows[place]
        about = [row for row in rows if named.strip().upper() in row.elements]
        if len(about) == 1:
            return about[0]
        if about:
            raise Unclear("It is in several rows: name one by its number.")
        on_it = f"Its rows are numbered 1 to {len(rows)}." if rows else "Nothing is on it yet."
        raise Unclear(f"{shortened(named, 20) or 'That'} is not on the table. {on_it}")
