"""Records that their home registry wants forgotten: at that time they are compared with nobody any more.

What the sender says later of the record, with a later time or none, opens it again. A family's own search never ends
by itself.
"""

import datetime
import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.accounts.alarms import raise_alarm, raise_alarm_about_programs
from search.models import Account, FoundReport, Organisation
from search.records.change_numbers import next_version
from search.records.chunks import chunks
from search.records.sections import vault_of
from search.records.sender_numbers import number_digests
from search.sheets.sheet_reading import SheetReading
from search.vocabulary import AlarmKind

# So many that files ended within a day are told to the coordinators.
MANY_ENDED = 10
_A_DAY = datetime.timedelta(hours=24)


def end_or_extend(
    session: Session,
    organisation_id: uuid.UUID,
    reading: SheetReading,
    account_id: uuid.UUID | None,
    *,
    now: datetime.datetime,
) -> None:
    """End the sender's reports that its file ends, and keep until when those are kept that it speaks of again.

    The coordinators are told where files ended many within a day: so few lines silence all that was ever sent.
    """
    ended = reports_of_numbers(session, organisation_id, reading.ended)
    for report in ended.values():
        report.withdrawn_at, report.expiry_date = report.withdrawn_at or now, now
    if ended:
        session.flush()
        _tell_of_many(session, organisation_id, account_id, now)
    told = {row.report.sender_number: row.report.expires for row in reading.rows if row.report.sender_number}
    if not any(told.values()) and not _some_expire(session, organisation_id):
        return
    again: list[FoundReport] = []
    for number, report in reports_of_numbers(session, organisation_id, tuple(told)).items():
        if report.withdrawn_at is not None and report.expiry_date is not None and report.expiry_date <= now:
            again.append(report)
        report.expiry_date = told[number]
    _open_again(session, again)


def reports_of_numbers(session: Session, organisation_id: uuid.UUID, numbers: Sequence[str]) -> dict[str, FoundReport]:
    """The organisation's reports that are known by these numbers of its own."""
    vault = vault_of(session)
    by_digest = {digest: number for number in numbers for digest in number_digests(vault, number)}
    found: dict[str, FoundReport] = {}
    mine = FoundReport.organisation_id == organisation_id, FoundReport.erased_at.is_(None)
    for chunk in chunks(sorted(by_digest)):
        asked = select(FoundReport).where(*mine, FoundReport.sender_number_digest.in_(chunk))
        for report in session.scalars(asked):
            if report.sender_number_digest is not None:
                found[by_digest[report.sender_number_digest]] = report
    return found


def _tell_of_many(
    session: Session, organisation_id: uuid.UUID, account_id: uuid.UUID | None, now: datetime.datetime
) -> None:
    mine = FoundReport.organisation_id == organisation_id, FoundReport.expiry_date <= now
    lately = select(func.count()).select_from(FoundReport).where(*mine, FoundReport.withdrawn_at > now - _A_DAY)
    if session.execute(lately).scalar_one() < MANY_ENDED:
        return
    locked = {"key_share": True}
    if account_id is None:
        organisation = session.get_one(Organisation, organisation_id, with_for_update=locked)
        raise_alarm_about_programs(session, AlarmKind.RECORDS_ENDED, organisation, now=now)
    else:
        account = session.get_one(Account, account_id, with_for_update=locked)
        raise_alarm(session, AlarmKind.RECORDS_ENDED, account, now=now)


def _some_expire(session: Session, organisation_id: uuid.UUID) -> bool:
    mine = FoundReport.organisation_id == organisation_id, FoundReport.expiry_date.is_not(None)
    return session.scalars(select(FoundReport.number).where(*mine).limit(1)).first() is not None


def _open_again(session: Session, reports: Iterable[FoundReport]) -> None:
    for report in reports:
        report.withdrawn_at, report.version = None, next_version(session)
