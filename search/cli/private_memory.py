"""What a process has in its memory, keys before all, stays there: no file of a crash, no look from outside.

A program that crashes leaves its memory in a file where the system is told so, and whoever runs as the same user may
look into it while it runs. Neither is to be had of a process that holds keys.
"""

import ctypes
import resource
import sys

_PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """Leave no file of a crash and, on Linux, let nobody but root look into this process (prctl(2), ptrace(2))."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A collector of crashes that is started by the kernel does not mind the limit.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
