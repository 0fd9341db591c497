"""How files are cut and named, and what may not stand in any of them."""

import re

from tests.architecture.source import PACKAGES, all_files, name_of, python_files, text_files

LONGEST_FILE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff", "base_utils"}

# A folder of one machine, not of every machine; and where packages are fetched from. Written so as not to match itself.
MACHINE_PATH = re.compile(r"(?<![\w.:/{}$-])/(?:home|root|work|Users|opt|mnt)/\w")
REGISTRY_HOST = re.compile(r"\b(?:pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|deb[.]debian[.]org)\b")
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|nosec|pragma:\s*no cover)")
SILENCED_WITH_REASON = re.compile(r"#\s*(?:noqa: |type:\s*ignore\[|nosec )[\w, \]-]+ - \w+")


def test_no_file_tells_more_than_one_thing_at_length() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert len(lengths) > len(PACKAGES)
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_has_a_name_that_says_what_it_holds() -> None:
    assert [name_of(path) for path in all_files() if path.stem.lower() in NAMES_THAT_SAY_NOTHING] == []
    assert [name_of(path) for path in python_files() if path.parent.name in NAMES_THAT_SAY_NOTHING] == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert _lines_with(MACHINE_PATH) == []


def test_no_file_says_where_packages_are_fetched_from() -> None:
    assert _lines_with(REGISTRY_HOST) == []


def test_every_silenced_check_says_why() -> None:
    silent = [
        f"{name_of(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if SILENCED.search(line) and not SILENCED_WITH_REASON.search(line)
    ]
    assert silent == []


def test_every_package_is_one() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_of(path)}:{number}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if pattern.search(line)
    ]
