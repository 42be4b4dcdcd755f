"""How a report puts things: dates, counts, ratings and references in words."""

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
"""What to do before a document goes to others, as it goes on after a label."""

TO_BE_AGREED = "To be agreed"
"""What stands where nothing was decided yet."""

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
    """A day as people write it, `22 November 2026`; a time's day is the one that people here had."""
    if day is None:
        return "Not known"
    here = to_local_day(day)
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year}"


def moment_in_words(at: datetime) -> str:
    """A moment as people here had it: `22 November 2026 at 16:05`."""
    return f"{date_in_words(at)} at {to_local_time(at):%H:%M}"


def month_in_words(day: date) -> str:
    """The month of a day or a time, `November 2026`."""
    here = to_local_day(day)
    return f"{_MONTHS[here.month - 1]} {here.year}"


def format_count(number: int, one: str) -> str:
    """A number of things that take an s: `1 element`, `2 elements`, `no elements`."""
    return f"{number or 'no'} {one}{'' if number == 1 else 's'}"


def format_all(number: int, one: str) -> str:
    """All of some things that take an s: `the one element`, `both elements`, `all 3 elements`."""
    if number == 1:
        return f"the one {one}"
    return f"both {one}s" if number == 2 else f"all {number} {one}s"


def has_words(text: str) -> bool:
    """Whether anything of a text would be seen."""
    return bool(lines(text))


def on_one_line(text: str) -> str:
    """A text of any number of lines as one line, with ` / ` between them."""
    return " / ".join(lines(text))


def shorten_words(text: str, longest: int) -> str:
    """A text as one line of at most so many characters, cut between two words if it is longer."""
    line = on_one_line(text)
    if len(line) <= longest:
        return line
    whole, _, part = line[:longest].rpartition(" ")
    kept = whole if len(part) < longest // 3 else line[: longest - 1]
    return f"{kept.rstrip(' ,;:/')}…"


def or_gap(text: str, gap: str = TO_BE_AGREED) -> str:
    """A text, or the words that stand in the gap where it says nothing."""
    return text if has_words(text) else gap


def as_sentence(text: str) -> str:
    """A text of any number of lines as one that begins with a capital and ends with a stop."""
    line = capitalise(on_one_line(text))
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def capitalise(text: str) -> str:
    """A text as it begins after a label: with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def reference(question: str) -> str:
    """A question as people refer to it: `1A (iii)`."""
    return f"{code_of(question)} ({numeral_of(question)})"


def framework_facts(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """Which framework a document is about, and where it comes from, each with its label."""
    return ("Framework", rubric.name), ("Source", capitalise(rubric.source))


def format_titles(rubric: Rubric, codes: Sequence[str]) -> str:
    """Elements by code and name, in one line; a code that this framework does not have stands as it is."""
    return "; ".join(rubric.elements[code].title if code in rubric.elements else code for code in codes)


def format_focus(rubric: Rubric, row: PriorityWritten | PriorityAccount) -> str:
    """The focus area of a priority: in people's own words, if they gave any, then its elements."""
    about = (*lines(row.focus), format_titles(rubric, row.elements))
    return "\n".join(filter(None, about)) or TO_BE_AGREED


NOT_CONFIRMED = "from the pack, not confirmed yet"
"""What is said of answers that were read from a pack, until people have said that they stand."""


def rating_in_words(rubric: Rubric, review: Review, code: str) -> str:
    """An element's rating, such as `Amber Green (AG)`, or why it has none."""
    rating = review.elements[code].rating
    return f"{rubric.levels[rating].name} ({rating})" if rating else format_unrated(review, code)


def name_rating(rubric: Rubric) -> str:
    """What people choose for an element, in a word: the framework's own scale is one of colours."""
    return "colour" if rubric.ends == RED_AND_GREEN else "rating"


def format_leaning(rubric: Rubric, id_: str, leaning: Leaning) -> str:
    """The answer to a question as it goes on in a line: `nearer the green`, `nearer the strong end`."""
    label = leaning_label(rubric, id_, leaning)
    return label[0].lower() + label[1:]


def format_participants(review: Review) -> str:
    """Who took part: `Headteachers (6 people)`."""
    people, group = people_in_words(review.people), on_one_line(review.group)
    if group and review.people == 1:
        return group  # one, or nobody said how many
    return f"{group} ({people})" if group else people.capitalize()


def people_in_words(number: int) -> str:
    """How many people: `one person`, `6 people`."""
    return "one person" if number == 1 else f"{number} people"


def trust_of(review: Review) -> str:
    """The trust's name, or `Your trust` where none was given."""
    return on_one_line(review.trust) or "Your trust"


def format_label(account: Account) -> str:
    """Whose account it is: the group, or the trust where the group has no label."""
    return on_one_line(account.group) or on_one_line(account.trust) or "Your trust"


def format_progress(review: Review) -> str:
    """How many elements were looked at and rated, of this review and besides, in sentences."""
    return " ".join(filter(None, (_format_progress_in_scope(review), _format_left_out(review))))


def _format_left_out(review: Review) -> str:
    """What was looked at and rated, and left out of the review later; empty where nothing was."""
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
    """The codes of the elements of which anything was said, in scope or not, in the framework's order."""
    return [code for code, record in review.elements.items() if record.looked_at or has_words(record.differs)]


def find_silent_elements(review: Review) -> list[str]:
    """The codes of the elements in scope of which nothing was said."""
    spoken = set(find_discussed_elements(review))
    return [code for code in review.scope if code not in spoken]


def cell_in_words(cell: Cell, letters: bool = True) -> str:
    """Where an element of the map stands: `AG Amber Green, parked`, or why it has no rating."""
    words = f"{cell.letters} {cell.words}" if cell.letters and letters else cell.words
    return f"{words}, parked" if cell.parked else words
