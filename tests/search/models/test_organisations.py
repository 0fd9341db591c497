"""Whoever comes in is known by digests and hashes; no token, password or guess is kept as it was typed."""

from sqlalchemy import LargeBinary

from search.models import AccessToken, Account, Draft, Organisation, SignInSession
from tests.search.models.tables import points_at, table_of, unique_sets


def test_logins_names_and_tokens_are_there_once() -> None:
    assert unique_sets(Account) == {("login",)}
    assert unique_sets(Organisation) == {("name",)}
    assert unique_sets(AccessToken) == {("token_digest",)}


def test_tokens_and_guesses_are_kept_as_digests() -> None:
    for model in (AccessToken, SignInSession, Draft):
        digests = [column for column in table_of(model).columns if column.name.endswith("_digest")]
        assert len(digests) == 1, model
        assert isinstance(digests[0].type, LargeBinary)


def test_a_session_is_of_an_account_or_of_a_case_or_of_a_relative_whom_the_case_let_in() -> None:
    assert points_at(SignInSession) == {
        "account_id": "accounts.id",
        "record_number": "records.number",
        "relative_id": "relatives.id",
    }
    assert [name for name in points_at(SignInSession) if not table_of(SignInSession).columns[name].nullable] == []
