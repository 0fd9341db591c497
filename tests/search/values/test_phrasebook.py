"""Known phrases are found in free words: the longest first, whatever their gender, number, case or spelling."""

import pytest

from search.values.folding import fold
from search.values.phrasebook import ALL_LANGUAGES, Hit, Phrasebook, any_language, chunks, phrasebook


def meanings(text: str, *languages: str) -> list[str]:
    return [
        f"{kind}:{code}" for hit in phrasebook(languages).find(fold(text).split()) for kind, code in hit.meanings[:1]
    ]


def test_the_longest_phrase_is_found_first() -> None:
    hits = phrasebook(("en",)).find(["the", "gunshot", "scar"])
    assert [(hit.start, hit.end) for hit in hits] in ([(1, 3)], [(2, 3)])
    assert [(hit.start, hit.end) for hit in phrasebook(("en",)).find(["beauty", "spot"])] == [(0, 2)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "cicatrices", ["mark:scar"]),
        ("de", "narben", ["mark:scar"]),
        ("ru", "шрамами", ["mark:scar"]),
        ("ar", "والوشم", ["mark:tattoo"]),
        ("tr", "dövmeler", ["mark:tattoo"]),
        ("en", "tatoos", ["mark:tattoo"]),
        ("en", "birthmrk", ["mark:birthmark"]),
        ("en", "qwertyuiop", []),
    ],
)
def test_a_bent_or_misspelt_word_is_found(language: str, text: str, found: list[str]) -> None:
    assert meanings(text, language) == found


def test_only_words_of_six_letters_are_looked_for_by_likeness() -> None:
    assert meanings("ancchor", "en") == meanings("anchor", "en") == ["motif:anchor"]
    assert meanings("ancor", "en") == []


def test_misspellings_are_looked_for_only_where_they_are_wanted() -> None:
    assert phrasebook(("en",)).find(["birthmrk"])
    assert not phrasebook(("en",)).find(["birthmrk"], fuzzy=False)


def test_the_first_language_has_precedence() -> None:
    assert Phrasebook(("en", "es")).languages == ("en", "es")
    assert phrasebook(("es", "en")).languages == ("es", "en")
    assert phrasebook(("es",)).languages == ("es", "en")


def test_the_book_of_all_languages_leaves_out_their_shortest_words() -> None:
    assert any_language().languages == ALL_LANGUAGES
    assert not Phrasebook(("en",), shortest=5).find(["mole"], fuzzy=False)
    assert Phrasebook(("en",), shortest=4).find(["mole"], fuzzy=False)


def test_a_hit_knows_its_code_in_a_category() -> None:
    hit = Hit(0, 1, (("motif", "rose"), ("colour", "pink")))
    assert (hit.code("colour"), hit.code("motif"), hit.code("mark")) == ("pink", "rose", "")


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("scar; mole, left arm", "en", [["scar"], ["mole", "left arm"]]),
        ("scar and mole\nburn", "en", [["scar", "mole"], ["burn"]]),
        ("cicatriz y lunar. Quemadura", "es", [["cicatriz", "lunar"], ["Quemadura"]]),
        ("litteken en moedervlek", "nl", [["litteken", "moedervlek"]]),
        ("dent en or", "fr", [["dent en or"]]),
        ("ندبة ووشم", "ar", [["ندبة", "وشم"]]),
        (" ; ", "en", []),
    ],
)
def test_a_cell_is_divided_at_strong_and_weak_separators(text: str, language: str, parts: list[list[str]]) -> None:
    assert chunks(text, (language,)) == parts


def test_what_a_book_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.values.phrasebook._MAX_REMEMBERED", 3)
    book = Phrasebook(("en",))
    for number in range(20):
        book.find([f"unknownword{number}"])
    assert len(book._known) <= 5
    assert len(book._near) <= 5
