"""A server of matbot for tests: the real command, on this machine alone, ended with whatever it started."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PATIENCE = 60.0
"""Seconds after which something that should have happened has not."""


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    process: "subprocess.Popen[str]"
    workspace: Path
    links: Mapping[str, str]
    """Each link by whom it is for."""

    @property
    def link(self) -> str:
        """The link to everything."""
        return next(iter(self.links.values()))

    @property
    def base(self) -> str:
        """The address without the secret."""
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def sessions(self) -> set[int]:
        """The processes behind its pages."""
        mark = re.compile(rf"matbot\.web\.process {re.escape(str(self.workspace))}( |$)")
        return {pid for pid, arguments in list_processes() if mark.search(arguments)}


def list_processes() -> Iterator[tuple[int, str]]:
    """The processes of this machine with their arguments: from /proc where there is one, else from `ps`."""
    if not Path("/proc/self/cmdline").exists():
        ps = ["ps", "-Aww", "-o", "pid=,args="]
        listed = subprocess.run(ps, capture_output=True, encoding="utf-8", check=True).stdout
        for line in listed.splitlines():
            pid, _, arguments = line.strip().partition(" ")
            yield int(pid), arguments
        return
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                raw = (folder / "cmdline").read_bytes()
                yield int(folder.name), raw.replace(b"\0", b" ").decode("utf-8", "replace").strip()


@contextmanager
def served(workspace: Path, *options: str, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server over a workspace, once its links are printed."""
    start = "import sys; from matbot.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", start, "--workspace", str(workspace), "serve"]
    process = subprocess.Popen(
        [*command, "--port", "0", *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
    )
    try:
        assert process.stdout
        count = 1 + options.count("--invite")
        printed = [process.stdout.readline().rstrip("\n") for _ in range(count)]
        yield Server(process, workspace, dict(line.split(": ", 1) for line in printed))
    finally:
        process.kill()
        process.wait()


def until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for something to hold, and no longer than one may have to."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, f"{what}: not within {patience:.0f} s"
        time.sleep(0.02)
