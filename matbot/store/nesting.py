"""Bounds how deeply JSON may nest, as versions of Python differ in how much they read and write."""

from itertools import accumulate

DEEPEST = 100
"""The most lists and documents within one another; what matbot writes has a tenth of it."""

_KEPT = b'"[]{}'
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


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
