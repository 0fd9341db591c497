"""An organisation erases its own report: of a living person at once, of a body only when a second person agrees."""

import datetime
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from search.access import OPERATOR, Actor
from search.accounts.account_ending import disable_account
from search.accounts.reading_limits import ERASURES_AN_HOUR
from search.commands import DeclineErasure, EraseReport, ImportSheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.erasing.erasing_reports import decline_erasure, erase_report, read_report_to_erase
from search.erasing.erasure_summaries import ErasureStep
from search.errors import AccessDenied, NotFound, Refused, TooManyAttempts
from search.filing.case_view import read_case
from search.filing.reporting_found_persons import own_report_count, own_reports
from search.filing.sheet_storing import import_sheet, preview_sheet
from search.models import Account, Alarm, ErasureRequest, Record
from search.vocabulary import ReportKind
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought

LATER = NOW + datetime.timedelta(days=7)
# The alarms that there are after so many.
ALARMS_AFTER = {7: [], 8: ["erasures_near"], 9: ["erasures_near"], 10: ["erasures_near", "erasures_reached"]}
SHEET = ImportSheet(filename="people.csv", content=b"Case number;Name;Sex\nS1;Tesfalem Kidane;m\nS2;Hiwet Abraha;f\n")


def test_a_living_persons_report_is_erased_once_its_number_was_typed(scene: Scene) -> None:
    report = scene.report(found("Tesfalem", sender_number="S-1")).report_id
    with pytest.raises(Refused):
        erase(scene, scene.shelter, report, "S-2")
    assert erase(scene, scene.shelter, report, "s1") is ErasureStep.ERASED
    assert erased(scene, report)


def test_erasing_one_by_one_is_told_and_ends_at_the_bound_and_the_operator_goes_on(scene: Scene) -> None:
    reports = [scene.report(found(f"Person {n}", n, sender_number=f"S-{n}")).report_id for n in range(12)]
    for number in range(ERASURES_AN_HOUR):
        erase(scene, scene.shelter, reports[number], f"S-{number}")
        assert alarms(scene) == ALARMS_AFTER.get(number + 1, [])
        assert few_left(scene, reports[11]) == (ERASURES_AN_HOUR - number - 1 if number >= 7 else None)
    with pytest.raises(TooManyAttempts, match="erasures_used") as stopped:
        erase(scene, scene.shelter, reports[10], "S-10")
    assert stopped.value.params["seconds"] == 60 * 60
    assert not erased(scene, reports[10])
    assert erase(scene, OPERATOR, reports[10], "S-10") is ErasureStep.ERASED
    with scene.database.transaction() as session:
        soon = NOW + datetime.timedelta(hours=1)
        erase_report(session, scene.shelter, EraseReport(report_id=reports[11], typed="S-11"), now=soon)


def test_bodies_are_not_counted_because_two_people_agree(scene: Scene) -> None:
    second = colleague(scene, scene.mortuary)
    many = range(ERASURES_AN_HOUR + 1)
    body = {"kind": ReportKind.MORTUARY}
    reports = [scene.report(found(f"B {n}", n, sender_number=f"B-{n}", **body), scene.mortuary).report_id for n in many]
    for number, report in enumerate(reports):
        erase(scene, scene.mortuary, report, f"B-{number}")
        assert erase(scene, second, report, f"B-{number}") is ErasureStep.ERASED
    assert alarms(scene) == []
    assert few_left(scene, reports[0]) is None


