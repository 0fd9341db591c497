"""An organisation reports whom it met, once; the street where somebody living stands stays with the organisation."""

import dataclasses
import datetime
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, select
from sqlalchemy.orm import Session

from matching.record import Event, MatchRecord, NameKind, PersonName, Phone, Place, PlacePrecision
from search.access import ANYONE, Actor
from search.commands import ReportFound
from search.documents import Description, FieldNote, Identifiers, PostMortem, Provenance, Whereabouts
from search.errors import AccessDenied, HeldBack, NotFound, Refused
from search.filing.coarse_places import coarse_for_people
from search.filing.reporting_found_persons import own_report_count, own_reports, store_reports
from search.models import FoundReport
from search.records.sections import read_section
from search.summaries import OwnReport
from search.vocabulary import LIVING_KINDS, Channel, ReportAgreement, ReportKind
from tests.search.scene import NOW, Scene, at, found, street

# What a witness saw is compared without its place.
LIVING, DEAD = sorted(LIVING_KINDS - {ReportKind.WITNESS}), sorted(set(ReportKind) - LIVING_KINDS)


@pytest.mark.parametrize(
    "little",
    [
        ReportFound(kind=ReportKind.SHELTER, found=Description(names=(PersonName("Husein", NameKind.AS_HEARD),))),
        ReportFound(
            kind=ReportKind.MORTUARY, found=Description(), identifiers=Identifiers(phones=(Phone("70001111"),))
        ),
    ],
    ids=["a name as heard", "a number on a scrap of paper"],
)
def test_a_fragment_is_enough(scene: Scene, little: ReportFound) -> None:
    assert scene.report(little, scene.sender_of(little.kind)).outcome == "accepted"


def test_a_report_that_says_nothing_is_refused(scene: Scene) -> None:
    with pytest.raises(Refused, match="report_says_nothing"):
        scene.report(ReportFound(kind=ReportKind.SHELTER, sender_number="7", found=Description()))
    assert count(scene) == 0


@pytest.mark.parametrize("known_by", [{"sender_number": "SH-7"}, {"origin": "key 7"}], ids=["number", "key"])
def test_the_same_report_sent_again_is_known(scene: Scene, known_by: dict[str, Any]) -> None:
    first = scene.report(found("Husein", **known_by))
    again = scene.report(found("Husein", channel=Channel.API, **known_by))
    assert (first.outcome, again.outcome) == ("accepted", "already_known")
    assert first.report_id == again.report_id
    assert count(scene) == 1


def test_a_newer_version_under_the_sender_s_number_updates_and_is_compared_again(scene: Scene) -> None:
    first = scene.report(found("Husein", sender_number="SH-7"))
    scene.match()
    newer = scene.report(found("Hussein Abdulkarim", sender_number="SH-7"))
    assert (newer.outcome, newer.report_id) == ("updated", first.report_id)
    row = report(scene)
    assert (row.revision, row.matched_version < row.version) == (2, True)
    assert own(scene)[0].found.names == (PersonName("Husein"), PersonName("Hussein Abdulkarim"))


def test_without_a_number_another_content_is_another_report(scene: Scene) -> None:
    scene.report(found("Husein"))
    scene.report(found("Husein", 3))
    assert count(scene) == 2


def test_two_organisations_may_use_the_same_number(scene: Scene) -> None:
    scene.report(found("Husein", sender_number="7"))
    scene.report(found("Somebody else", sender_number="7", kind=ReportKind.MORTUARY), scene.mortuary)
    assert count(scene) == 2


def test_of_two_different_people_of_one_number_in_a_file_the_second_is_held(scene: Scene) -> None:
    rows = (found("One", 1, sender_number="7"), found("Two", 2, sender_number="7"))
    with scene.database.transaction() as session:
        receipts = store_reports(session, organisation(scene.shelter), rows, now=NOW)
    assert [(one.outcome, one.question) for one in receipts] == [("accepted", ""), ("held", "number_twice")]
    assert [one.found.names[0].text for one in own(scene)] == ["One"]


def test_a_row_twice_in_a_file_is_stored_once(scene: Scene) -> None:
    rows = [found("One", 1, sender_number="7"), found("Two", 2, sender_number="8"), found("One", 1, sender_number="7")]
    with scene.database.transaction() as session:
        receipts = store_reports(session, organisation(scene.shelter), rows, now=NOW)
    assert [receipt.outcome for receipt in receipts] == ["accepted", "accepted", "already_known"]
    assert count(scene) == 2


