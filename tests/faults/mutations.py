"""What fuzzing does to the bytes of a review file, and to what they say."""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from matbot.review.log import KINDS
from matbot.store.checks import TableTextCache, seal
from tests.faults.damage import DAMAGES

_TOKENS = (
    *rb'NaN Infinity 1e999 -0 true null "" [] {} \ud800 \u0000 " \ , "1":'.split(),
    *(b"1" * 5000, b'{"a":' * 2000, b"[" * 5000, b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\n"),
)
"""What parsers stumble over."""

_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2, 2**63, 10**400, 0.5, 1e308, [], [[]], {}, {"1": {}}, [1, -2]),
    *("", "x", "R", "AG", "1A", "1A.i", "note:1A.i", "choice:9Z.ix", ["1A"], ["1A", "1A", "9Z"]),
    *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59", "2026-03-04"),
    *("\ud800", "\x1b[31m", "a" * 30_000, {"x": None}),
)
"""What a field may hold that should hold something else."""

_KINDS = (*KINDS, "sang")
"""Every kind of event, and one that nobody knows."""


def mutated(random: Random, raw: bytes, other: bytes) -> bytes:
    """A file with one to four things wrong with it, in its bytes or in what they say."""
    if random.random() < 0.5:
        return _misspoken(random, raw)
    for _ in range(random.randint(1, 4)):
        raw = random.choice(_MUTATIONS)(random, raw, other)
    return raw


def _damaged(random: Random, raw: bytes, _other: bytes) -> bytes:
    try:
        return random.choice(DAMAGES)(random, raw)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # nothing left to damage
        return raw


def _put_in(random: Random, raw: bytes, _other: bytes) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(_TOKENS) + raw[at + random.choice((0, 0, 1, 4)) :]


def _spliced(random: Random, raw: bytes, other: bytes) -> bytes:
    return raw[: random.randint(0, len(raw))] + other[random.randint(0, len(other)) :]


def _said_twice(random: Random, raw: bytes, _other: bytes) -> bytes:
    at, end = sorted(random.randint(0, len(raw)) for _ in range(2))
    return raw[:end] + raw[at:]


_MUTATIONS: tuple[Callable[[Random, bytes, bytes], bytes], ...] = (_damaged, _put_in, _spliced, _said_twice)


def _misspoken(random: Random, raw: bytes) -> bytes:
    """A file in good JSON whose fields say odd things, more often than not with a checksum that holds."""
    tables = json.loads(raw)
    for _ in range(random.choice((1, 1, 2, 4))):
        _misspeak(random, tables.get("replies") if random.random() < 0.6 else tables)
    try:
        if random.random() < 0.7:
            (header,) = tables["header"].values()
            header["checksum"] = ""
            return seal(tables, TableTextCache())
        return json.dumps(tables).encode()
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return json.dumps(tables).encode()


def _misspeak(random: Random, value: Any) -> None:
    """Change, remove, add or rename something, somewhere inside."""
    while isinstance(value, dict | list) and value:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        key = random.choice(keys)
        if isinstance(value[key], dict | list) and value[key] and random.random() < 0.9:
            value = value[key]
            continue
        _misspeak_at(random, value, key)
        return


def _misspeak_at(random: Random, value: Any, key: Any) -> None:
    what = random.random()
    if key == "kind" and what < 0.8:
        value[key] = random.choice(_KINDS)
    elif what < 0.7:
        value[key] = deepcopy(random.choice(_VALUES))
    elif what < 0.85:
        del value[key]
    elif isinstance(value, dict):
        value[random.choice(("kind", "id", "at", "x", "0", "99999", "1", "\ud800"))] = value.pop(key)
    else:
        value.append(deepcopy(random.choice(_VALUES)))
