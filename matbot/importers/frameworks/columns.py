"""Identify the columns of a table by the words of its header row, in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from matbot.importers.frameworks.header_words import (
    DESCRIPTOR,
    ELEMENT,
    OTHER,
    QUESTION,
    RATING,
    classify_headers,
    level_name,
)
from matbot.importers.frameworks.order import (
    Order,
    is_level,
    is_odd,
    number_in,
    order_of,
    speaks_of_strength,
    strength,
)
from matbot.importers.frameworks.scale import alike
from matbot.importers.readers.items import begins_item
from matbot.importers.readers.pieces import SourceRow, SourceTable
from matbot.rubric import Level
from matbot.text import in_words

_LONGEST = 80
"""The longest text of a cell in a header row, in characters."""
MOST_COLUMNS = 60
"""The most columns a table of a framework may have."""
NO_DESCRIPTOR = re.compile(
    r"(?:R|AR|AG|G|A|RAG|red|amber|green|[0-9./-]{1,10}|[☐□○✓✔☑☒x])"
    r"(?:[\s/|,;]+(?:R|AR|AG|G|A|[0-9]{1,2}|[☐□○]))*"
)
"""The contents of columns for ratings, years or ticks."""

_OTHER_LEVELS = "Its levels have other names than those of the tables before. They are read so: {}."


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    start: float
    end: float
    kind: str
    """One of the kinds in `header_words`; empty if unknown."""
    name: str
    """The text of its header; for a descriptor, only the name of the level."""
    level: int = -1
    """The index on the scale of the level it describes; -1 if none."""


Headers = Mapping[SourceRow, tuple[Column, ...]]
"""The header rows of a file, each with its columns."""


def headers_in(tables: Sequence[SourceTable]) -> Headers:
    """Find the header rows of a framework's tables.

    A header is above all other rows of its table, except for a title; further down, a row is a header only if
    it repeats an earlier one. A header that continues on the next page is two rows.
    """
    headers = dict[SourceRow, tuple[Column, ...]]()
    headings = set[tuple[str, ...]]()
    above: SourceRow | None = None
    for table in tables:
        under = table.runs_on and bool(headings)
        for row in table.rows:
            words = _row_words(row)
            columns = _header_in(row)
            if columns and (words in headings or not under):
                headers[row] = columns
                headings.add(words)
            elif above in headers and _row_words(above, row) in headings:
                headers[row] = headers[above]
            under = under or (bool(headings) and sum(map(bool, words)) > 1)
            above = row
    bare = _find_bare(tables, headers)
    return {row: tuple(_without_bare(columns, bare)) for row, columns in headers.items()}


def _row_words(*rows: SourceRow) -> tuple[str, ...]:
    """The text of each cell of a row, or of a row that was split in two."""
    texts = zip(*([cell.text for cell in row.cells] for row in rows), strict=False)
    return tuple(" ".join(" ".join(parts).split()) for parts in texts)


def _header_in(row: SourceRow) -> tuple[Column, ...]:
    """The columns of a table if this row may be its header; otherwise none."""
    if len(row.cells) > MOST_COLUMNS or any(len(cell.text) > _LONGEST for cell in row.cells):
        return ()
    columns = columns_of(row)
    titles = [cell.text for cell, column in zip(row.cells, columns, strict=True) if column.kind == QUESTION]
    is_title = len(titles) == 1 and titles[0][0].isupper() and not begins_item(titles[0])
    if not is_title:  # it is a question itself, or the rest of one
        return ()
    columns = list(_with_elements(columns))
    described = [column for column in columns if column.kind in ("", DESCRIPTOR) and column.name]
    return tuple(columns) if described and any(column.kind == ELEMENT for column in columns) else ()


def columns_of(row: SourceRow) -> list[Column]:
    """The columns that a row would define if it were a header."""
    texts = [" ".join(cell.text.split()) for cell in row.cells]
    return [
        Column(cell.start, cell.end, kind, words if kind in (QUESTION, RATING, OTHER) else level_name(words))
        for cell, words, kind in zip(row.cells, texts, classify_headers(texts), strict=True)
    ]


def lacks_elements(row: SourceRow) -> bool:
    """Whether a row is a header of questions and descriptors without a column for their elements."""
    if len(row.cells) > MOST_COLUMNS or any(len(cell.text) > _LONGEST for cell in row.cells):
        return False
    kinds = [column.kind for column in columns_of(row)]
    if kinds.count(QUESTION) != 1:
        return False
    before = kinds[: kinds.index(QUESTION)]
    return DESCRIPTOR in kinds and ELEMENT not in kinds and "" not in before


def _with_elements(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns; if none is known to hold elements, the first unknown one is taken to.

    It must be before the questions: a named column after them may be a level.
    """
    question_at = next(place for place, column in enumerate(columns) if column.kind == QUESTION)
    silent = [column for column in columns[:question_at] if not column.kind and not column.name] or [
        column for column in columns[:question_at] if not column.kind
    ]
    missing = not any(column.kind == ELEMENT for column in columns)
    for column in columns:
        if missing and silent and column is silent[0]:
            column = replace(column, kind=ELEMENT)
        yield column


