"""What hangs on records without an anchor of its own: keys that open, how far each was compared, signed marks."""

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from search.accounts.audit_walk import verify_chain
from search.accounts.record_checks import Told, faulty_marks
from search.models import (
    ErasedMark,
    FoundReport,
    PackedRecord,
    Record,
    RecordKey,
    RegistryClock,
    ReportRevision,
    SearchRequest,
    Section,
    StagedRow,
)
from search.records.erased_marks import mark_signature
from tests.search.accounts.lived_in import Lived
from tests.search.accounts.tamperings import unbind
from tests.search.scene import Scene


def found(session: Session) -> set[tuple[str, str]]:
    return {(fault.code, fault.place) for fault in verify_chain(session).faults}


def one_that_is_kept(session: Session) -> int:
    return session.scalars(select(SearchRequest.number).where(SearchRequest.erased_at.is_(None))).all()[0]


def test_a_key_that_is_gone_or_of_another_record_is_named(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        number = one_that_is_kept(session)
        others = session.scalars(select(RecordKey.wrapped).where(RecordKey.record_number != number)).all()
        session.execute(update(RecordKey).where(RecordKey.record_number == number).values(wrapped=others[0]))
        assert found(session) == {("key_missing", f"search_requests {number}")}
        session.execute(delete(RecordKey).where(RecordKey.record_number == number))
        assert found(session) == {("key_missing", f"search_requests {number}")}


def test_the_key_of_a_report_that_is_held_back_as_if_its_file_were_on_its_way_is_missing(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        unbind(session)
        kept = select(FoundReport.number).where(FoundReport.erased_at.is_(None))
        number = session.scalars(kept.order_by(FoundReport.number)).all()[0]
        key = session.get_one(RecordKey, number)
        row = {"batch_id": lived.scene.committee, "place": 0, "sheet_row": 1, "outcome": "accepted"}
        held = {"record_number": number, "master": key.master, "wrapped": key.wrapped}
        session.execute(insert(StagedRow), [row | held])
        session.execute(delete(RecordKey).where(RecordKey.record_number == number))
        assert found(session) == {("key_missing", f"found_reports {number}")}


def test_a_record_that_is_said_to_have_met_others_whom_it_did_not_meet_is_named(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        number = one_that_is_kept(session)
        session.execute(update(Record).where(Record.number == number).values(matched_version=99))
        assert found(session) == {("compared_otherwise", f"search_requests {number}")}


def test_a_clock_that_is_behind_a_record_is_named(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        session.execute(update(RegistryClock).values(value=1))
        assert found(session) == {("clock_behind", "registry_clock")}


def test_a_section_of_no_record_or_of_a_revision_that_no_file_holds_back_is_named(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        unbind(session)
        number = one_that_is_kept(session)
        later = {"record_number": number, "kind": "description", "revision": 9, "sealed": b"x"}
        session.execute(insert(Section), [later, later | {"record_number": 10**6}])
        assert found(session) == {("row_unknown", f"sections {number}"), ("row_unknown", "sections 1000000")}


def test_who_made_a_revision_is_held_with_its_report(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        unbind(session)
        made = session.scalars(select(ReportRevision).order_by(ReportRevision.record_number)).first()
        assert made is not None
        row = {one.key: getattr(made, one.key) for one in ReportRevision.__table__.columns}
        later = {**row, "revision": 9}
        session.execute(insert(ReportRevision), [later, later | {"record_number": 10**6}])
        number = row["record_number"]
        unknown = {("row_unknown", f"report_revisions {number}"), ("row_unknown", "report_revisions 1000000")}
        assert found(session) == unknown


def test_a_mark_that_is_gone_or_that_nobody_signed_is_named(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        marks = session.scalars(select(ErasedMark.digest)).all()
        session.execute(delete(ErasedMark).where(ErasedMark.digest == marks[0]))
        assert found(session) == {("row_missing", "erased_marks, 1 of them")}
        session.execute(update(ErasedMark).where(ErasedMark.digest == marks[1]).values(digest=5))
        assert found(session) == {("row_missing", "erased_marks, 2 of them"), ("row_unknown", "erased_marks 5")}


def test_a_signed_mark_of_which_no_entry_tells_is_one_too_many(scene: Scene) -> None:
    with scene.database.reading() as session:
        session.execute(insert(ErasedMark), [{"digest": 5, "signature": mark_signature(scene.database.vault, 5)}])
        faults = list(faulty_marks(session, scene.database.vault, Told()))
    assert [(fault.code, fault.place) for fault in faults] == [("row_unknown", "erased_marks, 1 of them")]


def test_what_is_made_anew_anyway_may_be_taken_away(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        session.execute(delete(PackedRecord))
        assert found(session) == set()
