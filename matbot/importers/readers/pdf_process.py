"""A PDF read in a process of its own, which may take so much time and memory and no more.

A few bytes of a PDF may stand for more words, drawings and pictures than any machine has room for, and
nothing tells that before they are unpacked.
"""

import importlib.util
import pickle
import subprocess
import sys

from matbot.importers.findings import CannotImport
from matbot.importers.readers.pdf import INSTALL, NEEDED, pieces_of_pdf
from matbot.importers.readers.pieces import SourceContent
from matbot.installation import how_to_install

SECONDS = 120.0
"""How long it may take: pages full of rules and words take far longer than a Word file does."""
MEMORY = 2**31
"""How much memory the process may ask for, in bytes. pdfplumber and what it needs take a quarter of it."""

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
    """The same as `pieces_of_pdf`; CannotImport, in words, also where it takes too much."""
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
    if not done.stdout:
        too_much = done.returncode < 0 or b"MemoryError" in done.stderr
        raise CannotImport(_MUCH_MEMORY if too_much else _STOPPED.format(f"status {done.returncode}"))
    pieces, problem = pickle.loads(done.stdout)  # it comes from this very program
    if problem:
        raise CannotImport(problem)
    assert isinstance(pieces, SourceContent)
    return pieces


def _is_installed() -> bool:
    try:
        return importlib.util.find_spec("pdfplumber") is not None
    except ValueError:  # it was put aside
        return False


def main() -> None:
    """Read the PDF that stands on standard input, and answer on standard output."""
    memory = int.from_bytes(sys.stdin.buffer.read(8), "big")
    _bound(memory)
    said: tuple[SourceContent | None, str]
    try:
        said = pieces_of_pdf(sys.stdin.buffer.read()), ""
    except CannotImport as problem:
        said = None, str(problem)
    except MemoryError:
        said = None, _MUCH_MEMORY
    sys.stdout.buffer.write(pickle.dumps(said))


def _bound(memory: int) -> None:
    """See to it that the system gives this process no more memory; where it cannot, time alone is bounded."""
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    least = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (least, most))
