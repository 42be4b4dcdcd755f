"""Formats dates, counts, ratings and references as text for reports."""

from collections.abc import Sequence
from datetime import date, datetime

from matbot.interview.choices import leaning_label
from matbot.review.account import Account, Leaning, PriorityAccount
from matbot.review.events import PriorityWritten
from matbot.review.heat_map import Cell
from matbot.review.local_time import to_local_day, to_local_time
from matbot.review.review import Review
from matbot.review.unrated import format_unrated
from matbot.rubric import Rubric
from matbot.rubric.ends import RED_AND_GREEN
from matbot.rubric.places import code_of, numeral_of
from matbot.text import lines

LOOK_FOR_NAMES = "look for the names of pupils and staff, and for anything that could identify someone."
LOOK_FOR_NAMES_ONCE_MORE = (
    "look for names once more: of people, of pupils, and of schools that could be identified."
)
"""What to check before a document goes to others, worded so that it can follow a label."""

TO_BE_AGREED = "To be agreed"
"""Placeholder for anything that is not decided yet."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(day: date | None) -> str:
    """Format a day as `22 November 2026`; a time is converted to local time first."""
    if day is None:
        return "Not known"
    here = to_local_day(day)
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year}"


def moment_in_words(at: datetime) -> str:
    """Format a time in local time: `22 November 2026 at 16:05`."""
    return f"{date_in_words(at)} at {to_local_time(at):%H:%M}"


def month_in_words(day: date) -> str:
    """Format the month of a day or of a time, in local time: `November 2026`."""
    here = to_local_day(day)
    return f"{_MONTHS[here.month - 1]} {here.year}"


def format_count(number: int, one: str) -> str:
    """A number and its noun, with a plural in s: `1 element`, `2 elements`, `no elements`."""
    return f"{number or 'no'} {one}{'' if number == 1 else 's'}"


def format_all(number: int, one: str) -> str:
    """All of a number of things, with a plural in s: `the one element`, `both elements`, `all 3 elements`."""
    if number == 1:
        return f"the one {one}"
    return f"both {one}s" if number == 2 else f"all {number} {one}s"


def has_words(text: str) -> bool:
    """Whether a text has any visible content."""
    return bool(lines(text))


def on_one_line(text: str) -> str:
    """Join the lines of a text into one line, with ` / ` between them."""
    return " / ".join(lines(text))


def shorten_words(text: str, longest: int) -> str:
    """Return a text as one line of at most `longest` characters, cut between words if possible."""
    line = on_one_line(text)
    if len(line) <= longest:
        return line
    whole, _, part = line[:longest].rpartition(" ")
    kept = whole if len(part) < longest // 3 else line[: longest - 1]
    return f"{kept.rstrip(' ,;:/')}…"


def or_gap(text: str, gap: str = TO_BE_AGREED) -> str:
    """Return a text, or `gap` if it has no visible content."""
    return text if has_words(text) else gap


def as_sentence(text: str) -> str:
    """Return a text as one line that begins with a capital and ends with a full stop."""
    line = capitalise(on_one_line(text))
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def capitalise(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def reference(question: str) -> str:
    """A question as people refer to it: `1A (iii)`."""
    return f"{code_of(question)} ({numeral_of(question)})"


def framework_facts(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """The name and the source of the framework that a document is about, each with its label."""
    return ("Framework", rubric.name), ("Source", capitalise(rubric.source))


def format_titles(rubric: Rubric, codes: Sequence[str]) -> str:
    """The codes and names of elements in one line; a code that is not in this framework is left unchanged."""
    return "; ".join(rubric.elements[code].title if code in rubric.elements else code for code in codes)


def format_focus(rubric: Rubric, row: PriorityWritten | PriorityAccount) -> str:
    """The focus area of a priority: people's own words, if any, then its elements."""
    about = (*lines(row.focus), format_titles(rubric, row.elements))
    return "\n".join(filter(None, about)) or TO_BE_AGREED


