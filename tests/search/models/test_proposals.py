"""A search and a report are one proposal; judgements and disclosures are appended, each by one person."""

from sqlalchemy import LargeBinary

from search.models import Consent, Disclosure, Judgement, MatchProposal
from tests.search.models.tables import points_at, table_of, unique_sets


def test_a_pair_is_proposed_once_and_each_revision_has_one_judgement() -> None:
    assert ("request_number", "report_number") in unique_sets(MatchProposal)
    assert ("proposal_id", "revision") in unique_sets(Judgement)


def test_what_a_reader_typed_is_sealed() -> None:
    for model, column in ((Judgement, "words_sealed"), (Disclosure, "reason_sealed")):
        assert isinstance(table_of(model).columns[column].type, LargeBinary)


def test_every_judgement_and_disclosure_is_of_a_person() -> None:
    for model in (Judgement, Disclosure):
        assert points_at(model)["account_id"] == "accounts.id"
        assert not table_of(model).columns["account_id"].nullable


def test_a_consent_is_for_one_purpose_and_one_receiver_until_it_is_withdrawn() -> None:
    may_be_empty = {column.name for column in table_of(Consent).columns if column.nullable}
    assert may_be_empty == {"withdrawn_at"}
