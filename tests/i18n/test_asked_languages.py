"""Where browsers land, judged by what whoever holds the phone reads."""

import pytest

from i18n.asked_languages import _parsed, _read_instead, asks_only_for_others, best_locale
from i18n.locales import LOCALES

THREE = ("en", "es", "ar")
ALL = tuple(row.tag for row in LOCALES)
NONE = ""

# Headers as Chrome, Samsung Internet, Firefox, Safari, Opera Mini and UC Browser write them, whole or as their first
# range; where they land when every language of the table is offered. Nothing: a page that says which are spoken.
HEADERS = {
    # Eritrea, Ethiopia
    "ti-ER,ti;q=0.9,en-US;q=0.8,en;q=0.7": "ti",
    "ti-ET": "ti",
    "tir": "ti",
    "tig": "ti",
    "byn-ER": "ti",
    "am-ET,am;q=0.9,en-US;q=0.8,en;q=0.7": "am",
    "amh": "am",
    "om-ET,om;q=0.9": "am",
    "om-KE": "en",
    "aa-DJ": "fr",
    # Somalia and its neighbours
    "so-SO": "so",
    "so-KE,so;q=0.9,en;q=0.5": "so",
    "som": "so",
    "sw-KE,sw;q=0.9": "en",
    # Sudan and the Arabic of each country
    "ar-SD,ar;q=0.9": "ar",
    "ar": "ar",
    "arz-EG": "ar",
    "ary-MA": "ar",
    "apc": "ar",
    "arb": "ar",
    "din": "ar",
    "din-SS": "en",
    "fur": "ar",
    "fvr-SD": "ar",
    "shi-MA": "ar",
    "kab-DZ": "fr",
    # Afghanistan, Iran, Pakistan
    "fa-AF": "fa",
    "fa-IR,fa;q=0.9,en-US;q=0.8,en;q=0.7": "fa",
    "prs": "fa",
    "prs-AF": "fa",
    "haz": "fa",
    "fas": "fa",
    "per": "fa",
    "ps-AF,ps;q=0.9": "ps",
    "pus": "ps",
    "pbt": "ps",
    "uz-AF": "fa",
    "uz-Arab-AF": "fa",
    "ur-PK,ur;q=0.9,en-US;q=0.8,en;q=0.7": "ur",
    "pnb": "ur",
    "pa-Arab-PK": "ur",
    "sd-PK": "ur",
    "bal-IR": "fa",
    # Kurdish
    "ku": "ku",
    "ku-TR,ku;q=0.9,tr;q=0.8": "ku",
    "kmr": "ku",
    "ku-Latn-TR": "ku",
    "ku-SY": "ku",
    "ckb": "ar",
    "ckb-IQ,ckb;q=0.9": "ar",
    "ckb-IR": "fa",
    "ku-Arab": "ar",
    "ku-Arab-IR": "fa",
    "sdh": "fa",
    # Bangladesh
    "bn-BD,bn;q=0.9,en-US;q=0.8,en;q=0.7": "bn",
    "bn-IN": "bn",
    "rhg": "bn",
    "syl": "bn",
    # West and Central Africa
    "fr-CD,fr;q=0.9": "fr",
    "ln-CD": "fr",
    "wo-SN": "fr",
    "wo-GM": "en",
    "ff": "fr",
    "ff-Adlm-GN": "fr",
    "ff-Latn-NG": "en",
    "bm-ML": "fr",
    "ha-NG,ha;q=0.9": "en",
    "ha-NE": "fr",
    "yo": "en",
    "ig-NG": "en",
    "mnk-SN": "fr",
    "pt-AO": "pt",
    "kea-CV": "pt",
    # The Americas
    "es-419,es;q=0.9": "es",
    "es-GT": "es",
    "qu-PE": "es",
    "ay-BO": "es",
    "quc": "es",
    "mam-GT": "es",
    "ht-HT,ht;q=0.9,fr;q=0.8": "ht",
    "hat": "ht",
    "pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7": "pt",
    # Eastern Europe, Caucasus, Central Asia
    "uk-UA,uk;q=0.9,ru;q=0.8,en-US;q=0.7,en;q=0.6": "uk",
    "ru-RU": "ru",
    "uz-UZ": "ru",
    "tg-TJ": "ru",
    "ky-KG": "ru",
    "az-AZ": "tr",
    "az-Arab-IR": "fa",
    "tr-TR": "tr",
    "zza-TR": "tr",
    # Asia
    "vi-VN,vi;q=0.9": "vi",
    "fil-PH": "en",
    "tl": "en",
    "zh-CN,zh;q=0.9": NONE,
    "zh-Hant-TW": NONE,
    "hi-IN": NONE,
    "my-MM": NONE,
    "km-KH": NONE,
    "ne-NP": NONE,
    "si-LK": NONE,
    "ta-LK": NONE,
    "pa-IN": NONE,
    "in-ID,in;q=0.9": NONE,
    "iw-IL": NONE,
    "fur-IT": NONE,
    "de-DE,de;q=0.9": NONE,
    # A second language that is offered comes before a page of languages.
    "zh-CN, en-US;q=0.8": "en",
    "de-DE,de;q=0.9,ti;q=0.5": "ti",
    "en-US,en;q=0.9,am;q=0.8": "en",
    "hi;q=0.4, ur;q=0.9": "ur",
}


