"""Measure the memory this process uses, and end it if that exceeds a limit, on every system."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

STATUS = 75
"""The exit status of a process that used too much memory."""
_EVERY = 0.02
"""Seconds between checks: a PDF reader allocates some megabytes in that time."""


def watch(memory: int, end: Callable[[int], None] = os._exit) -> threading.Event:
    """End this process as soon as it uses more memory than allowed, in bytes; set the event to stop watching.

    Linux enforces a resource limit, macOS and Windows do not: there, this watch is the only limit.
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
        """The memory counters that Windows keeps for a process."""

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
        """The memory this process uses, in bytes; 0 if it cannot be determined."""
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
    """The unit of `ru_maxrss`: bytes on macOS, kilobytes elsewhere."""

    def used() -> int:
        """The memory this process uses, in bytes; on macOS the peak up to now."""
        # On Linux, the ru_maxrss of a new process starts at the peak of the process that started it.
        with suppress(OSError), open("/proc/self/statm", encoding="ascii") as pages:
            return int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
