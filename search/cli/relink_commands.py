"""`ovillo relink`: the whole registry compared again, in one go or in three steps that a cluster can share."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from search.access import OPERATOR
from search.cli.installation import now, open_database, settings
from search.records.installed_engine import engine_files
from search.relinking.installed_extras import FILES, check_installed
from search.relinking.key_files import EngineKey, PortalKey, read_key, refuse_to_replace, write_key
from search.storage.database import Database

_IN_LOG_SECONDS = 10.0
_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_OPTIONS = (
    click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True),
    click.option("--master", default="local[2]", show_default=True, help="Spark's: spark://…, yarn, local[2]."),
    click.option("--memory", default="1500MB", show_default=True, help="What the engine's tables may hold."),
    click.option("--work", type=_FOLDER, help="A folder for what is unfinished; the next run goes on there."),
)


def _engine_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(invoke_without_command=True)
@_engine_options
@click.pass_context
def relink(context: click.Context, /, **chosen: Any) -> None:
    """Compare all search requests with all found reports again, as when the model has improved.

    Without a further word everything in one go, on this machine.
    """
    if context.invoked_subcommand is None:
        check_installed(*FILES)
        with _work_folder(chosen["work"]) as work, open_database() as database:
            _relink(database, work, chosen)


@relink.command()
@click.argument("folder", type=_FOLDER)
@click.option("--engine-key", type=_FILE, help="Goes with FOLDER to the engine; FOLDER.engine-key when left out.")
@click.option("--portal-key", type=_FILE, help="Stays here for the import; FOLDER.portal-key when left out.")
def export(*, folder: Path, engine_key: Path | None, portal_key: Path | None) -> None:
    """Write what an engine needs into FOLDER, sealed and without names, and two key files outside it."""
    check_installed(*FILES)
    with open_database() as database:
        _export(database, folder, _beside(folder, engine_key, "engine-key"), _beside(folder, portal_key, "portal-key"))


@relink.command()
@click.argument("folder", type=_FOLDER)
@click.argument("results", type=_FOLDER)
@click.option("--engine-key", type=_FILE, help="FOLDER.engine-key when left out.")
@click.option("--threshold", "threshold", type=float, hidden=True, help="Keep pairs of so many bits; for measuring.")
@_engine_options
def run(*, folder: Path, results: Path, engine_key: Path | None, **chosen: Any) -> None:
    """Weigh all candidate pairs of the export in FOLDER into RESULTS; needs neither the database nor its keys."""
    check_installed(*FILES)
    with _work_folder(chosen["work"]) as work:
        _run(folder, _beside(folder, engine_key, "engine-key"), results, work, chosen)


@relink.command("import")
@click.argument("results", type=_FOLDER)
@click.option("--portal-key", type=_FILE, required=True, help="The one that the export wrote.")
def import_(*, results: Path, portal_key: Path) -> None:
    """Store what is in RESULTS as proposals; what was filed or changed since the export still waits."""
    check_installed(*FILES)
    with open_database() as database:
        _import(database, results, portal_key)


def _relink(database: Database, work: Path, chosen: dict[str, Any]) -> None:
    folder, results = work / "export", work / "results"
    engine_key, portal_key = work / "engine.key", work / "portal.key"
    # The portal's key is the last that an export writes.
    if not portal_key.exists():
        shutil.rmtree(folder, ignore_errors=True)
        engine_key.unlink(missing_ok=True)
        _export(database, folder, engine_key, portal_key)
    database.close()
    _run(folder, engine_key, results, work / "engine", chosen)
    _import(database, results, portal_key)
    for done in (folder, results, work / "engine"):
        shutil.rmtree(done, ignore_errors=True)
    engine_key.unlink()
    portal_key.unlink()


def _export(database: Database, folder: Path, engine_key: Path, portal_key: Path) -> None:
    from search.relinking.export import export_registry  # noqa: PLC0415 - needs Arrow, an extra

    # Before minutes of work, not after them.
    refuse_to_replace(engine_key, portal_key)
    exported = export_registry(database, OPERATOR, folder, now=now(), report=Told())
    write_key(engine_key, exported.engine_key)
    write_key(portal_key, exported.portal_key)
    manifest = exported.manifest
    click.echo(f"exported {manifest.requests} requests and {manifest.reports} reports in {len(manifest.parts)} parts")


def _run(folder: Path, engine_key: Path, results: Path, work: Path, chosen: dict[str, Any]) -> None:
    from search.relinking.engine_choice import Choice, EngineKind, run_engine  # noqa: PLC0415 - needs Arrow, an extra

    choice = Choice(
        kind=EngineKind(chosen["engine"]),
        work=work,
        memory=chosen["memory"],
        master=chosen["master"],
        files=engine_files(settings()),
        threshold=chosen.get("threshold"),
    )
    outcome = run_engine(folder, read_key(engine_key, EngineKey), results, choice, Told())
    click.echo(f"weighed {outcome.pairs} pairs, kept {outcome.kept}")


def _import(database: Database, results: Path, portal_key: Path) -> None:
    from search.relinking.results_import import import_results  # noqa: PLC0415 - needs Arrow, an extra

    key = read_key(portal_key, PortalKey)
    imported = import_results(database, OPERATOR, results, key, now=now(), report=Told())
    click.echo(f"imported {imported.requests} requests; {imported.proposals} proposals made or made again")


def _beside(folder: Path, given: Path | None, ending: str) -> Path:
    return given or folder.with_name(f"{folder.name}.{ending}")


@contextmanager
def _work_folder(given: Path | None) -> Iterator[Path]:
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="ovillo-relink-") as folder:
        yield Path(folder)


class Told:
    """Says the first of many lines, and then one now and then."""

    def __init__(self) -> None:
        self._said = 0.0

    def __call__(self, line: str) -> None:
        moment = time.monotonic()
        if moment - self._said >= _IN_LOG_SECONDS:
            self._said = moment
            click.echo(line, err=True)
