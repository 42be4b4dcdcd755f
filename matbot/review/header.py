"""The header of a review: what a list of reviews shows without reading the events."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal, NamedTuple, get_args

State = Literal["not started", "under way", "finished"]
"""How far a review has come; `finished` once nothing is left to ask."""


def format_looked_at(looked_at: int, many: str) -> str:
    """Format how many elements, out of `many`, were looked at, such as `3 of 14 elements looked at`."""
    return f"{looked_at} of {many} looked at"


class Header(NamedTuple):
    """What a list of reviews shows about one of them."""

    id: str
    trust: str
    rubric: str
    """The framework version's id."""
    scope: tuple[str, ...]
    """The codes of the elements to be reviewed, in the order of the framework."""
    looked_at: int
    """The number of elements in scope that were looked at."""
    rated: int
    """The number of elements in scope that have a rating."""
    parked: int
    """The number of parked elements and questions in scope."""
    state: State
    map: dict[str, str]
    """The letters of each element's rating by its code, in the order of the framework; empty if not rated."""
    group: str = ""
    people: int = 1
    since: str | None = None
    """The id of the earlier review that this one follows."""
    copy_of: str | None = None
    """The id of the review that this is a copy of."""
    together: tuple[str, ...] = ()
    """The ids of the groups' reviews, if this is a joint review."""
    started: datetime | None = None
    """When it was opened, UTC."""
    next: str = ""
    """The element at which it continues, such as `1B Understanding of needs`; empty once it is finished."""
    scale: tuple[str, ...] = ()
    """The letters of the levels, the weakest first; empty means the scale of the framework."""
    archived: bool = False
    """Whether it is in the archive, and not among the current reviews."""

    def serialize(self) -> dict[str, Any]:
        """Serialise the header to JSON values."""
        raw = self._asdict()
        listed = {name: list(value) for name, value in raw.items() if isinstance(value, tuple)}
        started = self.started and self.started.isoformat().replace("+00:00", "Z")
        return raw | listed | {"started": started}


def read_header(stored: Mapping[str, Any]) -> Header:
    """Parse a header from its stored form; ValueError if its fields are invalid.

    Unknown fields are ignored. The fields are parsed by hand, because a list of a thousand reviews reads a
    thousand headers, and the first page should appear before pydantic has to be imported.
    """
    try:
        return Header(**{name: read(stored[name]) for name, read in _READ.items() if name in stored})
    except TypeError as error:
        raise ValueError("a header without all that it must have") from error


def parse_time(value: Any) -> datetime:
    """Parse a stored time in ISO 8601 with a time zone; ValueError if it is not valid."""
    words = _text(value)
    if words[11:13] == "24":  # which some versions of Python accept as the start of the next day
        raise ValueError("a day has no hour 24")
    at = datetime.fromisoformat(words)
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return at


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("not a whole number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not true or false")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not {*map(type, value)} <= {str}:
        raise ValueError("not a list of texts")
    return tuple(value)


def _map(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not {*map(type, value.values())} <= {str}:
        raise ValueError("not a map of texts")
    return value


def _state(value: Any) -> State:
    if value not in _STATES:
        raise ValueError("not a state")
    return value  # type: ignore[no-any-return]  # checked above


_STATES = get_args(State)


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


_KINDS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    bool: _flag,
    tuple[str, ...]: _texts,
    dict[str, str]: _map,
    State: _state,
    str | None: _optional(_text),
    datetime | None: _optional(parse_time),
}
_READ = {name: _KINDS[kind] for name, kind in Header.__annotations__.items()}
