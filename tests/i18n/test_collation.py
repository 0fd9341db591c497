import pytest

from i18n.collation import sort_key

# Names in the order in which a dictionary of the language has them.
ORDERED = {
    "en": ["Åland Islands", "Albania", "Côte d’Ivoire", "el Salvador", "Zambia"],
    "es": ["África", "Canadá", "Nauru", "Nueva Zelanda", "Ñemby", "Omán", "Zambia"],
    "ar": ["الأردن", "إسبانيا", "تونس", "السودان", "ليبيا"],
    "uk": ["Австрія", "Гана", "Ґамбія", "Еритрея", "Єгипет", "Замбія", "Індія", "Їжакія", "Йорданія", "Кенія"],
    "fa": ["آلمان", "اردن", "الجزایر", "پاکستان", "ترکیه", "چاد", "ژاپن", "گامبیا", "لیبی", "ونزوئلا", "هند", "یمن"],
    "ur": ["آسٹریا", "اردن", "پاکستان", "ٹوگو", "چاڈ", "گیمبیا", "لیبیا", "ہندوستان", "یمن"],
    "ps": ["آسټريا", "اردن", "پاکستان", "ټوګو", "چاډ", "ګامبيا", "ليبيا", "ياپان"],
    "tr": ["Cezayir", "Çad", "Hırvatistan", "Hindistan", "Irak", "İran", "Özbekistan", "Sudan", "Şili", "Ukrayna"],
    "ku": ["Elmanya", "Êrak", "Hindistan", "Îran", "Sûriye", "Swêd", "Şîlî", "Ukrayna"],
    "vi": ["Ả Rập Xê-út", "Albania", "Áo", "Bỉ", "Campuchia", "Đài Loan", "Đức", "Ecuador", "Ê-ti-ô-pi", "Úc"],
    "bn": ["অস্ট্রিয়া", "ইরাক", "কানাডা", "কুয়েত", "ক্রোয়েশিয়া", "ডেনমার্ক", "তুরস্ক", "মিশর", "যুক্তরাজ্য", "সুদান"],
    "am": ["ሐንጋሪ", "ሃይቲ", "ሱዳን", "ሶማሊያ", "ዓረብ", "ኢትዮጵያ", "ኬንያ", "ጀርመን"],
    "ti": ["ህንዲ", "ሓበሻ", "ሱዳን", "ኣመሪካ", "ኤርትራ", "ኬንያ", "ዓረብ"],
}


@pytest.mark.parametrize("tag", ORDERED)
def test_names_stand_as_readers_of_the_language_look_for_them(tag: str) -> None:
    backwards = ORDERED[tag][::-1]
    assert sorted(backwards, key=lambda name: sort_key(tag, name)) == ORDERED[tag]


def test_what_the_keyboard_writes_otherwise_stands_in_the_same_place() -> None:
    assert sort_key("fa", "ليبي") == sort_key("fa", "لیبی")
    assert sort_key("es", "ÁFRICA") == sort_key("es", "africa")
    assert sort_key("es", "ñ") != sort_key("es", "n")


def test_syllables_of_one_sound_stand_in_one_place_where_a_name_is_written_with_either() -> None:
    assert sort_key("am", "ሠላም") == sort_key("am", "ሰላም")
    assert sort_key("am", "ኃይሉ") == sort_key("am", "ሃይሉ") == sort_key("am", "ሐይሉ")
    assert sort_key("ti", "ፀጋይ") == sort_key("ti", "ጸጋይ")
    assert sort_key("ti", "ሓጎስ") != sort_key("ti", "ሃጎስ")
