"""Determine the scale of a framework from the weak end, and whether it is known which end that is."""

from collections.abc import Sequence

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.columns import (
    Headers,
    descriptor_names,
    doubtful_levels,
    unordered,
    with_levels,
)
from matbot.importers.frameworks.front_matter import FrontMatter
from matbot.importers.frameworks.order import is_same, tells_otherwise
from matbot.importers.frameworks.refusals import no_such_level, too_many_levels
from matbot.importers.frameworks.rows import ratings_in
from matbot.importers.frameworks.scale import FOUR_RATINGS, scale_in, weakest_first
from matbot.importers.readers.pieces import WHOLE_FILE, SourceTable
from matbot.rubric import Level
from matbot.text import in_words

MOST_LEVELS = 5
"""The most levels a scale may have."""
_PERHAPS_NO_LEVEL = (
    "The column “{}” is taken for a level of the scale, since there are words in it. "
    "If it is none, take it out of a copy of the file, and import that."
)


def find_scale(
    around: FrontMatter, tables: Sequence[SourceTable], headers: Headers, weakest: str
) -> tuple[list[Level], tuple[str, ...]]:
    """Find the scale, and the levels or columns among which the weakest is not known.

    A file without a scale gets the four ratings, which is noted. `weakest` is the level that the user put at
    the weak end; empty if not given.

    Raises:
        CannotImport: there are too many levels, or `weakest` is at neither end.

    """
    header, columns = next(iter(headers.items()))
    names = descriptor_names(columns)
    if len(names) > MOST_LEVELS:
        raise CannotImport(too_many_levels(header.place, names))
    paragraphs = [words.text for words in around.words]
    scale, used = scale_in(paragraphs, ratings_in(tables, headers), names)
    around.take_scale(used, scale)
    if not scale:
        scale = list(FOUR_RATINGS)
        ratings = in_words([level.name for level in scale])
        around.notes.correct(WHOLE_FILE, f"The ratings are {ratings}.", "The file names no scale.")
    for name in doubtful_levels(columns):
        around.notes.doubt(header.place, _PERHAPS_NO_LEVEL.format(name))
    in_order, is_known = weakest_first(scale, weakest)
    if in_order != scale:
        ordered = in_words([level.name for level in in_order])
        around.notes.correct(
            WHOLE_FILE, f"The scale is {ordered}, the weakest first.", "The file has it otherwise."
        )
    unknown = tuple(level.name for level in scale)
    if is_known:
        unknown = _unknown_columns(headers, in_order, paragraphs, weakest)
    at_weak_end = [one.name for one in with_levels(columns, in_order, weakest) if one.level == 0]
    is_at_end = any(is_same(name, weakest) for name in (in_order[0].name, *at_weak_end))
    if weakest and (unknown or not is_at_end):
        raise CannotImport(no_such_level(weakest, unknown or [level.name for level in in_order]))
    return in_order, unknown


def _unknown_columns(
    headers: Headers, scale: Sequence[Level], paragraphs: Sequence[str], weakest: str
) -> tuple[str, ...]:
    """The columns of which it is not known which is the weak end, although the scale's is known."""
    for columns in headers.values():
        if unknown := unordered(columns, scale, weakest):
            return unknown
    names = descriptor_names(next(iter(headers.values())))
    is_told = not weakest and any(tells_otherwise(names, text) for text in paragraphs)
    return tuple(names) if is_told else ()
