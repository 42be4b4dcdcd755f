"""The fields of a form in a PDF, and the notes on its pages: what they hold is in no text of the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matbot.importers.findings import Unread
from matbot.importers.readers.pieces import tidy

_FILLED = "It was filled into a field of the form{}. Only what is printed on the page is read."
_CHOSEN = "It was chosen in a field of the form{}. Only what is printed on the page is read."
_NOTE = "It is a note on the page. Only what is printed there is read."
_EMPTY = "These fields of the form are empty. A framework version has no fields."
_SHOWN_NOTES = {
    "FreeText",
    "Text",
    "Stamp",
    "Popup",
    "Highlight",
    "Underline",
    "StrikeOut",
    "Squiggly",
    "Caret",
}
_OFF = {"", "Off"}
_DEEPEST = 30
"""How many fields one in another are looked at to find what a part of one is called."""


def fields_of(number: int, annotations: Sequence[Mapping[str, Any]]) -> Iterator[Unread]:
    """What the fields and the notes of a page hold, each with its name; those that are empty together."""
    place, empty, filled = f"page {number}", list[str](), set[str]()
    for annotation in annotations:
        data = annotation.get("data") or {}
        kind = _name(data.get("Subtype"))
        if kind in _SHOWN_NOTES and (words := tidy(_text(data.get("Contents")))):
            yield Unread(place, words, _NOTE)
        elif kind == "Widget":
            named, words = tidy(_text(_find(data, "T"))).replace("\n", " "), _value(data)
            if words:
                why = _CHOSEN if _inherited(data, "FT") == "Btn" else _FILLED
                filled.add(named)
                yield Unread(place, words, why.format(f" called “{named}”" if named else ""))
            elif named and named not in empty:
                empty.append(named)
    if left := [named for named in empty if named not in filled]:
        yield Unread(place, ", ".join(left), _EMPTY)


def _value(data: Mapping[str, Any]) -> str:
    """What a field holds: its words, or the name of what is chosen; empty if nothing."""
    if _inherited(data, "FT") == "Btn":
        state = _name(data.get("AS"))
        return "" if state in _OFF else tidy(state)
    value = _find(data, "V")
    values = value if isinstance(value, list) else [value]
    return tidy("\n".join(filter(None, map(_text, values))))


def _inherited(data: Mapping[str, Any], key: str) -> str:
    return _name(_find(data, key))


def _find(data: Mapping[str, Any], key: str) -> Any:
    """What a field says of a key, or the field that it is a part of does."""
    for _ in range(_DEEPEST):
        if key in data:
            return _resolved(data[key])
        parent = _resolved(data.get("Parent"))
        if not isinstance(parent, Mapping):
            break
        data = parent
    return None


def _resolved(value: Any) -> Any:
    """What a reference to another place in the file stands for."""
    return value.resolve() if hasattr(value, "resolve") else value


def _name(value: Any) -> str:
    """A name of the file's own, as a text."""
    name = getattr(_resolved(value), "name", value)
    return name.decode("latin-1") if isinstance(name, bytes) else name if isinstance(name, str) else ""


def _text(value: Any) -> str:
    """Words of a field: UTF-16 with its mark, UTF-8 with its mark, or Latin letters."""
    value = _resolved(value)
    if isinstance(value, bytes):
        if value[:2] in (b"\xfe\xff", b"\xff\xfe"):
            return value.decode("utf-16", "replace")
        if value[:3] == b"\xef\xbb\xbf":
            return value.decode("utf-8-sig", "replace")
        return value.decode("cp1252", "replace")
    return value if isinstance(value, str) else _name(value)
