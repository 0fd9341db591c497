"""A family answers, changes its answer and takes it back; what was is kept, what is counts at once."""

import datetime
import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from search.access import OPERATOR, Action, Actor
from search.commands import ConsentGiven, GiveConsent, WithdrawConsent
from search.consent_summaries import ConsentSummary
from search.consents import Receiver
from search.errors import AccessDenied, NotFound, Refused
from search.filing.consenting import give_consent, read_consents, receiving_organisations, withdraw_consent
from search.models import AuditEntry, Consent
from search.records.consent_rows import answers_of
from search.summaries import CaseFiled
from search.vocabulary import ConsentPurpose, OrganisationKind, ReceiverKind
from tests.search.consents_given import (
    FORENSIC,
    HOSPITALS,
    NAMING,
    SHARING,
    SHELTERS,
    consulates_of,
    forensic_services_of,
    give,
    no_to,
    one,
    take_back,
    yes_to,
)
from tests.search.scene import NOW, Scene, family_of, sought

LATER = NOW + datetime.timedelta(days=1)


@pytest.fixture
def case(scene: Scene) -> CaseFiled:
    return scene.file(sought("Tesfalem"))


def consents(scene: Scene, case: CaseFiled) -> list[ConsentSummary]:
    with scene.database.transaction() as session:
        return list(read_consents(session, family_of(case), case.case_id))


def test_nothing_is_answered_for_a_family(scene: Scene, case: CaseFiled) -> None:
    assert consents(scene, case) == []


def test_an_answer_keeps_the_digest_and_language_of_what_was_read(scene: Scene, case: CaseFiled) -> None:
    give(scene.database, case, yes_to(consulates_of("ER")))
    (kept,) = consents(scene, case)
    assert (kept.purpose, kept.receiver, kept.allowed) == (SHARING, consulates_of("ER"), True)
    assert (kept.text_digest, kept.language, kept.given_at, kept.withdrawn_at) == (bytes(range(32)), "en", NOW, None)


def test_a_changed_answer_ends_the_earlier_one_and_overwrites_nothing(scene: Scene, case: CaseFiled) -> None:
    give(scene.database, case, yes_to(SHELTERS))
    give(scene.database, case, no_to(SHELTERS), LATER)
    give(scene.database, case, yes_to(HOSPITALS), LATER)
    earlier, *rest = consents(scene, case)
    assert (earlier.receiver, earlier.allowed, earlier.given_at, earlier.withdrawn_at) == (SHELTERS, True, NOW, LATER)
    assert {(later.receiver, later.allowed, later.withdrawn_at) for later in rest} == {
        (SHELTERS, False, None),
        (HOSPITALS, True, None),
    }


def test_an_answer_that_is_taken_back_is_none_and_not_a_no(scene: Scene, case: CaseFiled) -> None:
    give(scene.database, case, yes_to(SHELTERS))
    take_back(scene.database, case, yes_to(SHELTERS), LATER)
    assert [kept.withdrawn_at for kept in consents(scene, case)] == [LATER]
    with scene.database.reading() as session:
        (number,) = session.scalars(select(Consent.record_number))
        assert answers_of(session, [number]) == {number: frozenset()}
    take_back(scene.database, case, yes_to(SHELTERS), LATER)
    assert len(consents(scene, case)) == 1


def test_two_open_answers_to_one_question_cannot_be_kept(scene: Scene, case: CaseFiled) -> None:
    give(scene.database, case, yes_to(SHELTERS))
    with scene.database.reading() as session:
        row = session.scalars(select(Consent)).one()
        values = {column.name: getattr(row, column.name) for column in Consent.__table__.columns}
    with pytest.raises(IntegrityError), scene.database.transaction() as session:
        session.add(Consent(**{**values, "id": uuid.uuid4()}))


@pytest.mark.parametrize(
    ("purpose", "receiver"),
    [
        (SHARING, forensic_services_of("MX")),
        (NAMING, HOSPITALS),
        (NAMING, forensic_services_of("MX")),
        (FORENSIC, SHELTERS),
        (FORENSIC, consulates_of("MX")),
        (SHARING, consulates_of("Mexico")),
        (SHARING, Receiver(ReceiverKind.NETWORK, "police")),
        (SHARING, one(uuid.UUID(int=404))),
        (SHARING, Receiver(ReceiverKind.ORGANISATION, "not an id")),
    ],
)
def test_what_nobody_asks_cannot_be_answered(
    scene: Scene, case: CaseFiled, purpose: ConsentPurpose, receiver: Receiver
) -> None:
    with pytest.raises(Refused, match="consent_not_asked"):
        give(scene.database, case, yes_to(receiver, purpose))
    assert consents(scene, case) == []


def test_an_answer_without_a_text_is_refused(scene: Scene, case: CaseFiled) -> None:
    bare = ConsentGiven(purpose=SHARING, receiver=SHELTERS, allowed=True, text_digest=b"", language="en")
    with pytest.raises(Refused, match="consent_not_asked"):
        give(scene.database, case, bare)


def test_organisations_are_offered_by_name_for_what_their_kind_may_be_asked(scene: Scene, case: CaseFiled) -> None:
    with scene.database.transaction() as session:
        offered = {
            purpose: [kept.kind for kept in receiving_organisations(session, family_of(case), case.case_id, purpose)]
            for purpose in ConsentPurpose
        }
    assert offered[SHARING] == offered[NAMING] == [OrganisationKind.SHELTER]
    assert offered[FORENSIC] == [OrganisationKind.MORTUARY]
    give(scene.database, case, yes_to(one(scene.shelter_id)))
    assert [kept.organisation for kept in consents(scene, case)] == ["Casa Invented"]
    with pytest.raises(Refused):
        give(scene.database, case, yes_to(one(scene.shelter_id), FORENSIC))
    with pytest.raises(Refused):
        give(scene.database, case, yes_to(one(scene.committee)))


def test_only_the_family_itself_answers(scene: Scene, case: CaseFiled) -> None:
    other = scene.file(sought("Hiwet"))
    give_it = GiveConsent(case_id=case.case_id, given=yes_to(SHELTERS))
    take_it_back = WithdrawConsent(case_id=case.case_id, purpose=SHARING, receiver=SHELTERS)
    refused: list[tuple[Actor, type[Exception]]] = [
        (family_of(other), NotFound),
        (scene.shelter, NotFound),
        (scene.reviewers[0], NotFound),
        (OPERATOR, AccessDenied),
    ]
    for actor, error in refused:
        with pytest.raises(error), scene.database.transaction() as session:
            give_consent(session, actor, give_it, now=NOW)
        with pytest.raises(error), scene.database.transaction() as session:
            withdraw_consent(session, actor, take_it_back, now=NOW)
        with pytest.raises(error), scene.database.transaction() as session:
            read_consents(session, actor, case.case_id)


def test_giving_and_taking_back_are_written_to_the_audit_without_the_receiver(scene: Scene, case: CaseFiled) -> None:
    give(scene.database, case, yes_to(consulates_of("ER")))
    take_back(scene.database, case, yes_to(consulates_of("ER")))
    with scene.database.reading() as session:
        acts = (Action.GIVE_CONSENT.value, Action.WITHDRAW_CONSENT.value)
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action.in_(acts))).all()
    assert [entry.action for entry in entries] == list(acts)
    assert {entry.subject_id for entry in entries} == {str(case.case_id)}
    assert "ER" not in "".join(str(entry.detail) for entry in entries)