def test_phones_land_in_the_language_that_whoever_holds_them_reads() -> None:
    assert len(HEADERS) >= 60
    landed = {header: NONE if asks_only_for_others(header, ALL) else best_locale(header, ALL) for header in HEADERS}
    assert landed == HEADERS


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("ar", "ar"),
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.4", "ar"),
        ("en;q=0.2,es;q=0.7", "es"),
        ("es;q=0,en", "en"),
        ("ckb-IR, es;q=0.1", "es"),
        ("kab", "ar"),
        ("ti-ER,ti", "en"),
        ("*", "en"),
        ("", "en"),
        (";;,,q=", "en"),
        ("es;q=most", "en"),
        ("es_MX", "es"),
    ],
)
def test_a_reader_gets_the_language_their_browser_likes_best(header: str, best: str) -> None:
    assert best_locale(header, THREE) == best


def test_a_language_that_is_not_offered_is_never_chosen() -> None:
    assert best_locale("ar", ("en", "es")) == "en"
    assert best_locale("ar", ("es",)) == "es"


def test_an_endless_header_is_read_only_at_its_beginning() -> None:
    assert best_locale("xx," * 100_000 + "ar", THREE) == "en"


def test_choosing_among_no_languages_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing_offered"):
        best_locale("en", ())


def test_whoever_reads_none_of_the_languages_gets_the_one_that_was_chosen_for_them() -> None:
    assert best_locale("de, fr;q=0.5", THREE, otherwise="ar") == "ar"
    assert best_locale("*", THREE, otherwise="ar") == "ar"
    assert best_locale("de, es;q=0.1", THREE, otherwise="ar") == "es"
    assert best_locale("de", ("es",), otherwise="ar") == "es"


def test_a_browser_that_names_no_language_asks_for_none_of_others() -> None:
    for header in ("", "*", ";;,,q=", "12", "de;q=0"):
        assert not asks_only_for_others(header, THREE), header
    assert asks_only_for_others("de, *;q=0.1", THREE)


def test_each_line_of_the_table_can_be_reached_and_leads_to_a_language_of_the_table_or_to_none() -> None:
    for asked, read in _read_instead().items():
        assert "-".join(filter(None, _parsed(asked))) == asked, "a code that is not in use now"
        assert set(read) <= {*ALL, "ckb", "-"}, asked


def test_whoever_finds_their_own_language_gets_it_once_it_is_offered_but_not_in_letters_that_they_do_not_read() -> None:
    assert best_locale("ha-NE", ("en", "fr", "ha")) == "ha"
    assert best_locale("quc", ("en", "es", "quc")) == "quc"
    assert best_locale("ku-IQ", ("en", "ku")) == "en"
    assert best_locale("uz-AF", ("en", "fa", "uz")) == "fa"
