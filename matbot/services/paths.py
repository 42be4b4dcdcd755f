"""Parses paths that people type, paste or drop into a window."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "<": ">"}
_HAS_DRIVE = re.compile(r"/[A-Za-z]:")


def parse_path(typed: str) -> Path | None:
    """Parse a path as typed, without the quotes a shell or file manager added; None if it is empty."""
    words = typed.strip()
    if len(words) > 1 and _QUOTES.get(words[0]) == words[-1]:
        words = words[1:-1].strip()
    if words.lower().startswith("file://"):
        words = _parse_file_url(words[len("file://") :])
    if not words:
        return None
    path = _expand_home(words)
    return path if os.sep == "\\" or os.path.lexists(path) else _expand_home(re.sub(r"\\(.)", r"\1", words))


def _parse_file_url(rest: str) -> str:
    """Return the path in a `file://` address; `rest` is the part after the scheme."""
    path = unquote(rest.removeprefix("localhost"))
    return path[1:] if _HAS_DRIVE.match(path) else path


def _expand_home(words: str) -> Path:
    """Return a path with `~` expanded to the user's home folder."""
    try:
        return Path(words).expanduser()
    except RuntimeError:  # there is no user of that name
        return Path(words)
