"""The bytes of a review file: sealed once, read strictly, and noticed when anything in them changed."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.store.checks import Flawed, Tables, TableTextCache, is_seal_valid, parse_tables, seal, serialize
from matbot.store.json_guards import DEEPEST, is_too_deep

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(st.text(), VALUES, max_size=4)


def tables_of(document: dict[str, object]) -> Tables:
    """Tables with a header that is about to be sealed, and one other document."""
    return {"header": {"1": {"schema": 1, "checksum": ""}}, "other": {"1": document}}


@given(DOCUMENTS)
def test_what_was_sealed_is_read_back_and_its_seal_holds(document: dict[str, object]) -> None:
    """Any values come back as they were, a lone surrogate and the words `"checksum":""` among them."""
    tables = parse_tables(seal(tables_of(document), TableTextCache()))
    assert tables["other"]["1"] == document
    assert is_seal_valid(tables)


@given(DOCUMENTS)
def test_a_seal_holds_however_the_file_is_laid_out(document: dict[str, object]) -> None:
    """Pretty-printed, with a byte order mark, and in letters beyond ASCII where they have a code."""
    tables = json.loads(seal(tables_of(document), TableTextCache()))
    pretty = json.dumps(tables, indent=4)
    assert is_seal_valid(parse_tables(b"\xef\xbb\xbf" + pretty.encode()))


@given(DOCUMENTS)
def test_a_seal_told_from_the_bytes_is_the_seal_told_from_what_they_say(document: dict[str, object]) -> None:
    """As matbot laid the file out; a checksum that is none, whatever is in it, holds nowhere."""
    raw = seal(tables_of(document), TableTextCache())
    assert is_seal_valid(parse_tables(raw), raw)
    for none in ("", "x", "\ud800", 5, None):
        tables = parse_tables(raw)
        tables["header"]["1"]["checksum"] = none
        assert not is_seal_valid(tables, raw)
        assert not is_seal_valid(tables)


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=7))
def test_a_flipped_bit_is_noticed(place: int, bit: int) -> None:
    """Whatever bit of a file flips, it is flawed, or its seal does not hold, or it says the same."""
    raw = bytearray(seal(tables_of({"note": "Zoë said £5, \u2028 or so", "people": 12}), TableTextCache()))
    before = parse_tables(bytes(raw))
    raw[place % len(raw)] ^= 1 << bit
    with suppress(Flawed):
        after = parse_tables(bytes(raw))
        assert after == before or not (is_seal_valid(after) or is_seal_valid(after, bytes(raw)))


def test_the_text_of_a_table_is_made_anew_when_the_table_is_another() -> None:
    """A remembered text is never that of a table as it used to be."""
    texts = TableTextCache()
    tables = tables_of({"note": "before"})
    seal(tables, texts)
    tables |= {"header": {"1": {"schema": 1, "checksum": ""}}, "other": {"1": {"note": "after"}}}
    assert parse_tables(seal(tables, texts))["other"]["1"]["note"] == "after"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 4096, "is nothing but zeros"),
        ('{"header": {}}'.encode("utf-16"), "UTF-16"),
        (b"<!DOCTYPE html><html></html>", "is a web page"),
        (b'{"header":\n<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n}', "git conflict"),
        (b"null", "is not a review"),
        (b"[]", "is not a review"),
        (b"{}", "is not a review"),
        (b'"words"', "is not a review"),
        (b'{"header": []}', "is not a review"),
        (b'{"header": {"1": 3}}', "is not a review"),
        (b'{"header": {"1": {}, "2": {}}}', "is not a review"),
        (b'{"header": {"1": {"a": NaN}}}', "NaN"),
        (b'{"header": {"1": {"a": 1e999}}}', "is damaged"),
        (b'{"header": {"1": {"a": 1, "a": 2}}}', "twice"),
        (b'{"header": {"1": {"a": ' + b"9" * 5000 + b"}}}", "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b'{"header": {"1": {"a": ' + b"[" * 50_000 + b"]" * 50_000 + b"}}}", "is damaged"),
        (b'{"header": {"1": {"a": "\xff"}}}', "is damaged"),
        (b'{"header": {"1": {"schema": 1', "is damaged"),
    ],
)
def test_bytes_that_are_no_review_are_told_in_words(raw: bytes, words: str) -> None:
    """Every kind of file that is not a review says what it is, and none is a traceback."""
    with pytest.raises(Flawed, match=words):
        parse_tables(raw)


def _with_lists(depth: int) -> bytes:
    """A review whose lists and documents nest so deeply, some of it in texts, which do not count."""
    inner = depth - 3  # the file, the table and its document
    lists = b"[" * inner + b'"[[[ { \\" [ \\\\"' + b"]" * inner
    return b'{"header": {"1": {"schema": 1}}, "other": {"1": {"a": ' + lists + b"}}}"


def test_how_deep_a_file_may_nest_does_not_depend_on_the_version_of_python() -> None:
    """As deep as the bound is read and written again; a step deeper is damage, to read and to write."""
    read = parse_tables(_with_lists(DEEPEST))
    assert parse_tables(serialize(read).encode()) == read
    with pytest.raises(Flawed, match="damaged"):
        parse_tables(_with_lists(DEEPEST + 1))
    with pytest.raises(ValueError, match="nested"):
        serialize(json.loads(_with_lists(DEEPEST + 1)))


def test_brackets_that_people_typed_do_not_count_as_nesting() -> None:
    """A note may hold as many as it likes, quotes and backslashes between them."""
    note = '[{"' * 500 + "\\" + '"[' * 500
    assert parse_tables(seal(tables_of({"note": note}), TableTextCache()))["other"]["1"]["note"] == note


@given(st.text(alphabet='[]{}"\\a,:', max_size=400))
def test_nesting_is_told_for_any_text(text: str) -> None:
    """No bytes bring anything but an answer; a text within a document never makes it deep."""
    is_too_deep(text.encode())
    assert not is_too_deep(json.dumps({"note": text}).encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_tables_or_flawed(raw: bytes) -> None:
    """No bytes bring anything but tables or Flawed."""
    with suppress(Flawed):
        assert isinstance(parse_tables(raw), dict)
