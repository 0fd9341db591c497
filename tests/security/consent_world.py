"""A search that says a marker in each part of it, one organisation that may be answered about, and all its doors."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select, update

from matching.record import Effect, IdentityDocument, NameKind, PersonName, Phone, PhoneRole
from search.access import ANYONE, OPERATOR, Actor, ActorKind, TokenScope
from search.accounts.new_family_words import prepare_words
from search.accounts.sessions import open_family_session
from search.commands import RegisterSearch
from search.consents import Receiver
from search.documents import Contact, EarlierReport, Filing, Identifiers, Journey, Medical
from search.files.shared_searches_json import json_lines
from search.filing.record_photos import add_photo
from search.filing.registering_searches import register_search
from search.filing.reporting_found_persons import report_found
from search.filing.shared_searches import export_shared_searches
from search.models import FoundReport, MatchProposal, Organisation, SearchRequest
from search.proposing.storing_proposals import proposal_id
from search.summaries import CaseFiled
from search.vocabulary import (
    MAY_REPORT,
    ConsentPurpose,
    ContactKind,
    OrganisationKind,
    PhotoUse,
    ProposalState,
    StateRun,
)
from tests.fixtures.portals import NOW
from tests.fixtures.staff import COMMITTEE, add_staff, signed_in, token_of
from tests.fixtures.visitor import Visitor
from tests.search.photos.kept_photos import photo_for
from tests.search.scene import found, sought
from web.api import create_api_application
from web.committee import create_committee
from web.context import Context
from web.family import create_family
from web.partner import create_partner
from web.session_cookies import TOKEN

RECEIVER = "Casa Invented"
# What is open to whoever may read the search, to a forensic service besides, and to nobody.
OPEN = ("Zyxqvarrum", "vlorptangerine", "Quibbelstraxx", "grumblefex")
FORENSIC_ALONE = ("flimjaxorbit", "XQ7315924680")
NEVER = (
    "Vraxquolith", "+593987316492", "jorvelquaxine", "plonkwistful", "Qwyzzelbran", "snarquemellow", "+50377918264",
    "ERF-zqv-55190277", "hurmblequist", "zorblattine",
)  # fmt: skip
_CONSENT_TEXT = re.compile(r'name="text" value="([0-9a-f]{64})"')
_CHANGING = re.compile(rb'name="(?:csrf_token|whose)" value="[^"]+"')


@dataclass(frozen=True, slots=True)
class Seen:
    """What came through a door: the status, and the bytes without what changes with each second."""

    status: int
    body: bytes

    def says(self, *markers: str) -> set[str]:
        """Which of the markers stand in it."""
        return {marker for marker in markers if marker.encode() in self.body}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Who plays: the family, a reader of the organisation, a committee; and what they work with."""

    context: Context
    case: CaseFiled
    photo: uuid.UUID
    hidden_photo: uuid.UUID
    proposal: uuid.UUID
    organisation_id: uuid.UUID
    family: Visitor
    reader: Visitor
    committee: Visitor
    api: Callable[[str], Seen]

    def answers(self, purpose: ConsentPurpose, receiver: Receiver, said: str) -> None:
        """The family answers on its own page, having read the text that stands there."""
        address = self._address(purpose, receiver)
        text = _CONSENT_TEXT.search(self.family.goes_to(address).text)
        assert text is not None
        assert self.family.sends(address, {"answer": said, "text": text[1]}).status_code == 200

    def takes_back(self, purpose: ConsentPurpose, receiver: Receiver) -> None:
        """The family takes its answer back on the page."""
        address = self._address(purpose, receiver)
        self.family.goes_to(address)
        assert self.family.sends(f"{address}/take-back").status_code == 200

    def page(self, address: str, who: Visitor | None = None) -> Seen:
        """A page of the reader, or of somebody else."""
        answer = (who or self.reader).client.get(address)
        return Seen(answer.status_code, _CHANGING.sub(b"", answer.data))

    def exported(self) -> Seen:
        """What the operator would hand to the organisation."""
        with self.context.database.transaction() as session:
            searches = export_shared_searches(session, OPERATOR, RECEIVER, now=NOW)
        return Seen(200, json_lines(searches))

    @staticmethod
    def _address(purpose: ConsentPurpose, receiver: Receiver) -> str:
        return f"/case/consents/{purpose.value}/{receiver.kind.value}/{receiver.code}"


