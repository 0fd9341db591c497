"""`ovillo setup` and `run`: make ready, and serve until told to stop."""

import errno
import ipaddress
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from i18n.offered_languages import require_languages
from search.cli.installation import now, open_database, settings
from search.cli.supervising import Program, supervise
from search.confined.confinement import require_user
from search.errors import Refused, SealBroken
from search.settings import Settings, make_key_file
from search.storage.database import has_tables

if TYPE_CHECKING:
    from search.demonstration import Demonstration

_ROOT = Path(__file__).resolve().parents[2]
_BACKLOG = 1024
_NOT_IN_SERVICE = """INVENTED PEOPLE ONLY. This version is not in service: there are no backups, keys are not
renewed, and nobody outside has examined it. Do not enter anybody who lives or lived.
"""


@click.command()
def setup() -> None:
    """Make a master key if there is none, and create or migrate the database."""
    chosen = settings()
    require_languages(chosen.default_language)
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
    require_own_address(chosen)
    with bound_socket(chosen) as listening:
        with open_database() as database:
            if chosen.demonstration:
                from search.demonstration import load_demonstration  # noqa: PLC0415 - no other start waits for it

                _introduce(load_demonstration(database, now=now()))
        click.echo(_addresses(chosen))
        if not chosen.demonstration:
            click.echo(_NOT_IN_SERVICE)
        listening.listen(_BACKLOG)
        # Away from wherever the operator stands, whose files Python would take for modules.
        sys.exit(supervise(_programs(chosen, listening), folder=_ROOT, environment=chosen.paths(), say=_say))


def _programs(chosen: Settings, listening: socket.socket) -> list[Program]:
    """As many servers of all portals as were chosen, on one socket, and a worker."""
    number = listening.fileno()
    serving = ["web.serving", str(number)]
    portals = [
        Program(name=f"portals {one}", module=serving, essential=True, files=(number,))
        for one in range(1, chosen.web_workers + 1)
    ]
    return [*portals, Program(name="worker", module=["search", "worker"])]


def _say(line: str) -> None:
    click.echo(f"ovillo: {line}", err=True)


def require_own_address(chosen: Settings) -> None:
    """Refuse an address that other machines reach, until whoever starts it says that they know what this is."""
    if chosen.i_know_it_is_not_in_service:
        return
    try:
        found = socket.getaddrinfo(chosen.host, chosen.port, type=socket.SOCK_STREAM)
    except (OSError, OverflowError) as error:
        raise Refused("port_unusable", host=chosen.host, port=chosen.port) from error
    if not all(ipaddress.ip_address(str(address[4][0]).partition("%")[0]).is_loopback for address in found):
        raise Refused("public_address", host=chosen.host)


def bound_socket(chosen: Settings) -> socket.socket:
    """The place where the portals will listen, taken before anything starts; nobody is answered there yet.

    Raises Refused where somebody else listens, or it is not allowed.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(chosen.host, chosen.port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _unusable(error, chosen) from error
    try:
        # A port that was just left is still ours to come back to.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Not the port of the address: that of a number too large for one is its remainder.
        listening.bind((address[0], chosen.port, *address[2:]))
    except (OSError, OverflowError) as error:
        listening.close()
        raise _unusable(error, chosen) from error
    return listening


def _unusable(error: Exception, chosen: Settings) -> Refused:
    taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    return Refused("port_taken" if taken else "port_unusable", host=chosen.host, port=chosen.port)


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
