"""The partner's portal with a shelter's clerk and a clerk of a mortuary."""

import pytest
from flask import Flask

from search.access import Actor
from search.vocabulary import OrganisationKind
from tests.fixtures.staff import SHELTER, add_staff, signed_in
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.partner import create_partner, sheet_reader

PREFIX = "/partner"


@pytest.fixture(autouse=True)
def read_here(request: pytest.FixtureRequest) -> None:
    """What is sent is read without a child: here is tested what a page makes of it."""
    request.getfixturevalue("confined_here")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is, a request waits until its sheet is read."""
    monkeypatch.setattr(sheet_reader, "_PATIENCE", 60.0)


@pytest.fixture
def partner(context: Context) -> Flask:
    """The partner's portal."""
    return create_partner(context)


@pytest.fixture
def shelter(context: Context) -> Actor:
    """The shelter's clerk, who acts."""
    return add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)


@pytest.fixture
def clerk(context: Context, partner: Flask, shelter: Actor) -> Visitor:
    """The shelter's clerk, signed in."""
    assert shelter.organisation_id is not None
    return signed_in(context, partner, PREFIX, "clerk")


@pytest.fixture
def mortuary(context: Context, partner: Flask) -> Visitor:
    """A clerk of a mortuary, signed in."""
    add_staff(context, "pathologist", "Morgue Invented", OrganisationKind.MORTUARY)
    return signed_in(context, partner, PREFIX, "pathologist")
