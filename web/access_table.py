"""Every address of every portal: who may, whether a forgery token is needed, how long an answer may be kept.

The guard in `web.guard` reads this table, so an address that is not listed is answered to nobody. A test walks the
portals and holds them against it.
"""

from functools import cache

from search.access import ActorKind, TokenScope
from search.vocabulary import StaffRole
from web.access_family import FAMILY
from web.access_rows import Access, Caching, Who, assets, batches, call, photos, read, visits, with_words, write

ACTORS: dict[Who, frozenset[ActorKind]] = {
    Who.ANYONE: frozenset(ActorKind),
    Who.FAMILY: frozenset({ActorKind.FAMILY}),
    Who.OF_CASE: frozenset({ActorKind.FAMILY, ActorKind.RELATIVE}),
    Who.FIRST_OPENING: frozenset({ActorKind.FIRST_OPENING}),
    Who.PARTNER: frozenset({ActorKind.PARTNER}),
    Who.REVIEWER: frozenset({ActorKind.REVIEWER}),
    Who.TOKEN: frozenset({ActorKind.PARTNER}),
}


def _staff(portal: str, who: Who) -> list[Access]:
    """What both portals of staff have: one's own sign-in, invitations, the people of the organisation, alarms."""
    return [
        *read(portal, Who.ANYONE, "/invitation"),
        *write(portal, Who.ANYONE, "/invitation", "/invitation/accept"),
        *read(portal, who, "/my-name"),
        *write(portal, who, "/my-name"),
        *read(portal, who, "/prove", "/my-sign-in", "/my-sign-in/password", "/my-sign-in/codes"),
        *write(portal, who, "/prove", "/my-sign-in/password", "/my-sign-in/codes", "/my-sign-in/sign-out-elsewhere"),
        *write(portal, who, "/my-sign-in/sessions/<uuid:session_id>/end"),
        *read(portal, who, "/people", "/people/<uuid:account_id>", role=_COORDINATOR),
        *read(portal, who, "/people/new", "/people/<uuid:account_id>/roles", role=_COORDINATOR, proof=True),
        *write(portal, who, "/people/new", "/people/<uuid:account_id>/roles", role=_COORDINATOR, proof=True),
        *write(portal, who, "/people/requests/<uuid:request_id>/confirm", role=_COORDINATOR, proof=True),
        *write(portal, who, "/people/requests/<uuid:request_id>/withdraw", role=_COORDINATOR),
        *write(portal, who, "/people/<uuid:account_id>/end", role=_COORDINATOR),
        *write(portal, who, "/people/<uuid:account_id>/sign-out", role=_COORDINATOR),
        *write(portal, who, "/people/<uuid:account_id>/take-role", role=_COORDINATOR, proof=True),
        *write(portal, who, "/alarms/<uuid:alarm_id>", role=_COORDINATOR),
    ]


_COORDINATOR, _REPORTER, _REVIEWER = StaffRole.COORDINATOR, StaffRole.REPORTER, StaffRole.REVIEWER
_SHARED_READER = StaffRole.SHARED_READER
_PHOTO = "/photos/<uuid:photo_id>"
_DRAFT = "/report/<which>/<uuid:draft>"
_REPORT_PART = f"{_DRAFT}/<part>"
_CARD, _DUPLICATE = "/cards/<uuid:proposal_id>", "/duplicates/<uuid:duplicate_id>"

