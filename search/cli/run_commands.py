"""`ovillo setup`, `run` and `worker`: make ready, and serve until told to stop."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from i18n.offered_languages import require_languages
from search.cli.installation import now, open_database, settings
from search.demonstration import Demonstration, load_demonstration
from search.proposing.worker import Worker
from search.settings import Settings, make_key_file

_POLL_SECONDS = 0.2
_STOP_SECONDS = 20.0
_ROOT = Path(__file__).resolve().parents[2]


@click.command()
def setup() -> None:
    """Make a master key if there is none, and create or migrate the database."""
    chosen = settings()
    if not chosen.master_key and not chosen.key_file.exists():
        make_key_file(chosen.key_file)
        click.echo(f"master key written to {chosen.key_file}; keep a copy where the database is not")
    with open_database():
        click.echo("database is up to date")


@click.command()
def worker() -> None:
    """Compare whatever waits, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    with open_database() as database:
        Worker(database, now).watch(stop)


@click.command()
def run() -> None:
    """Serve the portals and the worker in one foreground process group."""
    chosen = settings()
    require_languages(chosen.default_language)
    with open_database() as database:
        if chosen.demonstration:
            _introduce(load_demonstration(database, now=now()))
    click.echo(_addresses(chosen))
    sys.exit(_supervise([_gunicorn(chosen), [sys.executable, "-m", "search.cli", "worker"]]))


def _addresses(chosen: Settings) -> str:
    base = f"http://{chosen.host}:{chosen.port}"
    return (
        f"\n  families    {base}/\n  partners    {base}/partner/\n  committees  {base}/committee/"
        f"\n  API         {base}/api/\n\nCtrl-C stops everything.\n"
    )


def _introduce(demonstration: Demonstration) -> None:
    """Print who may come in; all of them are invented."""
    click.echo("\nA demonstration with invented people. Accounts (portal, login, password):")
    for account in demonstration.accounts:
        click.echo(f"  {account.portal:<10} {account.login:<28} {account.password}")
    click.echo(f"A family's search: reference {demonstration.reference}, words: {' '.join(demonstration.words)}")


def _gunicorn(chosen: Settings) -> list[str]:
    return [
        sys.executable,
        "-m",
        "gunicorn",
        f"--bind={chosen.host}:{chosen.port}",
        f"--workers={chosen.web_workers}",
        "--threads=4",
        "--worker-tmp-dir=/dev/shm",
        "--no-control-socket",
        "--log-level=warning",
        f"--chdir={_ROOT}",
        "wsgi:create_application()",
    ]


def _supervise(commands: Sequence[Sequence[str]]) -> int:
    """Run the commands until one ends or a signal comes, then end them all; 0 when that was asked for."""
    asked = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    children = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603 - our own commands
    while not asked.is_set() and all(child.poll() is None for child in children):
        time.sleep(_POLL_SECONDS)
    ended_well = asked.is_set()
    _end(children)
    return 0 if ended_well else 1


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
