"""Derive the framework version from the contents of a file of any type."""

from collections.abc import Sequence

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.alignment import align_row
from matbot.importers.frameworks.column_contents import doubt_unnamed_columns, list_rating_columns
from matbot.importers.frameworks.columns import (
    Headers,
    headers_in,
    missed_levels,
    other_levels,
    with_levels,
)
from matbot.importers.frameworks.doubts import doubts_of
from matbot.importers.frameworks.elements import FoundElement, FoundHeading, headings_in
from matbot.importers.frameworks.front_matter import FrontMatter, name_for
from matbot.importers.frameworks.header_rows import with_headers_in_one_row
from matbot.importers.frameworks.joined_cells import spread_joined
from matbot.importers.frameworks.named_above import with_names_above
from matbot.importers.frameworks.names import named
from matbot.importers.frameworks.notes import Notes
from matbot.importers.frameworks.numbering import Numbering
from matbot.importers.frameworks.refusals import no_element, no_table
from matbot.importers.frameworks.scale_in_file import find_scale
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.pieces import WHOLE_FILE, SourceContent, SourceParagraph, SourceTable
from matbot.rubric import Element, Heading, Level, Question, Rubric
from matbot.text import in_words

_PERHAPS_A_LEVEL = (
    "The column “{}” is left out, and may be a level: its name is like that of one, or it is among them. "
    "If it is one, give each level a name of its own in a copy of the file, and import that."
)
MOST_PIECES = 20_000
"""The most rows and paragraphs a file may have: many times what any framework has."""

_TOO_MUCH = f"It has more than {MOST_PIECES:,} rows and paragraphs. Save the framework alone."
_PARTED = "what it covers is listed as in the framework version that ships with matbot."
_NO_QUESTIONS = "No question of it could be read."
_NO_ELEMENTS = "No element that could be read is under this heading."


def interpret_source(
    pieces: SourceContent, file: str, weakest: str = "", budget: Budget | None = None
) -> Found:
    """Return the framework version in a file.

    Args:
        pieces: The tables and paragraphs of the file.
        file: The name of the file.
        weakest: The level at the weak end, if the file does not show which it is.
        budget: What remains of the reading budget.

    Raises:
        CannotImport: the file has no framework version; the message says why.

    """
    budget = budget or Budget()
    headed = with_headers_in_one_row(pieces)
    pieces = with_names_above(headed)
    words = [part for part in pieces.parts if isinstance(part, SourceParagraph)]
    tables = _tables(pieces)
    _check_size(words, tables)
    notes = Notes(list(pieces.corrections), list(pieces.unread), list(pieces.doubts))
    headers = headers_in(tables)
    if not headers:
        raise CannotImport(pieces.no_table or no_table(_tables(headed)))
    around = FrontMatter(words, _before(pieces, headers), file, notes)
    scale, ends = find_scale(around, tables, headers, weakest)
    headers = {row: with_levels(columns, scale, weakest) for row, columns in headers.items()}
    _note_columns(tables, headers, scale, notes)
    found = headings_in(tables, headers, scale, notes, budget)
    title = around.title()
    headings = _headings(found, scale, title, notes, budget)
    if not headings:
        raise CannotImport(no_element(tables, headers, _tables(headed)))
    rubric = _build_rubric(title, around, scale, headings)
    around.list_rest()
    doubts = (*notes.doubts, *doubts_of(headings, notes.unread))
    return Found(rubric, tuple(notes.corrections), tuple(notes.unread), doubts, ends)


def _build_rubric(
    title: str, around: FrontMatter, scale: Sequence[Level], headings: tuple[Heading, ...]
) -> Rubric:
    version_label = around.version_label()
    return Rubric(
        id=name_for(title, version_label),
        title=title,
        edition=version_label,
        source=around.source(),
        credit="The words are those of the file that this framework version was imported from.",
        scale=tuple(scale),
        guidance=around.guidance(),
        errata=tuple(around.notes.errata),
        headings=headings,
    )


def _check_size(words: Sequence[SourceParagraph], tables: Sequence[SourceTable]) -> None:
    """Refuse a file with many times the contents of any framework."""
    if len(words) + sum(len(table.rows) for table in tables) > MOST_PIECES:
        raise CannotImport(_TOO_MUCH)