PARTNER = [
    *assets("partner"),
    *visits("partner", Who.PARTNER),
    *read("partner", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *write("partner", Who.ANYONE, "/sign-in", "/sign-out"),
    *read("partner", Who.PARTNER, "/"),
    *read("partner", Who.PARTNER, "/reports", "/report/<which>", "/sheets/new", "/sheets/preview", role=_REPORTER),
    *read("partner", Who.PARTNER, "/sheets/preview/refused.csv", "/sheets/<uuid:batch_id>", role=_REPORTER),
    *read("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/refused.csv", role=_REPORTER),
    *read("partner", Who.PARTNER, "/sends", role=_REPORTER),
    *read("partner", Who.PARTNER, "/report", _REPORT_PART, f"{_DRAFT}/review", role=_REPORTER),
    *write("partner", Who.PARTNER, _REPORT_PART, f"{_DRAFT}/review", f"{_DRAFT}/forget", role=_REPORTER),
    *read("partner", Who.PARTNER, f"{_DRAFT}/photos", f"{_DRAFT}/photos/<uuid:photo>/preview.jpg", role=_REPORTER),
    *photos(write("partner", Who.PARTNER, f"{_DRAFT}/photos", role=_REPORTER)),
    *write("partner", Who.PARTNER, f"{_DRAFT}/photos/<uuid:photo>/remove", role=_REPORTER),
    *write("partner", Who.PARTNER, "/report/<which>", "/sheets/new", "/sheets/preview", role=_REPORTER),
    *read("partner", Who.PARTNER, "/reports/<uuid:report_id>", role=_REPORTER),
    *write("partner", Who.PARTNER, "/reports", role=_REPORTER),
    *write("partner", Who.PARTNER, "/sheets/discard", role=_REPORTER),
    *read("partner", Who.PARTNER, "/shared", "/shared/<uuid:case_id>", role=_SHARED_READER),
    *read("partner", Who.PARTNER, f"/shared/<uuid:case_id>{_PHOTO}/picture.jpg", role=_SHARED_READER),
    *read("partner", Who.PARTNER, "/shared.csv", "/shared.json", role=_SHARED_READER, proof=True),
    *read("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos", "/photos/<uuid:photo_id>", role=_REPORTER),
    *read("partner", Who.PARTNER, f"{_PHOTO}/remove", f"{_PHOTO}/preview.jpg", role=_REPORTER),
    *read("partner", Who.PARTNER, f"{_PHOTO}/picture.jpg", role=_REPORTER),
    *photos(write("partner", Who.PARTNER, "/reports/<uuid:report_id>/photos", role=_REPORTER)),
    *write("partner", Who.PARTNER, f"{_PHOTO}/remove", role=_REPORTER),
    *_staff("partner", Who.PARTNER),
    *read("partner", Who.PARTNER, "/tokens", role=_COORDINATOR),
    *read("partner", Who.PARTNER, "/tokens/new", role=_COORDINATOR, proof=True),
    *write("partner", Who.PARTNER, "/tokens/new", role=_COORDINATOR, proof=True),
    *write("partner", Who.PARTNER, "/tokens/<uuid:token_id>/revoke", role=_COORDINATOR),
]

PARTNER += [
    *read("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures", role=_REPORTER),
    *write("partner", Who.PARTNER, "/reports/<uuid:report_id>/erase", "/erasures", role=_REPORTER),
    *write("partner", Who.PARTNER, "/sheets/discard/undo", "/erasures/<uuid:request_id>/decline", role=_REPORTER),
    *write("partner", Who.PARTNER, "/erasures/<uuid:request_id>/settle", role=_REPORTER),
]

PARTNER += read("partner", Who.PARTNER, "/families", "/reports/compared", role=_REPORTER)

_VERSIONS = "/reports/<uuid:report_id>/versions"
PARTNER += [
    *read("partner", Who.PARTNER, _VERSIONS, f"{_VERSIONS}/<int:revision>", role=_REPORTER),
    *write("partner", Who.PARTNER, f"{_VERSIONS}/<int:revision>", role=_REPORTER),
]

_FOLLOW_UP = "/reports/<uuid:report_id>/follow-up"
PARTNER += [
    *read("partner", Who.PARTNER, "/report/<which>/number", "/reports/<uuid:report_id>/change", role=_REPORTER),
    *write("partner", Who.PARTNER, "/report/<which>/number", "/reports/<uuid:report_id>/change", role=_REPORTER),
    *read("partner", Who.PARTNER, "/reports.csv", role=_REPORTER, proof=True),
    *read("partner", Who.PARTNER, _FOLLOW_UP, f"{_FOLLOW_UP}/<told>", role=_REPORTER),
    *write("partner", Who.PARTNER, f"{_FOLLOW_UP}/<told>", role=_REPORTER),
]

_LAYOUT = "/layouts/<fingerprint>"
PARTNER += [
    *read("partner", Who.PARTNER, "/sends/single", "/sheets/<uuid:batch_id>/reports", "/layouts", role=_REPORTER),
    *read("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/take-back", role=_REPORTER),
    *write("partner", Who.PARTNER, "/sheets/<uuid:batch_id>/take-back", role=_REPORTER),
    *read("partner", Who.PARTNER, _LAYOUT, f"{_LAYOUT}/forget", role=_REPORTER),
    *write("partner", Who.PARTNER, _LAYOUT, f"{_LAYOUT}/forget", role=_REPORTER),
]

COMMITTEE = [
    *assets("committee"),
    *visits("committee", Who.REVIEWER),
    *read("committee", Who.ANYONE, "/sign-in", "/sign-in/turn"),
    *write("committee", Who.ANYONE, "/sign-in", "/sign-out"),
    *read("committee", Who.REVIEWER, "/"),
    *read("committee", Who.REVIEWER, "/cards/<uuid:proposal_id>", "/duplicates", role=_REVIEWER),
    *read("committee", Who.REVIEWER, f"{_CARD}/contacts", f"{_CARD}/group", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_DUPLICATE}/judgements", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_DUPLICATE}/judgements/<uuid:judgement_id>/take-back", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/contacts", f"{_CARD}/judgements", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/judgements/<uuid:judgement_id>/take-back", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/meeting", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/meeting", role=_COORDINATOR),
    *read("committee", Who.REVIEWER, f"{_CARD}{_PHOTO}", f"{_CARD}{_PHOTO}/picture.jpg", role=_REVIEWER),
    *_staff("committee", Who.REVIEWER),
]