def make_world(context: Context, kind: OrganisationKind, state_run: StateRun) -> World:
    """The world with one organisation of a kind; nobody has answered anything."""
    clerk = add_staff(context, "reader", RECEIVER, kind)
    add_staff(context, "reviewer", COMMITTEE, OrganisationKind.COMMITTEE)
    with context.database.transaction() as session:
        known = update(Organisation).where(Organisation.name == RECEIVER)
        session.execute(known.values(state_run=state_run.value, country="MX"))
        case = register_search(session, ANYONE, _search(), prepare_words("en"), now=NOW)
        family = Actor(kind=ActorKind.FAMILY, case_id=case.case_id)
        photos = [
            add_photo(session, family, photo_for(case.case_id, number=n, use=use), store_limit=10**6, now=NOW)
            for n, use in enumerate((PhotoUse.RECEIVERS, PhotoUse.COMMITTEE))
        ]
        report = report_found(session, clerk, found("Somebody", 3, MAY_REPORT[kind][0]), now=NOW)
    assert clerk.organisation_id is not None
    return World(
        context=context,
        case=case,
        photo=photos[0],
        hidden_photo=photos[1],
        proposal=_proposed(context, case.case_id, report.report_id),
        organisation_id=clerk.organisation_id,
        family=_family(context, case.case_id),
        reader=signed_in(context, create_partner(context), "/partner", "reader"),
        committee=signed_in(context, create_committee(context), "/committee", "reviewer"),
        api=_api(context),
    )


def _search() -> RegisterSearch:
    command = sought(OPEN[0], 3)
    journey = Journey(companions=(PersonName("Qwyzzelbran"),), what_was_said="plonkwistful", vessel="Quibbelstraxx")
    person = replace(
        command.sought,
        effects=(Effect("ring", words="vlorptangerine"),),
        occupation="grumblefex",
        journey=journey,
        medical=Medical(illnesses="flimjaxorbit"),
        religion="zorblattine",
        community="hurmblequist",
        words="snarquemellow",
    )
    numbers = Identifiers(
        phones=(Phone("+50377918264", PhoneRole.SOUGHT),), documents=(IdentityDocument("XQ7315924680"),)
    )
    filing = Filing(
        enquirer_names=(PersonName("Vraxquolith", NameKind.FULL),),
        contacts=(Contact(kind=ContactKind.PHONE, value="+593987316492"),),
        earlier_reports=(EarlierReport(office="Office", number="ERF-zqv-55190277"),),
        control_facts=("jorvelquaxine",),
    )
    return replace(command, sought=person, identifiers=numbers, filing=filing)


def _proposed(context: Context, case_id: uuid.UUID, report_id: uuid.UUID) -> uuid.UUID:
    """The pair as the worker would have proposed it."""
    with context.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id)).one()
        report = session.scalars(select(FoundReport).where(FoundReport.id == report_id)).one()
        made = MatchProposal(
            id=proposal_id(case_id, report_id),
            request_number=request.number,
            report_number=report.number,
            committee_id=request.committee_id,
            match_weight=12.0,
            match_probability=0.9,
            evidence=[["names", "same", "agrees", 9.0]],
            engine_version="by hand",
            request_version=request.version,
            report_version=report.version,
            state=ProposalState.OPEN.value,
            entry_date=NOW,
        )
        session.add(made)
        return made.id


def _family(context: Context, case_id: uuid.UUID) -> Visitor:
    visitor = Visitor(create_family(context).test_client())
    with context.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case_id)).one()
        token = open_family_session(session, request, now=NOW).token
    with visitor.client.session_transaction() as cookie:
        cookie[TOKEN] = token
    return visitor


def _api(context: Context) -> Callable[[str], Seen]:
    client = create_api_application(context).test_client()
    headers = {"Authorization": f"Bearer {token_of(context, RECEIVER, TokenScope.SHARED_READ, TokenScope.PFIF_READ)}"}

    def call(address: str) -> Seen:
        answer = client.get(address, headers=headers)
        return Seen(answer.status_code, answer.data)

    return call
