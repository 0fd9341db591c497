"""What is learnt of the registry: the model's parameters and how common name parts are; bits and sounds, no names."""

import json
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from matching import Engine
from matching.model import parse_model
from matching.record import PersonName
from search.access import ANYONE
from search.accounts.new_family_words import prepare_words
from search.accounts.organisations import find_organisation
from search.cli import commands
from search.errors import Refused
from search.filing.registering_searches import register_search
from search.filing.reporting_found_persons import store_reports
from search.models import AuditEntry, MatchProposal
from search.records.installed_engine import EngineFiles, load_engine
from search.records.part_frequency_file import sounds_of
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault, encode_master_key
from tests.search.cli.command_line import on_sqlite
from tests.search.evaluation.judged_registry import PEOPLE_IN_ALL
from tests.search.scene import NOW, Scene, found, make_scene, sought
from web.context import open_context

pytestmark = pytest.mark.slow

COMMON = "Qorvandil"


@pytest.fixture
def judged(var: Path, judged_file: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """An installation on a copy of that registry."""
    var.mkdir()
    url = f"sqlite:///{shutil.copy(judged_file, var / 'judged.sqlite')}"
    monkeypatch.setenv("OVILLO_DATABASE_URL", url)
    monkeypatch.setenv("OVILLO_MASTER_KEY", encode_master_key(bytes(range(32))))
    database = Database.open(url, vault, Engine.load())
    yield database
    database.close()


@pytest.fixture
def people(registry: Database) -> Scene:
    """A registry in which everybody is called Qorvandil, and each has another family name."""
    scene = make_scene(registry)
    reports = [found(COMMON, n, sender_number=f"S{n}") for n in range(210)]
    reports = [
        replace(one, found=replace(one.found, names=(PersonName(f"{COMMON} {family(n)}"),)))
        for n, one in enumerate(reports)
    ]
    with registry.transaction() as session:
        store_reports(session, scene.shelter_id, reports, now=NOW)
    return scene


def family(number: int) -> str:
    """An invented family name, another one for each number up to 216 and not alike in sound."""
    syllables = ("ba", "ku", "ti", "so", "me", "fa")
    return "Z" + syllables[number // 36] + syllables[number // 6 % 6] + syllables[number % 6] + "mertak"


def typed(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def test_what_people_judged_becomes_a_model_that_can_be_loaded_and_its_reading_is_audited_before(
    judged: Database, tmp_path: Path
) -> None:
    file = tmp_path / "weights.json"
    answer = typed("model", "estimate-from-registry", file)
    assert (answer.exit_code, answer.stdout) == (0, f"written to {file}, 0 judgements made by people\n")
    assert parse_model(json.loads(file.read_text("utf-8"))).reports == PEOPLE_IN_ALL
    with judged.reading() as session:
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


def test_parameters_weigh_in_worker_and_portals_and_proposals_remember_it(
    judged: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, shipped = tmp_path / "weights.json", Engine.load().version
    typed("model", "estimate-from-registry", file)
    with judged.transaction() as session:
        register_search(session, ANYONE, sought("Adelaida Figueiredo Ximenes", 70), prepare_words("en"), now=NOW)
        shelter = find_organisation(session, "Casa Invented").id
        store_reports(session, shelter, [found("Adelaida Figueiredo Ximenes", 70, sender_number="S70")], now=NOW)
    monkeypatch.setenv("OVILLO_PARAMETERS", str(file))
    assert typed("match").exit_code == 0
    with judged.reading() as session:
        versions = set(session.scalars(select(MatchProposal.engine_version)))
    estimated = load_engine(EngineFiles(parameters=file)).version
    assert versions == {estimated, shipped}
    assert estimated.startswith("2u:")
    settings = Settings(master_key=encode_master_key(bytes(range(32))), parameters=file)
    context = open_context(replace(settings, database_url=str(judged.engine.url)))
    context.database.close()
    assert {context.database.matching.version} == {estimated}


@pytest.mark.parametrize("content", ["", "{}", '{"version": "2:2026-01-01", "made": {}}'])
def test_broken_parameters_stop_the_start(tmp_path: Path, content: str) -> None:
    file = tmp_path / "broken.json"
    file.write_text(content, "utf-8")
    with pytest.raises(Refused, match=r"parameters_unreadable name=broken\.json"):
        load_engine(EngineFiles(parameters=file))


def test_the_registry_s_own_file_holds_sounds_that_ten_bear_and_no_names(people: Scene, tmp_path: Path) -> None:
    file = tmp_path / "parts.json"
    answer = typed("model", "frequencies-of-registry", file)
    assert (answer.exit_code, answer.stdout) == (0, f"1 sounds of 210 people written to {file}\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = json.loads(file.read_text("utf-8"))
    (sound,) = sounds_of((COMMON,))
    assert content["per_million"] == {sound: 1_000_000}
    assert (content["version"], content["made"]["records"], content["made"]["cultures"]) == (1, 210, 1)
    with people.database.reading() as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
    assert last is not None
    assert (last.action, last.detail) == ("count_name_parts", {"records": 210})


@on_sqlite
def test_a_registry_of_few_people_is_audited_and_told_nothing_of(registry: Database, tmp_path: Path) -> None:
    make_scene(registry).report(found(COMMON))
    file = tmp_path / "parts.json"
    answer = typed("model", "frequencies-of-registry", file)
    assert isinstance(answer.exception, Refused)
    assert str(answer.exception) == "too_few_names people=1"
    assert not file.exists()
    with registry.reading() as session:
        assert "count_name_parts" in session.scalars(select(AuditEntry.action)).all()


@on_sqlite
def test_frequencies_weigh_in_worker_and_portals_and_proposals_remember_it(
    people: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "parts.json"
    typed("model", "frequencies-of-registry", file)
    people.file(sought(f"{COMMON} {family(7)}", 7))
    monkeypatch.setenv("OVILLO_PART_FREQUENCIES", str(file))
    assert typed("match").exit_code == 0
    with people.database.reading() as session:
        versions = set(session.scalars(select(MatchProposal.engine_version)))
    assert versions == {load_engine(EngineFiles(part_frequencies=file)).version} != {Engine.load().version}
    settings = Settings(master_key=encode_master_key(bytes(range(32))), part_frequencies=file)
    context = open_context(replace(settings, database_url=str(people.database.engine.url)))
    context.database.close()
    assert {context.database.matching.version} == versions


@on_sqlite
@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("words", [["match"], ["setup"], ["model", "frequencies-of-registry", "parts.json"]])
def test_broken_frequencies_stop_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    monkeypatch.setenv("OVILLO_PART_FREQUENCIES", str(broken))
    answer = typed(*words)
    assert str(answer.exception) == "part_frequencies_unreadable name=broken.json"
    with pytest.raises(Refused, match="part_frequencies_unreadable"):
        open_context(Settings(master_key=encode_master_key(bytes(32)), part_frequencies=broken))


@pytest.mark.parametrize(("options", "judged"), [([], True), (["--unjudged"], False)])
def test_a_folder_is_estimated_from_with_its_truth_unless_asked_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], *, judged: bool
) -> None:
    asked: list[object] = []
    document = {"version": "invented"}

    def estimate(folder: Path, _today: object, threshold: float, *, judged: bool) -> dict[str, str]:
        asked.extend([folder, threshold, judged])
        return document

    monkeypatch.setattr("search.cli.model_commands.estimate_parameters", estimate)
    file = tmp_path / "made.json"
    answer = typed("model", "estimate", tmp_path, file, *options)
    assert (answer.exit_code, answer.stdout) == (0, f"written to {file}\n")
    assert (json.loads(file.read_text("utf-8")), asked) == (document, [tmp_path, -1.0, judged])
