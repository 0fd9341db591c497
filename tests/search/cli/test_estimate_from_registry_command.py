"""`ovillo model estimate-from-registry`: the model's parameters from what people judged in the registry itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select, update

from matching.model import parse_model
from search.cli import commands
from search.errors import Refused
from search.models import AuditEntry, MatchProposal
from search.records.installed_engine import shared_engine, use_parameters
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import encode_master_key
from search.vocabulary import ProposalState
from tests.search.scene import PEOPLE, Scene, found, make_scene, sought
from web.context import open_context

PEOPLE_IN_ALL = 64
# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """Leaves the shipped parameters in force."""
    yield
    use_parameters(None)


@pytest.fixture
def judged(registry: Database) -> Scene:
    """A registry in which people judged everything that was proposed: the one with the same number is the person."""
    scene = make_scene(registry)
    scene.populate(PEOPLE_IN_ALL)
    scene.match()
    with registry.transaction() as session:
        session.execute(update(MatchProposal).values(state=ProposalState.CONFIRMED.value))
    return scene


def typed(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def test_what_people_judged_becomes_a_model_that_can_be_loaded_and_names_nobody(judged: Scene, tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    answer = typed("model", "estimate-from-registry", file)
    assert answer.exit_code == 0, answer.output
    text = file.read_text("utf-8")
    model = parse_model(json.loads(text))
    assert model.reports == PEOPLE_IN_ALL
    assert model.weights("sex")["same"] > 0 > model.weights("sex")["different"]
    assert f"{len(judged.proposals())} judged pairs" in model.made["data"]
    assert not any(part in text for name in PEOPLE[4] for part in name.split())


def test_that_the_registry_was_read_is_audited_before(judged: Scene, tmp_path: Path) -> None:
    typed("model", "estimate-from-registry", tmp_path / "weights.json")
    with judged.database.reading() as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
    assert last is not None
    assert (last.action, last.detail) == ("estimate_model", {"judgements": 0})


@on_sqlite
def test_a_registry_of_few_people_is_refused(registry: Database, tmp_path: Path) -> None:
    make_scene(registry).populate(3)
    answer = typed("model", "estimate-from-registry", tmp_path / "weights.json")
    assert isinstance(answer.exception, Refused)
    assert str(answer.exception) == "registry_too_small records=3"
    assert not (tmp_path / "weights.json").exists()


@on_sqlite
def test_the_file_weighs_in_worker_and_portals_and_proposals_remember_it(
    judged: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, shipped = tmp_path / "weights.json", shared_engine().version
    typed("model", "estimate-from-registry", file)
    judged.file(sought("Adelaida Figueiredo Ximenes", 70))
    judged.report(found("Adelaida Figueiredo Ximenes", 70, sender_number="S70"))
    monkeypatch.setenv("OVILLO_PARAMETERS", str(file))
    assert typed("match").exit_code == 0
    with judged.database.reading() as session:
        versions = set(session.scalars(select(MatchProposal.engine_version)))
    assert versions == {shared_engine().version, shipped}
    assert shared_engine().version.startswith("2u:")
    use_parameters(None)
    settings = Settings(master_key=encode_master_key(bytes(range(32))), parameters=file)
    context = open_context(replace(settings, database_url=str(judged.database.engine.url)))
    context.database.close()
    assert {context.engine.version} < versions


@pytest.mark.parametrize("content", ["", "{}", '{"version": "2:2026-01-01", "made": {}}'])
def test_a_broken_file_stops_the_start(tmp_path: Path, content: str) -> None:
    file = tmp_path / "broken.json"
    file.write_text(content, "utf-8")
    with pytest.raises(Refused, match=r"parameters_unreadable name=broken\.json"):
        use_parameters(file)
