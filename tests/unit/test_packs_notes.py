"""What stands in the notes of packs: prompts are nobody's words, and lists, tables and odd signs stay."""

import re
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from matbot.importers.packs.opening import read_pack
from matbot.review import events
from matbot.rubric import Rubric
from tests.unit.filled_packs import in_lines, in_word, kept, sense
from tests.unit.marked_packs import (
    ANSWERS,
)


def test_the_prompt_of_a_content_control_is_no_note(rubric: Rubric) -> None:
    """Word shows it as long as nobody has typed anything."""

    def prompt(document: Any) -> None:
        cell = document.tables[0].cell(2, 4)._tc
        cell.append(
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r>"
                "<w:t>Click or tap here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            )
        )

    found = sense(rubric, in_word(rubric, ANSWERS, prompt))
    assert [one.note for one in found.drafts if isinstance(one, events.NoteWritten)] == ["We say so."]
    assert not found.unread


def test_lists_and_tables_in_a_note_keep_their_rows(rubric: Rubric) -> None:
    """Bullets and numerals stand before the items, and tabs between the cells."""

    def write(document: Any) -> None:
        cell = document.tables[0].cell(1, 4)
        for words, style in (
            ("more visits", "List Bullet"),
            ("first", "List Number"),
            ("second", "List Number"),
        ):
            cell.add_paragraph(words, style=style)
        inner = cell.add_table(rows=2, cols=3)
        for place, words in enumerate(("School", "Y6", "Y11", "Oak", "61", "48")):
            inner.cell(place // 3, place % 3).text = words

    found = sense(rubric, in_word(rubric, ANSWERS, write))
    (note,) = (one.note for one in found.drafts if isinstance(one, events.NoteWritten))
    assert note == "We say so.\n• more visits\n1. first\n2. second\nSchool\tY6\tY11\nOak\t61\t48"


@pytest.mark.parametrize("codec", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_pack_is_read_however_its_text_was_saved(rubric: Rubric, tmp_path: Path, codec: str) -> None:
    """ANSI is what Notepad wrote for many years."""
    words = {"1A (i)": {"Where you are": "3", "What makes you say that": "We say so – “café”."}}
    text = in_lines(rubric, words).replace("“", '"') if codec == "ascii" else in_lines(rubric, words)
    path = kept(tmp_path, b"", "pack.md")
    path.write_bytes(re.sub("[^\x00-\xff–“”‘’…]", "-", text).encode(codec))
    _, found = read_pack(path)
    assert [one.note for one in found.drafts if isinstance(one, events.NoteWritten)] == [
        "We say so – “café”."
    ]


def test_words_with_a_line_through_them_are_told(rubric: Rubric) -> None:
    """They are read, since nobody can say what is meant by the line."""

    def strike(document: Any) -> None:
        document.tables[0].rows[1].cells[-1].paragraphs[0].add_run(" no more").font.strike = True

    found = sense(rubric, in_word(rubric, ANSWERS, strike))
    assert any("“no more” has a line through it" in line for line in found.unread)


@pytest.mark.parametrize("prompt", ["Click or tap here to enter text.", "Choose an item."])
def test_a_prompt_that_another_program_left_is_nobodys_words(rubric: Rubric, prompt: str) -> None:
    """Such a program keeps the words, and not that they prompt."""
    found = sense(
        rubric, in_word(rubric, {"1A (i)": {"Where you are": "3", "What makes you say that": prompt}})
    )
    assert [type(draft).__name__ for draft in found.drafts] == ["QuestionAnswered"]


PROMPT = "Click or tap here to enter text."


OF_WORD = (
    f"<w:r><w:t>{PROMPT}</w:t></w:r><w:r><w:t xml:space='preserve'> We met families.</w:t></w:r>",
    f"<w:r><w:t>{PROMPT} We met families.</w:t></w:r>",
)


OF_ONES_OWN = (
    "<w:r><w:rPr><w:rStyle w:val='PlaceholderText'/></w:rPr><w:t>Say here what you saw</w:t></w:r>"
    "<w:r><w:t xml:space='preserve'> We met families.</w:t></w:r>"
)


@pytest.mark.parametrize(
    ("inside", "prompts"),
    [
        *((inside, prompts) for inside in OF_WORD for prompts in ("<w:showingPlcHdr/>", "")),
        (OF_ONES_OWN, "<w:showingPlcHdr/>"),
    ],
)
def test_a_prompt_goes_and_the_words_behind_it_stay(rubric: Rubric, inside: str, prompts: str) -> None:
    """Other programs let people type behind it, and keep that it prompts, or do not."""

    def prompt(document: Any) -> None:
        box = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr>{prompts}</w:sdtPr><w:sdtContent><w:p>{inside}</w:p>"
            "</w:sdtContent></w:sdt>"
        )
        cell = document.tables[0].cell(2, 4)._tc
        cell.remove(cell.p_lst[0])
        cell.append(parse_xml(box))

    found = sense(rubric, in_word(rubric, ANSWERS, prompt))
    notes = [one.note for one in found.drafts if isinstance(one, events.NoteWritten)]
    assert notes == ["We say so.", "We met families."]


def test_words_that_only_begin_as_a_prompt_does_are_somebodys(rubric: Rubric) -> None:
    """Nothing is taken from the middle of a sentence."""
    words = "Choose an item that matters most, we said."
    answers = {"1A (i)": {"Where you are": "3", "What makes you say that": words}}
    found = sense(rubric, in_word(rubric, answers))
    assert [one.note for one in found.drafts if isinstance(one, events.NoteWritten)] == [words]