def _note_columns(
    tables: Sequence[SourceTable], headers: Headers, scale: Sequence[Level], notes: Notes
) -> None:
    """Note rating columns, columns that may be levels, and levels with other names."""
    list_rating_columns(tables, headers, notes)
    for name in dict.fromkeys(name for columns in headers.values() for name in missed_levels(columns)):
        notes.doubt(next(iter(headers)).place, _PERHAPS_A_LEVEL.format(name))
    doubt_unnamed_columns(tables, headers, notes)
    for row, what in other_levels(headers, scale):
        notes.doubt(row.place, what)


def _tables(pieces: SourceContent) -> list[SourceTable]:
    return [part for part in pieces.parts if isinstance(part, SourceTable)]


def _before(pieces: SourceContent, headers: Headers) -> int:
    """How many paragraphs precede the first table of the framework."""
    count = 0
    for part in pieces.parts:
        if isinstance(part, SourceParagraph):
            count += 1
        elif any(row in headers for row in part.rows):
            break
    return count


# Headings, elements and questions


def _headings(
    found: Sequence[FoundHeading], scale: Sequence[Level], title: str, notes: Notes, budget: Budget
) -> tuple[Heading, ...]:
    """The headings with their elements, numbered; those without elements are noted."""
    filled = [
        (heading, elements) for heading in found if (elements := _elements(heading, scale, notes, budget))
    ]
    for heading in found:
        if all(heading is not one for one, _ in filled):
            notes.add_unread(heading.place, f"{heading.number} {heading.name}".strip(), _NO_ELEMENTS)
    if not filled:
        return ()
    _correct_names([element for heading in found for element in heading.elements], notes)
    numbers = _numbers([heading for heading, _ in filled], notes)
    return tuple(
        Heading(number=number, name=heading.name or title, elements=elements)
        for number, (heading, elements) in zip(numbers, filled, strict=True)
    )


def _numbers(found: Sequence[FoundHeading], notes: Notes) -> list[str]:
    """The numbers of the headings: their own, or else their positions."""
    own = [heading.number for heading in found]
    if all(own) and len({*own}) == len(own):
        return own
    if any(heading.name for heading in found):
        what = "The headings are numbered by their places."
        notes.correct(found[0].place, what, "Not each of them has a number of its own.")
    else:
        notes.correct(found[0].place, "All elements are under one heading.", "The file has no headings.")
    return [str(place) for place in range(1, len(found) + 1)]


def _elements(
    heading: FoundHeading, scale: Sequence[Level], notes: Notes, budget: Budget
) -> tuple[Element, ...]:
    built = [_build_element(one, scale, notes, budget) for one in heading.elements]
    return tuple(element for element in built if element)


def _correct_names(found: Sequence[FoundElement], notes: Notes) -> None:
    """Note where the names of aspects were separated with the help of a shipped framework version."""
    codes = [one.code for one in found if len(named(one.words)[1]) > one.words.count("\n")]
    if codes:
        notes.correct(WHOLE_FILE, f"{in_words(codes)}: {_PARTED}", "The file has them on one line.")


def _build_element(
    found: FoundElement, scale: Sequence[Level], notes: Notes, budget: Budget
) -> Element | None:
    """The element for the framework version; None, with a note, if it has no questions."""
    name, aspects = named(found.words)
    questions = _questions(found, scale, notes, budget)
    if not questions:
        notes.add_unread(found.place, f"{found.code} {found.words}", _NO_QUESTIONS)
        return None
    return Element(code=found.code, name=name, aspects=tuple(aspects), questions=tuple(questions))


def _questions(found: FoundElement, scale: Sequence[Level], notes: Notes, budget: Budget) -> list[Question]:
    aligned = []
    spread_joined(found.rows, scale, notes)
    for row in found.rows:
        budget.check(row.place)
        one = align_row(row.place, row.question, row.descriptors, one_each=len(found.rows) > 1)
        aligned += one.questions
        for words, why in one.left:
            notes.add_unread(row.place, words, why)
    return Numbering(found.code, found.place, scale, notes).questions(aligned)
