"""The audit is verified at the command line, which ends with one where the chain is broken."""

import pytest
from sqlalchemy import update

from search.models import AuditEntry
from search.storage.database import Database
from tests.search.cli.command_line import on_sqlite, typed


@on_sqlite
@pytest.mark.usefixtures("staffed")
def test_the_audit_is_whole_and_passes_through_the_head_that_was_printed() -> None:
    head = typed("audit", "verify").stdout.split()[-1]
    assert typed("audit", "verify", "--head", head).stdout.startswith("audit whole: ")


def test_a_tampered_audit_ends_with_one_and_says_where(staffed: Database) -> None:
    with staffed.transaction() as session:
        session.execute(update(AuditEntry).where(AuditEntry.sequence == 1).values(action="forged"))
    assert typed("audit", "verify", ends=1).stderr.startswith("audit broken (entry_altered): entry 1 was")