COMMITTEE += read("committee", Who.REVIEWER, "/families", role=_REVIEWER)

# People who were met, children, and bodies that were handed over.
_INTERMEDIARY, _OFFICER = StaffRole.INTERMEDIARY, StaffRole.PROTECTION_OFFICER
_MET, _CHILD, _HANDED = "/approaches/<uuid:approach_id>", "/children/<uuid:report_id>", "/handed/<uuid:handover_id>"
_ENQUIRER, _EVERYBODY = f"{_MET}/enquirers/<uuid:enquirer_id>", f"{_MET}/everybody"
_FORENSIC = f"{_CARD}/forensic"
PARTNER += [
    *read("partner", Who.PARTNER, "/approaches", _MET, _ENQUIRER, _EVERYBODY, role=_INTERMEDIARY),
    *write("partner", Who.PARTNER, f"{_MET}/age", _ENQUIRER, _EVERYBODY, role=_INTERMEDIARY),
    *write("partner", Who.PARTNER, f"{_EVERYBODY}/take-back", role=_INTERMEDIARY),
    *read("partner", Who.PARTNER, "/children", _CHILD, f"{_CHILD}/<uuid:proposal_id>", role=_OFFICER),
    *write("partner", Who.PARTNER, f"{_CHILD}/age", f"{_CHILD}/<uuid:proposal_id>", role=_OFFICER),
    *read("partner", Who.PARTNER, "/handed", _HANDED, f"{_HANDED}/identification", role=_REPORTER),
    *write("partner", Who.PARTNER, f"{_HANDED}/wish", f"{_HANDED}/identification", role=_REPORTER),
]
COMMITTEE += [
    *read("committee", Who.REVIEWER, f"{_CARD}/approach", "/waiting", _FORENSIC, role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/approach", f"{_CARD}/approach/take-back", role=_REVIEWER),
    *write("committee", Who.REVIEWER, _FORENSIC, f"{_FORENSIC}/take-back", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_FORENSIC}/wishes/<uuid:wish_id>", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/answers", role=_COORDINATOR),
    *read("committee", Who.REVIEWER, f"{_CARD}/answers", role=_COORDINATOR, proof=True),
]

# Which committee reads a case, and what one learns.
_MOVE = "/cases/<uuid:case_id>/move"
COMMITTEE += [
    *read("committee", Who.REVIEWER, f"{_CARD}/open", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/open", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/practice", "/practice/<int:card>", "/learning", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/practice/<int:card>", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/learning/threshold", role=_COORDINATOR),
    *write("committee", Who.REVIEWER, "/learning/threshold", role=_COORDINATOR),
    *read("committee", Who.REVIEWER, "/committees", "/committees/move", role=_COORDINATOR),
    *read("committee", Who.REVIEWER, f"{_MOVE}", f"{_MOVE}/<uuid:committee_id>", role=_COORDINATOR, proof=True),
    *write("committee", Who.REVIEWER, "/committees/move", role=_COORDINATOR),
    *write("committee", Who.REVIEWER, f"{_MOVE}/<uuid:committee_id>", role=_COORDINATOR, proof=True),
]

# How families are told, and offices that were asked.
_TELLING = f"{_CARD}/telling"
_LOG = "/cases/<uuid:case_id>/log"
COMMITTEE += [
    *read("committee", Who.REVIEWER, _TELLING, _LOG, "/readings", role=_REVIEWER),
    *write("committee", Who.REVIEWER, _TELLING, f"{_TELLING}/told", f"{_TELLING}/drop", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_TELLING}/<uuid:telling_id>/take-back", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_TELLING}/<uuid:telling_id>/correct", role=_REVIEWER),
    *write("committee", Who.REVIEWER, _LOG, f"{_LOG}/<uuid:request_id>", "/readings", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_LOG}/<uuid:request_id>/take-back", role=_REVIEWER),
]

