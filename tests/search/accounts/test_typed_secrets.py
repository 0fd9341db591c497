"""What was typed and did not fit, in a cookie for minutes."""

import datetime

import pytest

from search.accounts.typed_secrets import KEPT_FOR, TypedSecret, open_typed, seal_typed
from search.storage.encryption import Vault
from tests.fixtures.portals import NOW

TYPED = TypedSecret(endpoint="family.open_search", fields={"words": "planted words"}, code="do_not_fit", at=NOW)


def test_it_comes_back_sealed_for_ten_minutes(vault: Vault) -> None:
    sealed = seal_typed(vault, TYPED)
    assert "planted" not in sealed
    assert open_typed(vault, sealed, NOW + KEPT_FOR) == TYPED
    assert open_typed(vault, sealed, NOW + KEPT_FOR + datetime.timedelta(seconds=1)) is None


@pytest.mark.parametrize("sealed", ["", "planted", "é", "AAAA" * 30])
def test_what_is_none_of_ours_is_passed_over(vault: Vault, sealed: str) -> None:
    assert open_typed(vault, sealed, NOW) is None


def test_more_than_a_cookie_holds_is_dropped(vault: Vault) -> None:
    long = TypedSecret(endpoint="family.open_search", fields={"words": "w" * 2000}, code="do_not_fit", at=NOW)
    sealed = seal_typed(vault, long)
    assert len(sealed) < 400
    kept = open_typed(vault, sealed, NOW)
    assert kept is not None
    assert (kept.fields, kept.code) == ({}, "do_not_fit")
