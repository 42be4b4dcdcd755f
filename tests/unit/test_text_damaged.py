"""Texts of which a few bytes are damaged: the rest reads as it was written, and the places are listed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.opening import read_pack
from matbot.importers.readers.files import decode_text
from matbot.report.pack import MARK, WORDS
from matbot.review import events
from matbot.rubric.library import find
from tests.unit.filled_packs import in_lines, kept

GOOD = "| Question | Poor | Good |\n|---|---|---|\n| What’s é? | not £ yet | it’s café |\n"


def test_a_bad_byte_leaves_the_rest_as_it_was_written() -> None:
    """And the place is listed."""
    decoded = decode_text("What’s café\nIt costs ".encode() + b"\xa3 5\n")
    assert decoded is not None
    assert decoded.text == "What’s café\nIt costs £ 5\n"
    assert [(one.number, one.read_as) for one in decoded.damaged] == [(2, "£")]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_last_character_that_is_cut_is_listed_and_left_out(cut: int) -> None:
    """The lines above read as they were written."""
    decoded = decode_text("It’s\r\nNot ’".encode()[:-cut])
    assert decoded is not None
    assert decoded.text == "It’s\nNot "
    assert [(one.number, one.is_cut) for one in decoded.damaged] == [(2, True)]


@pytest.mark.parametrize(("last", "cut"), [("’", 1), ("😀", 1), ("😀", 2)])
def test_a_last_character_that_is_cut_is_listed_where_all_others_are_plain(last: str, cut: int) -> None:
    """It is not read as letters and signs of the older Windows."""
    decoded = decode_text(f"One\nIt is not {last}".encode()[:-cut])
    assert decoded is not None
    assert decoded.text == "One\nIt is not "
    assert [(one.number, one.is_cut, one.read_as) for one in decoded.damaged] == [(2, True, "")]
    assert "may have been cut short" in decoded.damaged[0].how_it_ends


@pytest.mark.parametrize("raw", ["café".encode("cp1252"), "caf’".encode()[:-2], "café".encode()[:-1]])
def test_a_last_byte_that_may_be_half_a_character_is_read_as_a_letter_and_listed(raw: bytes) -> None:
    """The older Windows may have written that letter."""
    decoded = decode_text(raw)
    assert decoded is not None
    assert decoded.text == raw.decode("cp1252")
    (damaged,) = decoded.damaged
    assert damaged.is_cut
    assert f"“{decoded.text[-1]}”" in damaged.how_it_ends


@pytest.mark.parametrize("text", ["café.", "It’s £5 – “yes”", "CAFÉ’ été à", "naïve"])
def test_what_the_older_windows_wrote_is_read_as_that(text: str) -> None:
    """With nothing to list."""
    decoded = decode_text(text.encode("cp1252"))
    assert decoded is not None
    assert (decoded.text, decoded.damaged) == (text, ())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")))
def test_what_is_utf_8_is_read_as_that(text: str) -> None:
    """Whatever it says."""
    decoded = decode_text(text.encode())
    assert decoded is not None
    assert (decoded.text, decoded.damaged) == (text, ())


@given(st.binary())
def test_any_bytes_are_text_that_can_be_written_or_none(raw: bytes) -> None:
    """With nothing in it that UTF-8 cannot say."""
    decoded = decode_text(raw)
    assert decoded is None or decoded.text.encode() is not None


def test_a_framework_with_a_bad_byte_is_read_and_the_place_is_listed(tmp_path: Path) -> None:
    """And one that ends within a character is to be looked at first."""
    file = tmp_path / "it.md"
    file.write_bytes(GOOD.encode().replace("£".encode(), b"\xa3") + b"\nNot\xc3")
    found = found_in(file)
    assert "café" in str(found.rubric)
    assert "Ã" not in str(found.rubric)
    assert [one.place for one in found.corrections if "“£”" in one.what] == ["line 3"]
    assert [one.place for one in found.doubts if "middle of a character" in one.what] == ["line 5"]


def test_a_pack_with_a_bad_byte_is_read_and_the_place_is_listed(tmp_path: Path) -> None:
    """The words beside it are as they were typed."""
    text = in_lines(find(), {"1A (i)": {MARK: "2", WORDS: "it’s café £ QQQ"}})
    sent = text.encode().replace("£ QQQ".encode(), b"\xa3 QQQ")
    _, reading = read_pack(kept(tmp_path, sent, "pack.md"))
    assert [one.note for one in reading.drafts if isinstance(one, events.NoteWritten)] == ["it’s café £ QQQ"]
    assert any(line.startswith("Line ") and "“£”" in line for line in reading.unread)


def test_a_framework_and_a_pack_that_may_be_cut_say_so(tmp_path: Path) -> None:
    """Where nothing else in the file is more than plain letters."""
    file = tmp_path / "it.md"
    file.write_bytes(b"| Question | Poor | Good |\n|---|---|---|\n| How? | p | g |\n\nNot \xe2\x80")
    assert [one.place for one in found_in(file).doubts if "cut short" in one.what] == ["line 5"]
    text = in_lines(find(), {"1A (i)": {MARK: "2"}})
    plain = text.encode("ascii", "ignore") + b"\n\xe2\x80"
    _, reading = read_pack(kept(tmp_path, plain, "pack.md"))
    assert any("cut short" in line for line in reading.unread)
