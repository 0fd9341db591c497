"""What a row of the table of addresses says, and how rows are written down.

The rows of families stand in `web.access_family`, those of the other portals in `web.access_table`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from search.access import TokenScope
from search.vocabulary import StaffRole


class Who(StrEnum):
    """Whom an address answers. `TOKEN` is a bearer token of the API."""

    ANYONE = "anyone"
    FAMILY = "family"
    OF_CASE = "of_case"
    """Whoever began a search, and whom they let in to it."""
    FIRST_OPENING = "first_opening"
    PARTNER = "partner"
    REVIEWER = "reviewer"
    TOKEN = "token"  # noqa: S105 - a kind of visitor, not a secret


class Caching(StrEnum):
    """The Cache-Control header. Only files with a digest in their address may be kept."""

    NO_STORE = "no-store"
    IMMUTABLE = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Access:
    """One address and method of a portal. `rule` is the template as Flask knows it, without the portal's prefix.

    A body may be as large as a photo, or as a batch of reports, only where `takes_photos` or `takes_batches` says so.
    `role`: what a member of staff must be there, None for all of them. `scope`: what a token must have been made for.
    `proof`: password and code must have been given within the last minutes. `unread`: nobody is asked who they are, so
    that nothing that goes wrong with it can stop the page. `uncompressed`: words that open a search stand on the page,
    so that its length must not depend on what else stands there (`web.compressing`).
    """

    portal: str
    method: str
    rule: str
    who: Who
    csrf: bool = False
    caching: Caching = Caching.NO_STORE
    takes_photos: bool = False
    takes_batches: bool = False
    role: StaffRole | None = None
    scope: TokenScope | None = None
    proof: bool = False
    unread: bool = False
    uncompressed: bool = False


def read(portal: str, who: Who, *rules: str, role: StaffRole | None = None, proof: bool = False) -> list[Access]:
    """Pages that change nothing."""
    return [Access(portal, "GET", rule, who, role=role, proof=proof) for rule in rules]


def write(portal: str, who: Who, *rules: str, role: StaffRole | None = None, proof: bool = False) -> list[Access]:
    """Pages that change something: a forgery token is needed, because a cookie opens them."""
    return [Access(portal, "POST", rule, who, csrf=True, role=role, proof=proof) for rule in rules]


def call(method: str, rule: str, scope: TokenScope) -> Access:
    """An address of the API, which reads no cookie."""
    return Access("api", method, rule, Who.TOKEN, scope=scope)


def photos(rows: list[Access]) -> list[Access]:
    """Where photos are sent."""
    return [replace(row, takes_photos=True) for row in rows]


def with_words(rows: list[Access]) -> list[Access]:
    """Where words that open a search are shown or typed."""
    return [replace(row, uncompressed=True) for row in rows]


def batches(row: Access) -> Access:
    """Where many reports are sent at once."""
    return replace(row, takes_batches=True)


def visits(portal: str, who: Who) -> list[Access]:
    """The page that a visit is kept open with, where what was typed comes back, and the page of languages."""
    return [*read(portal, who, "/stay", "/typed"), *read(portal, Who.ANYONE, "/language")]


def assets(portal: str) -> list[Access]:
    """The files that pages are drawn with; their address holds a digest, so that they may be kept."""
    return [Access(portal, "GET", "/static/<digest>/<path:name>", Who.ANYONE, caching=Caching.IMMUTABLE)]
