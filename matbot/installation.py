"""How to add what matbot can do without to the very matbot that somebody uses."""

import shlex
import sys
from pathlib import Path


def how_to_install(package: str) -> str:
    """The command that adds a package, however matbot itself was installed."""
    by_pipx = Path(sys.prefix, "pipx_metadata.json").exists()
    install = "pipx inject matbot" if by_pipx else f"{shlex.quote(sys.executable)} -m pip install"
    return f'{install} "{package}"'
