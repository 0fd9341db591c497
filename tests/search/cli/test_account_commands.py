"""Accounts, tokens and words are made at the command line and printed once."""

import pyotp

from search.access import ANYONE
from search.accounts.api_tokens import token_actor
from search.accounts.new_family_words import prepare_words
from search.cli.installation import now
from search.filing.registering_searches import register_search
from search.storage.database import Database
from tests.search.accounts.entering import enter, guess
from tests.search.cli.command_line import PASSWORD, add_account, on_sqlite, typed
from tests.search.scene import NOW, sought


@on_sqlite
def test_a_new_account_opens_with_the_secret_that_was_printed_once(registry: Database) -> None:
    secret = add_account("alem", "Committee of Relatives", "committee")
    assert enter(registry, pyotp.TOTP(secret).at(NOW), password=PASSWORD) is not None
    assert secret not in typed("audit", "verify").output
    assert add_account("almaz", "Committee of Relatives", "committee") != secret


@on_sqlite
def test_a_token_opens_the_api_until_it_is_revoked(staffed: Database) -> None:
    tokens = [typed("token", "issue", "Casa Invented", "--scope", "report:write").stdout.strip() for _ in range(2)]
    assert len(set(tokens)) == 2
    with staffed.reading() as session:
        assert all(token_actor(session, token, now=now()) for token in tokens)
    assert typed("token", "revoke", "Casa Invented").stdout.strip() == "2 tokens revoked"
    with staffed.reading() as session:
        assert not any(token_actor(session, token, now=now()) for token in tokens)


def test_issued_words_open_the_case_and_the_earlier_ones_no_longer_do(staffed: Database) -> None:
    with staffed.transaction() as session:
        case = register_search(session, ANYONE, sought("Mariama Diallo"), prepare_words("en"), now=NOW)
    said, in_digits = typed("words", "issue", case.reference).stdout.strip().splitlines()
    reference, _, words = said.partition(": ")
    assert (reference, len(words.split())) == (case.reference, 5)
    assert guess(staffed, reference, words) is not None
    assert guess(staffed, reference, in_digits.partition(": ")[2]) is not None
    assert guess(staffed, reference, " ".join(case.passphrase)) is None
