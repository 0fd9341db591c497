"""A member of staff for the tests of accounts."""

import pytest

from search.access import OPERATOR
from search.accounts.staff import NewAccount, add_account
from search.storage.database import Database
from search.vocabulary import OrganisationKind
from tests.search.accounts.entering import PASSWORD
from tests.search.scene import NOW


@pytest.fixture
def secret(database: Database) -> str:
    """The one-time-code secret of `alem`, who reviews for a committee."""
    command = NewAccount(
        organisation="Committee", organisation_kind=OrganisationKind.COMMITTEE, login="alem", password=PASSWORD
    )
    with database.transaction() as session:
        return add_account(session, OPERATOR, command, now=NOW)
