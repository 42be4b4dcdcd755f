"""Serialises and parses the bytes of a review file: strict JSON with a checksum over the whole content."""

import json
from itertools import islice
from operator import eq, is_
from typing import Any

from matbot.store.json_guards import is_too_deep

Tables = dict[str, dict[str, Any]]
"""The tables of a TinyDB file by name, each with its documents by number."""


class Flawed(ValueError):
    """The bytes of a file are not a valid review; the message is a phrase that follows `it`."""


def serialize(values: Any) -> str:
    """Serialise values as the text of a file; ValueError if strict JSON cannot represent them."""
    try:
        # Plain ASCII, so that neither the encoding of a system nor a lone surrogate can interfere.
        text = json.dumps(values, separators=(",", ":"), allow_nan=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if is_too_deep(text.encode("ascii")):
        raise ValueError("nested too deeply")
    return text


class TableTextCache:
    """Caches the serialised text of each table until TinyDB replaces the table.

    TinyDB never changes a table in place but stores a new one, so an identical table has the same text. For a
    table that only grows, such as the log, the text of the documents that it had before is reused too.
    """

    def __init__(self, growing: str = "") -> None:
        self._growing = growing
        """The name of the table whose documents never change once they have been added."""
        self._known: dict[str, tuple[dict[str, Any], str]] = {}

    def of(self, tables: Tables) -> str:
        """Serialise all tables as the text of a file."""
        return "{" + ",".join(f"{serialize(name)}:{self._text(name, tables[name])}" for name in tables) + "}"

    def _text(self, name: str, table: dict[str, Any]) -> str:
        known, text = self._known.get(name, ({}, "{}"))
        if known is table:
            return text
        # Whether its first documents are the known ones: the same objects under the same numbers.
        grew = (
            name == self._growing
            and len(known) <= len(table)
            and all(map(eq, known, table))
            and all(map(is_, known.values(), table.values()))
        )
        if grew:
            more = serialize(dict(islice(table.items(), len(known), None)))
            text = "{" + ",".join(part for part in (text[1:-1], more[1:-1]) if part) + "}"
        else:
            text = serialize(table)
        self._known[name] = table, text
        return text


def seal(tables: Tables, texts: TableTextCache) -> bytes:
    """Serialise tables to the bytes of a file, with their checksum in the header; ValueError for NaN.

    The checksum is also set in `tables`, whose header is replaced before each save. The header is the first
    table, and its checksum precedes any text that people typed, so the first empty checksum in the text is
    the one to fill in.
    """
    header = _only_document(tables["header"])
    assert header["checksum"] == "", "a header is put anew before each save"
    text = texts.of(tables)
    header["checksum"] = _checksum(text.encode("ascii"))
    return text.replace('"checksum":""', f'"checksum":"{header["checksum"]}"', 1).encode("ascii")


def is_seal_valid(tables: Tables, raw: bytes = b"") -> bool:
    """Return whether tables still match the checksum in their header, regardless of the file's layout.

    `raw` is the content of the file, if available. If matbot wrote that layout, the checksum can be verified
    from these bytes without serialising the tables.
    """
    header = _only_document(tables["header"])
    checksum = header.get("checksum")
    in_file = f'"checksum":"{checksum}"'.encode(errors="replace")
    if raw and checksum == _checksum(raw.replace(in_file, b'"checksum":""', 1)):
        return True
    numbered = {number: {**header, "checksum": ""} for number in tables["header"]}
    text = serialize({**tables, "header": numbered})
    return bool(checksum == _checksum(text.encode("ascii")))


def _checksum(raw: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, which listing reviews does not need

    return sha256(raw).hexdigest()


def parse_tables(raw: bytes) -> Tables:
    """Parse the tables of a review file; Flawed if they are not valid tables with one header."""
    try:
        if is_too_deep(raw):
            raise Flawed(_describe_flaw(raw))
        tables = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_refuse_repeated_keys, parse_constant=_refuse_constant
        )
        serialize(tables)  # refuse values that could not be saved again, such as 1e999
    except Flawed:
        raise
    except ValueError as error:
        raise Flawed(_describe_flaw(raw)) from error
    if not isinstance(tables, dict):
        raise Flawed("is not a review")
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(document, dict) for document in table.values()):
            raise Flawed("is not a review")
    _only_document(tables.get("header", {}))
    return tables


def _only_document(table: dict[str, Any]) -> dict[str, Any]:
    """Return the only document of a table; Flawed if it has none or several."""
    if len(table) != 1:
        raise Flawed("is not a review")
    (document,) = table.values()
    assert isinstance(document, dict), "the parser lets no other table through"
    return document


def _refuse_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Flawed("says the same thing twice")
    return found


def _refuse_constant(constant: str) -> Any:
    raise Flawed(f"has a number in it that is none: {constant}")


def _describe_flaw(raw: bytes) -> str:
    """Describe what is wrong with a file, judging by its bytes."""
    head = raw[:1000].lstrip().lower()
    if not raw:
        return "is empty"
    if not raw.strip(b"\0"):
        return "is nothing but zeros"
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "is in UTF-16; save it as UTF-8"
    if head.startswith((b"<!doctype", b"<html")):
        return "is a web page"
    if b"\n<<<<<<<" in raw or head.startswith(b"<<<<<<<"):
        return "has the marks of a git conflict in it"
    return "is damaged or not a review"
