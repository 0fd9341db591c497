"""What answers allow: off unless chosen, the most exact answer decides, states by country and by name alone."""

import itertools
import uuid
from collections.abc import Callable

import pytest

from search.consents import (
    CHOSEN_AS_NETWORK,
    Answer,
    Receiver,
    Sharing,
    Standing,
    can_be_asked,
    forensic_may_receive,
    may_be_named_by,
    may_share_with,
)
from search.vocabulary import ConsentPurpose, Network, OrganisationKind, ReceiverKind, StateRun

SHARING, NAMING, FORENSIC = ConsentPurpose.SHARING, ConsentPurpose.NAMING, ConsentPurpose.FORENSIC
MAY: dict[ConsentPurpose, Callable[[frozenset[Answer], Standing], bool]] = {
    SHARING: may_share_with,
    NAMING: may_be_named_by,
    FORENSIC: forensic_may_receive,
}
ID = uuid.UUID(int=7)
NOBODYS = [StateRun.YES, StateRun.UNKNOWN]


def standing(kind: OrganisationKind, country: str = "MX", state_run: StateRun = StateRun.NO) -> Standing:
    return Standing(organisation_id=ID, kind=kind, country=country, state_run=state_run)


def every_receiver() -> list[Receiver]:
    networks = [Receiver(ReceiverKind.NETWORK, network.value) for network in Network]
    countries = [
        Receiver(kind, country)
        for kind in (ReceiverKind.CONSULATES, ReceiverKind.FORENSIC_SERVICES)
        for country in ("MX", "ER")
    ]
    organisations = [Receiver(ReceiverKind.ORGANISATION, uuid.UUID(int=n).hex) for n in (7, 8)]
    return [*networks, *countries, *organisations]


def said(purpose: ConsentPurpose, *answers: tuple[Receiver, bool]) -> frozenset[Answer]:
    return frozenset(Answer(purpose, receiver, allowed) for receiver, allowed in answers)


ALONE = Receiver(ReceiverKind.ORGANISATION, ID.hex)
# Which receivers let which kind of organisation in, for an organisation of Mexico that belongs to no state.
OPENED = {
    (SHARING, OrganisationKind.SHELTER): {"shelters", "organisation"},
    (SHARING, OrganisationKind.HOSPITAL): {"hospitals", "organisation"},
    (SHARING, OrganisationKind.DETENTION_VISITS): {"detention_visits", "organisation"},
    (SHARING, OrganisationKind.HUMANITARIAN): {"humanitarian", "organisation"},
    (SHARING, OrganisationKind.RESCUE): {"organisation"},
    (SHARING, OrganisationKind.CONSULATE): {"consulates of MX"},
    (NAMING, OrganisationKind.SHELTER): {"shelters", "organisation"},
    (NAMING, OrganisationKind.HOSPITAL): {"organisation"},
    (NAMING, OrganisationKind.DETENTION_VISITS): {"detention_visits", "organisation"},
    (NAMING, OrganisationKind.HUMANITARIAN): {"humanitarian", "organisation"},
    (NAMING, OrganisationKind.RESCUE): {"organisation"},
    (NAMING, OrganisationKind.CONSULATE): {"consulates of MX"},
    (FORENSIC, OrganisationKind.FORENSIC): {"forensic services of MX", "organisation"},
    (FORENSIC, OrganisationKind.MORTUARY): {"organisation"},
}


def name_of(receiver: Receiver) -> str:
    if receiver.kind is ReceiverKind.ORGANISATION:
        return "organisation" if receiver == ALONE else "another organisation"
    if receiver.kind is ReceiverKind.NETWORK:
        return receiver.code
    return f"{receiver.kind.value.replace('_', ' ')} of {receiver.code}"


@pytest.mark.parametrize(("purpose", "kind"), list(itertools.product(ConsentPurpose, OrganisationKind)))
def test_a_yes_opens_to_the_one_it_names_for_the_purpose_it_names_and_to_nobody_else(
    purpose: ConsentPurpose, kind: OrganisationKind
) -> None:
    asking = standing(kind)
    for asked in ConsentPurpose:
        letting_in = {name_of(one) for one in every_receiver() if MAY[purpose](said(asked, (one, True)), asking)}
        assert letting_in == (OPENED.get((purpose, kind), set()) if asked is purpose else set())


