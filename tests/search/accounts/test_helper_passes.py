"""A pass says who helps, for a time; nobody else can make one."""

import datetime
import uuid

import pytest

from search.accounts.helper_passes import BEGUN_WITHIN, HelperPass, open_pass, seal_pass
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind, StateRun

NOW = datetime.datetime(2026, 3, 1, 12, 0, tzinfo=datetime.UTC)
HELPER = HelperPass(
    organisation_id=uuid.UUID(int=1),
    account_id=uuid.UUID(int=2),
    organisation="Consulado de Prueba",
    kind=OrganisationKind.CONSULATE,
    state_run=StateRun.YES,
    made_at=NOW,
)


def test_a_pass_comes_back_as_it_was_and_says_nothing_to_whoever_reads_it(vault: Vault) -> None:
    sealed = seal_pass(vault, HELPER)
    assert open_pass(vault, sealed) == HELPER
    assert "Consulado" not in sealed


def test_what_we_did_not_seal_is_no_pass(vault: Vault) -> None:
    sealed = seal_pass(vault, HELPER)
    spoilt = ("", "é", sealed[:-4], sealed[::-1])
    assert [open_pass(vault, one) for one in spoilt] == [None] * 4


@pytest.mark.parametrize(
    ("later", "lasts"),
    [(datetime.timedelta(seconds=-1), False), (datetime.timedelta(), True), (BEGUN_WITHIN, False)],
    ids=["before", "at once", "too late"],
)
def test_a_pass_lasts_from_when_it_was_made(later: datetime.timedelta, *, lasts: bool) -> None:
    assert HELPER.lasts(NOW + later, BEGUN_WITHIN) is lasts
