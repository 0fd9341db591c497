"""Loading the demonstration goes through the services, once, and its known pairs become proposals."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matching import Engine
from search.access import OPERATOR
from search.accounts.organisations import find_or_add_organisation
from search.accounts.waiting_tickets import Attempt
from search.demonstration import load_demonstration
from search.demonstration.demonstration_loading import WALK_THROUGH
from search.models import AuditEntry, FoundReport, MatchProposal, Organisation, SearchRequest
from search.proposing.proposal_export import export_proposals
from search.proposing.worker import Worker
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import OrganisationKind
from tests.search.accounts.entering import come_in, guess
from tests.search.demonstration import material

pytestmark = pytest.mark.slow

_NOW = datetime.datetime(2025, 3, 1, 9, 0, tzinfo=datetime.UTC)
_ENOUGH = 0.8
Weights = dict[material.Pair, float]


@pytest.fixture(scope="module")
def matched(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite_file: Path, vault: Vault) -> Iterator[Database]:
    """The demonstration loaded and compared, for the tests that only look at it."""
    copy = shutil.copy(migrated_sqlite_file, tmp_path_factory.mktemp("demonstration") / "registry.sqlite")
    database = Database.open(f"sqlite:///{copy}", vault, Engine.load())
    load_demonstration(database, now=_NOW)
    Worker(database, lambda: _NOW).match_all()
    yield database
    database.close()


def _weights(database: Database) -> Weights:
    """Match weights of all proposals, by the file's own references and numbers."""
    senders = material.senders()
    with database.transaction() as session:
        proposals = export_proposals(session, OPERATOR, now=_NOW)
    return {(one.earlier_reference, senders[one.sender], one.sender_number): one.match_weight for one in proposals}


def _counts(session: Session) -> tuple[int, ...]:
    tables = (SearchRequest, FoundReport, AuditEntry)
    return tuple(session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)


def test_it_is_loaded_once_and_whole_and_its_known_pairs_are_proposed(database: Database) -> None:
    first = load_demonstration(database, now=_NOW)
    with database.reading() as session:
        loaded = _counts(session)
    assert loaded[:2] == (len(material.requests()), len(material.rows()))
    assert load_demonstration(database, now=_NOW) == first
    with database.reading() as session:
        assert _counts(session) == loaded
    Worker(database, lambda: _NOW).match_all()
    assert len(_weights(database).keys() & set(material.pairs())) >= _ENOUGH * len(material.pairs())


def test_what_is_printed_opens_every_door(matched: Database) -> None:
    demonstration = load_demonstration(matched, now=_NOW)
    assert len(demonstration.accounts) == 11
    for account in demonstration.accounts:
        attempt = Attempt(portal=account.portal, name=account.login, secret=account.password)
        assert come_in(matched, attempt, _NOW, without_code=True), account.login
    assert guess(matched, demonstration.reference, " ".join(demonstration.words), _NOW)


def test_a_registry_in_use_is_never_filled_and_no_password_is_told_for_it(database: Database) -> None:
    with database.transaction() as session:
        find_or_add_organisation(session, "Another committee", OrganisationKind.COMMITTEE)
    demonstration = load_demonstration(database, now=_NOW)
    assert (demonstration.accounts, demonstration.reference, demonstration.words) == ((), "", ())
    with database.reading() as session:
        assert _counts(session) == (0, 0, 0)


def test_the_mothers_search_in_tigrinya_meets_the_mortuarys_row_among_the_heaviest_proposals(matched: Database) -> None:
    weights = _weights(matched)
    heaviest = sorted(weights, key=lambda pair: -weights[pair])[:10]
    (pair,) = [pair for pair in material.pairs() if pair[0] == WALK_THROUGH]
    assert pair in heaviest
    assert pair[1] == "mortuary_es"


def test_a_brother_on_the_same_boat_never_outranks_the_one_who_is_sought(matched: Database) -> None:
    """Both families gave the same telephone, and the names and places agree: only the person's own features differ."""
    weights = _weights(matched)
    partners = {reference: report for reference, *report in material.pairs()}
    by_name = {request["sought"]["names"][0]["full"]: request["ref"] for request in material.requests()}
    related = [
        ("ዮናታን ሰለሙን ርእሶም", "ናሆም ሰለሙን ርእሶም"),
        ("هيثم رجب عبد الغني النحاس", "رجب عبد الغني النحاس"),
    ]
    for one, other in [*related, *((b, a) for a, b in related)]:
        own = weights[(by_name[one], *partners[by_name[one]])]
        assert own > weights.get((by_name[one], *partners[by_name[other]]), float("-inf")), one


def test_both_committees_have_pairs_to_read_and_the_first_most_of_them(matched: Database) -> None:
    with matched.reading() as session:
        counted = select(Organisation.name, func.count()).join(
            MatchProposal, MatchProposal.committee_id == Organisation.id
        )
        pairs = dict(session.execute(counted.group_by(Organisation.name)).all())
    assert len(pairs) == 2
    assert 5 <= min(pairs.values()) < max(pairs.values()) / 3
