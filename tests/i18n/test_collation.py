import pytest

from i18n.collation import sort_key

# Names in the order in which a dictionary of the language has them.
ORDERED = {
    "en": ["Åland Islands", "Albania", "Côte d’Ivoire", "el Salvador", "Zambia"],
    "es": ["África", "Canadá", "Nauru", "Nueva Zelanda", "Ñemby", "Omán", "Zambia"],
    "ar": ["الأردن", "إسبانيا", "تونس", "السودان", "ليبيا"],
    "uk": ["Австрія", "Гана", "Ґамбія", "Еритрея", "Єгипет", "Замбія", "Індія", "Їжакія", "Йорданія", "Кенія"],
    "fa": ["آلمان", "اردن", "پاکستان", "ترکیه", "چاد", "ژاپن", "گامبیا", "لیبی", "ونزوئلا", "هند", "یمن"],
    "ur": ["آسٹریا", "اردن", "پاکستان", "ٹوگو", "چاڈ", "گیمبیا", "لیبیا", "ہندوستان", "یمن"],
    "ps": ["آسټريا", "اردن", "پاکستان", "ټوګو", "چاډ", "ګامبيا", "ليبيا", "ياپان"],
}


@pytest.mark.parametrize("tag", ORDERED)
def test_names_stand_as_readers_of_the_language_look_for_them(tag: str) -> None:
    backwards = ORDERED[tag][::-1]
    assert sorted(backwards, key=lambda name: sort_key(tag, name)) == ORDERED[tag]


def test_what_the_keyboard_writes_otherwise_stands_in_the_same_place() -> None:
    assert sort_key("fa", "ليبي") == sort_key("fa", "لیبی")
    assert sort_key("es", "ÁFRICA") == sort_key("es", "africa")
    assert sort_key("es", "ñ") != sort_key("es", "n")
