"""Every address of every portal: who may, whether a forgery token is needed, how long an answer may be kept.

The guard in `web.guard` reads this table, so an address that is not listed is answered to nobody. A test walks the
portals and holds them against it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from search.access import ActorKind, TokenScope
from search.vocabulary import StaffRole


class Who(StrEnum):
    """Whom an address answers. `TOKEN` is a bearer token of the API."""

    ANYONE = "anyone"
    FAMILY = "family"
    FIRST_OPENING = "first_opening"
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
    Who.FIRST_OPENING: frozenset({ActorKind.FIRST_OPENING}),
    Who.PARTNER: frozenset({ActorKind.PARTNER}),
    Who.REVIEWER: frozenset({ActorKind.REVIEWER}),
    Who.TOKEN: frozenset({ActorKind.PARTNER}),
}


@dataclass(frozen=True, slots=True)
class Access:
    """One address and method of a portal. `rule` is the template as Flask knows it, without the portal's prefix.

    A body may be as large as a photo, or as a batch of reports, only where `takes_photos` or `takes_batches` says so.
    `role`: what a member of staff must be there, None for all of them. `scope`: what a token must have been made for.
    `proof`: password and code must have been given within the last minutes.
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


def _read(portal: str, who: Who, *rules: str, role: StaffRole | None = None, proof: bool = False) -> list[Access]:
    return [Access(portal, "GET", rule, who, role=role, proof=proof) for rule in rules]


def _write(portal: str, who: Who, *rules: str, role: StaffRole | None = None, proof: bool = False) -> list[Access]:
    """Pages that change something: a forgery token is needed, because a cookie opens them."""
    return [Access(portal, "POST", rule, who, csrf=True, role=role, proof=proof) for rule in rules]


def _call(method: str, rule: str, scope: TokenScope) -> Access:
    """An address of the API, which reads no cookie."""
    return Access("api", method, rule, Who.TOKEN, scope=scope)


def _photos(rows: list[Access]) -> list[Access]:
    """Where photos are sent."""
    return [replace(row, takes_photos=True) for row in rows]


def _batches(row: Access) -> Access:
    """Where many reports are sent at once."""
    return replace(row, takes_batches=True)


def _visits(portal: str, who: Who) -> list[Access]:
    """The page that a visit is kept open with, and where what was typed comes back."""
    return _read(portal, who, "/stay", "/typed")


def _assets(portal: str) -> list[Access]:
    return [Access(portal, "GET", "/static/<digest>/<path:name>", Who.ANYONE, caching=Caching.IMMUTABLE)]


def _staff(portal: str, who: Who) -> list[Access]:
    """What both portals of staff have: one's own sign-in, invitations, the people of the organisation, alarms."""
    return [
        *_read(portal, Who.ANYONE, "/invitation"),
        *_write(portal, Who.ANYONE, "/invitation", "/invitation/accept"),
        *_read(portal, who, "/my-name"),
        *_write(portal, who, "/my-name"),
        *_read(portal, who, "/prove", "/my-sign-in", "/my-sign-in/password", "/my-sign-in/codes"),
        *_write(portal, who, "/prove", "/my-sign-in/password", "/my-sign-in/codes", "/my-sign-in/sign-out-elsewhere"),
        *_write(portal, who, "/my-sign-in/sessions/<uuid:session_id>/end"),
        *_read(portal, who, "/people", "/people/<uuid:account_id>", role=_COORDINATOR),
        *_read(portal, who, "/people/new", "/people/<uuid:account_id>/roles", role=_COORDINATOR, proof=True),
        *_write(portal, who, "/people/new", "/people/<uuid:account_id>/roles", role=_COORDINATOR, proof=True),
        *_write(portal, who, "/people/requests/<uuid:request_id>/confirm", role=_COORDINATOR, proof=True),
        *_write(portal, who, "/people/requests/<uuid:request_id>/withdraw", role=_COORDINATOR),
        *_write(portal, who, "/people/<uuid:account_id>/end", role=_COORDINATOR),
        *_write(portal, who, "/people/<uuid:account_id>/sign-out", role=_COORDINATOR),
        *_write(portal, who, "/people/<uuid:account_id>/take-role", role=_COORDINATOR, proof=True),
        *_write(portal, who, "/alarms/<uuid:alarm_id>", role=_COORDINATOR),
    ]