@pytest.mark.parametrize("purpose", ConsentPurpose)
@pytest.mark.parametrize("kind", OrganisationKind)
def test_no_answer_and_no_allow_nothing(purpose: ConsentPurpose, kind: OrganisationKind) -> None:
    refusing = frozenset(Answer(purpose, receiver, False) for receiver in every_receiver())
    assert not MAY[purpose](frozenset(), standing(kind))
    assert not MAY[purpose](refusing, standing(kind))


@pytest.mark.parametrize("state_run", NOBODYS)
@pytest.mark.parametrize("purpose", [SHARING, NAMING])
@pytest.mark.parametrize("kind", [OrganisationKind.SHELTER, OrganisationKind.HUMANITARIAN])
def test_one_that_belongs_to_a_state_or_may_belong_to_one_is_part_of_no_network(
    kind: OrganisationKind, purpose: ConsentPurpose, state_run: StateRun
) -> None:
    states = standing(kind, state_run=state_run)
    networks = said(purpose, *((one, True) for one in every_receiver() if one.kind is ReceiverKind.NETWORK))
    assert not MAY[purpose](networks, states)
    assert MAY[purpose](said(purpose, (ALONE, True)), states)


def test_the_answer_about_one_organisation_comes_before_that_about_its_network() -> None:
    shelters = Receiver(ReceiverKind.NETWORK, Network.SHELTERS.value)
    asking = standing(OrganisationKind.SHELTER)
    assert not may_share_with(said(SHARING, (shelters, True), (ALONE, False)), asking)
    assert may_share_with(said(SHARING, (shelters, False), (ALONE, True)), asking)
    assert not may_share_with(said(SHARING, (ALONE, True), (ALONE, False)), asking)


def test_a_consulate_of_another_country_or_of_none_sees_nothing() -> None:
    mexican = said(SHARING, (Receiver(ReceiverKind.CONSULATES, "MX"), True))
    assert may_share_with(mexican, standing(OrganisationKind.CONSULATE, "MX", StateRun.YES))
    assert not may_share_with(mexican, standing(OrganisationKind.CONSULATE, "ER", StateRun.YES))
    assert not may_share_with(
        said(SHARING, (Receiver(ReceiverKind.CONSULATES, ""), True)), standing(OrganisationKind.CONSULATE, "")
    )


def test_what_may_be_read_follows_from_sharing_and_forensic_consent_and_never_from_being_named() -> None:
    everything = frozenset(Answer(NAMING, receiver, True) for receiver in every_receiver())
    assert Sharing(answers=everything, reader=standing(OrganisationKind.SHELTER)).purposes == frozenset()
    forensic = said(FORENSIC, (Receiver(ReceiverKind.FORENSIC_SERVICES, "MX"), True))
    assert Sharing(answers=forensic, reader=standing(OrganisationKind.FORENSIC)).purposes == {FORENSIC}


@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_only_questions_that_a_page_asks_can_be_answered(purpose: ConsentPurpose) -> None:
    asked = {name_of(one) for one in every_receiver() if can_be_asked(purpose, one)}
    by_country = "forensic services of" if purpose is FORENSIC else "consulates of"
    assert asked == {
        *(network.value for network in CHOSEN_AS_NETWORK[purpose]),
        *(f"{by_country} {country}" for country in ("MX", "ER")),
        "organisation",
        "another organisation",
    }


@pytest.mark.parametrize("code", ["", "M", "mx", "MEX", "M1", "../x"])
def test_a_country_is_two_capital_letters(code: str) -> None:
    assert not can_be_asked(SHARING, Receiver(ReceiverKind.CONSULATES, code))


@pytest.mark.parametrize("code", ["0" * 31, "0" * 33, "A" * 32, "g" * 32, "0" * 31 + "\x00", "0" * 31 + "\n", "١" * 32])
def test_what_is_no_id_names_no_organisation(code: str) -> None:
    assert can_be_asked(SHARING, Receiver(ReceiverKind.ORGANISATION, "0" * 32))
    assert not can_be_asked(SHARING, Receiver(ReceiverKind.ORGANISATION, code))
