"""A committee reads who seems to have travelled with the people of a pair, and nothing that is not open to it."""

import uuid

import pytest
from sqlalchemy import select

from matching.record import Place
from search.commands import OpenGroup
from search.documents import Description
from search.errors import AccessDenied, NotFound
from search.models import AuditEntry, Record
from search.review.group_view import MOST_MEMBERS, open_group
from search.vocabulary import ReportKind
from tests.search.scene import NOW, Scene
from tests.search.travellers import (
    DAY,
    LAMPEDUSA,
    NURBEK,
    NURBEK_HEARD,
    OFF_ZUWARA,
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    YESSENIA_HEARD,
    another_committee,
    bring_together,
    find,
    give_to,
    opened,
    pair,
    seek,
    shipwreck,
)


@pytest.fixture
def search(scene: Scene) -> int:
    return seek(scene, YESSENIA, companions=[TESFALEM])


@pytest.fixture
def report(scene: Scene) -> int:
    return find(scene, "", ReportKind.MORTUARY, place=OFF_ZUWARA)


@pytest.fixture
def proposal(scene: Scene, search: int, report: int) -> uuid.UUID:
    return pair(scene, search, report)


def test_the_incident_that_both_sides_are_near_is_told_as_published(scene: Scene, proposal: uuid.UUID) -> None:
    shipwreck(scene)
    shipwreck(scene, "long ago", first_day=DAY.replace(year=2020), last_day=DAY.replace(year=2020))
    group = opened(scene, proposal)
    (incident,) = group.incidents
    assert (incident.first_day, incident.place, incident.dead, incident.missing, incident.survivors) == (
        DAY, "20 km off Zuwara, Libya", 3, 40, None,
    )  # fmt: skip
    assert group.near_both
    assert group.sought_name == YESSENIA


def test_without_one_near_both_those_near_the_last_contact_are_told_apart(scene: Scene, search: int) -> None:
    shipwreck(scene)
    far_away = find(scene, YESSENIA_HEARD, place=LAMPEDUSA)
    group = opened(scene, pair(scene, search, far_away))
    assert [one.source_id for one in group.incidents] == ["2025.INV0001"]
    assert not group.near_both


def test_the_strongest_reason_comes_first_and_each_is_told(scene: Scene, proposal: uuid.UUID) -> None:
    shipwreck(scene)
    seek(scene, NURBEK)
    seek(scene, TESFALEM, companions=[YESSENIA_HEARD])
    bring_together(scene)
    group = opened(scene, proposal)
    assert [[reason.value for reason in member.reasons] for member in group.members] == [
        ["names_each_other", "same_incident"],
        ["same_incident"],
    ]
    assert [member.description.names[0].text for member in group.members] == [TESFALEM, NURBEK]
    assert all(member.reference for member in group.members)


def test_another_committees_searches_show_only_that_there_are_some(scene: Scene, proposal: uuid.UUID) -> None:
    other = seek(scene, TESFALEM, companions=[YESSENIA_HEARD])
    give_to(scene, other, another_committee(scene))
    bring_together(scene)
    group = opened(scene, proposal)
    assert (group.members, group.elsewhere_searches) == ((), 1)
    assert TESFALEM not in repr(group)


def test_a_report_is_shown_when_a_pair_of_the_committee_holds_it_and_counted_else(
    scene: Scene, proposal: uuid.UUID
) -> None:
    hidden = find(scene, TESFALEM_HEARD)
    group = opened(scene, proposal)
    assert (group.members, group.elsewhere_reports) == ((), 1)
    companion = seek(scene, TESFALEM, place=LAMPEDUSA)
    known = pair(scene, companion, hidden)
    group = opened(scene, proposal)
    (search,) = (member for member in group.members if member.report_kind is None)
    (report,) = (member for member in group.members if member.report_kind is not None)
    assert [name.text for name in search.description.names] == [TESFALEM]
    assert (report.report_kind, report.proposal_id, group.elsewhere_reports) == (ReportKind.SHELTER, known, 0)
    assert [name.text for name in report.description.names] == [TESFALEM_HEARD]


def test_the_exact_place_of_a_living_person_is_not_part_of_a_group(scene: Scene, proposal: uuid.UUID) -> None:
    street = Place("Calle Falsa 7, Zuwara", ("LY",), 32.93456, 12.08123)
    hidden = find(scene, TESFALEM_HEARD, place=street)
    pair(scene, seek(scene, TESFALEM, place=LAMPEDUSA), hidden)
    bring_together(scene)
    group = opened(scene, proposal)
    assert group.members
    assert "Calle Falsa" not in repr(group)
    assert "32.93456" not in repr(group)


def test_withdrawn_searches_belong_to_no_group(scene: Scene, proposal: uuid.UUID) -> None:
    other = seek(scene, TESFALEM)
    bring_together(scene)
    with scene.database.transaction() as session:
        session.get_one(Record, other).withdrawn_at = NOW
    group = opened(scene, proposal)
    assert (group.members, group.elsewhere_searches) == ((), 0)


def test_a_group_has_an_end(scene: Scene, proposal: uuid.UUID) -> None:
    shipwreck(scene)
    for _ in range(MOST_MEMBERS + 3):
        seek(scene, "")
    bring_together(scene)
    group = opened(scene, proposal)
    assert (len(group.members), group.left_out) == (MOST_MEMBERS, 3)
    assert group.members[0].description != Description()


def test_opening_is_audited_with_counts(scene: Scene, proposal: uuid.UUID) -> None:
    opened(scene, proposal)
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "open_group")).one()
    counts = {name: entry.detail[name] for name in ("members", "incidents")}
    assert (entry.subject_id, counts) == (str(proposal), {"members": 0, "incidents": 0})


def test_a_group_of_another_committee_looks_like_a_missing_one(scene: Scene, proposal: uuid.UUID) -> None:
    for asked in (proposal, uuid.uuid4()):
        with pytest.raises(NotFound), scene.database.transaction() as session:
            open_group(session, scene.stranger, OpenGroup(proposal_id=asked), now=NOW)
    with pytest.raises((AccessDenied, NotFound)), scene.database.transaction() as session:
        open_group(session, scene.shelter, OpenGroup(proposal_id=proposal), now=NOW)


def test_the_names_of_the_report_count_as_well(scene: Scene, search: int) -> None:
    report = find(scene, YESSENIA_HEARD, companions=[NURBEK_HEARD])
    seek(scene, NURBEK, place=LAMPEDUSA)
    bring_together(scene)
    group = opened(scene, pair(scene, search, report))
    assert [[reason.value for reason in member.reasons] for member in group.members] == [["named_by_this_person"]]
