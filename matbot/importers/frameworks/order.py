"""Determine which end of a scale is weak from the names of its levels, never from their position.

The name of a level shows how strong it is, or its number. If the names of a scale are unclear, nothing is
guessed: the user is asked.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

_FAMILIES = (
    "red|amber red|amber,yellow,orange|amber green|green",
    "red|amber|green|blue,purple",
    "bronze|silver|gold|platinum",
    "weak|moderate|strong",
    "weaker|stronger",
    "worst|best",
    "lowest|highest",
    "special measures|inadequate|requires improvement|good|outstanding",
    "urgent improvement,urgent|causing concern,concern,needs attention,attention needed|expected standard|"
    "strong standard|exceptional",
    "unsatisfactory|adequate|good|excellent",
    "unsatisfactory|weak|satisfactory|good|very good|excellent",
    "poor|fair|good|very good|excellent",
    "bad|fair|good|great",
    "weakness|strength",
    "underdeveloped|developing|well developed",
    "ineffective|effective|highly effective",
    "unsatisfactory|basic|proficient|distinguished",
    "limited|basic|proficient|advanced",
    "beginning,beginner,novice|developing|competent,accomplished|proficient|expert,exemplary,mastery",
    "novice|advanced beginner|competent|proficient|expert",
    "beginner|intermediate|advanced",
    "emerging,emergent|developing|embedding,establishing|secure,established,embedded|leading,excelling,"
    "exceeding,enhancing,enhanced,transforming,sustaining,mastering,mastered",
    "emerging|expected|exceeding",
    "foundation,foundational|developing|mature|leading,transformational",
    "initial|repeatable,managed initially|defined|quantitatively managed|optimised,optimized,optimising,"
    "optimizing",
    "benchmark|milestone|capstone",
    "working towards|working at,expected|greater depth",
    "working towards expected standard|working at expected standard|working at greater depth",
    "well below|below|at|above,well above",
    "below expectations,below expected,below|meets expectations,at expected,at expectations,meeting,meets|"
    "exceeds expectations,above expected,above,exceeds",
    "not started|started,in progress,under way,underway|complete,completed,done",
    "not met,unmet|partly met,partially met|met,fully met|exceeded",
    "not achieved|partly achieved,partially achieved|largely achieved,mostly achieved|"
    "achieved,fully achieved",
    "not yet in place,not in place|partly in place,partially in place|in place|fully in place",
    "not yet,not at all|partly,partially,to some extent|mostly,largely|fully",
    "unacceptable|acceptable|exemplary",
    "non compliant|compliant",
    "off track|at risk|on track",
    "insufficient|sufficient|good",
    "no assurance|limited|reasonable|substantial",
    "unhealthy|healthy",
    "undesirable|desirable",
    "negative|positive",
    "less effective|more effective",
    "failing|coping|thriving",
    "gwan|da|rhagorol",
    "coch|oren,ambr|gwyrdd",
)
"""Families of level names, from the weak end to the strong one; commas separate synonyms.

Names for frequency or amount are not included: whether `always` or `high` is good depends on the question.
"""

_QUALIFIED = (
    (re.compile(r"(?:highly|very|fully|strongly|consistently|significant|major) (.+)"), 0.05),
    (re.compile(r"(?:partly|partially|somewhat|fairly|mostly|largely|usually) (.+)"), -0.3),
    (re.compile(r"(?:not yet|not|no longer|un|in|non|rarely|never) ?(.+)"), None),
)
"""Qualifiers before a name: the change in strength, or None if they reverse it."""

_NUMBERED = re.compile(
    r"(?:(?:level|score|rating|stage|step|phase|points?|lefel)\s*(?:[0-9]{1,2}|(?-i:[IVX]{1,4}))"
    r"|[0-9]{1,2}(?:\s*points?)?|(?:[0-9]|10)(?=\W))(?:\s*[-–:.)=(]\s*.*|\s+.*)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+|\b[IVX]+\b")
_BARE_ROMAN = re.compile(r"[IVX]{1,4}")
_IN_WORDS = ("one", "two", "three", "four", "five", "six")
_COUNTED = re.compile(r"^(?:(?:level|score|rating|stage|step|phase|grade|band)\s*)?[0-9]+|[0-9]+$")
"""A number that accompanies the name of a level, as in `Grade 1: Outstanding`."""
_BEST_FIRST = re.compile(
    r"\b(?:best|highest|strongest|top|most|always|agree|yes|high|often|fully)\b", re.IGNORECASE
)
_WORST_LAST = re.compile(
    r"\b(?:worst|lowest|weakest|bottom|least|never|disagree|no|low|rarely|not at all)\b", re.IGNORECASE
)
"""Words next to a number that may mean it counts downwards: 1 for the best, or for `always`."""
NO_LEVEL = re.compile(
    r"(?:[0-9]+\W*)?(?:n\s?/?\s?a|not applicable|not assessed|don[’']?t know|not sure|unsure)\W*",
    re.IGNORECASE,
)
"""An option next to the levels of a scale that is not one of them."""
_ENDS_IN_NUMBER = re.compile(r"(.*?[a-z].*?)[\s(]([0-9]{1,2})\)?", re.IGNORECASE)
_NOT_UPWARDS = re.compile(
    r"(?:grade|band|tier|rank|priority|category|class|year|option|column|group|term)\b", re.IGNORECASE
)
"""Words for things that are counted in either direction: grade 1 may be the best or the worst."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_EXTREME = 0.75
"""The strength, 1 being the most, from which a single name at an end shows which end that is."""
_CLUTTER = re.compile(
    r"\b(?:what|looks?|like|practices?|capacity|performance|is|are|a|the|descriptors?|does|do|signs? of)\b"
    r"|[^\w\s]"
)


