"""Form fields, notes and drawings of a PDF, whose contents are not part of its page text."""

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matbot.importers.findings import Unread
from matbot.importers.readers.pieces import WHOLE_FILE, tidy

_FILLED = "It was filled into a field of the form{}. Only what is printed on the page is read."
_CHOSEN = "It was chosen in a field of the form{}. Only what is printed on the page is read."
_SIGNED = "It is a signature in a field of the form{}. Only what is printed on the page is read."
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
_SEEN = "These are pictures or drawings, which may be marks in boxes. Only words are read."
_SMALLEST = 5.0
"""The smallest drawing that is more than a dot, in points."""
_PUSHED = 1 << 16
"""The flag of a push button, which holds no value."""
_MOST_FIELDS = 5_000
XFA = (
    "It is a form that only Adobe's programs show (XFA): what stands in it is in no page of the file. "
    "Open it in Adobe Reader, print it to a new PDF or copy its tables into a Word file (.docx), and import "
    "that."
)
_WAITING = re.compile(r"please wait\b.{0,200}\bif this message is not eventually replaced", re.I | re.DOTALL)
"""What the only page of such a form shows in programs that cannot display it."""
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_DEEPEST = 30
"""How many parents of a nested field are searched for an inherited value."""


def fields_of(number: int, annotations: Sequence[Mapping[str, Any]]) -> Iterator[Unread]:
    """The contents of the fields and notes of a page, each with its name; empty fields are listed in one."""
    place, empty, filled = f"page {number}", list[str](), set[str]()
    for annotation in annotations:
        data = annotation.get("data") or {}
        kind = _name(data.get("Subtype"))
        if kind in _SHOWN_NOTES and (words := tidy(_text(data.get("Contents")))):
            yield Unread(place, words, _NOTE)
        elif kind == "Widget":
            named, words = tidy(_text(_find(data, "T"))).replace("\n", " "), _value(data)
            if words:
                filled.add(named)
                yield Unread(place, words, _explain_omission(data, named))
            elif named and named not in empty and not _is_pushed(data):
                empty.append(named)
    if left := [named for named in empty if named not in filled]:
        yield Unread(place, ", ".join(left), _EMPTY)


def _explain_omission(data: Mapping[str, Any], named: str) -> str:
    """Why the contents of a field were left out."""
    kind = _inherited(data, "FT")
    why = {"Btn": _CHOSEN, "Ch": _CHOSEN, "Sig": _SIGNED}.get(kind, _FILLED)
    return why.format(f" called “{named}”" if named else "")


def _is_pushed(data: Mapping[str, Any]) -> bool:
    flags = _find(data, "Ff")
    return _inherited(data, "FT") == "Btn" and isinstance(flags, int) and bool(flags & _PUSHED)


def _value(data: Mapping[str, Any]) -> str:
    """The contents of a field: its text, or the name of what is chosen; empty if nothing."""
    kind = _inherited(data, "FT")
    value = _find(data, "V")
    if kind == "Btn":
        return "" if _is_pushed(data) else _choice(data, value)
    if kind == "Sig":
        return "A signature" if value else ""
    if kind == "Ch":
        return tidy("\n".join(filter(None, _listed(data, value))))
    words = tidy(_text(value))
    return words or tidy(html.unescape(_TAGS.sub(" ", _text(_find(data, "RV")))))


def _choice(data: Mapping[str, Any], value: Any) -> str:
    """The state of a checkbox or radio group, under the name that the form shows for it."""
    state = _name(data["AS"]) if "AS" in data else _state_of(data, _text(value))
    if state in _OFF:
        return ""
    names = _find(data, "Opt")
    if isinstance(names, list) and state.isascii() and state.isdigit() and int(state) < len(names):
        return tidy(_text(names[int(state)]))
    return tidy(state)


def _state_of(data: Mapping[str, Any], value: str) -> str:
    """The state of a box without its own: that of its group, if this is the box it selects."""
    drawn = _resolved(data.get("AP"))
    ways = _resolved(drawn.get("N")) if isinstance(drawn, Mapping) else None
    own = isinstance(ways, Mapping) and value not in ways
    return "" if own else value


