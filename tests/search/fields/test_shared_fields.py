"""What a family opens: what describes the person, field by field; never who the family is or how to reach it."""

import dataclasses
import uuid

import pytest

from search.access import Actor, ActorKind, Subject, clerk_of
from search.consents import Answer, Receiver, Sharing, Standing
from search.documents import Description, FieldNote, Filing, Identifiers, PostMortem, Provenance, Whereabouts
from search.fields import SECTIONS, Purpose, can_see, catalogue, field_paths, visible
from search.fields.shared_fields import SHARED_FIELDS, is_within, only, opened_fields
from search.vocabulary import ConsentPurpose, OrganisationKind, ReceiverKind, StaffRole, StateRun
from tests.web.family.answers import RICH

READER = uuid.UUID(int=5)
SHARING, FORENSIC = ConsentPurpose.SHARING, ConsentPurpose.FORENSIC
KINDS = {SHARING: OrganisationKind.RESCUE, FORENSIC: OrganisationKind.MORTUARY}
ORGANISATION = clerk_of(READER)
OTHERS = [
    clerk_of(uuid.UUID(int=6)),
    Actor(kind=ActorKind.PARTNER, organisation_id=READER, roles=frozenset({StaffRole.REPORTER})),
    Actor(kind=ActorKind.PARTNER),
    Actor(kind=ActorKind.REVIEWER, organisation_id=READER),
    Actor(kind=ActorKind.FAMILY, case_id=READER),
    Actor(kind=ActorKind.WORKER),
]
# All that must stay with the family and its committee, whatever is allowed.
KEPT_BACK = (
    "description.words",
    "description.notes",
    "description.religion",
    "description.community",
    "description.gender",
    "description.journey.companions",
    "description.journey.what_was_said",
    "description.journey.news_since",
    "description.journey.extortion",
    "description.journey.earlier_detention",
    "identifiers.phones",
    "identifiers.accounts",
    "identifiers.transfers",
    "identifiers.notes",
)


def opened_to(purpose: ConsentPurpose, *, allowed: bool = True) -> Subject:
    standing = Standing(organisation_id=READER, kind=KINDS[purpose], country="MX", state_run=StateRun.UNKNOWN)
    answer = Answer(purpose, Receiver(ReceiverKind.ORGANISATION, READER.hex), allowed)
    return Subject(sharing=Sharing(answers=frozenset({answer}), reader=standing))


def paths() -> set[str]:
    return {path for kind, section in SECTIONS.items() for path in field_paths(kind, section)}


@pytest.mark.parametrize("asked", [Purpose.LIST, Purpose.READ])
@pytest.mark.parametrize("purpose", [SHARING, FORENSIC])
def test_exactly_the_listed_fields_are_open(purpose: ConsentPurpose, asked: Purpose) -> None:
    subject = opened_to(purpose)
    seen = {path for path in paths() if can_see(ORGANISATION, path, subject, asked)}
    assert seen == {path for path in paths() if is_within(path, SHARED_FIELDS[purpose])}
    assert seen
    assert not [path for path in seen if is_within(path, KEPT_BACK)]
    assert {path.partition(".")[0] for path in seen} <= {"description", "identifiers", "photo"}


@pytest.mark.parametrize("purpose", [SHARING, FORENSIC])
def test_every_listed_field_is_a_field_of_the_table(purpose: ConsentPurpose) -> None:
    known = set(catalogue()) | paths()
    assert [field for field in SHARED_FIELDS[purpose] if not any(path.startswith(field) for path in known)] == []


@pytest.mark.parametrize("purpose", [SHARING, FORENSIC])
def test_without_the_answer_for_a_reveal_and_for_anybody_else_nothing_is_open(purpose: ConsentPurpose) -> None:
    for path in paths():
        assert not can_see(ORGANISATION, path, opened_to(purpose, allowed=False), Purpose.READ)
        assert not can_see(ORGANISATION, path, Subject(), Purpose.READ)
        assert not can_see(ORGANISATION, path, opened_to(purpose), Purpose.REVEAL)
        assert not any(can_see(actor, path, opened_to(purpose), Purpose.READ) for actor in OTHERS)


def test_what_describes_the_person_is_shown_and_the_rest_is_blank() -> None:
    shown = visible(RICH.sought, ORGANISATION, opened_to(SHARING), Purpose.READ)
    assert (shown.names, shown.marks, shown.effects) == (RICH.sought.names, RICH.sought.marks, RICH.sought.effects)
    assert shown.event == RICH.sought.event
    assert shown.journey is not None
    assert RICH.sought.journey is not None
    assert shown.journey.legs == RICH.sought.journey.legs
    assert (shown.journey.companions, shown.journey.what_was_said, shown.journey.extortion) == ((), "", "")
    assert (shown.words, shown.community, shown.medical) == ("", "", None)
    numbers = visible(RICH.identifiers, ORGANISATION, opened_to(SHARING), Purpose.READ)
    assert numbers == Identifiers()


def test_a_forensic_service_is_shown_health_and_papers_too_and_no_number_that_anybody_answers() -> None:
    subject = opened_to(FORENSIC)
    assert visible(RICH.sought, ORGANISATION, subject, Purpose.READ).medical == RICH.sought.medical
    numbers = visible(RICH.identifiers, ORGANISATION, subject, Purpose.READ)
    assert numbers == Identifiers(documents=RICH.identifiers.documents)


@pytest.mark.parametrize(
    "section", [RICH.filing, Provenance(sender_number="7"), Whereabouts(condition="well"), PostMortem(cause="cold")]
)
def test_no_other_section_is_shown_at_all(section: Filing | Provenance | Whereabouts | PostMortem) -> None:
    for purpose in (SHARING, FORENSIC):
        assert visible(section, ORGANISATION, opened_to(purpose), Purpose.READ) == type(section)()


def test_an_organisation_still_reads_all_of_its_own_report() -> None:
    own = Subject(organisation_id=READER)
    assert visible(RICH.sought, ORGANISATION, own, Purpose.READ) == RICH.sought


def test_fields_of_two_purposes_add_up() -> None:
    assert set(opened_fields({SHARING, FORENSIC})) == {*SHARED_FIELDS[SHARING], *SHARED_FIELDS[FORENSIC]}
    assert opened_fields(()) == ()


def test_a_document_is_blanked_but_for_what_is_opened() -> None:
    person = only(RICH.sought, "description", ("description.journey.vessel",))
    assert person.journey is not None
    assert person == Description(journey=dataclasses.replace(type(person.journey)(), vessel=person.journey.vessel))


def test_a_note_is_opened_with_its_field_and_with_no_other() -> None:
    opened = FieldNote(field="description.birth", words="before Eid")
    kept = FieldNote(field="description.medical.illnesses", words="cough")
    assert only(Description(notes=(opened, kept)), "description", ("description.birth",)).notes == (opened,)


def test_what_a_family_told_of_calls_for_money_is_opened_to_nobody() -> None:
    assert not any(is_within("description.journey.extortion", opened_fields([purpose])) for purpose in SHARED_FIELDS)
