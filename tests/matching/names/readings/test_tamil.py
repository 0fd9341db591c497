"""Tamil stops: the place in the word tells which sound a letter has."""

import pytest

from matching.names.readings.brahmic_syllables import syllables_of
from matching.names.readings.tamil import tamil_readings


def test_a_word_is_read_in_four_manners() -> None:
    names = {
        "கோபாலன்": ["kobalan", "kopalan", "gobalan", "kobalan"],
        "முருகன்": ["murugan", "murukan", "murugan", "muruhan"],
        "டேவிட்": ["devit", "tevit", "devid", "devit"],
    }
    assert {name: tamil_readings(syllables_of(name)) for name in names} == names


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("முருகன்", "murugan"),
        ("எட்வர்ட்", "edvard"),
        ("டேவிட்", "devid"),
        ("கோபாலன்", "gobalan"),
        ("மோகன்", "mohan"),
        ("முகம்மது", "muhammad~"),
        ("சந்திரன்", "chand~ran"),
        ("இராமன்", "~raman"),
        ("இலட்சுமி", "~lakshmi"),
        ("பிரபு", "p~rabu"),
        ("மஞ்சு", "manju"),
        ("வெற்றி", "vetri"),
        ("அப்துல்", "abdul"),
        ("ஃபரீத்", "farit"),
        ("பச்சை", "pacchai"),
        ("தங்கம்", "tangam"),
    ],
)
def test_stops_are_read_by_their_place_and_otherwise(word: str, reading: str) -> None:
    assert reading in tamil_readings(syllables_of(word))
