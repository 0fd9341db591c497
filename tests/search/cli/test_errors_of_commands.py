"""Whatever goes wrong, a command ends with a code and no traceback."""

from pathlib import Path

import pytest

from tests.search.cli.command_line import ending, on_sqlite

NO_ORGANISATION = "there is no organisation of that name: `ovillo organisation list` names them"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["words", "issue", "no such reference"], "not_found"),
        (
            ["token", "issue", "Nobody", "--scope", "report:write"],
            NO_ORGANISATION,
        ),
        (["account", "add", "alem", "--organisation", "X", "--kind", "shelter"], "login_taken"),
        (
            ["import", "reports", "{folder}/casa_invented.csv", "--sender", "Nobody"],
            NO_ORGANISATION,
        ),
        (["import", "reports", "{folder}/zz_picture.xlsx", "--sender", "Casa Invented"], "not_a_sheet"),
        (["evaluate", "registry", "{folder}/.."], "file_missing name=requests.jsonl"),
        (["model", "estimate", "{folder}/..", "{folder}/made.json"], "file_missing name=requests.jsonl"),
        (["evaluate", "names", "{folder}"], "file_missing name=*_pairs.tsv.gz"),
        (["bench", "names", "{folder}"], "file_missing name=*_pairs.tsv.gz"),
        (["tables", "sounds", "{folder}", "{folder}/made.json"], "file_missing name=cross_script_pairs.tsv.gz"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else value.split()[0],
)
@pytest.mark.usefixtures("staffed")
@on_sqlite
def test_an_error_ends_with_its_code_and_no_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    ended = ending([word.format(folder=folder) for word in words], monkeypatch, capsys, given="p")
    assert ended == (1, f"ovillo: {said}\n")
