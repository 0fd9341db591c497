"""How common name parts are: counted in a gallery for the shipped table, and in the registry itself."""

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from matching.names.name_comparison import prepare
from matching.record import PersonName
from search.cli import commands
from search.errors import Refused
from search.filing.reporting import store_reports
from search.models import AuditEntry, MatchProposal
from search.records.installed_engine import shared_engine, use_frequencies
from search.records.part_frequency_file import sounds_of
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import encode_master_key
from tests.search.scene import NOW, Scene, found, make_scene, sought
from web.context import open_context

COMMON = "Qorvandil"
# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """Leaves the shipped numbers in force."""
    yield
    use_frequencies(None)


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
def test_the_file_weighs_in_worker_and_portals_and_proposals_remember_it(
    people: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, shipped = tmp_path / "parts.json", shared_engine().version
    rare = prepare(COMMON).parts[0].rarity
    typed("model", "frequencies-of-registry", file)
    people.file(sought(f"{COMMON} {family(7)}", 7))
    monkeypatch.setenv("OVILLO_PART_FREQUENCIES", str(file))
    assert typed("match").exit_code == 0
    assert prepare(COMMON).parts[0].rarity < 0.01 < rare
    with people.database.reading() as session:
        versions = set(session.scalars(select(MatchProposal.engine_version)))
    assert versions == {shared_engine().version} != {shipped}
    use_frequencies(None)
    settings = Settings(master_key=encode_master_key(bytes(range(32))), part_frequencies=file)
    context = open_context(replace(settings, database_url=str(people.database.engine.url)))
    context.database.close()
    assert {context.engine.version} == versions


@on_sqlite
@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("words", [["match"], ["setup"], ["model", "frequencies-of-registry", "parts.json"]])
def test_a_broken_file_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    monkeypatch.setenv("OVILLO_PART_FREQUENCIES", str(broken))
    answer = typed(*words)
    assert str(answer.exception) == "part_frequencies_unreadable name=broken.json"
    with pytest.raises(Refused, match="part_frequencies_unreadable"):
        open_context(Settings(master_key=encode_master_key(bytes(32)), part_frequencies=broken))


def test_the_shipped_table_is_made_of_a_gallery(tmp_path: Path) -> None:
    gallery, file = tmp_path / "gallery.tsv", tmp_path / "table.tsv"
    gallery.write_text("gallery_id\tname\n" + f"g\t{COMMON}\n" * 200, "utf-8")
    assert typed("tables", "frequencies", gallery, file).stdout == f"written to {file}\n"
    lines = file.read_text("utf-8").splitlines()
    assert lines[1] == "# Made by: ovillo tables frequencies gallery.tsv table.tsv"
    (sound,) = sounds_of((COMMON,))
    assert lines[2:] == [f"{sound}\t1000000"]