# Columns without descriptors


def _find_bare(tables: Sequence[SourceTable], headers: Headers) -> set[str]:
    """The names of columns whose cells are empty, or hold only ratings, years or ticks."""
    filled, bare = set[str](), set[str]()
    columns = tuple[Column, ...]()
    for table in tables:
        for row in table.rows:
            columns = headers.get(row, columns)
            if row in headers or len(row.cells) != len(columns):
                continue
            for cell, column in zip(row.cells, columns, strict=True):
                is_bare = not cell.text or NO_DESCRIPTOR.fullmatch(cell.text)
                (bare if is_bare else filled).add(column.name)
    return bare - filled


def _without_bare(columns: Sequence[Column], bare: set[str]) -> Iterator[Column]:
    for column in columns:
        is_guess = not column.kind or (column.kind == DESCRIPTOR and not is_level(column.name))
        is_none = is_guess and column.name in bare
        yield replace(column, kind=OTHER) if is_none else column


# Levels


def with_levels(columns: Sequence[Column], scale: Sequence[Level], weakest: str = "") -> tuple[Column, ...]:
    """Assign each descriptor column its level on the scale."""
    taken = set[int]()
    known = list[Column]()
    places = _places(columns, scale, weakest)
    for column in columns:
        level = places.get(column.name, -1) if column.kind in ("", DESCRIPTOR) else -1
        if level >= 0 and level not in taken:
            taken.add(level)
            column = replace(column, kind=DESCRIPTOR, level=level)
        known.append(column)
    return tuple(known)


def _places(columns: Sequence[Column], scale: Sequence[Level], weakest: str) -> dict[str, int]:
    """The index on the scale of each column that may hold descriptors, by its name."""
    names = [alike(level.name) for level in scale]
    candidates = descriptor_names(columns)
    found = {name: names.index(own) for name in candidates if (own := _own(name)) in names}
    last = len(scale) - 1
    if not found and len(candidates) in (2, len(scale)):
        ends = range(0, last + 1, max(1, last) if len(candidates) == 2 else 1)
        falls = order_of(candidates, weakest) is Order.FALLING
        return dict(zip(candidates[::-1] if falls else candidates, ends, strict=True))
    for name in candidates:
        rank = strength(name)
        if name not in found and rank is not None and abs(rank) == 1:
            found[name] = 0 if rank < 0 else last
    return found


def _own(name: str) -> str:
    return alike(re.sub(r"\(.*\)", "", name))