# Who asks: talks with families, and claims that are checked.
CONTACT_PAGES = [
    *read("committee", Who.REVIEWER, "/talks", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk", "/cases/<uuid:case_id>/claim", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk", "/cases/<uuid:case_id>/claim", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/cases/<uuid:case_id>/talk/<uuid:talk_id>/take-back", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/cases/<uuid:case_id>/words", "/extortion", role=_REVIEWER),
    *with_words(write("committee", Who.REVIEWER, "/cases/<uuid:case_id>/words", role=_REVIEWER, proof=True)),
    *read("committee", Who.REVIEWER, "/claims/<uuid:check_id>", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/claims/<uuid:check_id>", "/claims/<uuid:check_id>/outcome", role=_REVIEWER),
]
COMMITTEE += CONTACT_PAGES

# The list of pairs, and looking one person up.
COMMITTEE += [
    *read("committee", Who.REVIEWER, "/next", f"{_CARD}/rivals", f"{_CARD}/come-back", "/look-up", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/batches", "/batches/<pattern>", role=_REVIEWER),
    *write("committee", Who.REVIEWER, f"{_CARD}/release", f"{_CARD}/come-back", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/batches/<pattern>", "/look-up", role=_REVIEWER),
]

# First words that are passed on after a family was told.
_MESSAGES = "/approaches/<uuid:approach_id>/messages"
PARTNER += [
    *read("partner", Who.PARTNER, _MESSAGES, role=StaffRole.INTERMEDIARY),
    *write("partner", Who.PARTNER, _MESSAGES, role=StaffRole.INTERMEDIARY),
    *write("partner", Who.PARTNER, f"{_MESSAGES}/<uuid:message_id>/passed-on", role=StaffRole.INTERMEDIARY),
    *write("partner", Who.PARTNER, f"{_MESSAGES}/<uuid:message_id>/take-back", role=StaffRole.INTERMEDIARY),
]

# Questions on common days, letters, notices.
PARTNER += [
    *read("partner", Who.PARTNER, "/questions", role=_REPORTER),
    *write("partner", Who.PARTNER, "/questions", role=_REPORTER),
]
COMMITTEE += [
    *read("committee", Who.REVIEWER, "/letters", role=_REVIEWER),
    *write("committee", Who.REVIEWER, "/letters/<uuid:letter_id>", role=_REVIEWER),
]

# People who say that they are not missing, and complaints.
_SELF = "/not-missing/<uuid:report_id>"
COMMITTEE += [
    *read("committee", Who.REVIEWER, "/not-missing", _SELF, role=_REVIEWER),
    *write("committee", Who.REVIEWER, _SELF, f"{_SELF}/outcome", f"{_SELF}/pass-on", role=_REVIEWER),
    *read("committee", Who.REVIEWER, "/complaints", "/recordings", role=_COORDINATOR),
    *read("committee", Who.REVIEWER, "/recordings/<tag>", role=_COORDINATOR, proof=True),
    *write("committee", Who.REVIEWER, "/recordings/<tag>", role=_COORDINATOR, proof=True),
    Access("committee", "GET", "/recordings/heard/<digest>.opus", Who.ANYONE, caching=Caching.IMMUTABLE),
    *write("committee", Who.REVIEWER, "/complaints/<uuid:complaint_id>", role=_COORDINATOR),
]

API = [
    *assets("api"),
    *read("api", Who.ANYONE, "/", "/openapi.json", "/problems/<code>"),
    call("GET", "/v1/reports", TokenScope.REPORT_READ),
    call("POST", "/v1/reports", TokenScope.REPORT_WRITE),
    batches(call("POST", "/v1/batches", TokenScope.REPORT_WRITE)),
    call("GET", "/v1/reports/<uuid:report_id>", TokenScope.REPORT_READ),
    call("PATCH", "/v1/reports/<uuid:report_id>", TokenScope.REPORT_WRITE),
    call("GET", "/v1/reports/<uuid:report_id>/photos", TokenScope.REPORT_READ),
    *photos([call("POST", "/v1/reports/<uuid:report_id>/photos", TokenScope.REPORT_WRITE)]),
    call("DELETE", f"/v1{_PHOTO}", TokenScope.REPORT_WRITE),
    call("GET", "/v1/shared-searches", TokenScope.SHARED_READ),
    call("GET", "/v1/shared-searches/<uuid:case_id>", TokenScope.SHARED_READ),
    call("GET", "/v1/pfif/persons", TokenScope.PFIF_READ),
]

ACCESS: tuple[Access, ...] = (*FAMILY, *PARTNER, *COMMITTEE, *API)


@cache
def _by_address() -> dict[tuple[str, str, str], Access]:
    return {(row.portal, row.method, row.rule): row for row in ACCESS}


def access_to(portal: str, method: str, rule: str) -> Access | None:
    """The row of an address; HEAD is GET. None means that nobody may."""
    return _by_address().get((portal, "GET" if method == "HEAD" else method, rule))
