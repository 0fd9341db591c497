"""The lexicon that is shipped is what CLDR says, so that it can be made anew."""

from pathlib import Path

import babel
import pytest

from benchmarks.tables.cldr_lexicon import write_lexicon
from search.values import lexicon

SHIPPED = Path(lexicon.__file__).parent
NAMES = (
    "cldr_alpha3", "cldr_countries", "cldr_languages", "cldr_months", "cldr_weekdays", "shown_countries",
    "shown_languages",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, made anew."""
    folder = tmp_path_factory.mktemp("lexicon")
    write_lexicon(folder)
    return folder


def test_what_is_shipped_is_what_is_made_of_the_same_version(made: Path) -> None:
    assert sorted(path.stem for path in made.iterdir()) == sorted(NAMES)
    for name in NAMES:
        made_now, shipped = ((folder / f"{name}.tsv").read_text("utf-8") for folder in (made, SHIPPED))
        if f"through babel {babel.__version__}" in shipped:
            assert made_now == shipped


def test_months_are_those_of_the_gregorian_calendar_in_many_tongues(made: Path) -> None:
    rows = dict(_rows(made / "cldr_months.tsv"))
    assert set(rows) == {str(month) for month in range(1, 13)}
    assert {"June", "junio", "يونيو"} <= set(rows["6"])
    assert [word for words in rows.values() for word in words if word.strip(".").isdigit()] == []


def test_a_country_has_its_two_letters_and_is_none_of_the_unions(made: Path) -> None:
    rows = dict(_rows(made / "cldr_countries.tsv"))
    assert all(len(code) == 2 for code in rows)
    assert set(rows).isdisjoint({"EU", "UN", "ZZ"})
    assert "El Salvador" in rows["SV"]


def test_three_letters_stand_for_one_country(made: Path) -> None:
    rows = dict(_rows(made / "cldr_alpha3.tsv"))
    assert rows["SV"] == ["SLV"]


def test_names_that_only_our_own_pages_have_are_read_too(made: Path) -> None:
    assert "Almay" in dict(_rows(made / "shown_countries.tsv"))["DE"]
    assert "ikrenyen" in dict(_rows(made / "shown_languages.tsv"))["uk"]


def _rows(path: Path) -> list[tuple[str, list[str]]]:
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(code, words.split("|")) for code, _, words in lines]
