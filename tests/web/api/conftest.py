"""The API with a shelter that has a token, and a second organisation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from search.vocabulary import OrganisationKind
from tests.fixtures.staff import SHELTER, add_staff, token_of
from tests.web.api.called_rightly import Api, called_rightly
from web.api import create_api_application
from web.context import Context

Caller = Callable[..., TestResponse]


@pytest.fixture
def call(context: Context) -> Caller:
    """Calls the API: `call("POST", "/v1/reports", token, json={…})`."""
    client = create_api_application(context).test_client()

    def called(method: str, address: str, token: str = "", **named: Any) -> TestResponse:
        headers = {**named.pop("headers", {}), **({"Authorization": f"Bearer {token}"} if token else {})}
        return client.open(address, method=method, headers=headers, **named)

    return called


@pytest.fixture
def shelter(context: Context) -> str:
    """The token of a shelter."""
    add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)
    return token_of(context, SHELTER)


@pytest.fixture
def mortuary(context: Context) -> str:
    """The token of a mortuary."""
    add_staff(context, "pathologist", "Morgue Invented", OrganisationKind.MORTUARY)
    return token_of(context, "Morgue Invented")


@pytest.fixture
def api(context: Context, tmp_path: Path) -> Api:
    """The API with a shelter that may do everything, and what it can be about."""
    return called_rightly(context, tmp_path)
