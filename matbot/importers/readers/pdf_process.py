"""Read a PDF in a separate process with limits on time and memory.

A few bytes of a PDF may expand to more words, drawings and pictures than any machine has memory for, and
this cannot be detected before they are unpacked.
"""

import importlib
import importlib.util
import pickle
import subprocess
import sys
from contextlib import suppress

from matbot.importers.findings import CannotImport
from matbot.importers.readers import memory as memory_bound
from matbot.importers.readers.pdf import INSTALL, NEEDED, pieces_of_pdf
from matbot.importers.readers.pieces import SourceContent
from matbot.installation import how_to_install

SECONDS = 120.0
"""The time limit: pages full of ruled lines and words take far longer than a Word file."""
MEMORY = 2**31
"""The memory limit of the process, in bytes. pdfplumber and its dependencies take a quarter of it."""

_TOO_LONG = f"Reading it took longer than {SECONDS:.0f} seconds. Save the pages of the framework alone."
_MUCH_MEMORY = (
    "Reading it takes more memory than any framework does. Save the pages of the framework alone, "
    "or print them to a new PDF, and import that."
)
_STOPPED = "What reads a PDF was stopped ({}). Print the file to a new PDF, and import that."
_BEGIN = (
    "import sys; sys.path[:] = sys.argv[1:]; from matbot.importers.readers.pdf_process import main; main()"
)


def pieces_of_pdf_apart(raw: bytes, seconds: float = SECONDS, memory: int = MEMORY) -> SourceContent:
    """Run `pieces_of_pdf` in a separate process.

    Raises:
        CannotImport: as for `pieces_of_pdf`, or reading takes too much time or memory.

    """
    if not _is_installed():
        raise CannotImport(INSTALL.format(how_to_install(NEEDED)))
    command = [sys.executable, "-c", _BEGIN, *sys.path]
    try:
        done = subprocess.run(
            command,
            input=memory.to_bytes(8, "big") + raw,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotImport(_TOO_LONG) from error
    if not done.stdout or done.returncode:
        killed = done.returncode < 0 or done.returncode == memory_bound.STATUS
        too_much = killed or b"MemoryError" in done.stderr
        raise CannotImport(_MUCH_MEMORY if too_much else _STOPPED.format(f"status {done.returncode}"))
    pieces, problem = pickle.loads(done.stdout)  # written by this same program
    if problem:
        raise CannotImport(problem)
    assert isinstance(pieces, SourceContent)
    return pieces


def _is_installed() -> bool:
    try:
        return importlib.util.find_spec("pdfplumber") is not None
    except ValueError:  # it is in sys.modules with `__spec__` set to None
        return False


def main(is_bounded: bool = True) -> None:
    """Read the PDF on standard input, and write the result to standard output.

    `is_bounded` sets whether the system is asked to limit the memory; it is watched in any case.
    """
    memory = int.from_bytes(sys.stdin.buffer.read(8), "big")
    # Both need memory whatever the file is, so they come before the limit: a library that cannot be loaded
    # looks as if it were not installed, and a thread without memory never reports that it has started.
    with suppress(ImportError):
        importlib.import_module("pdfplumber")
    done = memory_bound.watch(memory)
    if is_bounded:
        _bind(memory)
    result: tuple[SourceContent | None, str]
    try:
        result = pieces_of_pdf(sys.stdin.buffer.read()), ""
    except CannotImport as problem:
        result = None, str(problem)
    except MemoryError:
        result = None, _MUCH_MEMORY
    answer = pickle.dumps(result)
    done.set()
    sys.stdout.buffer.write(answer)


def _bind(memory: int) -> None:
    """Ask the system to limit this process's memory: Linux enforces it, others may accept it at most."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    least = memory if most == resource.RLIM_INFINITY else min(memory, most)
    with suppress(ValueError, OSError):  # macOS rejects a limit below what is already mapped
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
