"""The scale of a framework, from a line that names its levels or from the names of its columns."""

import re
from collections.abc import Iterator, Sequence

from matbot.importers.frameworks.order import Order, order_of, sort_known
from matbot.rubric import Level

FOUR_RATINGS = (
    Level(letters="R", name="Red"),
    Level(letters="AR", name="Amber Red"),
    Level(letters="AG", name="Amber Green"),
    Level(letters="G", name="Green"),
)
"""The default scale of a framework of this kind that names none."""

_LONGEST = 40
"""The longest name of a level, in characters."""

_PARTS = re.compile(r"\s*(?:[/|,;→>\t\n•]|\s[–-]\s|\band\b|\bto\b|^[1-5][.:)]?\s|\s[1-5][.:)]?\s)\s*")
_LABEL = re.compile(
    r"^(?:[\w ]{0,30}\b)?(?:scale|levels?|ratings?|grades?|key)(?: (?:is|are))?\s*:\s*", re.IGNORECASE
)
"""A label before the levels of a scale that is not part of their names."""
_MEANING = re.compile(r"(.+?)\s*\((.*)\)")
_LETTERS = re.compile(r"[A-Z][A-Z0-9]{0,2}")
_BETWEEN = r"[\s,;/|–→>-]*"


def scale_in(
    paragraphs: Sequence[str], ratings: Sequence[str], columns: Sequence[str]
) -> tuple[list[Level], str]:
    """Find the levels of a scale in the order of the file.

    Args:
        paragraphs: The paragraphs around the tables.
        ratings: The contents of the rating column.
        columns: The names of the columns that may hold descriptors.

    Returns:
        The levels, and the text that names them, if any; no levels if nothing shows what they are.

    """
    letters = next(filter(None, map(_letters_in, ratings)), [])
    for text in paragraphs:
        if levels := _parse_lettered(text, letters or [level.letters for level in FOUR_RATINGS]):
            return levels, text
    for text in (*paragraphs, *ratings):
        if levels := _parse_list(text, columns):
            return levels, text
    return _without_names(letters, columns), ""


def _without_names(letters: Sequence[str], columns: Sequence[str]) -> list[Level]:
    """The levels if no text names them all: from their letters, or from the columns."""
    named = _named_like(letters, columns)
    if 3 <= len(columns) <= 5 and len({level.name for level in named} & {*columns}) < 2:
        return _levels(columns)
    if {*letters} == {level.letters for level in FOUR_RATINGS}:
        return list(FOUR_RATINGS)
    return named


def _letters_in(text: str) -> list[str]:
    """The letters of levels, if a text is only three to five of them."""
    parts = [part for part in re.split(r"[\s/|,;☐□○]+", text) if part]
    plain = 3 <= len(parts) <= 5 and len({*parts}) == len(parts)
    return parts if plain and all(map(_LETTERS.fullmatch, parts)) else []


def weakest_first(levels: Sequence[Level], weakest: str = "") -> tuple[list[Level], bool]:
    """Sort levels from the weak end to the strong one, and say whether that order is certain.

    `weakest` is the level that the user put at the weak end.
    """
    if {level.letters for level in levels} == {level.letters for level in FOUR_RATINGS}:
        by_letters = {level.letters: level for level in levels}
        return [by_letters[level.letters] for level in FOUR_RATINGS], True
    names_found = [f"{level.name} ({level.meaning})" if level.meaning else level.name for level in levels]
    order = order_of(names_found, weakest)
    if order is Order.UNKNOWN and (places := sort_known([level.name for level in levels])):
        return [levels[place] for place in places], True
    turned = _reverse(levels) if order is Order.FALLING else list(levels)
    return turned, order is not Order.UNKNOWN


def _reverse(levels: Sequence[Level]) -> list[Level]:
    """Reverse levels; letters that were generated from their order are generated again."""
    turned = list(levels)[::-1]
    if [level.letters for level in levels] != _letters([level.name for level in levels]):
        return turned
    letters = _letters([level.name for level in turned])
    return [
        Level(letters=own, name=level.name, meaning=level.meaning)
        for own, level in zip(letters, turned, strict=True)
    ]


