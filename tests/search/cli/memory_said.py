"""Says whether a crash of this process would leave a file, and whether others may look into it."""

import ctypes
import resource
import sys

_PR_GET_DUMPABLE = 3

if __name__ == "__main__":
    limits, dumpable = resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)
    sys.stdout.write(f"{limits} {dumpable}\n")
