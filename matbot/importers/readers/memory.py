"""How much memory this process takes, and what ends it where that is too much: on every system."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

STATUS = 75
"""How a process ends that took too much."""
_EVERY = 0.02
"""How often it is looked at, in seconds: what reads a PDF asks for some megabytes in that time."""


def watch(memory: int, end: Callable[[int], None] = os._exit) -> threading.Event:
    """End this process as soon as it takes more memory, in bytes; setting the event ends the watch.

    Linux keeps to a bound by itself, macOS and Windows to none: there, this alone holds.
    """
    done = threading.Event()

    def look() -> None:
        while not done.wait(_EVERY):
            if used() > memory:
                end(STATUS)
                return

    threading.Thread(target=look, name="memory", daemon=True).start()
    return done


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """What Windows counts of a process."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def used() -> int:
        """How much memory this process takes, in bytes; 0 where that cannot be known."""
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        known = ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.PagefileUsage) if known else 0

else:
    import resource

    _UNIT = 1 if sys.platform == "darwin" else 1024
    """In what the most memory that a process had is counted: bytes on macOS, kilobytes elsewhere."""

    def used() -> int:
        """How much memory this process takes, in bytes; on macOS the most that it took so far."""
        # Linux gives a new process the most that the one took which began it.
        with suppress(OSError), open("/proc/self/statm", encoding="ascii") as pages:
            return int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
