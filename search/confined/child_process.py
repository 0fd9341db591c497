"""The confined child: gives up whatever it does not need, then does one task with the bytes on its standard input.

Run by `confinement.py` as a file, isolated from environment and site; it imports nothing of ours but the task. In
order: it dies with its parent; leaves the network; bounds its memory and processor; loads the task's code and tables;
becomes another user where it was told one; drops the privileges it has and gains none; and then can open nothing more,
neither file nor socket, change no file by its name, start no process and signal none. Only then it looks at a
stranger's bytes.
"""

import ctypes
import importlib
import json
import os
import resource
import signal
import sys
from typing import Any

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS, _PR_CAPBSET_DROP = 1, 4, 38, 24
_LAST_CAPABILITY = 63
_CAPABILITY_VERSION = 0x20080522
_NEW_USER, _NEW_NET, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000
_LINUX = sys.platform == "linux"
_NICE = 10


def main() -> None:
    """Confine this process, do the task, answer."""
    told = json.loads(sys.stdin.buffer.readline())
    _die_with(told["parent"])
    # Whoever waits for a page goes before a stranger's file.
    os.nice(_NICE)
    _leave_the_network()
    _bound(told["limits"])
    sys.path[:] = told["path"]
    # Libraries of numbers start a thread for each processor otherwise.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    module: Any = importlib.import_module(told["module"])
    if told["prepare"]:
        getattr(module, told["prepare"])()
    task = getattr(module, told["function"])
    _become(told["ids"])
    _give_up_privileges()
    _lock(threads=told["threads"])
    answer = task(sys.stdin.buffer.read(int(told["limits"]["input_bytes"]) + 1))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    # Nothing is tidied up: that would want files.
    os._exit(0)


def _die_with(parent: int) -> None:
    """Linux tells of a parent's death, also of a sudden one; elsewhere the end of standard input has to do."""
    if _LINUX:
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _become(ids: list[int] | None) -> None:
    if ids is None:
        return
    user, group = ids
    os.setgroups([])
    os.setresgid(group, group, group)
    os.setresuid(user, user, user)
    # A change of user forgets what was asked for.
    if _LINUX:
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _leave_the_network() -> None:
    """Into a network of its own, with nothing in it; not every system allows that, and `_lock` holds without it."""
    if _LINUX and _libc().unshare(_NEW_NET | _NEW_IPC) != 0:
        _libc().unshare(_NEW_USER | _NEW_NET | _NEW_IPC)


def _give_up_privileges() -> None:
    """No program that it might start gains anything, nobody looks into its memory, and root is root no more."""
    if not _LINUX:
        return
    libc = _libc()
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    for capability in range(_LAST_CAPABILITY + 1):
        libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    none = (ctypes.c_uint32 * 6)()
    libc.capset((ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), none)


