"""Names of people left out of what was said, wherever they stand in anybody's words."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from matbot.review.log import read_reply, stored_reply
from matbot.review.replies import Reply

A_NAME = "(a name)"
"""Stands where a name was left out."""

_WORDS = {
    *("rationale", "evidence", "differs", "note", "reason", "why", "mitigation", "look_again"),
    *("focus", "issues", "action", "progress", "success_measure", "milestones", "lead", "next_look"),
    *("with_whom", "when", "said", "shows"),
}
"""The fields that hold people's own words."""


def names_left_out(log: Sequence[Reply], names: Iterable[str]) -> list[Reply]:
    """A log with these names left out of everybody's words: whole words, in capitals or not."""
    pattern = names_pattern(names)
    return [read_reply(left_out(stored_reply(reply), pattern)) for reply in log] if pattern else list(log)


def names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds these names, the longest first; None where there are none."""
    wanted = sorted((re.escape(name.strip()) for name in names if name.strip()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", re.IGNORECASE) if wanted else None


def left_out(value: Any, pattern: re.Pattern[str] | None, key: str = "") -> Any:
    """A value of JSON with the names left out of every field that holds people's words."""
    if isinstance(value, dict):
        return {name: left_out(inside, pattern, name) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [left_out(inside, pattern, key) for inside in value]
    if pattern and key in _WORDS and isinstance(value, str):
        return pattern.sub(A_NAME, value)
    return value
