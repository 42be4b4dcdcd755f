"""Which column of a table is what, by the words of its header row, in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from matbot.importers.frameworks.scale import alike, is_strong, is_weak
from matbot.importers.readers.items import begins_item
from matbot.importers.readers.pieces import SourceCell, SourceRow, SourceTable
from matbot.rubric import Level

ELEMENT, CODE, QUESTION, RATING, DESCRIPTOR = "element", "code", "question", "rating", "descriptor"
"""What a column may hold. What may hold descriptors is told by the scale."""

_WORDS = (
    (QUESTION, r"\bquestions?\b|\bconsider\b|\bprompts?\b"),
    (DESCRIPTOR, r"^(?:what\s+)?(?:red|amber|green|weak|strong)\b"),
    (RATING, r"\brat(?:ing|e)s?\b|\bevidence\b|\bnotes?\b|\bcomments?\b|\bjudge?ments?\b|\bscores?\b"),
    (CODE, r"^(?:ref\w*|no\.?|code|number|#)$"),
    (
        ELEMENT,
        r"\belements?\b|\bareas?\b|\baspects?\b|\bdimensions?\b|\bstrands?\b|\bthemes?\b|\bstandards?\b",
    ),
)
"""What the words of a header say, the surest first."""

_LOOKS_LIKE = re.compile(r"^(?:what\s+)?(.*?)\s*:?\s*(?:\blooks?\s+like\b.*|…|\.\.\.)?$", re.IGNORECASE)
_LONGEST = 80
"""The longest words of a cell in a header row, in characters."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    start: float
    end: float
    kind: str
    """One of the kinds above; empty if it is not known."""
    name: str
    """What its header says: of a descriptor, the level alone."""
    level: int = -1
    """The place on the scale that its descriptors are of; -1 if it has none."""


Headers = Mapping[SourceRow, tuple[Column, ...]]
"""The header rows of a file, each with the columns that it names."""


def headers_in(tables: Sequence[SourceTable]) -> Headers:
    """The header rows of the tables of a framework.

    A header stands above all other rows of its table, if only its title is not there; further down it is
    one only where it says again what an earlier one says. One that runs over a page is two rows.
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
    return headers


def _row_words(*rows: SourceRow) -> tuple[str, ...]:
    """What stands in the cells of a row, or of one that was broken in two."""
    texts = zip(*([cell.text for cell in row.cells] for row in rows), strict=False)
    return tuple(" ".join(" ".join(parts).split()) for parts in texts)


def _header_in(row: SourceRow) -> tuple[Column, ...]:
    """The columns of a table, if this row may be its header; none if it cannot."""
    if any(len(cell.text) > _LONGEST for cell in row.cells):
        return ()
    columns = [_column(cell) for cell in row.cells]
    asked = [cell.text for cell, column in zip(row.cells, columns, strict=True) if column.kind == QUESTION]
    if len(asked) != 1 or not _is_title(asked[0]):
        return ()
    columns = list(_with_elements(columns))
    described = [column for column in columns if column.kind in ("", DESCRIPTOR) and column.name]
    return tuple(columns) if described and any(column.kind == ELEMENT for column in columns) else ()


def lacks_elements(row: SourceRow) -> bool:
    """Whether a row heads questions and descriptors, and no column that may say which element they are of."""
    kinds = [_column(cell).kind for cell in row.cells]
    short = all(0 < len(cell.text) <= _LONGEST for cell in row.cells)
    return (
        short
        and kinds.count(QUESTION) == 1
        and DESCRIPTOR in kinds
        and {*kinds}.isdisjoint({ELEMENT, CODE, ""})
    )


def _is_title(words: str) -> bool:
    """Whether words head a column, and are no question themselves or the rest of one."""
    return words[0].isupper() and not begins_item(words)


def with_levels(columns: Sequence[Column], scale: Sequence[Level]) -> tuple[Column, ...]:
    """The columns, each with the level of the scale that its descriptors are of."""
    taken = set[int]()
    known = list[Column]()
    for column in columns:
        level = _level(column, columns, scale)
        if level >= 0 and level not in taken:
            taken.add(level)
            column = Column(column.start, column.end, DESCRIPTOR, column.name, level)
        known.append(column)
    return tuple(known)


def descriptor_names(columns: Sequence[Column]) -> list[str]:
    """The names of the columns that may hold descriptors.

    They run from the first that says so to the last; where none says so, any that is not known may.
    """
    places = [place for place, column in enumerate(columns) if column.kind == DESCRIPTOR]
    within = columns[places[0] : places[-1] + 1] if places else columns
    return [column.name for column in within if column.kind in ("", DESCRIPTOR) and column.name]


def _column(cell: SourceCell) -> Column:
    words = " ".join(cell.text.split())
    kind = next((kind for kind, pattern in _WORDS if re.search(pattern, words, re.IGNORECASE)), "")
    return Column(cell.start, cell.end, kind, words if kind in (QUESTION, RATING) else _level_name(words))


def _level_name(words: str) -> str:
    found = _LOOKS_LIKE.match(words)
    return (found[1] if found else words).strip(" .…:")


def _with_elements(columns: Sequence[Column]) -> Iterator[Column]:
    """The columns; where none is said to be of elements, it is the first that says nothing."""
    silent = [column for column in columns if not column.kind and not column.name] or [
        column for column in columns if not column.kind
    ]
    missing = not any(column.kind == ELEMENT for column in columns)
    for column in columns:
        if missing and silent and column is silent[0]:
            column = Column(column.start, column.end, ELEMENT, column.name)
        yield column


def _level(column: Column, columns: Sequence[Column], scale: Sequence[Level]) -> int:
    """The place on the scale that a column is about; -1 if it is about none."""
    if column.kind not in ("", DESCRIPTOR) or not column.name:
        return -1
    names = [alike(level.name) for level in scale]
    own = alike(re.sub(r"\(.*\)", "", column.name))
    if own in names:
        return names.index(own)
    candidates = descriptor_names(columns)
    if is_weak(column.name):
        return 0
    if is_strong(column.name):
        return len(scale) - 1
    if column.name not in candidates or any(alike(name) in names for name in candidates):
        return -1
    return {0: 0, 1: len(scale) - 1}.get(candidates.index(column.name), -1) if len(candidates) == 2 else -1
