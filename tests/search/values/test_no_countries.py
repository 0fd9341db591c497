"""Answers that name no country, and are no mistake."""

from search.values.no_countries import country_of, is_no_country, says_stateless, without_them


def test_peoples_and_having_none_are_known_in_many_scripts_and_countries_are_not_among_them() -> None:
    known = ("Kurd", "کورد", "روهينغا", "রোহিঙ্গা", "apátrida", "Stateless", "ትግራይ", "Sahrawi", "عربي")
    assert [word for word in known if not is_no_country(word)] == []
    assert [word for word in ("Eritrea", "Palestine", "السودان", "") if is_no_country(word)] == []


def test_only_where_the_papers_of_most_are_of_one_country_that_one_is_told() -> None:
    assert [country_of(word) for word in ("فلسطيني", "saharaui", "Kurd", "stateless")] == ["PS", "EH", "", ""]


def test_to_have_no_nationality_is_told_from_words_beside_others_too() -> None:
    said = ("stateless", "Kurd, stateless", "Eritrea\nbidoon", "بدون جنسية", "sin nacionalidad")
    assert [words for words in said if not says_stateless(words)] == []
    assert [words for words in ("Kurd", "Rohingya", "", "Sahrawi") if says_stateless(words)] == []


def test_longer_names_are_taken_out_whole() -> None:
    assert without_them("Gulf of Guinea") == ";"
    assert without_them("Syrian Kurd") == "syrian ;"
    assert without_them("Conakry, Guinea") == "conakry guinea"
