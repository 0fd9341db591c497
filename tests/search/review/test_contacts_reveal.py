"""Numbers are shown for a typed reason, audited, and only so many a day."""

import datetime
import threading
import uuid

import pytest
from sqlalchemy import delete, select

from search.access import Action, Actor
from search.accounts.reading_limits import CONTACTS_A_DAY
from search.commands import RevealIdentifiers
from search.contact_summaries import RevealedIdentifiers, WitnessToAsk
from search.documents import Contact, Description, FieldNote, Filing, Identifiers, Provenance
from search.documents.engine_view import sought_view
from search.errors import NotFound, Refused, TooManyAttempts
from search.filing.record_storing import Filed, store_revision
from search.models import Disclosure, MatchProposal, Record, RecordKey
from search.records.associated_data import disclosure_reason_place
from search.records.sections import unseal_words
from search.review.contacts_reveal import reveal_identifiers
from search.vocabulary import ContactKind, MaySay
from tests.search.review.reading import audited, card, request_number
from tests.search.scene import NOW, Scene, document_of, phone_of

REASON = "compare the passport"
LATER = NOW + datetime.timedelta(hours=24)


def reveal(
    scene: Scene, proposal: uuid.UUID, actor: Actor | None = None, now: datetime.datetime = NOW, reason: str = REASON
) -> RevealedIdentifiers:
    command = RevealIdentifiers(proposal_id=proposal, reason=reason)
    with scene.database.transaction() as session:
        return reveal_identifiers(session, actor or scene.reviewers[0], command, now=now)


def test_numbers_are_revealed_for_a_typed_reason_and_audited_by_field(scene: Scene) -> None:
    proposal = scene.propose()
    revealed = reveal(scene, proposal)
    assert revealed.sought.phones[0].number == phone_of(0)
    assert revealed.found.documents[0].number == document_of(0)
    assert revealed.reads_left == CONTACTS_A_DAY - 1
    assert audited(scene, Action.REVEAL_IDENTIFIERS) == [str(proposal)]


def test_the_reason_for_a_reveal_is_kept_and_sealed(scene: Scene) -> None:
    proposal = scene.propose()
    reveal(scene, proposal)
    with scene.database.reading() as session:
        kept = session.scalars(select(Disclosure).where(Disclosure.proposal_id == proposal)).one()
        number = session.get_one(MatchProposal, proposal).request_number
        assert REASON.encode() not in kept.reason_sealed
        place = disclosure_reason_place(kept.id)
        assert unseal_words(session, number, kept.reason_sealed, place) == REASON


@pytest.mark.parametrize(
    "reason", ["", "        ", "because", "aaaaaaaa", "aaaaaaaaaaaaaaaa", "x x x", "........ 12345678"]
)
def test_without_a_reason_nothing_is_revealed(scene: Scene, reason: str) -> None:
    proposal = scene.propose()
    with pytest.raises(Refused, match="reason_needed"):
        reveal(scene, proposal, reason=reason)
    assert audited(scene, Action.REVEAL_IDENTIFIERS) == []


def test_a_reviewer_reads_numbers_thirty_times_a_day(scene: Scene) -> None:
    proposal = scene.propose()
    left = [reveal(scene, proposal).reads_left for _ in range(CONTACTS_A_DAY)]
    assert left == list(reversed(range(CONTACTS_A_DAY)))
    with pytest.raises(TooManyAttempts) as stopped:
        reveal(scene, proposal)
    assert (stopped.value.code, stopped.value.params["seconds"]) == ("contacts_used", 24 * 3600)
    assert reveal(scene, proposal, scene.reviewers[1]).reads_left == CONTACTS_A_DAY - 1
    assert reveal(scene, proposal, now=LATER).reads_left == CONTACTS_A_DAY - 1


def test_a_script_that_asks_for_everything_at_once_is_stopped_at_thirty(scene: Scene) -> None:
    proposals = [scene.propose() for _ in range(5)]
    revealed: list[RevealedIdentifiers] = []
    refused: list[str] = []

    def ask(worker: int) -> None:
        for turn in range(10):
            try:
                revealed.append(reveal(scene, proposals[(worker + turn) % len(proposals)]))
            except TooManyAttempts as stopped:
                refused.append(stopped.code)

    threads = [threading.Thread(target=ask, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(revealed), len(refused)) == (CONTACTS_A_DAY, 10)


def test_a_record_whose_key_was_destroyed_cannot_be_read_again(scene: Scene) -> None:
    proposal = scene.propose()
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == request_number(scene, proposal)))
    with pytest.raises(NotFound, match="not_found"):
        card(scene, proposal)
    with pytest.raises(NotFound, match="not_found"):
        reveal(scene, proposal)


def test_the_ways_to_reach_the_family_come_with_hours_and_what_may_be_said_and_its_secrets_do_not(scene: Scene) -> None:
    way = Contact(kind=ContactKind.PHONE, value="+50361000007", safe_hours="after 18:00", may_say=MaySay.WHY_TO_ANYBODY)
    told = (FieldNote(field="filing.contacts.safe_hours", words="never on Fridays", element=0),)
    secret = (FieldNote(field="filing.control_facts", words="the door was blue"),)
    filing = Filing(contacts=(way,), control_facts=("the door was blue",), notes=told + secret)
    proposal = scene.propose(filing=filing, reply_language="ti")
    family = reveal(scene, proposal).family
    (shown,) = family.ways
    assert (shown.hours, shown.may_say, shown.number) == ("after 18:00", MaySay.WHY_TO_ANYBODY, "+50361000007")
    assert family.language == "ti"
    assert family.notes == told
    assert "blue" not in str(family)


def test_a_witness_who_said_how_can_be_asked_and_of_other_reports_nobody_is_named(scene: Scene) -> None:
    proposal = scene.propose()
    assert reveal(scene, proposal).witness is None
    with scene.database.transaction() as session:
        number = session.get_one(MatchProposal, proposal).report_number
        record = session.get_one(Record, number)
        told = Provenance(told_by="Abdi", told_by_contact="evenings, +252 61 2345678")
        store_revision(session, Filed(record, (told,), sought_view(Description(), Identifiers())))
    assert reveal(scene, proposal).witness == WitnessToAsk(name="Abdi", contact="evenings, +252 61 2345678")
