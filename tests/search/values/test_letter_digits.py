"""Letters that were typed for digits."""

from search.values.letter_digits import digits_meant


def test_letters_among_digits_are_digits_and_those_of_words_are_none() -> None:
    meant = {"2o24": "2024", "l998": "1998", "2O24 mayo": "2024 mayo", "٢o٢٤": "2024", "3o": "30", "17O": "170"}
    assert {text: digits_meant(text) for text in meant} == meant
    assert [text for text in ("", "2024", "oil", "lo", "hello 12", "Oslo", "0ll") if digits_meant(text)] == []
