"""Whatever stands in a table: each of its words is in the edition once, or is listed, and nothing breaks."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.pieces import SourceCell, SourceContent, SourceRow, SourceTable
from matbot.rubric.checker import check_folder
from matbot.rubric.writer import keep
from tests.strategies import hostile

COLUMNS = ("Element", "Questions", "Red", "Green", "Rating")

marks = st.sampled_from(("", "", "i. ", "ii. ", "iii. ", "1. ", "a) ", "• ", "- ", "(i) "))
line = st.tuples(marks, st.sampled_from(("W", "w", "W w", "w ii. W", "W – w", "W? W"))).map("".join)
cell = st.lists(line, max_size=3).map("\n".join)
first = st.sampled_from(("", "", "1. W", "@. W", "@ W\nW", "@. W\nw", "W", "w w"))
row = st.tuples(first, cell, cell, cell, st.sampled_from(("", "R AR AG G", "w")))
tables = st.lists(st.tuples(st.booleans(), st.lists(row, min_size=1, max_size=4)), min_size=1, max_size=4)


def pieces(drawn: Sequence[tuple[bool, Sequence[tuple[str, ...]]]]) -> SourceContent:
    """Tables with every `w` in them made a word of its own, and every `@` a code.

    Those that run on have no header. The first begins with an element that can be read.
    """
    number, parts = 0, []
    sound = ("1A. W", "i. W", "i. W", "i. W", "")
    for place, (runs_on, rows) in enumerate(drawn):
        runs_on = runs_on and place > 0
        triples = rows if runs_on else [COLUMNS, *([] if place else [sound]), *rows]
        numbered = []
        for at, texts in enumerate(triples):
            cells = []
            for start, text in enumerate(texts):
                for letter in re.findall(r"\b[wW]\b", text) if texts is not COLUMNS else ():
                    number += 1
                    text = re.sub(rf"\b{letter}\b", f"{letter}ord{number}", text, count=1)
                text = text.replace("@", f"2.{number}")
                cells.append(SourceCell(start, start + 1, text))
            numbered.append(SourceRow(f"table {place}, row {at}", tuple(cells)))
        parts.append(SourceTable(tuple(numbered), runs_on))
    return SourceContent(parts)


def words_of(found: Found) -> Counter[str]:
    """The numbered words of the edition and of what was left out."""
    rubric = found.rubric
    triples = [one.words for one in found.unread]
    triples += [heading.name for heading in rubric.headings]
    triples += [words for one in rubric.elements.values() for words in (one.name, *one.aspects)]
    triples += [words for one in rubric.questions.values() for words in (one.text, one.red, one.green)]
    return Counter(re.findall(r"[wW]ord\d+", " ".join(triples)))


@settings(max_examples=300, deadline=None)
@given(tables)
def test_no_word_is_lost_and_none_comes_twice(
    drawn: Sequence[tuple[bool, Sequence[tuple[str, ...]]]],
) -> None:
    """A word stands where it belongs, or among what could not be read."""
    given_pieces = pieces(drawn)
    try:
        found = interpret_source(given_pieces, "any.txt")
    except CannotImport:  # the rest of a row left nothing of it that is sure
        return
    texts = [
        one.text
        for table in given_pieces.parts
        if isinstance(table, SourceTable)
        for r in table.rows
        for one in r.cells
    ]
    wanted = Counter(re.findall(r"[wW]ord\d+", " ".join(texts)))
    repeated = Counter(re.findall(r"[wW]ord\d+", " ".join(one.what for one in found.corrections)))
    assert words_of(found) + repeated == wanted


@settings(max_examples=100, deadline=None)
@given(hostile, hostile, hostile, hostile)
def test_hostile_words_make_an_edition_that_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, name: str, question: str, red: str, title: str
) -> None:
    """Or none, in words; never something that cannot be read again."""
    folder: Path = tmp_path_factory.mktemp("any")
    path = folder / "any.txt"
    row_of_cells = "\t".join(
        " ".join(text.split()) for text in (f"1A {name}", f"i. {question}", f"i. {red}", "i. g")
    )
    path.write_text(
        f"{title}\n\nElement\tQuestions\tRed\tGreen\n1. Vision\n{row_of_cells}\n", "utf-8", "replace"
    )
    try:
        found = found_in(path)
    except CannotImport:
        return
    keep(found.rubric, folder / "kept")
    assert [fault for fault in check_folder(folder / "kept") if not fault.may_stay] == []
