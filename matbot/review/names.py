"""Names of people: finds those that a review knows, and removes names from everything that was said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from matbot.review.account import Account
from matbot.review.events import Event
from matbot.review.priority_row import PriorityRow
from matbot.review.privacy import NAMES_STAND_IN, Marked, Privacy, find_marked_texts, with_texts
from matbot.review.review import Review

A_NAME = "(a name)"
"""Replaces a name that was removed."""

_POSTS = (
    "of the for with head heads headteacher headteachers headmaster headmistress principal principals "
    "director directors leader leaders lead leads chair chairs officer officers executive executives chief "
    "deputy assistant vice acting interim senior middle manager managers coordinator governor governors "
    "trustee trustees member members teacher teachers staff team teams board boards committee committees "
    "group trust trusts school schools academy academies college primary secondary nursery infant junior "
    "department office central region hub business human resources people finance education operations "
    "estates improvement leadership governance services standards quality curriculum inclusion learning "
    "teaching safeguarding training development professional ceo coo cfo hr slt sendco senco mat dsl all "
    "each every our everyone nobody to be tbc tbd"
)
_OFFICES = frozenset(_POSTS.split())
"""Words for posts, teams and places; a phrase that has one of them is not taken for a name."""

_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "ibn", "la", "le", "van", "von"}
)
"""The words in a name that may begin with a lower-case letter."""

_SEPARATOR = re.compile(r"[,;/&()\[\]\n–—]|\s-\s|\b(?:and|with|or)\b", re.IGNORECASE)
"""Separates several people who lead, or a person and a post."""

_WORD_OF_A_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")


def names_known(review: Review) -> list[str]:
    """Return the names of the people who lead priorities, in a review and in the accounts added to it."""
    accounts = [*([review.earlier] if review.earlier else []), *review.groups]
    return remove_repeats([*_find_names(_names_in(review.priorities)), *names_in_accounts(accounts)])


def names_in_accounts(accounts: Iterable[Account]) -> list[str]:
    """Return the names of the people who lead priorities in accounts."""
    return remove_repeats(_find_names(_names_in(row for account in accounts for row in account.priorities)))


def _names_in(rows: Iterable[PriorityRow]) -> Iterator[str]:
    """Yield the texts of the fields that identify people."""
    for row in rows:
        yield from find_marked_texts(row, frozenset({Privacy.NAME}))


def remove_repeats(names: Iterable[str]) -> list[str]:
    """Remove repeated names, ignoring case."""
    found = dict[str, str]()
    for name in names:
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _find_names(leads: Iterable[str]) -> list[str]:
    parts = (" ".join(part.split()) for lead in leads for part in _SEPARATOR.split(lead))
    return [part for part in parts if is_likely_name(part)]


def is_likely_name(words: str) -> bool:
    """Return whether words are a name: two or three capitalised words, none for a post, a team or a place."""
    parts = [part for part in words.split() if part not in _PARTICLES]
    return len(parts) in (2, 3) and all(map(_is_part_of_name, parts))


def _is_part_of_name(word: str) -> bool:
    known = word.casefold().removesuffix("'s").removesuffix("’s")
    return word[0].isupper() and bool(_WORD_OF_A_NAME.fullmatch(word)) and known not in _OFFICES


def log_without_names(log: Sequence[Event], names: Iterable[str]) -> list[Event]:
    """Return a log with these names removed from all texts, as whole words and ignoring case."""
    names = tuple(names)
    return [without_names(event, names) for event in log]


def without_names(model: Marked, names: Iterable[str]) -> Marked:
    """Return an event or an account with these names removed from every text that may name somebody."""
    pattern = _names_pattern(tuple(names))
    return with_texts(model, NAMES_STAND_IN, partial(pattern.sub, A_NAME)) if pattern else model


def words_without_names(words: str, names: Iterable[str]) -> str:
    """Return words with these names removed."""
    pattern = _names_pattern(tuple(names))
    return pattern.sub(A_NAME, words) if pattern else words


@lru_cache(maxsize=8)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Build a pattern for these names, the longest first, with any white space in them; None if none."""
    parts = sorted(filter(None, (name.split() for name in names)), key=lambda part: -len(" ".join(part)))
    patterns = [r"\s+".join(map(re.escape, part)) for part in parts]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE) if patterns else None
