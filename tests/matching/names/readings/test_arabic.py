"""Arabic letters: open vowels, known names with theirs, the article, the feminine ending."""

from matching.names.readings.arabic import read
from matching.names.readings.reading_result import Group


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


def test_vowels_that_no_letter_writes_are_left_open() -> None:
    names = {
        "حداد": ["hdad"],
        "غدير": ["ghdyr"],
        "اصغر": ["@sghr"],
        "پرویز": ["prwyz"],
        "ژیلا": ["zhyla"],
        "گلنار": ["glnar"],
        "چنار": ["chnar"],
        "ثریا": ["thrya"],
        "ظافر": ["zafr"],
    }
    assert {name: texts(name) for name in names} == names
    assert {reading.group for name in names for reading in read(name)} == {Group.ARABIC}


def test_a_known_name_is_read_with_the_vowels_that_its_bearers_write() -> None:
    assert texts("محمد") == ["muhammad", "mohamed"]
    assert texts("علي") == texts("علی") == ["ali"]
    assert texts("فاطمة") == ["fatima"]


def test_the_article_before_a_name_of_three_letters_is_left_out() -> None:
    assert texts("الحداد") == texts("حداد")
    assert texts("الصادق") == texts("صادق") == ["sadiq"]
    assert texts("القمر") == ["qmr"]
    assert texts("الفن") == ["@lfn"]


def test_the_article_within_a_name_of_two_words_is_left_out() -> None:
    assert texts("عبدالرحمن") == texts("عبدرحمن") == ["abdrahman"]
    assert texts("ابوالقاسم") == ["@bwqasm"]
    assert texts("ابيالقاسم") == ["@byqasm"]
    assert texts("امالخير") == ["@mkhyr"]


def test_an_ending_he_is_a_vowel_behind_two_letters() -> None:
    assert texts("كرده") == ["krd@"]
    assert texts("نوه") == ["nw@"]
    assert texts("نه") == ["nh"]


def test_the_feminine_ending_may_be_said_as_t() -> None:
    assert texts("رحمة") == ["rhm@", "rhmt"]
    assert texts("ذكية") == ["dhky@", "dhkyt"]
    assert texts("رحمت") == ["rhmt"]


def test_letters_that_only_stand_together_are_kept_apart() -> None:
    assert texts("تسنيم") == ["t'snym"]
    assert texts("اسهم") == ["@s'hm"]
