"""The committee's portal with two readers, one likely pair, and a reader of another committee."""

import uuid

import pytest
from flask import Flask

from search.access import Actor
from search.vocabulary import OrganisationKind
from tests.fixtures.staff import COMMITTEE, SHELTER, add_staff, likely_pair, signed_in
from tests.fixtures.visitor import Visitor
from web.committee import create_committee
from web.context import Context

PREFIX = "/committee"


@pytest.fixture
def clerk(context: Context) -> Actor:
    """Somebody who reports for a shelter."""
    return add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER)


@pytest.fixture
def committee(context: Context) -> Flask:
    """The committee's portal."""
    add_staff(context, "ana", COMMITTEE, OrganisationKind.COMMITTEE)
    add_staff(context, "berta", COMMITTEE, OrganisationKind.COMMITTEE)
    return create_committee(context)


@pytest.fixture
def pair(context: Context, clerk: Actor) -> uuid.UUID:
    """A pair that nobody has read."""
    return likely_pair(context, clerk)


@pytest.fixture
def ana(context: Context, committee: Flask) -> Visitor:
    """The first reader, signed in."""
    return signed_in(context, committee, PREFIX, "ana")


@pytest.fixture
def berta(context: Context, committee: Flask) -> Visitor:
    """The second reader, signed in."""
    return signed_in(context, committee, PREFIX, "berta")


@pytest.fixture
def stranger(context: Context, committee: Flask) -> Visitor:
    """A reader of another committee, signed in."""
    add_staff(context, "carla", "Committee of the South", OrganisationKind.COMMITTEE)
    return signed_in(context, committee, PREFIX, "carla")