_KEY = re.compile(r"(?<![\w.])([0-9]{1,2})(?![\w.]?\w)")
"""The number of a level in a text on how to rate."""
_LONGEST_KEY = 600
"""The longest paragraph that is searched for the meaning of its numbers, in characters."""


class Order(Enum):
    """The order of the levels of a scale."""

    RISING = "from the weak end to the strong one"
    FALLING = "from the strong end to the weak one"
    UNKNOWN = "it cannot be told"


def _ranks() -> Iterator[tuple[str, float]]:
    """Yield the strength of each name, from -1 to 1, for every family that has it."""
    for family in _FAMILIES:
        steps = family.split("|")
        for place, names in enumerate(steps):
            yield from ((name.strip(), 2 * place / (len(steps) - 1) - 1) for name in names.split(","))


_STRENGTHS: dict[str, float] = {}
for _name, _rank in _ranks():
    _STRENGTHS.setdefault(_name, _rank)


def is_level(name: str) -> bool:
    """Whether a name is known as that of a level, or is numbered."""
    return strength(name) is not None or number_in(name) is not None


def strength(name: str) -> float | None:
    """How strong a level with this name is, from -1 to 1; None if the name does not show it."""
    words = _plain(name)
    if not words:
        return None
    if words in _STRENGTHS:
        return _STRENGTHS[words]
    for pattern, change in _QUALIFIED:
        found = pattern.fullmatch(words)
        known = _STRENGTHS.get(found[1]) if found else None
        if known is not None:
            return -known if change is None else known + change
    return _strength_of_parts(name)


def _strength_of_parts(name: str) -> float | None:
    """The strength of a name with another in brackets or after a dash, such as `Alpha (weak)`."""
    parts = [part for part in re.split(r"[()/:–—]|\s-\s", name) if part.strip()]
    if len(parts) < 2:
        return None
    known = [one for part in parts if (one := strength(part)) is not None]
    return known[0] if known and all(one * known[0] >= 0 for one in known) else None


def number_in(name: str) -> int | None:
    """The number of a level that counts upwards; None if it has none, or may count in either direction."""
    words = name.strip()
    if _NOT_UPWARDS.match(words) or NO_LEVEL.fullmatch(words) or not _NUMBERED.fullmatch(words):
        return None
    digits = _NUMBER.search(words)
    return None if digits is None else _value(digits[0])


def is_count(name: str) -> bool:
    """Whether a name is only a number, with or without a word for a level."""
    words = name.strip()
    in_words = words.casefold() in _IN_WORDS or _BARE_ROMAN.fullmatch(words) is not None
    return in_words or number_in(name) is not None


