"""The programs that are measured in a terminal, and their environment."""

import os
import sys
from pathlib import Path

from benchmarks.terminal import Terminal

_PYTHON = Path(sys.executable)


def matbot(folder: Path) -> Terminal:
    """Start matbot with the workspace in a folder."""
    return Terminal([str(_PYTHON.with_name("matbot"))], environment(folder), folder)


def one_label(folder: Path) -> Terminal:
    """Start the app of one label, which counts keys."""
    return _start_script("one_label", folder)


def one_page(folder: Path) -> Terminal:
    """Start the app that shows another page of text at each key."""
    return _start_script("one_page", folder)


def _start_script(name: str, folder: Path) -> Terminal:
    script = Path(__file__).with_name(f"{name}.py")
    return Terminal([str(_PYTHON), str(script)], environment(folder), folder)


def environment(folder: Path) -> dict[str, str]:
    """Build an environment with a separate state, workspace and terminal."""
    return {
        **os.environ,
        "MATBOT_STATE": str(folder / "state"),
        "MATBOT_WORKSPACE": str(folder / "workspace"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
