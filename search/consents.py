"""What a family's consents allow: pure rules over a case's answers and an organisation as it stands now.

An answer is yes or no to one purpose and one receiver; no answer allows nothing, as no does. The most exact answer
decides: what was said of one organisation comes before what was said of its network. Whoever reads a case, tells
a located person, or is handed a case asks here, with the answers of that very moment.
"""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from search.vocabulary import ConsentPurpose, Network, OrganisationKind, ReceiverKind, StateRun


@dataclass(frozen=True, slots=True, order=True)
class Receiver:
    """Whom an answer is about; what `code` is depends on the kind (`ReceiverKind`)."""

    kind: ReceiverKind
    code: str


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """Yes or no to one purpose and one receiver, not taken back."""

    purpose: ConsentPurpose
    receiver: Receiver
    allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An organisation as a consent sees it; `country` is empty where it works in several."""

    organisation_id: uuid.UUID
    kind: OrganisationKind
    country: str
    state_run: StateRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A case's answers and the organisation that wants to read it."""

    answers: frozenset[Answer]
    reader: Standing

    @property
    def purposes(self) -> frozenset[ConsentPurpose]:
        """For what the organisation may read the case at this moment; empty where it may not."""
        allowed = {ConsentPurpose.SHARING: may_share_with, ConsentPurpose.FORENSIC: forensic_may_receive}
        return frozenset(purpose for purpose, may in allowed.items() if may(self.answers, self.reader))


# Police, immigration and detention authorities are no kind of organisation, so nobody can be asked about them.
# Consulates and forensic services belong to a state: each is asked about by country and is part of no network.
NETWORKS: Mapping[OrganisationKind, Network] = {
    OrganisationKind.SHELTER: Network.SHELTERS,
    OrganisationKind.HOSPITAL: Network.HOSPITALS,
    OrganisationKind.DETENTION_VISITS: Network.DETENTION_VISITS,
    OrganisationKind.HUMANITARIAN: Network.HUMANITARIAN,
}
# The kinds that can be chosen by name, whether or not they belong to a state. A committee reads its own cases only.
_BY_NAME = frozenset({*NETWORKS, OrganisationKind.RESCUE})
CHOSEN_BY_NAME: Mapping[ConsentPurpose, frozenset[OrganisationKind]] = {
    ConsentPurpose.SHARING: _BY_NAME,
    ConsentPurpose.NAMING: _BY_NAME,
    ConsentPurpose.FORENSIC: frozenset({OrganisationKind.FORENSIC, OrganisationKind.MORTUARY}),
}
CHOSEN_BY_COUNTRY: Mapping[ConsentPurpose, ReceiverKind] = {
    ConsentPurpose.SHARING: ReceiverKind.CONSULATES,
    ConsentPurpose.NAMING: ReceiverKind.CONSULATES,
    ConsentPurpose.FORENSIC: ReceiverKind.FORENSIC_SERVICES,
}
CHOSEN_AS_NETWORK: Mapping[ConsentPurpose, tuple[Network, ...]] = {
    ConsentPurpose.SHARING: tuple(Network),
    # A hospital may tell its patient only where the family chose that hospital.
    ConsentPurpose.NAMING: (Network.SHELTERS, Network.DETENTION_VISITS, Network.HUMANITARIAN),
    ConsentPurpose.FORENSIC: (),
}
# ISO 3166-1 alpha-2, and a UUID in hexadecimal digits.
_COUNTRY = re.compile("[A-Z]{2}")
_ID = re.compile("[0-9a-f]{32}")
_OF_COUNTRY: Mapping[OrganisationKind, ReceiverKind] = {
    OrganisationKind.CONSULATE: ReceiverKind.CONSULATES,
    OrganisationKind.FORENSIC: ReceiverKind.FORENSIC_SERVICES,
}


def may_share_with(answers: frozenset[Answer], organisation: Standing) -> bool:
    """Whether an organisation may read what describes the person."""
    return _allowed(answers, ConsentPurpose.SHARING, organisation)


def may_be_named_by(answers: frozenset[Answer], organisation: Standing) -> bool:
    """Whether an organisation may tell a person it met who is looking for them; never one that takes in the dead."""
    return _allowed(answers, ConsentPurpose.NAMING, organisation)


def forensic_may_receive(answers: frozenset[Answer], organisation: Standing) -> bool:
    """Whether a forensic service may be handed the case, without who the family is and how to reach it."""
    return _allowed(answers, ConsentPurpose.FORENSIC, organisation)


def can_be_asked(purpose: ConsentPurpose, receiver: Receiver) -> bool:
    """Whether there is such a question at all; which organisations there are, the caller knows."""
    match receiver.kind:
        case ReceiverKind.NETWORK:
            return receiver.code in CHOSEN_AS_NETWORK[purpose]
        case ReceiverKind.ORGANISATION:
            return bool(_ID.fullmatch(receiver.code))
        case _:
            return receiver.kind is CHOSEN_BY_COUNTRY[purpose] and bool(_COUNTRY.fullmatch(receiver.code))


def receivers_of(purpose: ConsentPurpose, organisation: Standing) -> tuple[Receiver | None, Receiver | None]:
    """The receiver that is this organisation alone, and the wider one it is part of; None where there is none.

    One that belongs to a state, or of which nobody said whether it does, is part of no network.
    """
    kind = organisation.kind
    by_name = kind in CHOSEN_BY_NAME[purpose]
    alone = Receiver(ReceiverKind.ORGANISATION, organisation.organisation_id.hex) if by_name else None
    return alone, _network(purpose, organisation) or _country(purpose, organisation)


def _network(purpose: ConsentPurpose, organisation: Standing) -> Receiver | None:
    network = NETWORKS.get(organisation.kind)
    if network not in CHOSEN_AS_NETWORK[purpose] or organisation.state_run is not StateRun.NO:
        return None
    return Receiver(ReceiverKind.NETWORK, network)


def _country(purpose: ConsentPurpose, organisation: Standing) -> Receiver | None:
    of_country = _OF_COUNTRY.get(organisation.kind)
    if of_country is None or of_country is not CHOSEN_BY_COUNTRY[purpose] or not organisation.country:
        return None
    return Receiver(of_country, organisation.country)


def _allowed(answers: frozenset[Answer], purpose: ConsentPurpose, organisation: Standing) -> bool:
    """The answer about the organisation alone, else the one about the wider receiver; two that differ count as no."""
    for receiver in receivers_of(purpose, organisation):
        given = {one.allowed for one in answers if one.purpose is purpose and one.receiver == receiver}
        if given:
            return given == {True}
    return False