@pytest.mark.parametrize("kind", LIVING)
def test_of_a_living_person_people_see_the_municipality_and_the_engine_the_street(
    scene: Scene, kind: ReportKind
) -> None:
    sender = scene.sender_of(kind)
    scene.report(located(kind), sender)
    shown = own(scene, sender)[0].found.event
    assert shown is not None
    assert shown.place == Place("", ("MX",), 14.9, -92.3, PlacePrecision.MUNICIPALITY)
    exact = at(street())
    with scene.database.reading() as session:
        number = report(scene).number
        whereabouts = read_section(session, number, Whereabouts)
        seen_by_engine = read_section(session, number, MatchRecord)
    assert whereabouts is not None
    assert whereabouts.found == exact
    assert seen_by_engine is not None
    assert seen_by_engine.event == exact


@pytest.mark.parametrize("kind", DEAD)
def test_of_a_body_the_place_of_recovery_is_exact(scene: Scene, kind: ReportKind) -> None:
    sender = scene.sender_of(kind)
    scene.report(located(kind), sender)
    assert own(scene, sender)[0].found.event == at(street())


def test_a_living_person_s_place_without_a_point_is_kept_as_a_country(scene: Scene) -> None:
    command = located(ReportKind.SHELTER)
    event = Event(place=Place("behind the church of Invented", ("GT",)))
    scene.report(dataclasses.replace(command, found=dataclasses.replace(command.found, event=event)))
    assert own(scene)[0].found.event == Event(place=Place(countries=("GT",)))


@pytest.mark.parametrize("kind", list(ReportKind))
def test_words_about_the_place_of_the_living_lie_with_the_whereabouts_and_of_the_dead_with_the_place(
    kind: ReportKind,
) -> None:
    note = FieldNote(field="description.event.place", words="behind the old harbour")
    other = FieldNote(field="description.birth", words="before Eid")
    command = ReportFound(kind=kind, found=Description(notes=(note, other)))
    kept = coarse_for_people(command)
    if kind not in LIVING_KINDS:
        assert kept == command
        return
    assert kept.found.notes == (other,)
    assert kept.whereabouts is not None
    assert kept.whereabouts.notes == (FieldNote(field="whereabouts.found.place", words="behind the old harbour"),)
    again = replace(kept, found=command.found)
    assert coarse_for_people(again) == kept


def test_what_the_sender_said_of_the_whereabouts_is_kept(scene: Scene) -> None:
    said = Whereabouts(present_place=Place("moved to Calle Cierta 9"), condition="tired")
    scene.report(dataclasses.replace(located(ReportKind.SHELTER), whereabouts=said))
    with scene.database.reading() as session:
        kept = read_section(session, report(scene).number, Whereabouts)
    assert kept == dataclasses.replace(said, found=at(street()))


@pytest.mark.parametrize("kind", [ReportKind.FORENSIC, ReportKind.MORTUARY, ReportKind.HOSPITAL, ReportKind.CONSULATE])
def test_a_shelter_files_no_report_of_another_kind_and_nothing_is_stored(scene: Scene, kind: ReportKind) -> None:
    with pytest.raises(Refused, match="kind_not_yours"):
        scene.report(located(kind))
    assert own(scene) == ()


def test_provenance_and_post_mortem_findings_are_kept_apart(scene: Scene) -> None:
    findings = PostMortem(cause="unknown", mortuary_number="M-7")
    day = datetime.date(2025, 6, 21)
    examined = found("X", kind=ReportKind.MORTUARY, sender_number="9", source_date=day, post_mortem=findings)
    scene.report(examined, scene.mortuary)
    with scene.database.reading() as session:
        assert read_section(session, report(scene).number, PostMortem) == findings
        assert read_section(session, report(scene).number, Provenance) == Provenance(sender_number="9", source_date=day)


def test_an_organisation_reads_its_own_reports_and_no_other_s(scene: Scene) -> None:
    scene.report(found("Husein", sender_number="SH-7"))
    scene.report(found("Somebody", 2, ReportKind.MORTUARY, sender_number="M-1"), scene.mortuary)
    assert [one.sender_number for one in own(scene)] == ["SH-7"]
    assert [one.sender_number for one in own(scene, scene.mortuary)] == ["M-1"]
    with scene.database.reading() as session:
        assert own_report_count(session, scene.mortuary) == 1