NOT_CONFIRMED = "from the pack, not confirmed yet"
"""Label of answers that were read from a pack and that people have not confirmed yet."""


def rating_in_words(rubric: Rubric, review: Review, code: str) -> str:
    """An element's rating, such as `Amber Green (AG)`, or why it has none."""
    rating = review.elements[code].rating
    return f"{rubric.levels[rating].name} ({rating})" if rating else format_unrated(review, code)


def name_rating(rubric: Rubric) -> str:
    """The word for what people choose for an element; the framework's own scale is one of colours."""
    return "colour" if rubric.ends == RED_AND_GREEN else "rating"


def format_leaning(rubric: Rubric, id_: str, leaning: Leaning) -> str:
    """The answer to a question for use inside a sentence: `nearer the green`, `nearer the strong end`."""
    label = leaning_label(rubric, id_, leaning)
    return label[0].lower() + label[1:]


def format_participants(review: Review) -> str:
    """Who took part: `Headteachers (6 people)`."""
    people, group = people_in_words(review.people), on_one_line(review.group)
    if group and review.people == 1:
        return group  # 1 is also the default if no number was entered
    return f"{group} ({people})" if group else people.capitalize()


def people_in_words(number: int) -> str:
    """How many people: `one person`, `6 people`."""
    return "one person" if number == 1 else f"{number} people"


def trust_of(review: Review) -> str:
    """The name of the trust, or `Your trust` if none was entered."""
    return on_one_line(review.trust) or "Your trust"


def format_label(account: Account) -> str:
    """The label of an account: the group, or the trust if the group has no name."""
    return on_one_line(account.group) or on_one_line(account.trust) or "Your trust"


def format_progress(review: Review) -> str:
    """How many elements were looked at and rated, in the review and outside it, in sentences."""
    return " ".join(filter(None, (_format_progress_in_scope(review), _format_left_out(review))))


def _format_left_out(review: Review) -> str:
    """A sentence on the elements looked at and later left out of the review; empty if there are none."""
    codes = [code for code in review.left_out if review.elements[code].looked_at]
    rated = count_rated_left_out(review)
    if not codes:
        return ""
    left = "was left out of it" if len(codes) == 1 else "were left out of it"
    also = "also " if review.looked_at else ""
    if len(codes) == 1:
        has = "it has a rating" if rated else "it has no rating"
    else:
        has = f"{rated or 'none'} of them {'has' if rated == 1 else 'have'} a rating"
    return f"You {also}looked at {format_count(len(codes), 'element')} that {left}; {has}."


def count_rated_left_out(review: Review) -> int:
    """How many elements have a rating although they were left out of the review."""
    return sum(review.elements[code].rating is not None for code in review.left_out)


def _format_progress_in_scope(review: Review) -> str:
    scope, looked, rated = len(review.scope), len(review.looked_at), len(review.rated)
    if not looked:
        any_of_them = f"any of the {scope} elements" if scope > 1 else "the one element"
        return f"You have not looked at {any_of_them} of this review yet."
    some = f"{looked} of the {format_count(scope, 'element')}"
    every = format_all(scope, "element")
    have = "have" if rated > 1 else "has"
    return (
        f"You looked at {every if looked == scope else some} of this review; "
        f"{rated or 'none'} {have} a rating{'' if rated else ' yet'}."
    )


def find_discussed_elements(review: Review) -> list[str]:
    """The codes of the elements with anything recorded, in scope or not, in the framework's order."""
    return [code for code, record in review.elements.items() if record.looked_at or has_words(record.differs)]


def find_silent_elements(review: Review) -> list[str]:
    """The codes of the elements in scope with nothing recorded."""
    spoken = set(find_discussed_elements(review))
    return [code for code in review.scope if code not in spoken]


def cell_in_words(cell: Cell, letters: bool = True) -> str:
    """The text of an element on the heat map: `AG Amber Green, parked`, or why it has no rating."""
    words = f"{cell.letters} {cell.words}" if cell.letters and letters else cell.words
    return f"{words}, parked" if cell.parked else words
