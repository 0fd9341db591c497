"""The operator erases at the command line, once the number was typed, and is told what is left and where."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from search.access import ANYONE, Actor, clerk_of
from search.accounts.new_family_words import prepare_words
from search.cli import commands
from search.commands import AskErasure
from search.erasing.asked_erasures import ask_erasure
from search.filing.registering_searches import register_search
from search.filing.reporting_found_persons import report_found
from search.models import Account, Record
from search.storage.database import Database
from search.summaries import CaseFiled
from tests.search.cli.command_line import typed
from tests.search.scene import NOW, found, sought


@pytest.fixture
def case(staffed: Database) -> CaseFiled:
    words = prepare_words("en")
    with staffed.transaction() as session:
        return register_search(session, ANYONE, sought("Tesfalem"), words, now=NOW)


def test_a_search_is_erased_once_its_reference_was_typed_again(staffed: Database, case: CaseFiled) -> None:
    refused = CliRunner().invoke(commands, ["erase", "search", case.reference, "--typed", "yes"])
    assert str(refused.exception) == "erasure_not_confirmed"
    assert erased(staffed) == [False]
    told = typed("erase", "search", case.reference.lower(), "--typed", case.reference).stdout
    assert erased(staffed) == [True]
    assert ("any more" if staffed.one_writer else "write-ahead log") in told
    assert "relink export" in told
    again = CliRunner().invoke(commands, ["erase", "search", case.reference, "--typed", case.reference])
    assert str(again.exception) == "not_found"


def test_a_report_is_erased_by_its_id_and_what_persons_asked_is_listed(staffed: Database) -> None:
    reporter = clerk(staffed)
    with staffed.transaction() as session:
        report = report_found(session, reporter, found("Tesfalem", sender_number="S-1"), now=NOW).report_id
        for number in ("S-1", "S-9"):
            ask_erasure(session, reporter, AskErasure(organisation="Casa Invented", sender_number=number), now=NOW)
    listed = typed("erase", "asked").stdout
    assert f"report {report}" in listed
    assert "no such report" in listed
    other = next(line.split()[0] for line in listed.splitlines() if "S-9" in line)
    assert typed("erase", "settle", other).stdout.strip() == "closed"
    assert typed("erase", "report", str(report), "--typed", "s1").stdout.startswith("erased")
    assert typed("erase", "asked").stdout.strip() == "0 waiting"
    assert erased(staffed) == [True]
    assert typed("erase", "scrub").stdout


def test_nobody_read_a_case_that_was_just_filed(case: CaseFiled) -> None:
    assert typed("readings", case.reference).stdout.splitlines() == [f"Readings of the search {case.reference}", "none"]


def test_the_audit_stays_whole_and_its_head_is_kept_elsewhere(
    case: CaseFiled, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("elsewhere") / "head"
    assert "entries; written to" in typed("audit", "head", str(file)).stdout
    typed("erase", "search", case.reference, "--typed", case.reference)
    assert typed("audit", "verify", "--head-file", str(file)).stdout.startswith("audit whole")


def erased(database: Database) -> list[bool]:
    with database.reading() as session:
        return [moment is not None for moment in session.scalars(select(Record.erased_at).order_by(Record.number))]


def clerk(database: Database) -> Actor:
    with database.reading() as session:
        account = session.scalars(select(Account).where(Account.login == "clerk")).one()
        return replace(clerk_of(account.organisation_id), account_id=account.id)
