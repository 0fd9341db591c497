"""`ovillo bench door`: whether families and staff come in while others guess, and how long it takes."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import pyotp

from benchmarks.draft_flood import flood, flood_served
from benchmarks.running_portals import running_portals
from benchmarks.sign_in_crowd import Crowd, Entrance, try_among_crowd
from benchmarks.sign_in_day import Day, Portal, spend_day
from matching import Engine
from matching.record import PersonName
from search.access import ANYONE, OPERATOR
from search.accounts.hashing_queue import HashingQueue
from search.accounts.new_family_words import prepare_words
from search.accounts.sessions import COMMITTEE, FAMILY
from search.accounts.staff import NewAccount, add_account
from search.accounts.waiting_tickets import Attempt
from search.cli.installation import now
from search.cli.throwaway_database import throwaway_url
from search.commands import RegisterSearch
from search.demonstration import Demonstration, load_demonstration
from search.documents import Description
from search.filing.draft_room import DraftRoom
from search.filing.registering_searches import register_search
from search.storage.database import Database
from search.storage.encryption import Vault, decode_master_key, new_master_key
from search.vocabulary import OrganisationKind

# As much as anybody may keep; more is refused before anything is stored.
_LARGEST_DRAFT = DraftRoom().each
_STARTS_WITHIN_SECONDS = 240
_WRONG = "granola wool penguin plus lemon"
_LOGIN, _PASSWORD = "invented.reader", "an invented password of a reader"


@click.command("door")
@click.option("--hours", default=24.0, show_default=True, help="Of the simulated day; 0 leaves it out.")
@click.option("--guessers", default=40, show_default=True, type=click.IntRange(0), help="At the real server; 0: none.")
@click.option("--tries", default=100, show_default=True, type=click.IntRange(1), help="With the right words, of each.")
@click.option("--posts", default=0, show_default=True, help="Instead: a flood of so many anonymous drafts.")
@click.option("--postgresql", is_flag=True, help="Day or flood on a PostgreSQL server started for this run.")
@click.option("--served", is_flag=True, help="The flood over HTTP at the real server.")
def bench_door(*, hours: float, guessers: int, tries: int, posts: int, postgresql: bool, served: bool) -> None:
    """Try to come in while others guess, from the same network and at the same name; prints TSV.

    First a simulated day with a guess every ten seconds, then a crowd that guesses at the real server all the time.
    """
    if posts:
        (_flood_served if served else _flood)(posts, postgresql=postgresql)
        return
    click.echo("\t".join(("case", "let_in", "tries", "median_s", "p95_s", "max_s", "guesses", "beside")))
    if hours:
        for name, day in _days(hours, tries, postgresql=postgresql):
            click.echo(_line(f"day {name}", day.waited, day.tries, day.guesses, ""))
    if guessers:
        for name, crowd in _crowds(guessers, tries):
            pages = sorted(crowd.page_seconds)
            beside = f"page median {pages[len(pages) // 2]:.2f} s, faults {crowd.faults}"
            click.echo(_line(f"crowd {name}", crowd.waited, crowd.tries, crowd.guesses, beside))


def _flood(posts: int, *, postgresql: bool) -> None:
    click.echo("\t".join(("posts", "bytes_each", "megabytes_on_disk", "family_kept")))
    with tempfile.TemporaryDirectory() as scratch, throwaway_url("", Path(scratch), postgresql=postgresql) as url:
        database = Database.open(url, Vault.from_master_key(new_master_key()), Engine.load())
        try:
            database.migrate()
            seen = flood(database, Path(scratch), posts, _LARGEST_DRAFT, now())
        finally:
            database.close()
    click.echo(f"{seen.posts}\t{_LARGEST_DRAFT}\t{seen.files / 1024**2:.0f}\t{'yes' if seen.family_kept else 'no'}")


def _flood_served(posts: int, *, postgresql: bool) -> None:
    click.echo("\t".join(("posts", "bytes_each", "megabytes_before", "most", "after", "family_kept", "answers")))
    with (
        tempfile.TemporaryDirectory() as scratch,
        throwaway_url("", Path(scratch), postgresql=postgresql) as url,
        running_portals(url, Path(scratch)) as portals,
    ):
        seen = flood_served(portals.port, Path(scratch), posts, _LARGEST_DRAFT - 4096, time.sleep)
    sizes = "\t".join(f"{size / 1024**2:.0f}" for size in (seen.before, seen.most, seen.after))
    answers = ", ".join(f"{count} x {status}" for status, count in sorted(seen.statuses.items()))
    kept = "yes" if seen.family_kept else "no"
    click.echo(f"{posts}\t{_LARGEST_DRAFT - 4096}\t{sizes}\t{kept}\t{answers}")


def _line(name: str, waited: Sequence[float], tries: int, guesses: int, beside: str) -> str:
    ordered = sorted(waited) or [float("nan")]
    figures = (ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)], ordered[-1])
    return "\t".join((name, str(len(waited)), str(tries), *(f"{one:.2f}" for one in figures), str(guesses), beside))


def _days(hours: float, tries: int, *, postgresql: bool) -> Iterator[tuple[str, Day]]:
    with tempfile.TemporaryDirectory() as scratch, throwaway_url("", Path(scratch), postgresql=postgresql) as url:
        database = Database.open(url, Vault.from_master_key(new_master_key()), Engine.load())
        try:
            database.migrate()
            code = _add_reader(database)
            reference, words = _file(database)
            family = Attempt(portal=FAMILY, name=reference, secret=" ".join(words))
            reader = Attempt(portal=COMMITTEE, name=_LOGIN, secret=_PASSWORD)
            for right in (family, reader):
                portal = Portal(database, HashingQueue(), code.at)
                day = spend_day(portal, right, _guess_at(right), begin=now(), hours=hours, tries=tries)
                yield right.portal, day
        finally:
            database.close()


def _guess_at(right: Attempt) -> Attempt:
    return Attempt(portal=right.portal, name=right.name, secret=_WRONG, code="000000")


def _add_reader(database: Database) -> pyotp.TOTP:
    reader = NewAccount(
        organisation="Invented", organisation_kind=OrganisationKind.COMMITTEE, login=_LOGIN, password=_PASSWORD
    )
    with database.transaction() as session:
        return pyotp.TOTP(add_account(session, OPERATOR, reader, now=now()))


def _file(database: Database) -> tuple[str, tuple[str, ...]]:
    words = prepare_words("en", secrets.randbelow)
    with database.transaction() as session:
        search = RegisterSearch(sought=Description(names=(PersonName("Invented"),)))
        filed = register_search(session, ANYONE, search, words, now=now())
    return filed.reference, filed.passphrase


def _crowds(guessers: int, tries: int) -> Iterator[tuple[str, Crowd]]:
    with _served() as (base, shown):
        reader = next(account for account in shown.accounts if account.portal == COMMITTEE)
        words = {"reference": shown.reference, "words": " ".join(shown.words)}
        family = Entrance(base, "/open", "/case", words, {**words, "words": _WRONG})
        typed = {"login": reader.login, "password": reader.password}
        staff = Entrance(base, "/committee/sign-in", "/committee/", typed, {**typed, "password": _WRONG})
        for name, entrance in (("family", family), ("staff", staff)):
            yield name, try_among_crowd(entrance, guessers=guessers, tries=tries)


@contextmanager
def _served() -> Iterator[tuple[str, Demonstration]]:
    """The real server on a demonstration of its own."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        chosen = {"OVILLO_VAR": folder, "OVILLO_PORT": str(port), "OVILLO_DEMONSTRATION": "yes"}
        environment = {key: value for key, value in os.environ.items() if not key.startswith("OVILLO_")} | chosen
        running = subprocess.Popen(
            [sys.executable, "-m", "search", "run"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            base = f"http://127.0.0.1:{port}"
            _wait_for(base, running)
            yield base, _shown(Path(folder))
        finally:
            running.terminate()
            running.wait()


def _wait_for(base: str, running: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and running.poll() is None:
        try:
            with urllib.request.urlopen(f"{base}/open", timeout=5):  # noqa: S310 - an address of our own # nosec B310
                return
        except OSError:
            time.sleep(0.5)
    raise click.ClickException("the server did not start")


def _shown(folder: Path) -> Demonstration:
    key = (folder / "master.key").read_text(encoding="ascii")
    vault = Vault.from_master_key(decode_master_key(key))
    database = Database.open(f"sqlite:///{folder / 'ovillo.sqlite'}", vault, Engine.load())
    try:
        return load_demonstration(database, now=now())
    finally:
        database.close()