def unordered(columns: Sequence[Column], scale: Sequence[Level], weakest: str = "") -> tuple[str, ...]:
    """The descriptor columns if it is unclear which is the weak end; otherwise none."""
    candidates = descriptor_names(columns)
    names = [alike(level.name) for level in scale]
    if any(_own(name) in names for name in candidates) or len(candidates) not in (2, len(scale)):
        return ()
    return tuple(candidates) if order_of(candidates, weakest) is Order.UNKNOWN else ()


def descriptor_names(columns: Sequence[Column]) -> list[str]:
    """The names of the columns that may hold descriptors.

    They extend from the first column known to hold descriptors to the last, and to adjacent columns if an end
    of the scale is missing; if no column is known to, every unknown one may.
    """
    places = [place for place, column in enumerate(columns) if column.kind == DESCRIPTOR]
    first, last = (places[0], places[-1]) if places else (0, len(columns) - 1)
    if places and not _has_both_ends([columns[place].name for place in places]):
        while first > 0 and _may_describe(columns[first - 1]):
            first -= 1
        while last + 1 < len(columns) and _may_describe(columns[last + 1]):
            last += 1
    names = (column.name for column in columns[first : last + 1] if _may_describe(column))
    return list(dict.fromkeys(names))


def _may_describe(column: Column) -> bool:
    return column.kind in ("", DESCRIPTOR) and bool(column.name)


def _has_both_ends(names: Sequence[str]) -> bool:
    """Whether names include the weakest and the strongest of a scale, or are all numbered."""
    ranks = [rank for name in names if (rank := strength(name)) is not None]
    counted = len(names) > 1 and all(number_in(name) is not None for name in names)
    return counted or (bool(ranks) and min(ranks) <= -0.5 and max(ranks) >= 1)


def doubtful_levels(columns: Sequence[Column]) -> list[str]:
    """The names of columns at an end of the scale that are not levels of the same kind as the others."""
    names = descriptor_names(columns)
    known = [name for name in names if is_level(name)]
    sure = {*known, *(column.name for column in columns if column.kind == DESCRIPTOR)}
    return [
        name
        for name in names[:1] + names[-1:]
        if known and (name not in sure or is_odd(name, [other for other in names if other != name]))
    ]


def missed_levels(columns: Sequence[Column]) -> list[str]:
    """The names of unused columns that may be levels: among the levels, or named like one."""
    used = {column.name for column in columns if column.level >= 0}
    places = [place for place, column in enumerate(columns) if column.level >= 0]
    among = range(places[0], places[-1]) if places else range(0)

    def is_like_one(column: Column) -> bool:
        return column.kind in ("", DESCRIPTOR) and (column.name in used or speaks_of_strength(column.name))

    return [
        column.name
        for place, column in enumerate(columns)
        if column.level < 0 and column.name and (_is_among(column, place, among) or is_like_one(column))
    ]


def other_levels(headers: Headers, scale: Sequence[Level]) -> Iterator[tuple[SourceRow, str]]:
    """Yield headers whose levels have other names than those of the tables before, each with a message."""
    known = {alike(level.name) for level in scale}
    seen = set[tuple[str, ...]]()
    for place, (row, columns) in enumerate(headers.items()):
        used = [column for column in columns if column.level >= 0]
        names = tuple(alike(column.name) for column in used)
        is_new = bool(place) and names not in seen and tuple(sorted(names)) not in seen
        seen |= {names, tuple(sorted(names))}
        if is_new and len(used) > 1 and not any(_own(column.name) in known for column in used):
            listed = in_words([f"{column.name} as {scale[column.level].name}" for column in used])
            yield row, _OTHER_LEVELS.format(listed)


def _is_among(column: Column, place: int, among: range) -> bool:
    """Whether a column is between levels, and no other part of a framework."""
    return place in among and column.kind in ("", OTHER, DESCRIPTOR)


def unused(columns: Sequence[Column]) -> list[Column]:
    """The named columns that a framework version does not use."""
    return [column for column in columns if column.name and column.level < 0 and column.kind in ("", OTHER)]
