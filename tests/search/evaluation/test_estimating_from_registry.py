"""What people judged becomes parameters that can be loaded; a registry of few people is not learnt from."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import case, select, update

from matching import Engine
from matching.model import Model, parse_model
from search.access import OPERATOR, WORKER, Actor
from search.errors import AccessDenied, Refused
from search.evaluation.estimating_from_registry import begin_learning, learn_parameters
from search.models import AuditEntry, MatchProposal, Record
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import ProposalState
from tests.search.evaluation.judged_registry import PEOPLE_IN_ALL, judge_everything
from tests.search.scene import NOW, PEOPLE, Scene

pytestmark = pytest.mark.slow


def learn(database: Database, actor: Actor = OPERATOR) -> dict[str, Any]:
    with database.reading() as session:
        chance = random.Random(7)  # noqa: S311 - a sample, not a secret
        document = learn_parameters(session, actor, Engine.load(), chance, today=NOW.date())
    read: dict[str, Any] = json.loads(json.dumps(document))
    return read


@pytest.fixture
def judged(judged_file: Path, tmp_path: Path, vault: Vault) -> Iterator[Database]:
    """That registry, for this test alone."""
    database = Database.open(f"sqlite:///{shutil.copy(judged_file, tmp_path / 'judged.sqlite')}", vault, Engine.load())
    yield database
    database.close()


def check_learnt(database: Database) -> Model:
    document = learn(database)
    with database.reading() as session:
        proposals = len(session.scalars(select(MatchProposal.id)).all())
    model = parse_model(document)
    assert model.reports == PEOPLE_IN_ALL
    assert model.weights("sex")["same"] > 0 > model.weights("sex")["different"]
    assert model.made["data"].startswith(f"{proposals} judged pairs among ")
    assert document["proposal_threshold"] == Engine.load().proposal_threshold
    return model


def test_what_people_judged_becomes_a_model_that_can_be_loaded(judged: Database) -> None:
    check_learnt(judged)


@pytest.mark.postgresql
@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_the_other_database_is_learnt_from_as_well(scene: Scene) -> None:
    judge_everything(scene)
    check_learnt(scene.database)


def test_bits_and_shares_come_out_and_never_a_name(judged: Database) -> None:
    text = json.dumps(learn(judged), ensure_ascii=False)
    assert not any(part in text for name in PEOPLE[4] for part in name.split())


def test_what_was_confirmed_weighs_for_and_what_was_ruled_out_against(judged: Database) -> None:
    right, wrong = ProposalState.AGREED.value, ProposalState.RULED_OUT.value
    truly, falsely = (learnt_where(judged, same, other) for same, other in ((right, wrong), (wrong, right)))
    assert truly["same"] > 2 > falsely["same"]


def learnt_where(database: Database, same: str, other: str) -> dict[str, float]:
    """What phones weigh where pairs of one person are in the state `same`, and all others in `other`."""
    # The reports were stored after all searches, in the order of their people.
    is_same = MatchProposal.report_number == MatchProposal.request_number + PEOPLE_IN_ALL
    with database.transaction() as session:
        session.execute(update(MatchProposal).values(state=case((is_same, same), else_=other)))
    return parse_model(learn(database)).weights("phones")


def test_pairs_that_nobody_decided_are_not_counted_as_judged(judged: Database) -> None:
    for state in (ProposalState.OPEN, ProposalState.AWAITING_SECOND, ProposalState.UNSURE):
        with judged.transaction() as session:
            session.execute(update(MatchProposal).values(state=state.value))
        assert learn(judged)["made"]["data"].startswith("0 judged pairs among ")


def test_whoever_was_withdrawn_is_not_learnt_from(judged: Database) -> None:
    with judged.transaction() as session:
        fifteen = select(Record.number).where(Record.side == "found").limit(15)
        session.execute(update(Record).where(Record.number.in_(fifteen)).values(withdrawn_at=NOW))
    with pytest.raises(Refused, match="registry_too_small records=49"):
        learn(judged)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_registry_of_few_people_is_refused(scene: Scene) -> None:
    scene.populate(3)
    with pytest.raises(Refused, match="registry_too_small records=3"):
        learn(scene.database)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_only_the_operator_learns_and_it_is_audited_before_anything_is_read(scene: Scene) -> None:
    for actor in (WORKER, scene.reviewers[0]):
        with pytest.raises(AccessDenied), scene.database.transaction() as session:
            begin_learning(session, actor, now=NOW)
        with pytest.raises(AccessDenied):
            learn(scene.database, actor)
    with scene.database.transaction() as session:
        assert begin_learning(session, OPERATOR, now=NOW) == 0
    with scene.database.reading() as session:
        entry = session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.subject_id, entry.detail) == ("estimate_model", "model", {"judgements": 0})
