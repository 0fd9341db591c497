"""Tasks that try whatever a flaw in a parser could be made to try, for the tests of confinement. Run in the child."""

import ctypes
import fcntl
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
# Where nothing is: what is refused is refused before anybody looks.
_NOWHERE = Path("/tmp/ovillo-confined-nowhere")
_F_SETOWN = 8


def echo(payload: bytes) -> bytes:
    return payload


def sleep(_payload: bytes) -> bytes:
    time.sleep(60)
    return b""


def spin(_payload: bytes) -> bytes:
    while True:
        pass


def take_memory(payload: bytes) -> bytes:
    """As many bytes as were asked for, each page of them touched."""
    return str(len(b"x" * int(payload))).encode()


def talk(payload: bytes) -> bytes:
    return b"x" * int(payload)


def who_am_i(_payload: bytes) -> bytes:
    limits = [resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE]
    return json.dumps({"user": os.getuid(), "groups": os.getgroups(), "limits": len(limits), "argv": sys.argv}).encode()


def report_pid(payload: bytes) -> bytes:
    """Write the own process id to the answer, and stay."""
    sys.stdout.buffer.write(str(os.getpid()).encode() + b"\n")
    sys.stdout.buffer.flush()
    time.sleep(60)
    return payload


def start_a_thread(_payload: bytes) -> bytes:
    """Says `done`, or the name of the error."""
    done: list[str] = []
    thread = threading.Thread(target=done.append, args=("done",))
    try:
        thread.start()
    except RuntimeError as error:
        return type(error).__name__.encode()
    thread.join()
    return done[0].encode()


def attempt(payload: bytes) -> bytes:
    """Try one thing by name; says `done` or the name of the error."""
    try:
        ATTEMPTS[payload.decode()]()
    except (OSError, ValueError) as error:
        return type(error).__name__.encode()
    return b"done"


def _ask_the_network() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def _pair_sockets() -> None:
    socket.socketpair()


def _read_a_file() -> None:
    Path("/proc/self/status").read_bytes()


def _read_a_file_in_the_place_of_another() -> None:
    os.close(0)
    Path("/proc/self/status").read_bytes()


def _write_a_file() -> None:
    Path("/tmp/ovillo-confined-was-here").write_bytes(b"x")


def _start_a_program() -> None:
    subprocess.run(["/bin/true"], check=False)


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _signal_the_parent() -> None:
    os.kill(os.getppid(), signal.SIGWINCH)


def _raise_limits() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def _replace_itself() -> None:
    os.execv("/bin/true", ["/bin/true"])  # noqa: S606 - that it cannot is what is tested


def _change_user() -> None:
    os.setuid(4242)


def _call(name: str, *arguments: object) -> None:
    """A function of the C library that Python has no name for."""
    if getattr(_LIBC, name)(*arguments) != 0:
        raise OSError(ctypes.get_errno(), name)


def _queue_a_signal() -> None:
    _call("sigqueue", os.getppid(), int(signal.SIGWINCH), None)


def _have_a_pipe_signal_the_parent() -> None:
    fcntl.fcntl(0, _F_SETOWN, os.getppid())


def _leave_the_group() -> None:
    os.setpgid(0, os.getpgid(os.getppid()))


def _slow_the_parent_down() -> None:
    os.setpriority(os.PRIO_PROCESS, os.getppid(), os.getpriority(os.PRIO_PROCESS, os.getppid()))


ATTEMPTS: dict[str, Callable[[], object]] = {
    "network": _ask_the_network,
    "socket pair": _pair_sockets,
    "reading": _read_a_file,
    "reading in another's place": _read_a_file_in_the_place_of_another,
    "writing": _write_a_file,
    "program": _start_a_program,
    "fork": _fork,
    "signal": _signal_the_parent,
    "limits": _raise_limits,
    "exec": _replace_itself,
    "another user": _change_user,
    "another group": _leave_the_group,
    "queued signal": _queue_a_signal,
    "signal by a pipe": _have_a_pipe_signal_the_parent,
    "priority": _slow_the_parent_down,
    "deleting": _NOWHERE.unlink,
    "deleting a folder": _NOWHERE.rmdir,
    "emptying": lambda: os.truncate(_NOWHERE, 0),
    "renaming": lambda: _NOWHERE.rename(_NOWHERE / "else"),
    "rights of a file": lambda: _NOWHERE.chmod(0o600),
    "dates of a file": lambda: os.utime(_NOWHERE, (0, 0)),
    "owner of a file": lambda: os.chown(_NOWHERE, -1, -1),
    "folder": (_NOWHERE / "here").mkdir,
    "link": lambda: (_NOWHERE / "here").symlink_to(_NOWHERE),
    "shared memory": lambda: _call("shmget", 0x0711, 4096, 0),
}