def test_own_reports_come_newest_first_in_pages_of_fifty(scene: Scene) -> None:
    rows = [found(f"Person {n}", n, sender_number=str(n)) for n in range(53)]
    with scene.database.transaction() as session:
        store_reports(session, organisation(scene.shelter), rows, now=NOW)
    with scene.database.reading() as session:
        pages = [own_reports(session, scene.shelter, page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 3, 0]
    assert [one.sender_number for page in pages for one in page] == [str(n) for n in reversed(range(53))]


@pytest.mark.parametrize("who", ["anyone", "reviewer"])
def test_only_organisations_report(scene: Scene, who: str) -> None:
    actor = ANYONE if who == "anyone" else scene.reviewers[0]
    with pytest.raises((AccessDenied, NotFound, Refused)):
        scene.report(found("Husein"), actor)
    assert count(scene) == 0


def test_a_report_without_a_number_is_looked_for_by_its_origin_alone(scene: Scene) -> None:
    rows = [numbered_or_not(n) for n in range(40)]
    with scene.database.transaction() as session:
        store_reports(session, organisation(scene.shelter), rows, now=NOW)
    read: list[object] = []
    with scene.database.transaction() as session, reports_asked_for(session) as statements:
        event.listen(session, "loaded_as_persistent", lambda _session, row: read.append(row))
        (receipt,) = store_reports(session, organisation(scene.shelter), rows[:1], now=NOW)
        (statement,) = statements
        plan = explained(session, statement) if session.get_bind().dialect.name == "sqlite" else ""
    assert receipt.outcome == "already_known"
    assert [row.id for row in read if isinstance(row, FoundReport)] == [receipt.report_id]
    if plan:
        assert "(organisation_id=? AND origin_digest=?" in plan


def test_as_many_reports_as_a_file_has_are_looked_for_by_few_statements(scene: Scene) -> None:
    rows = [numbered_or_not(n) for n in range(40)]
    with scene.database.transaction() as session, reports_asked_for(session) as statements:
        store_reports(session, organisation(scene.shelter), rows, now=NOW)
    assert len(statements) == 3


def test_refused_reports_say_no_word_of_what_was_sent(scene: Scene) -> None:
    first = scene.report(found("Secretname", 1, sender_number="X-7"))
    with pytest.raises(HeldBack) as caught:
        scene.report(found("Othername", 2, sender_number="X-7"))
    assert "name" not in repr(caught.value)
    assert str(caught.value) == f"number_used_again contradictions=birth names report_id={first.report_id}"


def numbered_or_not(number: int) -> ReportFound:
    known_by: dict[str, Any] = {"sender_number": str(number)} if number % 2 else {"origin": f"row {number}"}
    return found(f"Person {number}", number, **known_by)


def located(kind: ReportKind) -> ReportFound:
    command = found("Husein", kind=kind)
    return dataclasses.replace(command, found=dataclasses.replace(command.found, event=at(street())))


def organisation(actor: Actor) -> uuid.UUID:
    assert actor.organisation_id is not None
    return actor.organisation_id


def own(scene: Scene, actor: Actor | None = None) -> tuple[OwnReport, ...]:
    with scene.database.reading() as session:
        return own_reports(session, actor or scene.shelter)


def report(scene: Scene) -> FoundReport:
    with scene.database.reading() as session:
        return session.scalars(select(FoundReport)).one()


@contextmanager
def reports_asked_for(session: Session) -> Iterator[list[str]]:
    """The statements that read reports meanwhile."""
    asked: list[str] = []

    def note(_connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT") and "FROM records JOIN found_reports" in " ".join(statement.split()):
            asked.append(statement)

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def explained(session: Session, statement: str) -> str:
    """How the embedded database goes about a statement."""
    rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (1,) * statement.count("?"))
    return "\n".join(row[3] for row in rows)


def count(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(FoundReport)).scalar_one()


@pytest.mark.parametrize("agreed", [ReportAgreement.YES, ReportAgreement.NOT_ABLE, None])
def test_whoever_agrees_cannot_be_asked_or_was_not_is_reported(scene: Scene, agreed: ReportAgreement | None) -> None:
    assert scene.report(found("Husein", whereabouts=Whereabouts(agreed=agreed))).outcome == "accepted"


def test_whoever_does_not_want_to_be_reported_is_not(scene: Scene) -> None:
    with pytest.raises(Refused, match="person_said_no"):
        scene.report(found("Husein", whereabouts=Whereabouts(agreed=ReportAgreement.NO)))
    assert count(scene) == 0