_COORDINATOR, _REPORTER, _REVIEWER = StaffRole.COORDINATOR, StaffRole.REPORTER, StaffRole.REVIEWER
_SHARED_READER = StaffRole.SHARED_READER
_PHOTO = "/photos/<uuid:photo_id>"
_DRAFT = "/report/<which>/<uuid:draft>"
_REPORT_PART = f"{_DRAFT}/<part>"
_CARD, _DUPLICATE = "/cards/<uuid:proposal_id>", "/duplicates/<uuid:duplicate_id>"

FAMILY = [
    *_assets("family"),
    *_visits("family", Who.FAMILY),
    *_read(
        "family", Who.ANYONE, "/", "/how-it-works", "/search/<slug>", "/search/review", "/filed", "/open", "/open/turn"
    ),
    *_read("family", Who.ANYONE, "/erased"),
    *_read("family", Who.ANYONE, "/witness", "/witness/<slug>", "/witness/review", "/witness/sent"),
    *_write("family", Who.ANYONE, "/witness/<slug>", "/witness/review", "/witness/erase", "/witness/erase/undo"),
    *_write("family", Who.ANYONE, "/search/erase/undo"),
    *_write("family", Who.FAMILY, "/case/change/erase/undo"),
    *_read("family", Who.FAMILY, "/case/erase", "/case/erase/turn"),
    *_write("family", Who.FAMILY, "/case/erase"),
    *_read("family", Who.ANYONE, "/search/<slug>/<int:number>"),
    *_write("family", Who.ANYONE, "/search/<slug>/<int:number>"),
    *_write("family", Who.ANYONE, "/search/<slug>", "/search/review", "/search/erase", "/filed", "/open"),
    *_read("family", Who.FAMILY, "/case", "/case/change/<slug>", "/case/change/review", "/case/withdraw"),
    *_read("family", Who.FAMILY, "/case/change/<slug>/<int:number>"),
    *_write("family", Who.FAMILY, "/case/change/<slug>/<int:number>"),
    *_write("family", Who.FAMILY, "/case/change/<slug>", "/case/change/review", "/case/change/erase"),
    *_write("family", Who.FAMILY, "/case/withdraw", "/case/reopen"),
    *_write("family", Who.ANYONE, "/case/sign-out"),
    *_read("family", Who.FAMILY, "/case/photos", "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
    *_read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/preview.jpg"),
    *_read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/picture.jpg"),
    *_photos(_write("family", Who.FAMILY, "/case/photos")),
    *_write("family", Who.FAMILY, "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
    *_read("family", Who.FAMILY, "/case/consents", "/case/consents/<purpose>"),
    *_read("family", Who.FAMILY, "/case/consents/<purpose>/<kind>"),
    *_read("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *_write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *_write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>/take-back"),
]

FAMILY += [
    *_read("family", Who.ANYONE, "/together", "/together/done"),
    *_write("family", Who.ANYONE, "/together", "/together/begin"),
    *_read("family", Who.FIRST_OPENING, "/new-words"),
    *_write("family", Who.FIRST_OPENING, "/new-words"),
]

# What a family reads and takes along of its own case.
FAMILY += _read("family", Who.FAMILY, "/case/done", "/case/print", "/case/export.json")

PARTNER = [
    *_assets("partner"),
    *_visits("partner", Who.PARTNER),
    *_read("partner", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *_write("partner", Who.ANYONE, "/sign-in", "/sign-out"),
    *_read("partner", Who.PARTNER, "/"),
    *_read("partner", Who.PARTNER, "/reports", "/report/<which>", "/sheets/new", "/sheets/preview", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/sheets/preview/refused.csv", "/sheets/<uuid:batch_id>", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/refused.csv", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/sends", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/report", _REPORT_PART, f"{_DRAFT}/review", role=_REPORTER),
    *_write("partner", Who.PARTNER, _REPORT_PART, f"{_DRAFT}/review", f"{_DRAFT}/forget", role=_REPORTER),
    *_read("partner", Who.PARTNER, f"{_DRAFT}/photos", f"{_DRAFT}/photos/<uuid:photo>/preview.jpg", role=_REPORTER),
    *_photos(_write("partner", Who.PARTNER, f"{_DRAFT}/photos", role=_REPORTER)),
    *_write("partner", Who.PARTNER, f"{_DRAFT}/photos/<uuid:photo>/remove", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/report/<which>", "/sheets/new", "/sheets/preview", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/reports/<uuid:report_id>", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/reports", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/sheets/discard", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/shared", "/shared/<uuid:case_id>", role=_SHARED_READER),
    *_read("partner", Who.PARTNER, f"/shared/<uuid:case_id>{_PHOTO}/picture.jpg", role=_SHARED_READER),
    *_read("partner", Who.PARTNER, "/shared.csv", "/shared.json", role=_SHARED_READER, proof=True),
    *_read("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos", "/photos/<uuid:photo_id>", role=_REPORTER),
    *_read("partner", Who.PARTNER, f"{_PHOTO}/remove", f"{_PHOTO}/preview.jpg", role=_REPORTER),
    *_read("partner", Who.PARTNER, f"{_PHOTO}/picture.jpg", role=_REPORTER),
    *_photos(_write("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos", role=_REPORTER)),
    *_write("partner", Who.PARTNER, f"{_PHOTO}/remove", role=_REPORTER),
    *_staff("partner", Who.PARTNER),
    *_read("partner", Who.PARTNER, "/tokens", role=_COORDINATOR),
    *_read("partner", Who.PARTNER, "/tokens/new", role=_COORDINATOR, proof=True),
    *_write("partner", Who.PARTNER, "/tokens/new", role=_COORDINATOR, proof=True),
    *_write("partner", Who.PARTNER, "/tokens/<uuid:token_id>/revoke", role=_COORDINATOR),
]

PARTNER += [
    *_read("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/sheets/discard/undo", "/erasures/<uuid:request_id>/decline", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/erasures/<uuid:request_id>/settle", role=_REPORTER),
]

PARTNER += _read("partner", Who.PARTNER, "/families", "/reports/compared", role=_REPORTER)

_VERSIONS = "/reports/<uuid:report_id>/versions"
PARTNER += [
    *_read("partner", Who.PARTNER, _VERSIONS, f"{_VERSIONS}/<int:revision>", role=_REPORTER),
    *_write("partner", Who.PARTNER, f"{_VERSIONS}/<int:revision>", role=_REPORTER),
]

_FOLLOW_UP = "/reports/<uuid:report_id>/follow-up"
PARTNER += [
    *_read("partner", Who.PARTNER, "/report/<which>/number", "/reports/<uuid:report_id>/change", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/report/<which>/number", "/reports/<uuid:report_id>/change", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/reports.csv", role=_REPORTER, proof=True),
    *_read("partner", Who.PARTNER, _FOLLOW_UP, f"{_FOLLOW_UP}/<told>", role=_REPORTER),
    *_write("partner", Who.PARTNER, f"{_FOLLOW_UP}/<told>", role=_REPORTER),
]

_LAYOUT = "/layouts/<fingerprint>"
PARTNER += [
    *_read("partner", Who.PARTNER, "/sends/single", "/sheets/<uuid:batch_id>/reports", "/layouts", role=_REPORTER),
    *_read("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/take-back", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/take-back", role=_REPORTER),
    *_read("partner", Who.PARTNER, _LAYOUT, f"{_LAYOUT}/forget", role=_REPORTER),
    *_write("partner", Who.PARTNER, _LAYOUT, f"{_LAYOUT}/forget", role=_REPORTER),
]

COMMITTEE = [
    *_assets("committee"),
    *_visits("committee", Who.REVIEWER),
    *_read("committee", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *_write("committee", Who.ANYONE, "/sign-in", "/sign-out"),
    *_read("committee", Who.REVIEWER, "/"),
    *_read("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>", "/duplicates", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, f"{_CARD}/contacts", f"{_CARD}/group", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_DUPLICATE}/judgements", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_DUPLICATE}/judgements/<uuid:judgement_id>/take-back", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/contacts", f"{_CARD}/judgements", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/judgements/<uuid:judgement_id>/take-back", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/meeting", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/meeting", role=_COORDINATOR),
    *_read("committee", Who.REVIEWER, f"{_CARD}{_PHOTO}", f"{_CARD}{_PHOTO}/picture.jpg", role=_REVIEWER),
    *_staff("committee", Who.REVIEWER),
]

COMMITTEE += _read("committee", Who.REVIEWER, "/families", role=_REVIEWER)

# People who were met, children, and bodies that were handed over.
_INTERMEDIARY, _OFFICER = StaffRole.INTERMEDIARY, StaffRole.PROTECTION_OFFICER
_MET, _CHILD, _HANDED = "/approaches/<uuid:approach_id>", "/children/<uuid:report_id>", "/handed/<uuid:handover_id>"
_ENQUIRER, _EVERYBODY = f"{_MET}/enquirers/<uuid:enquirer_id>", f"{_MET}/everybody"
_FORENSIC = f"{_CARD}/forensic"
PARTNER += [
    *_read("partner", Who.PARTNER, "/approaches", _MET, _ENQUIRER, _EVERYBODY, role=_INTERMEDIARY),
    *_write("partner", Who.PARTNER, f"{_MET}/age", _ENQUIRER, _EVERYBODY, role=_INTERMEDIARY),
    *_write("partner", Who.PARTNER, f"{_EVERYBODY}/take-back", role=_INTERMEDIARY),
    *_read("partner", Who.PARTNER, "/children", _CHILD, f"{_CHILD}/<uuid:proposal_id>", role=_OFFICER),
    *_write("partner", Who.PARTNER, f"{_CHILD}/age", f"{_CHILD}/<uuid:proposal_id>", role=_OFFICER),
    *_read("partner", Who.PARTNER, "/handed", _HANDED, f"{_HANDED}/identification", role=_REPORTER),
    *_write("partner", Who.PARTNER, f"{_HANDED}/wish", f"{_HANDED}/identification", role=_REPORTER),
]
COMMITTEE += [
    *_read("committee", Who.REVIEWER, f"{_CARD}/approach", "/waiting", _FORENSIC, role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/approach", f"{_CARD}/approach/take-back", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, _FORENSIC, f"{_FORENSIC}/take-back", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_FORENSIC}/wishes/<uuid:wish_id>", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/answers", role=_COORDINATOR),
    *_read("committee", Who.REVIEWER, f"{_CARD}/answers", role=_COORDINATOR, proof=True),
]

# Which committee reads a case, and what one learns.
FAMILY += [
    *_read("family", Who.FAMILY, "/case/committee", "/case/committee/<uuid:committee_id>"),
    *_write("family", Who.FAMILY, "/case/committee/<uuid:committee_id>"),
]
_MOVE = "/cases/<uuid:case_id>/move"
COMMITTEE += [
    *_read("committee", Who.REVIEWER, f"{_CARD}/open", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/open", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/practice", "/practice/<int:card>", "/learning", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/practice/<int:card>", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/learning/threshold", role=_COORDINATOR),
    *_write("committee", Who.REVIEWER, "/learning/threshold", role=_COORDINATOR),
    *_read("committee", Who.REVIEWER, "/committees", "/committees/move", role=_COORDINATOR),
    *_read("committee", Who.REVIEWER, f"{_MOVE}", f"{_MOVE}/<uuid:committee_id>", role=_COORDINATOR, proof=True),
    *_write("committee", Who.REVIEWER, "/committees/move", role=_COORDINATOR),
    *_write("committee", Who.REVIEWER, f"{_MOVE}/<uuid:committee_id>", role=_COORDINATOR, proof=True),
]

# How families are told, and offices that were asked.
_TELLING = f"{_CARD}/telling"
_LOG = "/cases/<uuid:case_id>/log"
COMMITTEE += [
    *_read("committee", Who.REVIEWER, _TELLING, _LOG, "/readings", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, _TELLING, f"{_TELLING}/told", f"{_TELLING}/drop", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_TELLING}/<uuid:telling_id>/take-back", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_TELLING}/<uuid:telling_id>/correct", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, _LOG, f"{_LOG}/<uuid:request_id>", "/readings", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_LOG}/<uuid:request_id>/take-back", role=_REVIEWER),
]

# Who asks: talks with families, and claims that are checked.
CONTACT_PAGES = [
    *_read("committee", Who.REVIEWER, "/talks", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk", "/cases/<uuid:case_id>/claim", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk", "/cases/<uuid:case_id>/claim", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk/<uuid:talk_id>/take-back", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/claims/<uuid:check_id>", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/claims/<uuid:check_id>", "/claims/<uuid:check_id>/outcome", role=_REVIEWER),
]
COMMITTEE += CONTACT_PAGES

# The list of pairs, and looking one person up.
COMMITTEE += [
    *_read("committee", Who.REVIEWER, "/next", f"{_CARD}/rivals", f"{_CARD}/come-back", "/look-up", role=_REVIEWER),
    *_read("committee", Who.REVIEWER, "/batches", "/batches/<pattern>", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, f"{_CARD}/release", f"{_CARD}/come-back", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/batches/<pattern>", "/look-up", role=_REVIEWER),
]

# First words that are passed on after a family was told.
_MESSAGES = "/approaches/<uuid:approach_id>/messages"
FAMILY += [
    *_read("family", Who.FAMILY, "/case/message"),
    *_write("family", Who.FAMILY, "/case/message", "/case/message/<uuid:message_id>/take-back"),
]
PARTNER += [
    *_read("partner", Who.PARTNER, _MESSAGES, role=StaffRole.INTERMEDIARY),
    *_write("partner", Who.PARTNER, _MESSAGES, role=StaffRole.INTERMEDIARY),
    *_write("partner", Who.PARTNER, f"{_MESSAGES}/<uuid:message_id>/passed-on", role=StaffRole.INTERMEDIARY),
    *_write("partner", Who.PARTNER, f"{_MESSAGES}/<uuid:message_id>/take-back", role=StaffRole.INTERMEDIARY),
]

# Questions on common days, letters, notices.
_QUESTIONS, _NOTICES = "/case/questions", "/case/notices"
FAMILY += [
    *_read("family", Who.FAMILY, _QUESTIONS, "/case/inbox", _NOTICES),
    *_write("family", Who.FAMILY, _QUESTIONS, "/case/inbox", _NOTICES, f"{_NOTICES}/take-back"),
]
PARTNER += [
    *_read("partner", Who.PARTNER, "/questions", role=_REPORTER),
    *_write("partner", Who.PARTNER, "/questions", role=_REPORTER),
]
COMMITTEE += [
    *_read("committee", Who.REVIEWER, "/letters", role=_REVIEWER),
    *_write("committee", Who.REVIEWER, "/letters/<uuid:letter_id>", role=_REVIEWER),
]

API = [
    *_assets("api"),
    *_read("api", Who.ANYONE, "/", "/openapi.json", "/problems/<code>"),
    _call("GET", "/v1/reports", TokenScope.REPORT_READ),
    _call("POST", "/v1/reports", TokenScope.REPORT_WRITE),
    _batches(_call("POST", "/v1/batches", TokenScope.REPORT_WRITE)),
    _call("GET", "/v1/reports/<uuid:report_id>", TokenScope.REPORT_READ),
    _call("PATCH", "/v1/reports/<uuid:report_id>", TokenScope.REPORT_WRITE),
    _call("GET", "/v1/reports/<uuid:report_id>/photos", TokenScope.REPORT_READ),
    *_photos([_call("POST", "/v1/reports/<uuid:report_id>/photos", TokenScope.REPORT_WRITE)]),
    _call("DELETE", f"/v1{_PHOTO}", TokenScope.REPORT_WRITE),
    _call("GET", "/v1/shared-searches", TokenScope.SHARED_READ),
    _call("GET", "/v1/shared-searches/<uuid:case_id>", TokenScope.SHARED_READ),
    _call("GET", "/v1/pfif/persons", TokenScope.PFIF_READ),
]

ACCESS: tuple[Access, ...] = (*FAMILY, *PARTNER, *COMMITTEE, *API)


@cache
def _by_address() -> dict[tuple[str, str, str], Access]:
    return {(row.portal, row.method, row.rule): row for row in ACCESS}


def access_to(portal: str, method: str, rule: str) -> Access | None:
    """The row of an address; HEAD is GET. None means that nobody may."""
    return _by_address().get((portal, "GET" if method == "HEAD" else method, rule))
