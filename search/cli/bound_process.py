"""`python -m search.cli.bound_process PID MODULE ...`: runs a module that ends when the process PID, its parent, ends.

Linux tells a process of its parent's death, also of a sudden one (prctl(2), PR_SET_PDEATHSIG). Elsewhere nothing does,
and a supervisor that was killed leaves its children running.
"""

import ctypes
import os
import runpy
import signal
import sys

from search.cli.private_memory import keep_memory_private

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Bind this process to its parent, then be the module."""
    parent, module = int(sys.argv[1]), sys.argv[2]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    keep_memory_private()
    if os.getppid() != parent:
        # It died before it could be asked for.
        return
    sys.argv = sys.argv[2:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
