"""How cells of a pack are emphasised, which is how some people mark a choice instead of typing an x."""

from collections.abc import Mapping, Set
from xml.etree.ElementTree import Element

from matbot.importers.readers.word_xml import is_on, name_of, paragraphs, properties, value_of
from matbot.report.palette import HEAD, colours_of
from matbot.rubric import Level
from matbot.text import in_words

HIGHLIGHTED, SHADED, UNDERLINED, BOLD = "highlighted", "shaded", "underlined", "bold"
ITALIC, FRAMED, STRUCK_OUT, DRAWN_ON = "in italics", "framed", "struck out", "drawn on"
COLOURED, SIZED, CAPITALS, STYLED = "in another colour", "in another size", "in capitals", "in another style"
PARTLY, SET_OFF = "marked in part", "bold, in italics or in another colour in part"
BY_HAND = frozenset({BOLD, ITALIC, COLOURED, CAPITALS, SET_OFF})
"""Ways in which people emphasise words, if not all words of the same kind have that format."""
OF_LETTERS = BY_HAND | {SIZED, STYLED}
"""Formats that words in a pack may have without anyone having marked them."""

_OF_RUNS = {
    "highlight": HIGHLIGHTED,
    "shd": HIGHLIGHTED,
    "u": UNDERLINED,
    "b": BOLD,
    "i": ITALIC,
    "bdr": FRAMED,
    "strike": STRUCK_OUT,
    "dstrike": STRUCK_OUT,
    "color": COLOURED,
    "sz": SIZED,
    "caps": CAPITALS,
    "smallCaps": CAPITALS,
    "rStyle": STYLED,
}
"""Word's names for the emphasis of words."""
_OF_WHOLE_WORDS = {HIGHLIGHTED, UNDERLINED, STRUCK_OUT}
"""Formats that are ambiguous if only part of the words have them."""
_NO_COLOUR = {"", "auto", "000000", "ffffff", "0b0c0c"}
_NO_PATTERN = {"", "clear", "nil"}
_DRAWINGS = {"drawing", "pict", "object"}
_NO_FILL = {"", "auto", "ffffff", HEAD.fill.removeprefix("#")}
_OWN_FILLS = {
    colour.fill.removeprefix("#").casefold()
    for count in (3, 4, 5)
    for colour in colours_of([Level(letters=str(place), name="") for place in range(count)]).values()
}
"""The fill colours of a pack's own cells."""


def signs_of(*cells: Element) -> frozenset[str]:
    """Return the kinds of emphasis of cells, from their words and from the cells themselves."""
    found = {sign for cell in cells for sign in _emphasis_of_words(cell)}
    for cell in cells:
        marks = properties(cell, "tcPr")
        if "shd" in marks and _is_shaded(marks["shd"], _NO_FILL | _OWN_FILLS):
            found.add(SHADED)
        sides = [*marks.get("tcBorders", ())]
        for paragraph in paragraphs(cell):
            of_paragraph = properties(paragraph, "pPr")
            sides += of_paragraph.get("pBdr", ())
            if "shd" in of_paragraph and _is_shaded(of_paragraph["shd"], _NO_FILL):
                found.add(SHADED)
        if any(value_of(side, "val") not in ("", "nil", "none") for side in sides):
            found.add(FRAMED)
        if any(name_of(one) in _DRAWINGS for one in cell.iter()):
            found.add(DRAWN_ON)
    return frozenset(found)


def colours_in(*cells: Element) -> frozenset[tuple[str, str]]:
    """Return the colours of the emphasis of cells, as pairs of kind and colour value.

    The kinds are shaded, highlighted and in another colour.
    """
    found = set[tuple[str, str]]()
    for cell in cells:
        mark = properties(cell, "tcPr").get("shd")
        if mark is not None and _is_shaded(mark, _NO_FILL | _OWN_FILLS):
            found.add((SHADED, _colour_of(mark)))
        runs = [run for run in cell.iter() if name_of(run) == "r" and _has_words(run)]
        found |= {
            (_OF_RUNS[name], _colour_of(mark))
            for run in runs
            for name, mark in properties(run, "rPr").items()
            if name in ("highlight", "shd", "color") and _is_set(name, mark)
        }
    return frozenset(found)


