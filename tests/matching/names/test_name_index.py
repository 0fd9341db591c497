"""Names found again by a name in any script."""

from matching.names.name_index import NameIndex

NAMES = ["Karim Haddad", "Samir Haddad", "Tesfaye Abebe", "加藤勝三", "Mohamed Karimi", "Lin Jian", "Kim Hye-eun"]


def index() -> NameIndex[str]:
    return NameIndex((name, name) for name in NAMES)


def test_a_name_in_another_script_or_spelling_is_found_first() -> None:
    queries = {
        "كريم حداد": "Karim Haddad",
        "ተስፋዬ አበበ": "Tesfaye Abebe",
        "Katou Katsuzou": "加藤勝三",
        "Karem Hadad": "Karim Haddad",
        "김혜은": "Kim Hye-eun",
        "林健": "Lin Jian",
    }
    found = index()
    assert {query: found.search(query)[0][0] for query in queries} == queries


def test_one_consonant_more_less_or_another_is_found() -> None:
    found = NameIndex([(1, "Gebrehiwet")])
    assert [found.search(query) != [] for query in ("Gebrehiwe", "Gebrehiwets", "Gebrehimet", "Zubdet")] == [
        True,
        True,
        True,
        False,
    ]


def test_the_same_name_is_wholly_alike() -> None:
    assert index().search("haddad, KARIM")[0] == ("Karim Haddad", 1.0)


def test_at_most_so_many_are_told_the_most_alike_first_and_ties_in_their_order() -> None:
    twins = NameIndex(enumerate(["Karim Haddad", "Karim Haddad", "Samir Haddad"]))
    assert [at for at, _ in twins.search("Karim Haddad")] == [0, 1, 2]
    assert [at for at, _ in twins.search("Karim Haddad", 1)] == [0]
    assert twins.search("Karim Haddad", 0) == []


def test_names_may_be_added_after_a_search_and_an_id_have_several() -> None:
    names = NameIndex[int]()
    assert (len(names), names.search("Karim")) == (0, [])
    names.add(7, "Karim")
    assert [one for one, _ in names.search("Karim")] == [7]
    names.add(7, "Kareem")
    names.add(8, "Karim Haddad")
    assert len(names) == 3
    assert {one for one, _ in names.search("Karim")} == {7, 8}


def test_a_name_without_a_part_finds_nothing() -> None:
    assert index().search(" 12 ") == []


def test_more_than_sixty_four_are_compared_where_more_are_wanted() -> None:
    names = NameIndex((number, f"Karim Haddad{'aeiou'[number % 5]}") for number in range(90))
    assert len(names.search("Karim Haddad", 90)) == 90
    assert len(names.search("Karim Haddad", 3)) == 3
