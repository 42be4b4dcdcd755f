"""What Python reads of JSON and could not go on with: nesting without end, and halves of characters."""

import re
from itertools import accumulate
from typing import Any

from matbot.text import without_half_characters

DEEPEST = 100
"""The most lists and documents within one another; what matbot writes has a tenth of it. Versions of Python
differ in how much they read and write."""

_KEPT = b'"[]{}'
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}

_HALF_A_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


def is_too_deep(raw: bytes) -> bool:
    """Whether JSON nests deeper than `DEEPEST`, whether or not it is whole.

    Args:
        raw: the bytes as they stand in a file, in UTF-8 or ASCII.

    """
    if raw.count(b"[") + raw.count(b"{") <= DEEPEST:
        return False
    # Texts are taken away, so that brackets that people typed do not count.
    marks = raw.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _DROPPED)
    outside = b"".join(marks.split(b'"')[::2])
    return max(accumulate(map(_STEPS.__getitem__, outside)), default=0) > DEEPEST


def mend_characters(values: dict[str, Any], raw: bytes) -> dict[str, Any]:
    """Values in which every text can be encoded; `raw` is the file, or the part of it, that they stand in.

    JSON can name half of a character, as some programs do where they cut a text short. Nothing that comes
    after could hash, compare or print it.
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
        # Two names that differ in their halves alone stay as they are: nothing that is read has such names.
        return mended if len(mended) == len(value) else {name: _mend(part) for name, part in value.items()}
    return value