def _value(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    values = [_ROMAN[letter] for letter in digits]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _numbers_of(names: Sequence[str]) -> list[int]:
    """The numbers of all levels, or none; a number after a name counts only if the names differ."""
    plain = [name.strip() for name in names]
    if all(name.casefold() in _IN_WORDS for name in plain):
        return [_IN_WORDS.index(name.casefold()) for name in plain]
    if all(map(_BARE_ROMAN.fullmatch, plain)):
        return list(map(_value, plain))
    found = [number_in(name) for name in names]
    if all(one is not None for one in found):
        return [one for one in found if one is not None]
    ends = [_ENDS_IN_NUMBER.fullmatch(name.strip()) for name in names]
    called = {one[1].casefold() for one in ends if one and not _NOT_UPWARDS.match(one[1])}
    return [int(one[2]) for one in ends if one] if all(ends) and len(called) > 1 else []


def order_of(names: Sequence[str], weakest: str = "") -> Order:
    """Return the order of levels with these names; `weakest` is the one the user put at the weak end."""
    if weakest:
        at = [place for place, name in enumerate(names) if is_same(name, weakest)]
        return {0: Order.RISING, len(names) - 1: Order.FALLING}.get(at[0] if at else -1, Order.UNKNOWN)
    by_name = [(place, one) for place, name in enumerate(names) if (one := strength(name)) is not None]
    by_strength = _direction([one for _, one in by_name])
    if len(by_name) > 1 and (by_strength is not Order.UNKNOWN or len({one for _, one in by_name}) > 1):
        return by_strength
    numbers = _numbers_of(names)
    if len(numbers) > 1:
        return Order.UNKNOWN if _may_fall(names) else _direction(list(map(float, numbers)))
    for place, one in by_name:
        if abs(one) >= _EXTREME and place in (0, len(names) - 1):
            return Order.RISING if (one > 0) == (place > 0) else Order.FALLING
    return Order.UNKNOWN


def _may_fall(names: Sequence[str]) -> bool:
    """Whether words next to the numbers of levels may mean that these count downwards."""
    numbers = _numbers_of(names)
    lowest, highest = (names[numbers.index(end)] for end in (min(numbers), max(numbers)))
    return bool(_BEST_FIRST.search(lowest) or _WORST_LAST.search(highest))


def tells_otherwise(names: Sequence[str], text: str) -> bool:
    """Whether a text may mean that the numbers used as level names count downwards."""
    numbers = _numbers_of(names)
    if len(numbers) < 2 or any(strength(name) is not None for name in names) or len(text) > _LONGEST_KEY:
        return False
    found = list(_KEY.finditer(text))
    for one, after in zip(found, [*(other.start() for other in found[1:]), len(text)], strict=False):
        number = int(one[1])
        words = re.split(r"[,;.\n]|\band\b|\bto\b", text[one.end() : after])[0].strip(" =–-:(")
        rank = strength(words.strip(" )"))
        good = rank > 0 if rank is not None else bool(_BEST_FIRST.search(words))
        bad = rank < 0 if rank is not None else bool(_WORST_LAST.search(words))
        if (number == min(numbers) and good) or (number == max(numbers) and bad):
            return True
    return False


def _direction(values: Sequence[float]) -> Order:
    """Whether values rise or fall from the first to the last; some may be equal."""
    pairs = list(pairwise(values))
    if len({*values}) < 2:
        return Order.UNKNOWN
    if all(one <= other for one, other in pairs):
        return Order.RISING
    return Order.FALLING if all(one >= other for one, other in pairs) else Order.UNKNOWN


def is_odd(name: str, others: Sequence[str]) -> bool:
    """Whether a name is of another kind than all others, such as `Strength` among colours."""
    kinds = [kind for other in others if (kind := _families_of(other))]
    alike = any(one & other for place, one in enumerate(kinds) for other in kinds[:place])
    return alike and bool(own := _families_of(name)) and all(own.isdisjoint(kind) for kind in kinds)


def _families_of(name: str) -> frozenset[int]:
    """The families of levels that include a name or part of it."""
    parts = {_plain(part) for part in (name, *re.split(r"[()/:–—]|\s-\s", name))}
    return frozenset(
        place
        for place, family in enumerate(_FAMILIES)
        if not parts.isdisjoint(one.strip() for one in re.split(r"[|,]", family))
    )


def _plain(name: str) -> str:
    """The words of a name that show how strong it is, without its number."""
    return " ".join(_CLUTTER.sub(" ", _COUNTED.sub("", name.casefold().replace("-", " ").strip())).split())


def speaks_of_strength(name: str) -> bool:
    """Whether a word of a name is known as the name of a level."""
    return any(word in _STRENGTHS for word in re.findall(r"[^\W\d_]+", name.casefold()))


def is_same(name: str, other: str) -> bool:
    """Whether two names of levels are the same, ignoring capitals, punctuation and bracketed text."""

    def plain(words: str) -> str:
        return " ".join(re.findall(r"\w+", words.casefold())) or words.strip()

    return plain(name) == plain(other) or plain(name.partition("(")[0]) == plain(other)


def sort_known(names: Sequence[str]) -> list[int] | None:
    """The indices of unordered levels, from the weakest, if one family has all of them; otherwise None."""
    plain_names = [" ".join(_CLUTTER.sub(" ", name.casefold().replace("-", " ")).split()) for name in names]
    for family in _FAMILIES:
        known = {name: place for place, step in enumerate(family.split("|")) for name in step.split(",")}
        places = [known[name] for name in plain_names if name in known]
        if len(places) == len(names) == len({*places}):
            return sorted(range(len(names)), key=lambda place: places[place])
    return None
