"""How to install an optional package into the installation of matbot that is running."""

import shlex
import sys
from pathlib import Path


def how_to_install(package: str) -> str:
    """Return the command that installs a package next to matbot, with pipx or pip as matbot was installed."""
    by_pipx = Path(sys.prefix, "pipx_metadata.json").exists()
    install = "pipx inject matbot" if by_pipx else f"{shlex.quote(sys.executable)} -m pip install"
    return f'{install} "{package}"'
