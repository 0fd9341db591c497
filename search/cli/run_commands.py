"""`ovillo setup` and `run`: make ready, and serve until told to stop."""

import errno
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.offered_languages import require_languages
from search.cli.installation import now, open_database, settings
from search.cli.supervising import supervise
from search.confined.confinement import require_user
from search.errors import Refused, SealBroken
from search.settings import Settings, make_key_file
from search.storage.database import has_tables

if TYPE_CHECKING:
    from search.demonstration import Demonstration

_ROOT = Path(__file__).resolve().parents[2]


@click.command()
def setup() -> None:
    """Make a master key if there is none, and create or migrate the database."""
    chosen = settings()
    if not chosen.master_key and not chosen.key_file.exists():
        if has_tables(chosen.url):
            raise SealBroken("master_key_absent")
        make_key_file(chosen.key_file)
        click.echo(f"master key written to {chosen.key_file}; keep a copy where the database is not")
    with open_database():
        click.echo("database is up to date")


@click.command()
def run() -> None:
    """Serve the portals and the worker until stopped."""
    chosen = settings()
    require_languages(chosen.default_language)
    require_user(chosen.parser_user)
    require_free_port(chosen)
    with open_database() as database:
        if chosen.demonstration:
            from search.demonstration import load_demonstration  # noqa: PLC0415 - no other start waits for it

            _introduce(load_demonstration(database, now=now()))
    click.echo(_addresses(chosen))
    # Away from wherever the operator stands, whose files Python would take for modules.
    sys.exit(supervise([_gunicorn(chosen), ["search", "worker"]], folder=_ROOT, environment=chosen.paths()))


def require_free_port(chosen: Settings) -> None:
    """Refuses before anything starts when the portals could not listen: somebody else does, or it is not allowed."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(chosen.host, chosen.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as listening:
            # As gunicorn does, which comes back to a port that it has just left.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            # Not the port of the address: that of a number too large for one is its remainder.
            listening.bind((address[0], chosen.port, *address[2:]))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        raise Refused("port_taken" if taken else "port_unusable", host=chosen.host, port=chosen.port) from error


def _address(chosen: Settings) -> str:
    host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
    return f"{host}:{chosen.port}"


def _addresses(chosen: Settings) -> str:
    base = f"http://{_address(chosen)}"
    return (
        f"\n  families    {base}/\n  partners    {base}/partner/\n  committees  {base}/committee/"
        f"\n  API         {base}/api/openapi.json\n\nCtrl-C stops everything.\n"
    )


def _introduce(demonstration: "Demonstration") -> None:
    """Print who may come in; all of them are invented."""
    click.echo("\nA demonstration with invented people. Accounts (portal, login, password):")
    for account in demonstration.accounts:
        click.echo(f"  {account.portal:<10} {account.login:<28} {account.password}")
    click.echo(f"A family's search: reference {demonstration.reference}, words: {' '.join(demonstration.words)}")


def _gunicorn(chosen: Settings) -> list[str]:
    return [
        "gunicorn",
        f"--bind={_address(chosen)}",
        f"--workers={chosen.web_workers}",
        "--threads=4",
        "--worker-tmp-dir=/dev/shm",
        "--no-control-socket",
        "--log-level=error",
        f"--chdir={_ROOT}",
        "wsgi:create_application()",
    ]
