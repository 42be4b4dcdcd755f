"""The programs that are measured in a terminal, and what they see of the system."""

import os
import sys
from pathlib import Path

from benchmarks.terminal import Terminal

_PYTHON = Path(sys.executable)


def matbot(folder: Path) -> Terminal:
    """Matbot alone, over the workspace of a folder."""
    return Terminal([str(_PYTHON.with_name("matbot"))], environment(folder), folder)


def one_label(folder: Path) -> Terminal:
    """An app of one label, which counts keys."""
    return _beside("one_label", folder)


def one_page(folder: Path) -> Terminal:
    """An app that shows another page of words at each key."""
    return _beside("one_page", folder)


def _beside(name: str, folder: Path) -> Terminal:
    script = Path(__file__).with_name(f"{name}.py")
    return Terminal([str(_PYTHON), str(script)], environment(folder), folder)


def environment(folder: Path) -> dict[str, str]:
    """A state, a workspace and a terminal of its own."""
    return {
        **os.environ,
        "MATBOT_STATE": str(folder / "state"),
        "MATBOT_WORKSPACE": str(folder / "workspace"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
