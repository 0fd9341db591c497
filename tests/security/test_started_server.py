"""The real program, started as an operator starts it: what it writes, what it listens to, and what it leaves behind."""

import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.search.cli.test_run_commands import OVILLO, environment, is_answered
from tests.search.cli.test_supervising import is_alive, wait_until

pytestmark = pytest.mark.slow
MARKER = "Fatima-Testova-1987"


class Started:
    """A demonstration on a port of its own."""

    def __init__(self, var: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as asked:
            self.port = asked.getsockname()[1]
        self.var, self.log = var, var.parent / "log.txt"
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*OVILLO, "run"], env=environment(self.var, self.port), stdout=output, stderr=output
            )

    def stand(self) -> None:
        wait_until(lambda: self.process.poll() is not None or is_answered(self.port))
        assert self.process.poll() is None
        assert b"200 OK" in self.ask("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    def ask(self, request: str) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), 60) as connection:
            connection.sendall(request.encode())
            return connection.recv(65536)

    def family(self) -> list[int]:
        """All processes that the supervisor has started, and theirs."""
        found, left = [], [self.process.pid]
        while left:
            one = left.pop()
            for task in Path(f"/proc/{one}/task").glob("*/children"):
                left += [int(child) for child in task.read_text("ascii").split()]
            found.append(one)
        return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration that was filled once."""
    var = tmp_path_factory.mktemp("made") / "var"
    started = Started(var)
    try:
        started.stand()
    finally:
        started.process.terminate()
        started.process.wait(60)
    return var


@pytest.fixture
def server(made: Path, tmp_path: Path) -> Iterator[Started]:
    """One of its own, for a test that ends it."""
    yield from _standing(made, tmp_path)


@pytest.fixture(scope="module")
def shared_server(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """One that is only asked."""
    yield from _standing(made, tmp_path_factory.mktemp("shared"))


def _standing(made: Path, folder: Path) -> Iterator[Started]:
    shutil.copytree(made, folder / "var")
    started = Started(folder / "var")
    try:
        started.stand()
        yield started
    finally:
        started.process.kill()
        started.process.wait()


def gone(pids: list[int]) -> Callable[[], bool]:
    return lambda: not any(is_alive(pid) for pid in pids)


def test_nothing_that_is_sent_is_written_down_or_shown_among_the_processes(server: Started) -> None:
    body = f'--x\r\nContent-Disposition: form-data; name="sheet"; filename="{MARKER}.csv"\r\n\r\n{MARKER}\r\n--x--\r\n'
    kind = "Content-Type: multipart/form-data; boundary=x"
    requests = [
        f"{MARKER} nonsense\r\n\r\n",
        f"GET /{MARKER}?q={MARKER} HTTP/1.1\r\nHost: {MARKER}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: x\r\n{MARKER} : 1\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: x\r\nX-Name: {MARKER}\r\nX-Forwarded-For: {MARKER}\r\nCookie: a={MARKER}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: {MARKER}\r\n\r\n",
        f"POST /open HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{MARKER}\r\n\r\n",
        f"{MARKER.upper()} / HTTP/1.1\r\nHost: x\r\n\r\n",
        f"POST /partner/sheets/new HTTP/1.1\r\nHost: x\r\n{kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}",
    ]
    for request in requests:
        answer = server.ask(request)
        assert b" 500 " not in answer.split(b"\r\n")[0]
        assert b"HTTP/1.1 2" not in answer[:12] or MARKER not in request.split("\r\n")[0]
    for pid in server.family():
        assert MARKER.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
    server.process.terminate()
    server.process.wait(60)
    said = server.log.read_text("utf-8", "replace")
    assert MARKER not in said
    assert MARKER.upper() not in said


def test_a_method_that_an_address_does_not_answer_is_told_which_it_does(shared_server: Started) -> None:
    answer = shared_server.ask("DELETE /open HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 405")
    assert b"\r\nAllow: " in answer


def test_where_a_program_lies_is_not_for_the_visitor_to_say(shared_server: Started) -> None:
    answer = shared_server.ask(
        "GET / HTTP/1.1\r\nHost: x\r\nSCRIPT_NAME: /evil\r\nPATH_INFO: /evil\r\nConnection: close\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"/evil" not in answer


def test_the_files_of_an_installation_are_its_owner_s_alone(shared_server: Started) -> None:
    for path in shared_server.var.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_however_it_is_ended_nobody_is_left_and_the_next_start_stands(server: Started, number: signal.Signals) -> None:
    everybody = server.family()
    assert len(everybody) >= 4
    server.process.send_signal(number)
    server.process.wait(60)
    wait_until(gone(everybody))
    server.start()
    server.stand()


@pytest.mark.measurement
def test_a_request_that_waits_for_the_write_lock_keeps_nobody_from_ending(server: Started) -> None:
    everybody = server.family()
    with sqlite3.connect(server.var / "ovillo.sqlite", isolation_level=None) as held:
        held.execute("BEGIN IMMEDIATE")
        with socket.create_connection(("127.0.0.1", server.port), 60) as waiting:
            waiting.sendall(b"POST /search/names HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na")
            time.sleep(0.5)
            begun = time.monotonic()
            server.process.terminate()
            server.process.wait(60)
            assert time.monotonic() - begun < 30
            wait_until(gone(everybody))
        done = subprocess.run(
            [*OVILLO, "run"], env=environment(server.var, server.port), capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert done.stderr.startswith("ovillo: another process writes to the database and does not let go of it")
        assert done.stderr.count("\n") == 1
        held.execute("ROLLBACK")
    server.start()
    server.stand()


def test_a_worker_that_crashes_leaves_the_portals_standing_and_is_started_again(server: Started) -> None:
    def workers() -> list[int]:
        return [pid for pid in server.family() if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    wait_until(lambda: len(workers()) == 1)
    (worker,) = workers()
    os.kill(worker, signal.SIGSEGV)
    wait_until(lambda: workers() not in ([], [worker]))
    assert b"200 OK" in server.ask("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert "worker ended by itself" in server.log.read_text("utf-8")