def test_a_body_needs_a_second_person_of_the_same_organisation(scene: Scene) -> None:
    report = scene.report(found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"), scene.mortuary).report_id
    assert erase(scene, scene.mortuary, report, "B-1") is ErasureStep.ASKED
    with pytest.raises(AccessDenied):
        erase(scene, scene.mortuary, report, "B-1")
    assert not erased(scene, report)
    second = colleague(scene, scene.mortuary)
    with scene.database.reading() as session:
        seen = read_report_to_erase(session, second, report, now=NOW)
    assert (seen.needs_two, seen.asked_by_me, seen.asked_at) == (True, False, NOW)
    assert erase(scene, second, report, "B-1") is ErasureStep.ERASED
    assert erased(scene, report)


def test_what_an_account_asked_that_was_ended_since_is_void(scene: Scene) -> None:
    report = scene.report(found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"), scene.mortuary).report_id
    erase(scene, scene.mortuary, report, "B-1")
    with scene.database.transaction() as session:
        thief = session.get_one(Account, scene.mortuary.account_id)
        disable_account(session, OPERATOR, thief.login, now=NOW)
    assert erase(scene, colleague(scene, scene.mortuary), report, "B-1") is ErasureStep.ASKED
    assert not erased(scene, report)


def test_the_second_person_may_say_no_and_the_report_stays(scene: Scene) -> None:
    report = scene.report(found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"), scene.mortuary).report_id
    erase(scene, scene.mortuary, report, "B-1")
    second = colleague(scene, scene.mortuary)
    with scene.database.transaction() as session:
        request = session.scalars(select(ErasureRequest.id)).one()
        with pytest.raises(NotFound):
            decline_erasure(session, scene.shelter, DeclineErasure(request_id=request), now=NOW)
        decline_erasure(session, second, DeclineErasure(request_id=request), now=NOW)
    with scene.database.reading() as session:
        assert read_report_to_erase(session, scene.mortuary, report, now=NOW).asked_at is None
    assert not erased(scene, report)


def test_a_program_with_a_token_asks_for_no_body(scene: Scene) -> None:
    report = scene.report(found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"), scene.mortuary).report_id
    with pytest.raises(Refused):
        erase(scene, replace(scene.mortuary, account_id=None), report, "B-1")


@pytest.mark.parametrize("kind", [ReportKind.SHELTER, ReportKind.MORTUARY])
def test_anothers_report_looks_like_one_that_is_not_there(scene: Scene, kind: ReportKind) -> None:
    owner, other = scene.shelter, scene.mortuary
    if kind is ReportKind.MORTUARY:
        owner, other = other, owner
    report = scene.report(found("Tesfalem", kind=kind, sender_number="S1"), owner).report_id
    for identifier in (report, uuid.uuid4()):
        with pytest.raises(NotFound, match="not_found"), scene.database.reading() as session:
            read_report_to_erase(session, other, identifier, now=NOW)
        with pytest.raises(NotFound, match="not_found"):
            erase(scene, other, identifier, "S1")
    assert not erased(scene, report)


def test_the_operator_erases_any_report(scene: Scene) -> None:
    for kind, owner in ((ReportKind.SHELTER, scene.shelter), (ReportKind.MORTUARY, scene.mortuary)):
        report = scene.report(found("Tesfalem", kind=kind, sender_number=kind.value), owner).report_id
        assert erase(scene, OPERATOR, report, kind.value) is ErasureStep.ERASED


def test_what_a_family_counts_does_not_go_down_when_a_report_is_erased(scene: Scene) -> None:
    case = scene.file(sought(PEOPLE[0][0]))
    reports = [scene.report(found(PEOPLE[0][1], sender_number=f"S{n}", number=n)).report_id for n in range(2)]
    scene.match()
    before = view(scene, family_of(case), case.case_id)
    erase(scene, scene.shelter, reports[0], "S0")
    scene.match()
    assert view(scene, family_of(case), case.case_id) == before


def test_the_organisation_no_longer_lists_it(scene: Scene) -> None:
    report = scene.report(found("Tesfalem", sender_number="S1")).report_id
    scene.report(found("Hiwet", 1, sender_number="S2"))
    erase(scene, scene.shelter, report, "S1")
    with scene.database.reading() as session:
        assert own_report_count(session, scene.shelter) == 1
        assert [one.sender_number for one in own_reports(session, scene.shelter)] == ["S2"]


def test_a_sheet_that_is_sent_again_does_not_bring_it_back_and_says_so(scene: Scene, tmp_path: Path) -> None:
    places = Confinement(Slots(tmp_path))
    assert import_sheet(scene.database, places, scene.shelter, SHEET, clock=lambda: NOW).accepted == 2
    with scene.database.reading() as session:
        listed = {one.sender_number: one.report_id for one in own_reports(session, scene.shelter)}
    erase(scene, scene.shelter, listed["S1"], "S1")
    foreseen = preview_sheet(scene.database, places, scene.shelter, SHEET, today=NOW.date())
    receipt = import_sheet(scene.database, places, scene.shelter, SHEET, clock=lambda: LATER)
    assert (foreseen.accepted, foreseen.already_known, len(foreseen.refused)) == (0, 1, 1)
    assert (receipt.accepted, receipt.already_known, receipt.refused) == (0, 1, 1)
    assert [(one.outcome, one.reason) for one in receipt.outcomes] == [
        ("refused", "report_was_erased"), ("already_known", ""),
    ]  # fmt: skip


def test_a_single_report_that_is_sent_again_is_refused(scene: Scene) -> None:
    for command in (found("Tesfalem", sender_number="S1"), found("Hiwet", 1)):
        report = scene.report(command).report_id
        with scene.database.reading() as session:
            number = read_report_to_erase(session, scene.shelter, report, now=NOW).number_to_type
        erase(scene, scene.shelter, report, number)
        with pytest.raises(Refused, match="report_was_erased"):
            scene.report(command)
    with scene.database.reading() as session:
        assert session.execute(select(func.count()).select_from(Record)).scalar_one() == 2


def erase(scene: Scene, actor: Actor, report: uuid.UUID, typed: str) -> ErasureStep:
    with scene.database.transaction() as session:
        return erase_report(session, actor, EraseReport(report_id=report, typed=typed), now=NOW)


def alarms(scene: Scene) -> list[str]:
    with scene.database.reading() as session:
        return sorted(session.scalars(select(Alarm.kind)))


def few_left(scene: Scene, report: uuid.UUID) -> int | None:
    with scene.database.reading() as session:
        try:
            return read_report_to_erase(session, scene.shelter, report, now=NOW).few_left
        except NotFound:
            return None


def erased(scene: Scene, report: uuid.UUID) -> bool:
    with scene.database.reading() as session:
        return session.scalars(select(Record.erased_at).where(Record.id == report)).one() is not None


def view(scene: Scene, family: Actor, case: uuid.UUID) -> object:
    with scene.database.transaction() as session:
        return read_case(session, family, case, now=NOW)


def colleague(scene: Scene, of: Actor) -> Actor:
    """Another person of the same organisation."""
    identifier = uuid.uuid4()
    with scene.database.transaction() as session:
        session.add(
            Account(id=identifier, organisation_id=of.organisation_id, role="partner", login="second", password_hash="")
        )
    return replace(of, account_id=identifier)
