"""Every address of every portal: who may, whether a forgery token is needed, how long an answer may be kept.

The guard in `web.guard` reads this table, so an address that is not listed is answered to nobody. A test walks the
portals and holds them against it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from search.access import ActorKind


class Who(StrEnum):
    """Whom an address answers. `TOKEN` is a bearer token of the API."""

    ANYONE = "anyone"
    FAMILY = "family"
    PARTNER = "partner"
    REVIEWER = "reviewer"
    TOKEN = "token"  # noqa: S105 - a kind of visitor, not a secret


class Caching(StrEnum):
    """The Cache-Control header. Only files with a digest in their address may be kept."""

    NO_STORE = "no-store"
    IMMUTABLE = "public, max-age=31536000, immutable"


ACTORS: dict[Who, frozenset[ActorKind]] = {
    Who.ANYONE: frozenset(ActorKind),
    Who.FAMILY: frozenset({ActorKind.FAMILY}),
    Who.PARTNER: frozenset({ActorKind.PARTNER}),
    Who.REVIEWER: frozenset({ActorKind.REVIEWER}),
    Who.TOKEN: frozenset({ActorKind.PARTNER}),
}


@dataclass(frozen=True, slots=True)
class Access:
    """One address and method of a portal. `rule` is the template as Flask knows it, without the portal's prefix.

    A body may be as large as a photo only where `takes_photos` says so.
    """

    portal: str
    method: str
    rule: str
    who: Who
    csrf: bool = False
    caching: Caching = Caching.NO_STORE
    takes_photos: bool = False


def _read(portal: str, who: Who, *rules: str) -> list[Access]:
    return [Access(portal, "GET", rule, who) for rule in rules]


def _write(portal: str, who: Who, *rules: str) -> list[Access]:
    """Pages that change something: a forgery token is needed everywhere but at the API, where no cookie is read."""
    return [Access(portal, "POST", rule, who, csrf=who is not Who.TOKEN) for rule in rules]


def _photos(portal: str, who: Who, *rules: str) -> list[Access]:
    """Where photos are sent."""
    return [replace(row, takes_photos=True) for row in _write(portal, who, *rules)]


def _visits(portal: str, who: Who) -> list[Access]:
    """The page that a visit is kept open with, and where what was typed comes back."""
    return _read(portal, who, "/stay", "/typed")


def _assets(portal: str) -> list[Access]:
    return [Access(portal, "GET", "/static/<digest>/<path:name>", Who.ANYONE, caching=Caching.IMMUTABLE)]


FAMILY = [
    *_assets("family"),
    *_visits("family", Who.FAMILY),
    *_read(
        "family", Who.ANYONE, "/", "/how-it-works", "/search/<slug>", "/search/review", "/filed", "/open", "/open/turn"
    ),
    *_read("family", Who.ANYONE, "/erased"),
    *_write("family", Who.ANYONE, "/search/erase/undo"),
    *_write("family", Who.FAMILY, "/case/change/erase/undo"),
    *_read("family", Who.FAMILY, "/case/erase"),
    *_write("family", Who.FAMILY, "/case/erase"),
    *_read("family", Who.ANYONE, "/search/<slug>/<int:number>"),
    *_write("family", Who.ANYONE, "/search/<slug>/<int:number>"),
    *_write("family", Who.ANYONE, "/search/<slug>", "/search/review", "/search/erase", "/filed", "/open"),
    *_read("family", Who.FAMILY, "/case", "/case/change/<slug>", "/case/change/review", "/case/withdraw"),
    *_read("family", Who.FAMILY, "/case/change/<slug>/<int:number>"),
    *_write("family", Who.FAMILY, "/case/change/<slug>/<int:number>"),
    *_write("family", Who.FAMILY, "/case/change/<slug>", "/case/change/review", "/case/change/erase"),
    *_write("family", Who.FAMILY, "/case/withdraw", "/case/reopen", "/case/sign-out"),
    *_read("family", Who.FAMILY, "/case/photos", "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
    *_read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/preview.jpg"),
    *_read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/picture.jpg"),
    *_photos("family", Who.FAMILY, "/case/photos"),
    *_write("family", Who.FAMILY, "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
    *_read("family", Who.FAMILY, "/case/consents", "/case/consents/<purpose>/more"),
    *_read("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *_write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *_write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>/take-back"),
]

PARTNER = [
    *_assets("partner"),
    *_visits("partner", Who.PARTNER),
    *_read("partner", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *_write("partner", Who.ANYONE, "/sign-in", "/sign-out"),
    *_read("partner", Who.PARTNER, "/", "/reports", "/report/<which>", "/sheets/new", "/sheets/preview"),
    *_read("partner", Who.PARTNER, "/shared", "/shared.csv", "/shared.json", "/shared/<uuid:case_id>"),
    *_read("partner", Who.PARTNER, "/shared/<uuid:case_id>/photos/<uuid:photo_id>/picture.jpg"),
    *_read("partner", Who.PARTNER, "/sheets/preview/refused.csv", "/sheets/<uuid:batch_id>"),
    *_read("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/refused.csv"),
    *_read("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos", "/photos/<uuid:photo_id>"),
    *_read("partner", Who.PARTNER, "/photos/<uuid:photo_id>/remove", "/photos/<uuid:photo_id>/preview.jpg"),
    *_read("partner", Who.PARTNER, "/photos/<uuid:photo_id>/picture.jpg"),
    *_photos("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos"),
    *_write("partner", Who.PARTNER, "/photos/<uuid:photo_id>/remove"),
    *_write("partner", Who.PARTNER, "/report/<which>", "/sheets/new", "/sheets/preview", "/sheets/discard"),
]

PARTNER += [
    *_read("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures"),
    *_write("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures", "/sheets/discard/undo"),
    *_write("partner", Who.PARTNER, "/erasures/<uuid:request_id>/decline", "/erasures/<uuid:request_id>/settle"),
]

COMMITTEE = [
    *_assets("committee"),
    *_visits("committee", Who.REVIEWER),
    *_read("committee", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *_write("committee", Who.ANYONE, "/sign-in", "/sign-out"),
    *_read("committee", Who.REVIEWER, "/", "/cards/<uuid:proposal_id>", "/cards/<uuid:proposal_id>/contacts"),
    *_read("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>/group", "/duplicates"),
    *_read("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>/photos/<uuid:photo_id>"),
    *_read("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>/photos/<uuid:photo_id>/picture.jpg"),
    *_write("committee", Who.REVIEWER, "/duplicates/<uuid:duplicate_id>/judgements"),
    *_write("committee", Who.REVIEWER, "/duplicates/<uuid:duplicate_id>/judgements/<uuid:judgement_id>/take-back"),
    *_write("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>/contacts", "/cards/<uuid:proposal_id>/judgements"),
    *_write("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>/judgements/<uuid:judgement_id>/take-back"),
]

API = [
    *_read("api", Who.ANYONE, "/openapi.json"),
    *_read("api", Who.TOKEN, "/v1/reports", "/v1/reports/<uuid:report_id>/photos"),
    *_read("api", Who.TOKEN, "/v1/shared-searches", "/v1/shared-searches/<uuid:case_id>"),
    *_write("api", Who.TOKEN, "/v1/reports"),
    *_photos("api", Who.TOKEN, "/v1/reports/<uuid:report_id>/photos"),
]

ACCESS: tuple[Access, ...] = (*FAMILY, *PARTNER, *COMMITTEE, *API)


@cache
def _by_address() -> dict[tuple[str, str, str], Access]:
    return {(row.portal, row.method, row.rule): row for row in ACCESS}


def access_to(portal: str, method: str, rule: str) -> Access | None:
    """The row of an address; HEAD is GET. None means that nobody may."""
    return _by_address().get((portal, "GET" if method == "HEAD" else method, rule))
