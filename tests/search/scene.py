"""An invented registry with committees, organisations and people to find, for the tests of the services."""

import datetime
import uuid
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.model import load_model
from matching.record import (
    Event,
    IdentityDocument,
    Mark,
    PartialDate,
    PersonName,
    Phone,
    Place,
    PlacePrecision,
    Sex,
)
from search.access import ANYONE, OPERATOR, Actor, ActorKind, clerk_of
from search.accounts.new_family_words import prepare_words
from search.accounts.organisations import find_or_add_organisation
from search.commands import EraseSearch, RegisterSearch, ReportFound
from search.documents import Contact, Description, Filing, Identifiers
from search.filing.registering_searches import import_searches, register_search
from search.filing.reporting_found_persons import report_found, store_reports
from search.models import Account, AccountRole, FoundReport, MatchProposal, Organisation, SearchRequest
from search.proposing.comparing import USUAL, ProposingPolicy
from search.proposing.storing_proposals import proposal_id
from search.proposing.worker import Worker
from search.storage.database import Database
from search.summaries import CaseFiled, ReportReceipt
from search.vocabulary import MAY_REPORT, ContactKind, OrganisationKind, ProposalState, ReportKind, StaffRole

NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)
REVIEWERS = 4
PRIOR = load_model().prior

# Invented people: a family's spelling, and how a clerk elsewhere wrote the same name.
PEOPLE = (
    ("ተስፋለም ኪዳነማርያም", "Tesfalem Kidanemariam"),
    ("حسين عبد الكريم الزبيري", "Hussein Abdulkarim Zubairi"),
    ("Wilmer Adalberto Quintanilla", "Wilmar Quintanilla"),
    ("Нурбек Токтосунов", "Nurbek Toktosunov"),
    ("Mariama Bailo Diallo", "Mariame Baïlo Jallow"),
    ("Xuseen Warsame Guuleed", "Hussein Warsame Guled"),
    ("Yessenia Maricruz Alvarenga", "Jessenia Maricrus Alvarenga"),
    ("فاطمة الزهراء بوزيان", "Fatima Zahra Bouziane"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Who plays. Each of the reviewers is another person of the same committee."""

    database: Database
    committee: uuid.UUID
    reviewers: tuple[Actor, ...]
    stranger: Actor
    shelter: Actor
    mortuary: Actor

    @property
    def shelter_id(self) -> uuid.UUID:
        """The shelter as an organisation."""
        return _known(self.shelter.organisation_id)

    def file(self, command: RegisterSearch, now: datetime.datetime = NOW) -> CaseFiled:
        """A family files a search."""
        words = prepare_words(command.language)
        with self.database.transaction() as session:
            return register_search(session, ANYONE, command, words, now=now)

    def report(self, command: ReportFound, actor: Actor | None = None, now: datetime.datetime = NOW) -> ReportReceipt:
        """An organisation, the shelter unless another is named, reports a person."""
        with self.database.transaction() as session:
            return report_found(session, actor or self.shelter, command, now=now)

    def sender_of(self, kind: ReportKind) -> Actor:
        """An organisation that may report from such a place, with nobody in it but whoever acts."""
        own = {ReportKind.OTHER, ReportKind.WITNESS}
        of = next(one for one, kinds in MAY_REPORT.items() if kind in (kinds if kind in own else kinds[:1]))
        with self.database.transaction() as session:
            organisation = find_or_add_organisation(session, f"Invented {of.value}", of)
            return clerk_of(organisation.id)

    def populate(self, people: int) -> None:
        """So many searches and as many reports of the same invented people, spelt in another way."""
        rows = [(*PEOPLE[n % len(PEOPLE)], n) for n in range(people)]
        searches = [sought(name, n, earlier_reference=f"R{n}") for name, _, n in rows]
        reports = [found(name, n, sender_number=f"S{n}") for _, name, n in rows]
        with self.database.transaction() as session:
            import_searches(session, OPERATOR, searches, now=NOW)
        with self.database.transaction() as session:
            store_reports(session, self.shelter_id, reports, now=NOW)

    def match(self, policy: ProposingPolicy = USUAL) -> int:
        """Compare all that waits; returns how many proposals are new or changed."""
        return Worker(self.database, lambda: NOW, policy).match_all().proposals

    def proposals(self) -> dict[uuid.UUID, tuple[float, str, list[list[object]]]]:
        """Weight, state and evidence of every proposal by its id."""
        with self.database.reading() as session:
            rows = session.scalars(select(MatchProposal)).all()
            return {row.id: (row.match_weight, row.state, row.evidence) for row in rows}

    def propose(self, weight: float = 12.0, *, kind: ReportKind = ReportKind.SHELTER, **changes: Any) -> uuid.UUID:
        """A pair that waits in the queue, put there without an engine; `changes` are of its search."""
        case = self.file(sought("Somebody Invented", **changes))
        sender = self.shelter if kind is ReportKind.SHELTER else self.sender_of(kind)
        receipt = self.report(found("Somebody Invented", kind=kind), actor=sender)
        with self.database.transaction() as session:
            request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
            report = session.scalars(select(FoundReport).where(FoundReport.id == receipt.report_id)).one()
            proposal = MatchProposal(
                id=proposal_id(request.id, report.id),
                request_number=request.number,
                report_number=report.number,
                committee_id=self.committee,
                match_weight=weight,
                match_probability=0.9,
                # What is told of a pair is the sum of its evidence, so the two must agree.
                evidence=[
                    ["names", "same", "agrees", round(weight - PRIOR + 2.0, 3)],
                    ["birth", "far", "disagrees", -2.0],
                ],
                engine_version="by hand",
                request_version=request.version,
                report_version=report.version,
                state=ProposalState.OPEN.value,
                entry_date=NOW,
            )
            session.add(proposal)
            return proposal.id


def make_scene(database: Database) -> Scene:
    """Organisations and accounts, without passwords: nobody signs in here."""
    with database.transaction() as session:
        names = {
            "Committee of Relatives (invented)": OrganisationKind.COMMITTEE,
            "Second Committee (invented)": OrganisationKind.COMMITTEE,
            "Casa Invented": OrganisationKind.SHELTER,
            "Morgue Invented": OrganisationKind.MORTUARY,
        }
        rows = [Organisation(id=uuid.uuid4(), name=name, kind=kind.value) for name, kind in names.items()]
        session.add_all(rows)
        session.flush()
        committee, second, shelter, mortuary = (row.id for row in rows)
        reviewers = [staff(ActorKind.REVIEWER, committee) for _ in range(REVIEWERS)]
        stranger = staff(ActorKind.REVIEWER, second)
        clerks = [staff(ActorKind.PARTNER, one) for one in (shelter, mortuary)]
        for number, actor in enumerate([*reviewers, stranger, *clerks]):
            role = "committee" if actor.kind is ActorKind.REVIEWER else "partner"
            session.add(
                Account(
                    id=actor.account_id,
                    organisation_id=actor.organisation_id,
                    role=role,
                    login=f"person{number}",
                    password_hash="",
                    shown_name=f"Reader {number}",
                )
            )
            session.flush()
            session.add_all(
                AccountRole(account_id=actor.account_id, role=one.value, given_at=NOW) for one in actor.roles
            )
    return Scene(database, committee, tuple(reviewers), stranger, *clerks)


def staff(kind: ActorKind, organisation_id: uuid.UUID) -> Actor:
    """A member of an organisation who does its work and coordinates nothing."""
    partners = {StaffRole.REPORTER, StaffRole.SHARED_READER}
    roles = frozenset({StaffRole.REVIEWER} if kind is ActorKind.REVIEWER else partners)
    return Actor(kind=kind, account_id=uuid.uuid4(), organisation_id=organisation_id, roles=roles)


def erasing(session: Session, case: CaseFiled) -> EraseSearch:
    """What a family sends that has typed its reference and its words again."""
    hashed = session.scalars(select(SearchRequest.passphrase_hash).where(SearchRequest.id == case.case_id)).one()
    return EraseSearch(case_id=case.case_id, typed=case.reference, proven=hashed)


def family_of(case: CaseFiled) -> Actor:
    """The family that filed a case."""
    return Actor(kind=ActorKind.FAMILY, case_id=case.case_id)


def sought(name: str, number: int = 0, **changes: Any) -> RegisterSearch:
    """A search for an invented person; `number` varies birth, phone and mark."""
    filing = Filing(
        enquirer_names=(PersonName(f"Mother of {name}"),),
        contacts=(Contact(kind=ContactKind.PHONE, value=f"+5036100{number:04}"),),
        control_facts=("the door was blue",),
    )
    person = _person(name, number, datetime.date(2025, 6, 1))
    command = RegisterSearch(sought=person, identifiers=_numbers(number), filing=filing)
    return replace(command, **changes) if changes else command


def found(name: str, number: int = 0, kind: ReportKind = ReportKind.SHELTER, **changes: Any) -> ReportFound:
    """A report of an invented person, numbered by its sender when `sender_number` is given."""
    command = ReportFound(
        kind=kind, found=_person(name, number, datetime.date(2025, 6, 20)), identifiers=_numbers(number)
    )
    return replace(command, **changes) if changes else command


def at(place: Place) -> Event:
    """A finding at a place."""
    day = datetime.date(2025, 6, 20)
    return Event(when=PartialDate(day, day), place=place)


def street() -> Place:
    """An address as a clerk writes it."""
    return Place("Calle Falsa 7, Tapachula", ("MX",), 14.90347, -92.25744, PlacePrecision.POINT)


def phone_of(number: int) -> str:
    """The phone of an invented person; no two are one wrong digit apart."""
    return f"+503{71_234_567 + number * 7_654_321 % 8_765_413:08}"


def document_of(number: int) -> str:
    """The passport of an invented person."""
    return f"P{100_000 + number * 765_431 % 899_981:06}"


def _person(name: str, number: int, day: datetime.date) -> Description:
    born = datetime.date(1980 + number % 25, 1 + number % 12, 1 + number % 28)
    return Description(
        names=(PersonName(name),),
        sex=Sex.MALE,
        birth=PartialDate(born, born),
        nationalities=("SV",),
        event=Event(when=PartialDate(day, day), place=Place("Tapachula", ("MX",), 14.9, -92.3)),
        marks=(Mark("scar", "forearm", "left"),),
    )


def _numbers(number: int) -> Identifiers:
    return Identifiers(
        phones=(Phone(phone_of(number)),), documents=(IdentityDocument(document_of(number), "passport", "SV"),)
    )


def _known(identifier: uuid.UUID | None) -> uuid.UUID:
    assert identifier is not None
    return identifier
