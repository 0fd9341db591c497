"""Starting and stopping `ovillo run` and `ovillo worker`, as real processes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.cli.run_commands import bound_socket, require_own_address
from search.errors import Refused
from search.settings import PREFIX, Settings
from tests.architecture.source import ROOT
from tests.search.cli.test_supervising import wait_until

pytestmark = pytest.mark.slow

ENV = shutil.which("env") or "env"
# As the Makefile starts it: what comes while Python itself starts waits until the program stands.
QUIETLY = [ENV, "--block-signal=INT"]
CAN_BLOCK = subprocess.run([*QUIETLY, "true"], capture_output=True, check=False).returncode == 0
OVILLO = [sys.executable, "-m", "search"]
PATIENCE = 60.0


def environment(var: Path, port: int) -> dict[str, str]:
    """A demonstration on this port, with no other setting in force."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(PREFIX)}
    chosen = {f"{PREFIX}VAR": str(var), f"{PREFIX}PORT": str(port), f"{PREFIX}DEMONSTRATION": "yes"}
    return {**kept, **chosen, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}


def started(words: list[str], environ: dict[str, str]) -> "subprocess.Popen[str]":
    """A command in a session of its own, as in a terminal of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen(words, env=environ, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def is_answered(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(autouse=True)
def heard_interrupts() -> Iterator[None]:
    """Ctrl-C reaches what is started here, also where the tests themselves run in the background and do not hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


@pytest.mark.skipif(not CAN_BLOCK, reason="this `env` cannot block signals")
@pytest.mark.parametrize("command", ["run", "worker"])
@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2, 0.5, 1.0, 2.5])
def test_ctrl_c_at_any_moment_of_the_start_ends_it_without_a_traceback(
    tmp_path: Path, free_port: int, command: str, seconds: float
) -> None:
    process = started([*QUIETLY, *OVILLO, command], environment(tmp_path, free_port))
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    said = "".join(process.communicate(timeout=PATIENCE))
    assert process.returncode in {-signal.SIGINT, 0}
    assert "Traceback" not in said
    assert "KeyboardInterrupt" not in said


def test_ctrl_c_ends_portals_and_worker_when_they_serve(tmp_path: Path, free_port: int) -> None:
    process = started([*OVILLO, "run"], environment(tmp_path, free_port))
    wait_until(lambda: is_answered(free_port))
    os.killpg(process.pid, signal.SIGINT)
    said = "".join(process.communicate(timeout=PATIENCE))
    assert process.returncode == 0
    assert "Traceback" not in said
    assert not is_answered(free_port)


def test_a_port_that_is_taken_is_said_in_one_sentence_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = started([*OVILLO, "run"], environment(tmp_path / "var", port))
        printed, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, printed) == (1, "")
    assert said.startswith(f"ovillo: port {port} on 127.0.0.1 is taken: ")
    assert said.count("\n") == 1
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_on_which_nobody_listens_is_free(host: str, free_port: int) -> None:
    bound_socket(Settings(host=host, port=free_port)).close()


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 8000), ("127.0.0.1", 70_000), ("no such host", 8000)])
def test_a_place_where_nothing_can_listen_is_refused_with_its_name(host: str, port: int) -> None:
    with pytest.raises(Refused, match="port_unusable") as refusal:
        bound_socket(Settings(host=host, port=port))
    assert refusal.value.params == {"host": host, "port": port}


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104 - nothing listens there
def test_an_address_that_others_reach_is_refused_until_somebody_says_that_they_know(host: str) -> None:
    with pytest.raises(Refused, match="public_address"):
        require_own_address(Settings(host=host))
    require_own_address(Settings(host=host, i_know_it_is_not_in_service=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_an_address_of_this_machine_needs_no_word(host: str) -> None:
    require_own_address(Settings(host=host))