def _parse_lettered(text: str, letters: Sequence[str]) -> list[Level]:
    """The levels that a text names one after another, if their letters are known."""
    if len(text) > _LONGEST * 2 * len(letters):
        return []
    levels = (
        rf"(?P<n{place}>{_name_pattern(one)})(?:\s*\((?P<m{place}>[^()]*)\))?"
        for place, one in enumerate(letters)
    )
    found = re.fullmatch(_BETWEEN.join(levels) + r"[\s.]*", text)
    if not found:
        return []
    return [
        Level(letters=one, name=" ".join(found[f"n{place}"].split()), meaning=found[f"m{place}"] or "")
        for place, one in enumerate(letters)
    ]


def _name_pattern(letters: str) -> str:
    """A pattern for the names of a level with these letters: words that begin with them."""
    words = r"[\s-]+".join(rf"{letter}\w+" for letter in letters)
    return rf"(?:{words}|{letters[0]}(?i:{letters[1:]})\w*)"


def _parse_list(text: str, columns: Sequence[str]) -> list[Level]:
    """The levels that a text lists; they must match the columns of descriptors at both ends."""
    for words in (_LABEL.sub("", text), text.rpartition(":")[2]):
        if len(words) > _LONGEST * 10:
            continue
        parts = [part.strip(" .") for part in _PARTS.split(words) if part.strip(" .")]
        names = [_split(part)[0] for part in parts]
        if (
            3 <= len(parts) <= 5
            and all(0 < len(name) <= _LONGEST for name in names)
            and _match_columns(names, columns)
        ):
            return _levels(parts)
    return []


def _match_columns(names: Sequence[str], columns: Sequence[str]) -> bool:
    if len({alike(name) for name in names}) < len(names) or len(columns) < 2:
        return False
    known = {alike(_split(column)[0]) for column in columns}
    if {alike(names[0]), alike(names[-1])} <= known:
        return True
    says_so = any(re.match(r"red\b|weak", column, re.IGNORECASE) for column in columns)
    return len(columns) == 2 and says_so and all(name[0].isupper() for name in names)


def _named_like(letters: Sequence[str], columns: Sequence[str]) -> list[Level]:
    """Levels known only by their letters: named after the one column that begins with them, or by them."""
    called = [_split(column)[0] for column in columns]
    names = {one: [name for name in called if name.upper().startswith(one)] for one in letters}
    names_found = [found[0] for found in names.values() if len(found) == 1]
    return [
        Level(letters=one, name=found[0] if len(found) == 1 == names_found.count(found[0]) else one)
        for one, found in names.items()
    ]


def _levels(parts: Sequence[str]) -> list[Level]:
    names, meanings = zip(*map(_split, parts), strict=True)
    return [
        Level(letters=letters, name=name, meaning=meaning)
        for letters, name, meaning in zip(_letters(names), names, meanings, strict=True)
    ]


def _split(part: str) -> tuple[str, str]:
    """The name of a level, and its meaning, which is in brackets.

    A hyphen between words becomes a dash: in a stored framework version, it separates name and meaning.
    """
    found = _MEANING.fullmatch(part)
    name, meaning = (found[1], found[2]) if found else (part, "")
    return name.replace(":", "").replace(" - ", " – ").strip(), meaning.strip()


def _letters(names: Sequence[str]) -> list[str]:
    """Unique letters for each level: the initials of its words, or more letters."""
    taken = list[str]()
    for place, name in enumerate(names, 1):
        taken.append(next(one for one in _choices(name, place) if one not in taken))
    return taken


def _choices(name: str, place: int) -> Iterator[str]:
    words = re.findall(r"[A-Z0-9]+", name.upper())
    joined = "".join(words)
    for letters in ("".join(word[0] for word in words)[:3], joined[:2], joined[:3]):
        if _LETTERS.fullmatch(letters):
            yield letters
    yield f"L{place}"


def alike(name: str) -> str:
    """The name of a level normalised for comparison, ignoring capitals, hyphens and spaces."""
    return " ".join(re.findall(r"\w+", name.casefold())) or name.strip()
