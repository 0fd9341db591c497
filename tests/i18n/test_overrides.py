from pathlib import Path

from i18n.overrides import own_names


def test_our_own_names_are_read_by_code_and_a_language_without_any_has_none(tmp_path: Path) -> None:
    (tmp_path / "countries").mkdir()
    (tmp_path / "countries" / "ht.tsv").write_text("DE\tAlmay\n\nFR\tFrans \n", encoding="utf-8")
    assert own_names("countries", "ht", tmp_path) == {"DE": "Almay", "FR": "Frans"}
    assert own_names("countries", "en", tmp_path) == {}