def _colour_of(mark: Element) -> str:
    names = ("themeFill", "fill", "themeColor", "val")
    return " ".join(value_of(mark, name).casefold() for name in names)


def _emphasis_of_words(cell: Element) -> set[str]:
    """The emphasis of all the words of a cell, ignoring white space."""
    runs = [run for run in cell.iter() if name_of(run) == "r" and _has_words(run)]
    formats = [
        {_OF_RUNS[name] for name, mark in properties(run, "rPr").items() if _is_set(name, mark)}
        for run in runs
    ]
    if not formats:
        return set()
    alike = set.intersection(*formats)
    in_part = set.union(*formats) - alike
    if not in_part.isdisjoint(BY_HAND):
        alike |= {SET_OFF}
    return alike if in_part.isdisjoint(_OF_WHOLE_WORDS) else alike | {PARTLY}


def _has_words(run: Element) -> bool:
    return any(name_of(one) == "t" and (one.text or "").strip() for one in run)


def _is_set(name: str, mark: Element) -> bool:
    if name == "shd":
        return _is_shaded(mark, _NO_FILL)
    if name == "color":
        return value_of(mark, "val").casefold() not in _NO_COLOUR
    if name == "highlight":
        return value_of(mark, "val").casefold() not in ("", "none", "white")
    return name in _OF_RUNS and is_on(mark)


def _is_shaded(mark: Element, without: Set[str]) -> bool:
    """Whether shading is visible: through its colour, a theme colour or its pattern."""
    fill, pattern = value_of(mark, "fill").casefold(), value_of(mark, "val")
    return fill not in without or bool(value_of(mark, "themeFill")) or pattern not in _NO_PATTERN


_KINDS = (
    *(HIGHLIGHTED, SHADED, UNDERLINED, BOLD, ITALIC, FRAMED, STRUCK_OUT, DRAWN_ON),
    *(COLOURED, SIZED, CAPITALS, STYLED, PARTLY),
)


def chosen_by_signs(
    signs: Mapping[str, frozenset[str]], colours: Mapping[str, frozenset[tuple[str, str]]]
) -> tuple[str, str]:
    """Find the one level that is emphasised, or explain why it is ambiguous.

    Both are empty if no level is emphasised. Emphasis that all levels share belongs to the pack itself.

    Args:
        signs: The kinds of emphasis of each level, by its name.
        colours: The colours of that emphasis, by the same.

    Returns:
        The name of the level, and the explanation.

    """
    chosen, unclear = set[str](), list[str]()
    for kind in _KINDS:
        having = [level for level, found in signs.items() if kind in found]
        others = [level for level in signs if level not in having]
        meant = others if kind == STRUCK_OUT else having
        if having and not others:
            other, why = _of_another_colour(kind, colours)
            chosen |= {*filter(None, (other,))}
            unclear += filter(None, (why,))
        if not having or not others:
            continue
        if len(meant) == 1 and kind not in (DRAWN_ON, PARTLY):
            chosen |= {*meant}
        elif kind != BOLD:
            unclear.append(f"{in_words(having)} {'is' if len(having) == 1 else 'are'} {kind}")
    if len(chosen) == 1 and not unclear:
        return chosen.pop(), ""
    several = [f"{in_words(sorted(chosen))} stand out"] if len(chosen) > 1 else []
    return "", "; ".join([*several, *unclear])


def _of_another_colour(kind: str, colours: Mapping[str, frozenset[tuple[str, str]]]) -> tuple[str, str]:
    """Find the one level in a different colour if all others share one, or explain why it is ambiguous."""
    by_colour = dict[frozenset[str], list[str]]()
    for level, found in colours.items():
        by_colour.setdefault(frozenset(value for one, value in found if one == kind), []).append(level)
    if len(by_colour) < 2:
        return "", ""
    alone = [levels[0] for levels in by_colour.values() if len(levels) == 1]
    if len(by_colour) == 2 and len(alone) == 1:
        return alone[0], ""
    return "", f"{in_words(list(colours))} are {kind} in different colours"
