"""Invented people who travelled together, and the keys that bring them together again."""

import datetime
import uuid
from typing import Any

from sqlalchemy import insert, select

from matching.record import Event, PartialDate, PersonName, Place, PlacePrecision
from search.access import OPERATOR, Actor
from search.commands import OpenGroup, RegisterSearch, ReportFound
from search.documents import Description, Identifiers, Journey
from search.groups.incident_import import regroup
from search.models import FoundReport, Incident, MatchProposal, Organisation, Record, SearchRequest
from search.proposing.storing_proposals import proposal_id
from search.review.group_view import open_group
from search.summaries import GroupSummary
from search.vocabulary import OrganisationKind, ProposalState, ReportKind
from tests.search.scene import NOW, PRIOR, Scene

DAY = datetime.date(2025, 6, 10)
ZUWARA = Place("Zuwara", ("LY",), 32.93, 12.08, PlacePrecision.MUNICIPALITY)
LAMPEDUSA = Place("Lampedusa", ("IT",), 35.5, 12.6, PlacePrecision.MUNICIPALITY)
OFF_ZUWARA = Place("off Zuwara", ("LY",), 33.3, 12.2, PlacePrecision.POINT)
# A family's spelling, and how the name was written on the other side.
TESFALEM, TESFALEM_HEARD = "ተስፋለም ኪዳነማርያም", "Tesfalem Kidanemariam"
YESSENIA, YESSENIA_HEARD = "Yessenia Maricruz Alvarenga", "Jessenia Maricrus Alvarenga"
NURBEK, NURBEK_HEARD = "Нурбек Токтосунов", "Nurbek Toktosunov"


def person(name: str, *, place: Place = ZUWARA, day: datetime.date = DAY, **journey: Any) -> Description:
    """Somebody with a name, an event, and what is known of the journey."""
    companions = tuple(PersonName(one) for one in journey.pop("companions", ()))
    return Description(
        names=(PersonName(name),) if name else (),
        event=Event(PartialDate(day, day), place),
        journey=Journey(companions=companions, **journey),
    )


def seek(scene: Scene, name: str, **said: Any) -> int:
    """A family files a search; returns its row's number."""
    case = scene.file(RegisterSearch(sought=person(name, **said), identifiers=Identifiers()))
    return number_of(scene, case.case_id)


def find(scene: Scene, name: str, kind: ReportKind = ReportKind.SHELTER, **said: Any) -> int:
    """An organisation reports somebody; returns its row's number."""
    actor = scene.mortuary if kind is ReportKind.MORTUARY else scene.shelter
    receipt = scene.report(ReportFound(kind=kind, found=person(name, **said)), actor)
    return number_of(scene, receipt.report_id)


def number_of(scene: Scene, identifier: uuid.UUID) -> int:
    """The row's number of a record."""
    with scene.database.reading() as session:
        return session.scalars(select(Record.number).where(Record.id == identifier)).one()


def bring_together(scene: Scene) -> None:
    """Give every record its group keys."""
    last: int | None = 0
    while last is not None:
        with scene.database.transaction() as session:
            last = regroup(session, OPERATOR, after=last)


def shipwreck(scene: Scene, name: str = "2025.INV0001", **changes: Any) -> None:
    """An invented incident off Zuwara."""
    said = {
        "source_id": name, "first_day": DAY, "last_day": DAY, "latitude": 33.2, "longitude": 12.1,
        "place": "20 km off Zuwara, Libya", "route": "Central Mediterranean", "region": "Mediterranean", "origins": "",
        "dead": 3, "missing": 40, "survivors": None, "source": "Invented Gazette",
    }  # fmt: skip
    with scene.database.transaction() as session:
        session.execute(insert(Incident), [{**said, **changes}])


def pair(scene: Scene, request: int, report: int, weight: float = 12.0) -> uuid.UUID:
    """A search and a report proposed to the committee of the search."""
    with scene.database.transaction() as session:
        search = session.get_one(SearchRequest, request)
        other = session.get_one(FoundReport, report)
        proposal = MatchProposal(
            id=proposal_id(search.id, other.id),
            request_number=request,
            report_number=report,
            committee_id=search.committee_id,
            match_weight=weight,
            match_probability=0.9,
            evidence=[["names", "same", "agrees", round(weight - PRIOR, 3)]],
            engine_version="by hand",
            request_version=search.version,
            report_version=other.version,
            state=ProposalState.OPEN.value,
            entry_date=NOW,
        )
        session.add(proposal)
        return proposal.id


def give_to(scene: Scene, request: int, committee: uuid.UUID) -> None:
    """Let another committee read a search."""
    with scene.database.transaction() as session:
        session.get_one(SearchRequest, request).committee_id = committee


def another_committee(scene: Scene) -> uuid.UUID:
    """The committee that has nothing to do with the reviewers."""
    with scene.database.reading() as session:
        committees = select(Organisation.id).where(Organisation.kind == OrganisationKind.COMMITTEE.value)
        return next(one for one in session.scalars(committees) if one != scene.committee)


def opened(scene: Scene, proposal: uuid.UUID, actor: Actor | None = None) -> GroupSummary:
    """The group of a pair as a reviewer reads it."""
    with scene.database.transaction() as session:
        return open_group(session, actor or scene.reviewers[0], OpenGroup(proposal_id=proposal), now=NOW)