def _listed(data: Mapping[str, Any], value: Any) -> Iterator[str]:
    """What is chosen in a list, as the form shows it."""
    choices = _find(data, "Opt")
    pairs = [_resolved(one) for one in choices] if isinstance(choices, list) else []
    shown = {_text(one[0]): _text(one[-1]) for one in pairs if isinstance(one, list) and one}
    for one in value if isinstance(value, list) else [value]:
        yield shown.get(_text(one), _text(one))


@dataclass(frozen=True)
class FillableForm:
    """The form that a PDF declares."""

    is_xfa: bool = False
    """Whether it is an Adobe XFA form."""
    filled: tuple[tuple[str, str, str], ...] = ()
    """The filled fields: name, contents, and why these were left out."""

    def is_waiting(self, words: str) -> bool:
        """Whether its pages only say that another program is needed to show it."""
        return self.is_xfa and _WAITING.search(words) is not None

    def unseen(self, listed: Collection[Unread]) -> Iterator[Unread]:
        """The contents of its fields that appear on no page."""
        known = {one.words for one in listed}
        yield from (Unread(WHOLE_FILE, words, why) for _, words, why in self.filled if words not in known)


def form_in(catalog: Mapping[str, Any]) -> FillableForm:
    """The form that a PDF declares in its catalog."""
    form = _resolved(catalog.get("AcroForm"))
    if not isinstance(form, Mapping):
        return FillableForm()
    waiting, found = [_resolved(form.get("Fields"))], list[tuple[str, str, str]]()
    for _ in range(_MOST_FIELDS):
        if not waiting:
            break
        one = _resolved(waiting.pop())
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            named = tidy(_text(_find(one, "T"))).replace("\n", " ")
            if "V" in one and (
                words := _value({**one, "AS": _resolved(one["V"])} if _is_group(one) else one)
            ):
                found.append((named, words, _explain_omission(one, named)))
            waiting.append(one.get("Kids"))
    return FillableForm(_resolved(form.get("XFA")) is not None, tuple(found))


def _is_group(field: Mapping[str, Any]) -> bool:
    """Whether a field is a group of boxes, one of which may be chosen."""
    return _inherited(field, "FT") == "Btn" and "Kids" in field


def drawings_on(number: int, shapes: Sequence[Mapping[str, Any]], boxes: Sequence[Any]) -> Iterator[Unread]:
    """Drawings inside the tables of a page that are larger than a dot: they may be marks."""
    large = [one for one in shapes if min(one["width"], one["height"]) >= _SMALLEST]
    if any(_is_within(one, box) for one in large for box in boxes):
        yield Unread(f"page {number}", "Drawings", _SEEN)


def _is_within(shape: Mapping[str, Any], box: Any) -> bool:
    across, down = (shape["x0"] + shape["x1"]) / 2, (shape["top"] + shape["bottom"]) / 2
    return bool(box[0] <= across < box[2] and box[1] <= down < box[3])


def _inherited(data: Mapping[str, Any], key: str) -> str:
    return _name(_find(data, key))


def _find(data: Mapping[str, Any], key: str) -> Any:
    """The value of a key in a field or in the nearest of its parents."""
    for _ in range(_DEEPEST):
        if key in data:
            return _resolved(data[key])
        parent = _resolved(data.get("Parent"))
        if not isinstance(parent, Mapping):
            break
        data = parent
    return None


def _resolved(value: Any) -> Any:
    """The object that a reference points to."""
    return value.resolve() if hasattr(value, "resolve") else value


def _name(value: Any) -> str:
    """A PDF name as text."""
    name = getattr(_resolved(value), "name", _resolved(value))
    return name.decode("latin-1") if isinstance(name, bytes) else name if isinstance(name, str) else ""


def _text(value: Any) -> str:
    """The text of a field: UTF-16 or UTF-8 with a byte order mark, or Windows-1252."""
    value = _resolved(value)
    value = value.get_data() if hasattr(value, "get_data") else value
    if isinstance(value, bytes):
        if value[:2] in (b"\xfe\xff", b"\xff\xfe"):
            return value.decode("utf-16", "replace")
        if value[:3] == b"\xef\xbb\xbf":
            return value.decode("utf-8-sig", "replace")
        return value.decode("cp1252", "replace")
    return value if isinstance(value, str) else _name(value)
