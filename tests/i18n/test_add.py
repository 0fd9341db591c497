from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from i18n.add import TABLE, add, examples_of, main, prepared_row, row_text
from i18n.catalogue_files import messages, read_template
from i18n.division import Catalogue
from i18n.locales import CATALOGUES, po_path
from i18n.terms import glossary


@pytest.fixture
def table(tmp_path: Path) -> Path:
    copy = tmp_path / "locales.py"
    copy.write_text(TABLE.read_text("utf-8"), encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("tag", "direction", "script", "examples", "height"),
    [
        ("haw", "ltr", "Latn", (1, 2), 1.5),
        ("ckb", "rtl", "Arab", (1, 2), 1.7),
        ("th", "ltr", "Thai", (1,), 1.7),
        ("pl", "ltr", "Latn", (1, 2, 5), 1.5),
    ],
)
def test_a_row_has_what_is_known_of_the_language(
    tag: str, direction: str, script: str, examples: tuple[int, ...], height: float
) -> None:
    row = prepared_row(tag, "Its name")
    assert (row.direction, row.script, row.examples, row.line_height) == (direction, script, examples, height)
    assert row.promised == ()


@pytest.mark.parametrize(("tag", "reason"), [("es", "tag_taken"), ("qqq", "tag_unknown"), ("no such", "tag_unknown")])
def test_a_language_that_is_there_or_unknown_is_refused(tag: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        prepared_row(tag, "Its name")


def test_the_examples_of_a_plural_are_the_smallest_counts_of_each_form() -> None:
    assert examples_of("n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2", 3) == (1, 2, 0)
    assert examples_of("n != 1", 2) == (1, 2)


def test_one_command_writes_the_row_and_three_files_and_says_what_comes_next(table: Path, tmp_path: Path) -> None:
    said = add(prepared_row("haw", "ʻŌlelo Hawaiʻi"), table, tmp_path, tmp_path)
    text = table.read_text("utf-8")
    assert row_text(prepared_row("haw", "ʻŌlelo Hawaiʻi")) in text
    compile(text, "locales.py", "exec")
    po = po_path("haw", Catalogue.FAMILY, tmp_path)
    with po.open("rb") as file:
        written = messages(read_po(file))
    wanted = messages(read_template(Catalogue.FAMILY))
    assert [message.id for message in written] == [message.id for message in wanted]
    assert [term.term for term in glossary("haw", tmp_path / "terms")] == [term.term for term in glossary("en")]
    assert "Native speakers have yet to confirm" in (tmp_path / "languages" / "haw.md").read_text("utf-8")
    assert str(po) in said


def test_words_that_are_there_are_kept(table: Path, tmp_path: Path) -> None:
    po = po_path("haw", Catalogue.FAMILY, tmp_path)
    po.parent.mkdir(parents=True)
    po.write_text("written by hand", encoding="utf-8")
    add(prepared_row("haw", "ʻŌlelo Hawaiʻi"), table, tmp_path, tmp_path)
    assert po.read_text("utf-8") == "written by hand"


def test_a_table_that_ends_otherwise_is_left_alone(table: Path, tmp_path: Path) -> None:
    table.write_text("LOCALES = ()\n", encoding="utf-8")
    with pytest.raises(ValueError, match="table_unknown"):
        add(prepared_row("haw", "ʻŌlelo Hawaiʻi"), table, tmp_path, tmp_path)
    assert not po_path("haw", Catalogue.FAMILY, tmp_path).exists()


def test_the_command_says_what_is_wrong_and_changes_nothing() -> None:
    before = sorted(CATALOGUES.iterdir()), TABLE.read_bytes()
    refused = CliRunner().invoke(main, ["es", "Español"])
    assert refused.exit_code == 1
    assert "There is a row for this language already." in refused.output
    assert (sorted(CATALOGUES.iterdir()), TABLE.read_bytes()) == before