def _bound(limits: dict[str, float]) -> None:
    memory, seconds = int(limits["memory_bytes"]), int(limits["cpu_seconds"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lock(*, threads: bool) -> None:
    """The last step before a stranger's bytes: no further file, socket or process; threads only where told so."""
    # None of the numbers that a new file or socket could have; what is open stays open.
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    filtered = _LINUX and os.uname().machine in _REFUSED_CALLS
    # This limit counts threads too; only the kernel's filter can tell one from a process.
    if not (threads and filtered):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    if filtered:
        _refuse_calls(os.uname().machine, threads=threads)


# Numbers of system calls that a task does not need and that would lead out of the process, by kind of processor.
# include/uapi/asm-generic/unistd.h and arch/x86/entry/syscalls/syscall_64.tbl of Linux 6.1.
_REFUSED_CALLS = {
    # open, socket, connect, accept, sendto, bind, listen, socketpair, clone, fork, vfork, execve, kill, ptrace, mount,
    # tkill, tgkill, openat, unshare, perf_event_open, prlimit64, open_by_handle_at, setns, process_vm_readv and writev,
    # memfd_create, bpf, execveat, pidfd_send_signal, io_uring_setup, pidfd_open, clone3, openat2, pidfd_getfd
    "x86_64": "2 41 42 43 44 49 50 53 56 57 58 59 62 101 165 200 234 257 272 298 302 304 308 310 311 319 321 322 424 "
    "425 434 435 437 438 "
    # Files are changed by their names too, and need not be opened for it: truncate, rename, mkdir, rmdir, creat, link,
    # unlink, symlink, chmod, chown, lchown, utime, mknod, pivot_root, chroot, umount2, setxattr, lsetxattr, fsetxattr,
    # removexattr, lremovexattr, fremovexattr, utimes, mkdirat, mknodat, fchownat, futimesat, unlinkat, renameat,
    # linkat, symlinkat, fchmodat, utimensat, renameat2, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick,
    # mount_setattr, fchmodat2
    "76 82 83 84 85 86 87 88 90 92 94 132 133 155 161 166 188 189 190 197 198 199 235 258 259 260 261 263 264 265 266 "
    "268 280 316 428 429 430 431 432 433 442 452 "
    # Other processes are signalled or slowed down in many ways: fcntl (whom a pipe tells), setpgid, setsid,
    # rt_sigqueueinfo, setpriority, sched_setparam, sched_setscheduler, sched_setaffinity, ioprio_set, migrate_pages,
    # move_pages, rt_tgsigqueueinfo, kcmp, sched_setattr, process_madvise, process_mrelease
    "72 109 112 129 141 142 144 203 251 256 279 297 312 314 440 448 "
    # And what all processes share: shmget, shmat, shmctl, semget, semop, semctl, msgget, msgsnd, msgrcv, msgctl,
    # semtimedop, mq_open, mq_unlink, add_key, request_key, keyctl, userfaultfd, io_uring_enter and register
    "29 30 31 64 65 66 68 69 70 71 220 240 241 248 249 250 323 426 427",
    "aarch64": "198 199 200 201 202 203 206 220 221 40 56 97 117 129 130 131 241 261 265 268 270 271 279 280 281 424 "
    "425 434 435 437 438 "
    "5 6 7 14 15 16 33 34 35 36 37 38 39 41 45 51 53 54 88 276 428 429 430 431 432 433 442 452 "
    "25 30 118 119 122 138 140 154 157 238 239 240 272 274 440 448 "
    "180 181 186 187 188 189 190 191 192 193 194 195 196 217 218 219 282 426 427",
}
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_LOAD_ARCHITECTURE, _LOAD_NUMBER, _EQUAL, _AT_LEAST, _RETURN = 4, 0, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
# clone makes a thread where this flag is among its first argument; clone3 keeps its flags in memory, where no filter
# looks. Told that there is no clone3 (ENOSYS), the C library asks clone.
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3, _MAKES_A_THREAD, _LOAD_FIRST_ARGUMENT, _ANY_BIT, _NO_SUCH_CALL = 435, 0x10000, 16, 0x45, 0x00050026
_PR_SET_SECCOMP, _FILTER = 22, 2
# Calls of x86_64 under other numbers (x32) begin here.
_OTHER_NUMBERS = 0x40000000


def _refuse_calls(machine: str, *, threads: bool) -> None:
    """Have the kernel answer those calls with "not permitted" (seccomp(2)); other processors have the limits alone."""
    architecture, numbers = _ARCHITECTURES[machine], list(map(int, _REFUSED_CALLS[machine].split()))
    steps = [(0x20, 0, 0, _LOAD_ARCHITECTURE), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL)]
    steps += [(0x20, 0, 0, _LOAD_NUMBER), (_AT_LEAST, 0, 1, _OTHER_NUMBERS), (_RETURN, 0, 0, _REFUSE)]
    if threads:
        numbers.remove(_CLONE[machine])
        steps += [(_EQUAL, 0, 1, _CLONE3), (_RETURN, 0, 0, _NO_SUCH_CALL)]
    for number in numbers:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    if threads:
        steps += [(_EQUAL, 0, 3, _CLONE[machine]), (0x20, 0, 0, _LOAD_FIRST_ARGUMENT)]
        steps += [(_ANY_BIT, 1, 0, _MAKES_A_THREAD), (_RETURN, 0, 0, _REFUSE)]
    steps.append((_RETURN, 0, 0, _ALLOW))
    program = (_Step * len(steps))(*(_Step(*step) for step in steps))
    # Needs "no new privileges", which was asked for.
    _libc().prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(_Program(len(steps), program)), 0, 0)


class _Step(ctypes.Structure):
    """One instruction of a filter: `struct sock_filter`."""

    _fields_ = (("code", ctypes.c_uint16), ("jt", ctypes.c_uint8), ("jf", ctypes.c_uint8), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    """A filter: `struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


if __name__ == "__main__":
    main()
