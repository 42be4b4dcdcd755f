"""A path as people type it, paste it or drop it into a window."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "<": ">"}
_HAS_DRIVE = re.compile(r"/[A-Za-z]:")


def parse_path(typed: str) -> Path | None:
    """The path that somebody means, without the quotes or marks that their system added; None for none."""
    words = typed.strip()
    if len(words) > 1 and _QUOTES.get(words[0]) == words[-1]:
        words = words[1:-1].strip()
    if words.lower().startswith("file://"):
        words = _path_of_address(words[len("file://") :])
    if not words:
        return None
    path = _expand_home(words)
    return path if os.sep == "\\" or os.path.lexists(path) else _expand_home(re.sub(r"\\(.)", r"\1", words))


def _path_of_address(rest: str) -> str:
    """The path in an address that began with `file://`."""
    path = unquote(rest.removeprefix("localhost"))
    return path[1:] if _HAS_DRIVE.match(path) else path


def _expand_home(words: str) -> Path:
    """A path with `~` as the home of whoever types it."""
    try:
        return Path(words).expanduser()
    except RuntimeError:  # nobody of that name
        return Path(words)
