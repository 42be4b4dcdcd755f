"""What people type is kept, shown and written without harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.text import LONGEST, clean, clean_name, file_stem, in_words, lines, one_line, shortened, shown

TEXTS = st.text() | st.text(alphabet="a\x1b[]\\;0m\x07\x9b\x90\x9c\x9d\n\r\t\x00\u202e\ufeff\ud800")
CONTROLS = {"Cc", "Cs"}


@given(TEXTS)
def test_nothing_kept_can_move_a_cursor_or_turn_the_text_round(typed: str) -> None:
    """No control character but tab and newline, no direction override, no half a character."""
    kept = clean(typed)
    assert not [c for c in kept if unicodedata.category(c) in CONTROLS and c not in "\t\n"]
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    """What was kept stays as it was kept."""
    assert clean(clean(typed)) == clean(typed)


@given(TEXTS)
def test_nothing_shown_is_raw_to_a_terminal(text: str) -> None:
    """Symbols stand for what must not reach it."""
    assert not [c for c in shown(text) if unicodedata.category(c) in CONTROLS and c != "\n"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07here", "here"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("e\u0301", "é"),
        ("[/red] [@click=app.quit]x `|` \\", "[/red] [@click=app.quit]x `|` \\"),
        ("  שלום 👩‍🏫  ", "שלום 👩‍🏫"),
        ("\ud800", "\ufffd"),
        ("a\tb", "a\tb"),
    ],
)
def test_what_is_kept_of_hostile_and_friendly_text(typed: str, kept: str) -> None:
    """Sequences go whole, letters and marks stay."""
    assert clean(typed) == kept


def test_what_is_too_long_is_cut() -> None:
    """At 20,000 characters."""
    assert len(clean("x" * 50_000)) == LONGEST


def test_a_name_is_one_line_of_at_most_200_characters() -> None:
    """However it was pasted."""
    assert clean_name("Northfields\nTrust  " + "x" * 500) == ("Northfields Trust " + "x" * 182)


@given(TEXTS)
def test_a_file_name_is_one_that_every_system_takes(name: str) -> None:
    """Lower case letters, digits and dashes; at most 60 bytes and the fallback."""
    stem = file_stem(name)
    assert stem
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(stem) <= 67


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../x", "x"),
        ("C:\\x", "c-x"),
        ("CON", "con-review"),
        ("a:b", "a-b"),
        ("👩‍🏫", "review"),
        ("Château d'Été", "chateau-d-ete"),
        ("x" * 500, "x" * 60),
        ("", "review"),
    ],
)
def test_file_names_of_names_that_were_trouble(name: str, stem: str) -> None:
    """Windows' rules, everywhere."""
    assert file_stem(name) == stem


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("School\tBoys\tGirls\nAsh\t61\t70", ["School · Boys · Girls", "Ash · 61 · 70"]),
        ("\tBoys\tGirls\nAsh\t\t70", ["· Boys · Girls", "Ash · · 70"]),
        ("Ash\t61\t\t\nElm", ["Ash · 61", "Elm"]),
        ("\tindented\nnot", ["indented", "not"]),
        ("•\tone\no\ttwo\n1.\tthree\n(iv)\tfour", ["• one", "o two", "1. three", "(iv) four"]),
        ("–\t5\t6", ["– · 5 · 6"]),
    ],
)
def test_tabs_of_a_pasted_table_keep_their_columns(pasted: str, shown: list[str]) -> None:
    """An empty cell too; a tab that indents, or stands behind the sign of a list, is a space."""
    assert lines(pasted) == shown
    assert lines("\n".join(shown)) == shown


def test_lines_of_a_document_are_trimmed_and_never_empty() -> None:
    """White space collapsed within each."""
    assert lines(" a  b \r\n\n\tc\u2029 ") == ["a b", "c"]


def test_one_line_and_shortened() -> None:
    """For lists and titles."""
    assert one_line("a\n b\x1b[2J") == "a b␛[2J"
    assert shortened("abc def", 5) == "abc…"
    assert shortened("abc", 5) == "abc"


def test_words_in_a_sentence() -> None:
    """One, two, more."""
    assert in_words(["i"]) == "i"
    assert in_words(["i", "ii"]) == "i and ii"
    assert in_words(["i", "ii", "iv"]) == "i, ii and iv"


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u200d \u00ad", "\ufdd0", "\U000e0001"])
def test_a_name_that_nobody_would_see_is_no_name(name: str) -> None:
    """However many characters it has."""
    assert clean_name(name) == ""


def test_a_letter_that_this_version_of_python_does_not_know_is_a_letter() -> None:
    """Names are the same on every machine, however new its tables of Unicode are."""
    assert clean_name("\u1c89") == "\u1c89"  # a letter since Unicode 16
