"""The bytes of a review file: strict JSON with a checksum over all of it."""

import json
from itertools import islice
from operator import eq, is_
from typing import Any

from matbot.store.json_guards import is_too_deep

"""What begins the escape of a half; whole characters are written as two of them."""

Tables = dict[str, dict[str, Any]]
"""What TinyDB keeps: documents by their number, tables by their name."""


class Flawed(ValueError):
    """What is wrong with the bytes of a file, in a few words that follow `it`."""


def serialize(values: Any) -> str:
    """Values as the text of a file; ValueError for what no file can hold."""
    try:
        # Plain ASCII, so that no system's own encoding, and no lone surrogate, can come between.
        text = json.dumps(values, separators=(",", ":"), allow_nan=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if is_too_deep(text.encode("ascii")):
        raise ValueError("nested too deeply")
    return text


class TableTextCache:
    """Remembers the text of each table for as long as TinyDB leaves the table alone.

    TinyDB never changes a table in place: it puts a new one there. So the same table has the same text.
    Of a table that only ever grows, such as the log, the documents it had are the same too.
    """

    def __init__(self, growing: str = "") -> None:
        self._growing = growing
        """The name of the table whose documents are never changed once they are there."""
        self._known: dict[str, tuple[dict[str, Any], str]] = {}

    def of(self, tables: Tables) -> str:
        """All tables as the text of a file."""
        return "{" + ",".join(f"{serialize(name)}:{self._text(name, tables[name])}" for name in tables) + "}"

    def _text(self, name: str, table: dict[str, Any]) -> str:
        known, text = self._known.get(name, ({}, "{}"))
        if known is table:
            return text
        # Whether its first documents are the very ones that were known, under the same numbers.
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
    """Tables as the bytes of a file, with their checksum written into the header; ValueError for NaN.

    The header is new in each save. It is the first table, and has its checksum before any words of
    people, so the first empty one in the text is the one to fill.
    """
    header = _only_document(tables["header"])
    assert header["checksum"] == "", "a header is put anew before each save"
    text = texts.of(tables)
    header["checksum"] = _checksum(text.encode("ascii"))
    return text.replace('"checksum":""', f'"checksum":"{header["checksum"]}"', 1).encode("ascii")


def is_seal_valid(tables: Tables, raw: bytes = b"") -> bool:
    """Whether tables are what they were when they were sealed, however the file is laid out.

    `raw` is the file itself, if it is at hand: as matbot laid it out, its seal can be told from its bytes.
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
    from hashlib import sha256  # OpenSSL comes with it: not for a mere list

    return sha256(raw).hexdigest()


def parse_tables(raw: bytes) -> Tables:
    """The tables in the bytes of a file; Flawed if they are none, or if nothing says what they belong to."""
    try:
        if is_too_deep(raw):
            raise Flawed(_describe_flaw(raw))
        tables = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_refuse_repeated_keys, parse_constant=_refused
        )
        serialize(
            tables
        )  # what cannot be written again, such as 1e999, is refused before anybody builds on it
    except Flawed:
        raise
    except ValueError as error:
        raise Flawed(_describe_flaw(raw)) from error
    if not isinstance(tables, dict):
        raise Flawed("is not a review")
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(one, dict) for one in table.values()):
            raise Flawed("is not a review")
    _only_document(tables.get("header", {}))
    return tables


def _only_document(table: dict[str, Any]) -> dict[str, Any]:
    """The document of a table that has just the one."""
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


def _refused(constant: str) -> Any:
    raise Flawed(f"has a number in it that is none: {constant}")


def _describe_flaw(raw: bytes) -> str:
    """What became of a file, as far as its first bytes tell."""
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
