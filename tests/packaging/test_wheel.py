"""What `pip install .` gives: the whole program with its data and all its languages, and nothing of the workshop."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from i18n.locales import locale
from i18n.translate import gettext
from search.settings import PREFIX
from tests.architecture.source import ROOT, all_files, name_of

pytestmark = pytest.mark.slow

PRODUCT = ("matching", "search", "web", "i18n")
BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "LICENSES", "wsgi.py", *PRODUCT)
LEFT_BY_EARLIER_BUILDS = ".mo"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
SCRIPT = Path(__file__).with_name("asked_for_its_languages.py")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources, so that nothing is left among them."""
    folder = tmp_path_factory.mktemp("wheel")
    for path in all_files():
        if name_of(path).partition("/")[0] in BUILT_FROM:
            target = folder / "source" / name_of(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    run([*PIP, "wheel", str(folder / "source"), "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder)])
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and borrows the libraries from the one that runs the tests.

    The project's own editable installation stays out: a folder that a `.pth` file adds is searched, its own `.pth`
    files are not read.
    """
    folder = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    python = folder / "bin" / "python"
    run([*PIP, "--python", str(python), "install", "--no-deps", "--no-index", "--no-compile", str(wheel)])
    (site_packages,) = folder.glob("lib/python*/site-packages")
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answers(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What the installed portals say to readers of three languages, from a folder in which there is no project."""
    folder = tmp_path_factory.mktemp("elsewhere")
    told = folder / "answers.json"
    named = {f"{PREFIX}VAR": str(folder / "var"), "ANSWERS": str(told)}
    run([str(environment / "bin" / "ovillo"), "setup"], folder, named)
    script = shutil.copyfile(SCRIPT, folder / SCRIPT.name)
    run([str(environment / "bin" / "python"), str(script)], folder, named)
    read: dict[str, dict[str, str]] = json.loads(told.read_text("utf-8"))
    return read


def run(command: list[str], folder: Path | None = None, named: dict[str, str] | None = None) -> str:
    """What a command prints, with no setting of this machine in force; fails with what it said when it fails."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith((PREFIX, "PYTHON"))}
    done = subprocess.run(
        command, cwd=folder, env={**kept, **(named or {})}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_that_runs_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    sources = {name_of(path) for path in all_files() if name_of(path).partition("/")[0] in PRODUCT}
    sources -= {name for name in sources if name.endswith(LEFT_BY_EARLIER_BUILDS)}
    assert packed == {"wsgi.py", *sources}


def test_licences_of_program_and_data_go_with_the_wheel(wheel: Path) -> None:
    names = [name.partition(".dist-info/licenses/")[2] for name in zipfile.ZipFile(wheel).namelist()]
    expected = ["LICENSE", "NOTICE", *(name_of(path) for path in (ROOT / "LICENSES").iterdir())]
    assert sorted(filter(None, names)) == sorted(expected)


def test_the_installed_command_says_its_version(environment: Path, wheel: Path, tmp_path: Path) -> None:
    version = wheel.name.split("-")[1]
    said = run([str(environment / "bin" / "ovillo"), "--version"], tmp_path)
    assert said.strip().endswith(version)


def test_what_answers_is_what_was_installed(environment: Path, answers: dict[str, dict[str, str]]) -> None:
    places = [Path(place) for place in answers["places"]]
    assert len(places) == len(PRODUCT) + 1
    assert [place for place in places if not place.is_relative_to(environment.resolve())] == []


@pytest.mark.parametrize(("asked", "tag"), [("es", "es"), ("ar", "ar"), ("de", "en")])
def test_an_installation_from_the_wheel_speaks_every_promised_language(
    answers: dict[str, dict[str, str]], asked: str, tag: str
) -> None:
    page = answers["pages"][asked]
    assert f'<html lang="{tag}" dir="{locale(tag).direction}">' in page
    assert gettext(tag, "Go to the page itself") in page
