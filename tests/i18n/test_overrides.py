from pathlib import Path

from i18n.overrides import OVERRIDES, own_names


def test_our_own_names_are_read_by_code_and_a_language_without_any_has_none(tmp_path: Path) -> None:
    (tmp_path / "countries").mkdir()
    (tmp_path / "countries" / "ht.tsv").write_text("# SOURCE: own work\nDE\tAlmay\n\nFR\tFrans \n", encoding="utf-8")
    assert own_names("countries", "ht", tmp_path) == {"DE": "Almay", "FR": "Frans"}
    assert own_names("countries", "en", tmp_path) == {}


def test_each_file_of_ours_says_where_its_names_are_from_and_has_none_for_a_code_twice() -> None:
    files = sorted(OVERRIDES.glob("*/*.tsv"))
    assert {path.parent.name for path in files} == {"countries", "formats", "languages"}
    for path in files:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        codes = [line.partition("\t")[0] for line in lines]
        assert "SOURCE: " in first, path.name
        assert codes == sorted(set(codes)), path
    assert own_names("countries", "es")["CG"] != own_names("countries", "es")["CD"]
