"""An installation's engine: shipped, or with files of its own; two of them work side by side in one process."""

import json
import pickle
from importlib.resources import files
from pathlib import Path

import pytest

from matching import Engine, MatchRecord, PersonName, Side
from matching.names.name_comparison import prepare
from matching.pairs import Pairs
from search.errors import Refused
from search.records.installed_engine import EngineFiles, engine_files, engine_of, load_engine
from search.records.part_frequency_file import sounds_of, write_frequencies
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault

NAME = "Qorvandil Zubmertak"
SHIPPED = Engine.load()
# What does not depend on the database is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def frequencies(tmp_path: Path) -> Path:
    """A file by which everybody is called so."""
    path = tmp_path / "parts.json"
    write_frequencies(path, dict.fromkeys(sounds_of((NAME,)), 20_000.0), {"date": "2026-03-01", "records": 300})
    return path


@pytest.fixture
def parameters(tmp_path: Path) -> Path:
    """The shipped parameters with another prior."""
    text = files("matching").joinpath("parameters", "second.json").read_text(encoding="utf-8")
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(json.loads(text) | {"prior": -20.0}), encoding="utf-8")
    return path


@pytest.fixture
def engines(frequencies: Path, parameters: Path) -> dict[str, Engine]:
    """The shipped engine, and those with one or both files."""
    return {
        "shipped": load_engine(EngineFiles()),
        "counted": load_engine(EngineFiles(part_frequencies=frequencies)),
        "estimated": load_engine(EngineFiles(parameters=parameters)),
        "both": load_engine(EngineFiles(parameters=parameters, part_frequencies=frequencies)),
    }


def _record(side: Side) -> MatchRecord:
    return MatchRecord(side, names=(PersonName(NAME),))


def weight(engine: Engine) -> float:
    """What two records of one name weigh, by every way through the engine."""
    sought, found = (engine.prepare(_record(side)) for side in (Side.SOUGHT, Side.FOUND))
    explained = engine.explain(sought, found).match_weight
    packed = Pairs.one_with_all(engine.columns([engine.pack(sought)]), engine.columns([engine.pack(found)]))
    assert engine.score(packed) == [pytest.approx(explained, abs=0.001)]
    return explained


def test_each_engine_gives_its_own_weights_in_whatever_order_they_are_asked(engines: dict[str, Engine]) -> None:
    first = {name: weight(engine) for name, engine in engines.items()}
    assert first["counted"] < first["shipped"] - 4
    assert first["estimated"] == pytest.approx(first["shipped"] - 20.0 - SHIPPED.prior_weight, abs=0.01)
    assert first["both"] == pytest.approx(first["counted"] - 20.0 - SHIPPED.prior_weight, abs=0.01)
    again = {name: weight(engines[name]) for name in ("both", "shipped", "counted", "estimated", "shipped", "both")}
    assert again == first


def test_each_engine_has_a_version_of_its_own_and_those_that_read_each_other_s_records_one_layout(
    engines: dict[str, Engine],
) -> None:
    assert len({engine.version for engine in engines.values()}) == 4
    assert engines["shipped"].version == SHIPPED.version
    assert engines["counted"].version.startswith(f"{SHIPPED.version}+")
    assert all(len(engine.version) <= 64 for engine in engines.values())
    layouts = {name: engine.layout for name, engine in engines.items()}
    assert layouts["shipped"] == layouts["estimated"] != layouts["counted"] == layouts["both"]


def test_the_same_files_make_the_same_engine_again(engines: dict[str, Engine], frequencies: Path) -> None:
    again = load_engine(EngineFiles(part_frequencies=frequencies))
    assert (again.version, again.layout) == (engines["counted"].version, engines["counted"].layout)
    assert weight(again) == weight(engines["counted"])


def test_an_engine_weighs_the_same_where_it_was_sent(engines: dict[str, Engine]) -> None:
    for engine in engines.values():
        received: Engine = pickle.loads(pickle.dumps(engine))  # noqa: S301 - made here
        assert (received.version, received.layout, weight(received)) == (engine.version, engine.layout, weight(engine))


@on_sqlite
def test_each_database_carries_its_own_engine_into_its_sessions(
    database: Database, database_url: str, vault: Vault, engines: dict[str, Engine]
) -> None:
    other = Database.open(database_url, vault, engines["both"])
    try:
        with other.transaction() as one, database.reading() as two:
            assert engine_of(one) is engines["both"]
            assert engine_of(two) is database.matching
            weights = [weight(engine_of(session)) for session in (one, two, one)]
    finally:
        other.close()
    assert weights == [weight(engine) for engine in (engines["both"], SHIPPED, engines["both"])]


def test_the_settings_name_the_files(frequencies: Path, parameters: Path) -> None:
    named = engine_files(Settings(parameters=parameters, part_frequencies=frequencies))
    assert named == EngineFiles(parameters=parameters, part_frequencies=frequencies)
    assert engine_files(Settings()) == EngineFiles()


@pytest.fixture(params=["", "{}", '{"version": "2:2026-01-01", "made": {}}', "other levels"])
def broken(request: pytest.FixtureRequest, parameters: Path) -> Path:
    """A file that makes no model, or one of other levels than this engine's."""
    text: str = request.param
    if text == "other levels":
        document = json.loads(parameters.read_text("utf-8"))
        document["layouts"]["elapsed"] = "00000000"
        text = json.dumps(document)
    parameters.write_text(text, "utf-8")
    return parameters


def test_parameters_that_make_no_engine_are_refused(broken: Path) -> None:
    with pytest.raises(Refused, match=r"parameters_unreadable name=weights\.json"):
        load_engine(EngineFiles(parameters=broken))


def test_frequencies_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"part_frequencies_unreadable name=missing\.json"):
        load_engine(EngineFiles(part_frequencies=tmp_path / "missing.json"))


def test_names_are_rare_again_for_whoever_counted_nothing(engines: dict[str, Engine]) -> None:
    common = engines["counted"].prepare(_record(Side.FOUND)).names[0].name.parts[0]
    assert common.rarity < prepare(NAME).parts[0].rarity - 4
