"""Families report who asked them for money: kept sealed, and the same number is known again across searches.

A committee reads what its own families wrote, and in how many searches the number was reported; of the searches of
other committees it learns that count alone.
"""

import datetime
import unicodedata
import uuid
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.conflicts import left_to_others
from search.casework_commands import ReportExtortion
from search.errors import Refused
from search.models import ExtortionReport, SearchRequest
from search.records.associated_data import extortion_words_place
from search.records.search_rows import find_case, hold_case
from search.records.sections import READABLE, seal_words, unseal_words, vault_of
from search.records.sent_once import id_of_sent

LONGEST: Final = 2000
MOST_OF_A_WRITER: Final = 50
MOST_SHOWN: Final = 100
# What countries and hands put before a number differs; this many digits at its end say which it is.
_TELLING_DIGITS: Final = 9
_FEWEST_DIGITS: Final = 5


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is sealed of one report."""

    number: str
    when: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExtortion:
    """One report as the family wrote it."""

    reported_on: datetime.date
    number: str
    when: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtortionSummary:
    """One report: `here` in how many searches of one's committee the number was reported, `elsewhere` in others'."""

    case_id: uuid.UUID
    reference: str
    reported_on: datetime.date
    number: str
    when: str
    said: str
    here: int
    elsewhere: int


def report_extortion(session: Session, actor: Actor, command: ReportExtortion, *, now: datetime.datetime) -> None:
    """Keep what a family says of somebody who asked for money; the same form sent twice is one report.

    Refused `extortion_empty`, `extortion_too_long`, `extortion_too_many`. How much there is room for is counted for
    each who writes: a relative who was let in takes none from whoever began the search.
    """
    require(actor, Action.REPORT_EXTORTION, Subject(case_id=command.case_id))
    request = hold_case(session, command.case_id)
    told = _Told(number=command.number.strip(), when=command.when.strip(), said=command.said.strip())
    if not (told.number or told.said):
        raise Refused("extortion_empty")
    if sum(map(len, (told.number, told.when, told.said))) > LONGEST:
        raise Refused("extortion_too_long", most=LONGEST)
    identifier = id_of_sent(session, f"extortion {request.id}", command.key)
    if session.get(ExtortionReport, identifier) is None:
        _keep(session, actor, request, told, identifier, now)
    record_act(session, actor, Action.REPORT_EXTORTION, subject=("search_request", request.id), now=now)


def _keep(
    session: Session,
    actor: Actor,
    request: SearchRequest,
    told: _Told,
    identifier: uuid.UUID,
    now: datetime.datetime,
) -> None:
    mine = select(func.count()).where(
        ExtortionReport.record_number == request.number, ExtortionReport.relative_id == actor.relative_id
    )
    if session.execute(mine).scalar_one() >= MOST_OF_A_WRITER:
        raise Refused("extortion_too_many")
    report = ExtortionReport(
        id=identifier,
        record_number=request.number,
        relative_id=actor.relative_id,
        number_digest=number_digest(session, told.number),
        made_at=now,
    )
    words = msgspec.json.encode(told).decode()
    report.words_sealed = seal_words(session, request.number, words, extortion_words_place(report.id))
    session.add(report)
    session.flush()


def read_own_extortion(session: Session, actor: Actor, case_id: uuid.UUID) -> tuple[OwnExtortion, ...]:
    """What a family itself reported, the newest first; nothing of other searches."""
    require(actor, Action.READ_CASE, Subject(case_id=case_id))
    request = find_case(session, case_id)
    mine = select(ExtortionReport).where(ExtortionReport.record_number == request.number)
    rows = session.scalars(mine.order_by(ExtortionReport.made_at.desc(), ExtortionReport.id))
    return tuple(_own(one.made_at.date(), _told(session, one)) for one in rows)


def read_extortion(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ExtortionSummary, ...]:
    """What the families of the actor's committee reported, the newest first."""
    require(actor, Action.READ_EXTORTION, Subject(committee_id=actor.organisation_id))
    mine = (
        SearchRequest.committee_id == actor.organisation_id,
        SearchRequest.number.not_in(left_to_others(session, actor)),
        READABLE,
    )
    asked = (
        select(ExtortionReport, SearchRequest)
        .join(SearchRequest, SearchRequest.number == ExtortionReport.record_number)
        .where(*mine)
        .order_by(ExtortionReport.made_at.desc(), ExtortionReport.id)
        .limit(MOST_SHOWN)
    )
    told = tuple(_summary(session, actor, report, request) for report, request in session.execute(asked).all())
    subject = ("registry", "extortion")
    record_act(session, actor, Action.READ_EXTORTION, subject=subject, now=now, detail={"reports": len(told)})
    return told


def number_digest(session: Session, number: str) -> int | None:
    """A keyed digest of the end of a number, however it was written; None where it says none."""
    plain = unicodedata.normalize("NFKC", number)
    digits = "".join(str(unicodedata.decimal(sign)) for sign in plain if sign.isdecimal())
    if len(digits) < _FEWEST_DIGITS:
        return None
    return vault_of(session).digest("extortion number", digits[-_TELLING_DIGITS:])


def _summary(session: Session, actor: Actor, report: ExtortionReport, request: SearchRequest) -> ExtortionSummary:
    told = _told(session, report)
    here, elsewhere = _searches_with(session, actor, report)
    return ExtortionSummary(
        case_id=request.id,
        reference=request.reference,
        reported_on=report.made_at.date(),
        number=told.number,
        when=told.when,
        said=told.said,
        here=here,
        elsewhere=elsewhere,
    )


def _told(session: Session, report: ExtortionReport) -> _Told:
    words = unseal_words(session, report.record_number, report.words_sealed, extortion_words_place(report.id))
    return msgspec.json.decode(words, type=_Told)


def _own(day: datetime.date, told: _Told) -> OwnExtortion:
    return OwnExtortion(reported_on=day, number=told.number, when=told.when, said=told.said)


def _searches_with(session: Session, actor: Actor, report: ExtortionReport) -> tuple[int, int]:
    """In how many searches of one's own committee and of others the number was reported."""
    if report.number_digest is None:
        return 1, 0
    asked = (
        select(SearchRequest.committee_id, func.count(ExtortionReport.record_number.distinct()))
        .join(SearchRequest, SearchRequest.number == ExtortionReport.record_number)
        .where(ExtortionReport.number_digest == report.number_digest)
        .group_by(SearchRequest.committee_id)
    )
    counts: dict[uuid.UUID | None, int] = {row[0]: row[1] for row in session.execute(asked)}
    here = counts.pop(actor.organisation_id, 0)
    return here, sum(counts.values())
