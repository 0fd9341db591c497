"""Lao names as spoken and as French clerks spelt them."""

from matching.names.readings.lao import read
from matching.names.readings.reading_result import Group


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


def test_each_vowel_has_its_sound_and_its_french_spelling() -> None:
    names = {
        "ບຸນ": ["bun", "boun"],
        "ແສງດາວ": ["saengdao", "sengdao"],
        "ໄຊ": ["sai", "xay"],
        "ໃຈ": ["chai", "chay"],
        "ເມືອງ": ["mueang", "meuang"],
        "ບົວ": ["bua", "boua"],
        "ສວນ": ["suan", "souan"],
        "ເດີນ": ["doen", "deun"],
        "ທຶກ": ["thuek", "theuk"],
        "ຍົດ": ["nyot", "nhot"],
        "ໄທຍ": ["thai", "thay"],
    }
    assert {name: texts(name) for name in names} == names
    assert {reading.group for name in names for reading in read(name)} == {Group.THAI}


def test_where_both_are_spelt_alike_there_is_one_reading() -> None:
    names = {
        "ສົມ": "som",
        "ຄຳ": "kham",
        "ເພັດ": "phet",
        "ວຽງ": "viang",
        "ນາງ": "nang",
        "ພອນ": "phon",
        "ເກົາ": "kao",
        "ເກາະ": "ko",
        "ໂຕະ": "to",
        "ລໍ": "lo",
        "ເຢຍ": "yia",
        "ສີສະຫວັດ": "sisavat",
    }
    assert {name: texts(name) for name in names} == {name: [text] for name, text in names.items()}


def test_a_leading_h_is_not_said_and_ligatures_are_taken_apart() -> None:
    assert texts("ໜູ") == texts("ຫນູ") == ["nu", "nou"]
    assert texts("ໝາ") == texts("ຫມາ") == ["ma"]
    assert texts("ຫຼວງ") == ["luang", "louang"]


def test_clusters_keep_both_consonants() -> None:
    assert texts("ປຣີ") == ["pri"]
    assert texts("ປຼີ") == ["pli"]
    assert texts("ກວາງ") == ["kvang"]


def test_tones_repetition_and_digits_are_not_said() -> None:
    assert texts("ແກ້ວ") == texts("ແກວ")
    assert texts("ນາງໆ໑") == texts("ນາງ")


def test_another_way_to_type_am_and_ae_reads_alike() -> None:
    assert texts("ຄ\u0ecd\u0eb2") == texts("ຄຳ")
    assert texts("ເເສງ") == texts("ແສງ")


def test_a_word_without_lao_has_no_reading() -> None:
    assert read("ab") == ()
