"""Guards against JSON that Python parses but later code could not handle: deep nesting, lone surrogates."""

import re
from itertools import accumulate
from typing import Any

from matbot.text import without_half_characters

DEEPEST = 100
"""The maximum depth of nested lists and objects; what matbot writes has a tenth of it. The depth that Python
can read and write differs between its versions."""

_KEPT = b'"[]{}'
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}

_HALF_A_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


def is_too_deep(raw: bytes) -> bool:
    """Return whether JSON nests deeper than `DEEPEST`, even if it is truncated.

    Args:
        raw: The bytes of a file, or of a part of it, in UTF-8 or ASCII.

    """
    if raw.count(b"[") + raw.count(b"{") <= DEEPEST:
        return False
    # Strings are removed, so that brackets that people typed do not count.
    marks = raw.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _DROPPED)
    outside = b"".join(marks.split(b'"')[::2])
    return max(accumulate(map(_STEPS.__getitem__, outside)), default=0) > DEEPEST


def mend_characters(values: dict[str, Any], raw: bytes) -> dict[str, Any]:
    """Replace lone surrogates in values, so that every text can be encoded.

    JSON can escape half of a surrogate pair, as programs do that truncate a text in the middle of one. Later
    code could not hash, compare or print such text.

    Args:
        values: What was parsed.
        raw: The bytes that it was parsed from.

    """
    if b"\\u" not in raw or not _HALF_A_CHARACTER.search(raw):
        return values
    return {name: _mend(value) for name, value in values.items()}


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return without_half_characters(value)
    if isinstance(value, list):
        return [_mend(part) for part in value]
    if isinstance(value, dict):
        mended = {without_half_characters(name): _mend(part) for name, part in value.items()}
        # Keys that would become equal are left unchanged: no key that matbot reads has a lone surrogate.
        return mended if len(mended) == len(value) else {name: _mend(part) for name, part in value.items()}
    return value
