"""Countries from their names in any language, adjectives and codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.country_names import countries_in, country, is_only_countries, nationalities


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("México", ("MX",)),
        ("Côte d'Ivoire", ("CI",)),
        ("hondureña", ("HN",)),
        ("سوداني", ("SD",)),
        ("ERI", ("ER",)),
        ("DZ", ("DZ",)),
        ("Sénégalaise", ("SN",)),
        ("nigeriano", ("NG",)),
        ("Niger", ("NE",)),
        ("Afganistan", ("AF",)),
        ("Türkiye", ("TR",)),
        ("palestinese", ("PS",)),
        ("marroquí / española", ("MA", "ES")),
        ("Sudán del Sur", ("SS",)),
        ("apatride", ("STATELESS",)),
        ("Erytrea", ("ER",)),
        ("қазақ", ()),
        ("", ()),
        ("Венесуэла", ("VE",)),
        ("Αφγανιστάν", ("AF",)),
        ("Syrer", ("SY",)),
    ],
)
def test_nationalities_in_many_languages(text: str, codes: tuple[str, ...]) -> None:
    assert nationalities(text) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("uk", "GB"),
        ("mex", "MX"),
        ("the Gambia", "GM"),
        ("República de Honduras", "HN"),
        ("السودان", "SD"),
        ("hondureños", "HN"),
        ("Guatemla", "GT"),
        ("Gutmla", ""),
        ("Mali1", ""),
        ("zz", ""),
        ("Congo (Kinshasa)", "CD"),
    ],
)
def test_one_country_by_code_name_stem_or_likeness(text: str, code: str) -> None:
    assert country(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tijuana, México", ("MX",)),
        ("Salvador street, Honduras", ("HN",)),
        ("Honduras, El Salvador", ("HN", "SV")),
        ("Georgia", ("GE",)),
        ("Georgia avenue", ()),
        ("Papua New Guinea", ("PG",)),
        ("Mali, Mali", ("ML",)),
        ("nowhere", ()),
    ],
)
def test_countries_named_in_the_words_of_a_place(text: str, codes: tuple[str, ...]) -> None:
    assert countries_in(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mali?", ("ML",)),
        ("Guinea (Conakry)", ("GN",)),
        ("syrian and iraqi", ("SY", "IQ")),
        ("ML; SN", ("ML", "SN")),
        ("familia hondureña", ("HN",)),
        ("Mali / mali", ("ML",)),
    ],
)
def test_each_country_of_a_cell_once(text: str, codes: tuple[str, ...]) -> None:
    assert nationalities(text) == codes


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(code.isupper() for code in (*nationalities(text), *countries_in(text)))


def test_a_cell_is_understood_as_a_whole_where_nothing_else_stands_in_it() -> None:
    assert all(
        is_only_countries(cell)
        for cell in (
            "Mali",
            "gambiano / Guinea",
            "GM",
        )
    )
    assert not any(
        is_only_countries(cell)
        for cell in (
            "Mali (north)",
            "Somalli",
            "perhaps Mali",
        )
    )


@pytest.mark.parametrize(
    "text", ["Surin", "Malik", "Osman", "عثمان", "Imran", "Jamal", "Ruslan", "Roman", "woman", "surname", "turquoise"]
)
def test_a_name_of_somebody_or_a_word_is_no_misspelt_country(text: str) -> None:
    assert nationalities(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("Syrien", "SY"), ("Maliano", "ML"), ("Omane", "OM"), ("Rusia", "RU"), ("Surinam", "SR"), ("belge", "BE"),
     ("Jordan", "JO"), ("turkish", "TR"), ("Iranian", "IR")],
)  # fmt: skip
def test_a_country_is_read_beside_the_names_that_are_like_it(text: str, code: str) -> None:
    assert country(text) == code
