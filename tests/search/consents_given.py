"""Answers of families, for tests of what they open."""

import datetime
import uuid

from search.access import Actor
from search.commands import ConsentGiven, GiveConsent, WithdrawConsent
from search.consents import Receiver
from search.filing.consenting import give_consent, withdraw_consent
from search.models import Organisation
from search.storage.database import Database
from search.summaries import CaseFiled
from search.vocabulary import ConsentPurpose, Network, OrganisationKind, ReceiverKind, StateRun
from tests.search.scene import NOW, family_of

SHARING, NAMING, FORENSIC = ConsentPurpose.SHARING, ConsentPurpose.NAMING, ConsentPurpose.FORENSIC
SHELTERS, HOSPITALS, VISITS, HUMANITARIAN = (Receiver(ReceiverKind.NETWORK, network.value) for network in Network)
DIGEST = bytes(range(32))


def consulates_of(country: str) -> Receiver:
    return Receiver(ReceiverKind.CONSULATES, country)


def forensic_services_of(country: str) -> Receiver:
    return Receiver(ReceiverKind.FORENSIC_SERVICES, country)


def one(organisation_id: uuid.UUID) -> Receiver:
    """One organisation."""
    return Receiver(ReceiverKind.ORGANISATION, organisation_id.hex)


def yes_to(receiver: Receiver, purpose: ConsentPurpose = SHARING) -> ConsentGiven:
    return ConsentGiven(purpose=purpose, receiver=receiver, allowed=True, text_digest=DIGEST, language="en")


def no_to(receiver: Receiver, purpose: ConsentPurpose = SHARING) -> ConsentGiven:
    return ConsentGiven(purpose=purpose, receiver=receiver, allowed=False, text_digest=DIGEST, language="en")


def give(database: Database, case: CaseFiled, given: ConsentGiven, now: datetime.datetime = NOW) -> None:
    """The family answers."""
    family: Actor = family_of(case)
    with database.transaction() as session:
        give_consent(session, family, GiveConsent(case_id=case.case_id, given=given), now=now)


def take_back(database: Database, case: CaseFiled, given: ConsentGiven, now: datetime.datetime = NOW) -> None:
    """The family takes this answer back."""
    command = WithdrawConsent(case_id=case.case_id, purpose=given.purpose, receiver=given.receiver)
    with database.transaction() as session:
        withdraw_consent(session, family_of(case), command, now=now)


def new_organisation(
    database: Database, kind: OrganisationKind, country: str = "MX", state_run: StateRun = StateRun.NO
) -> uuid.UUID:
    """An organisation that takes part."""
    with database.transaction() as session:
        row = Organisation(id=uuid.uuid4(), name=f"{kind.value} {uuid.uuid4()}", kind=kind.value)
        row.country, row.state_run = country, state_run.value
        session.add(row)
        return row.id
