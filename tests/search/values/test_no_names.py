"""Texts that are no names, in fifteen languages, and names that only look like one."""

import pytest

from search.values.no_names import is_no_name, without_placeholders

# Two or more of each language: whoever is not known, and descriptions.
NOBODY = {
    "en": (
        "FNU LNU",
        "Unknown Unknown",
        "1 man",
        "Unidentified male, approx 30 years",
        "unaccompanied minor",
        "Body no. 7",
    ),
    "es": (
        "Paciente desconocido",
        "Cadáver sexo masculino",
        "Mujer sin identificar",
        "NIÑO DESCONOCIDO",
        "no quiso decir",
    ),
    "fr": ("Homme inconnu", "corps non identifié", "Femme, environ 40 ans", "nom inconnu"),
    "pt": ("Homem desconhecido", "corpo não identificado", "recém-nascido"),
    "it": ("donna sconosciuta", "salma ignota", "Cadavere di sesso maschile", "Neonato femmina"),
    "de": ("Unbekannter Mann ca. 40 Jahre", "unbekannte Leiche", "Name unbekannt"),
    "nl": ("onbekende vrouw", "naam onbekend"),
    "ar": ("مجهول", "رجل مجهول الهوية", "بدون هوية", "جثة مجهولة", "طفلة مجهولة رقم ٣"),
    "fa": ("ناشناس", "مرد مجهول الهویه", "بی نام"),
    "tr": ("kimliği belirsiz erkek", "bilinmeyen kadın 2"),
    "el": ("άγνωστος άνδρας", "αγνώστων στοιχείων"),
    "ru": ("неизвестный мужчина около 30 лет", "неопознанный труп"),
    "uk": ("невідома жінка", "невстановлена особа"),
    "hi": ("अज्ञात पुरुष", "लावारिस"),
    "zh": ("无名氏", "无名男尸", "身份不明"),
}
EACH = [(language, text) for language, texts in NOBODY.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), EACH)
def test_words_for_somebody_without_a_name_are_no_name(language: str, text: str) -> None:
    assert is_no_name(text), language


@pytest.mark.parametrize(
    "text", ["NN", "NN 3", "N.N. no. 12", "Unidentified male #4", "John Doe", "unknown", "12", "", "…", "مجهول الهوية"]
)
def test_a_word_for_nobody_with_or_without_a_number_is_no_name(text: str) -> None:
    assert is_no_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nada",
        "Nil",
        "Test Two",
        "John Doerr",
        "Ana 3",
        "NN Cruz",
        "Nino",
        "Nina",
        "Paz",
        "Sol Bello",
        "Van",
        "Jin",
        "Mena",
    ],
)
def test_a_name_that_looks_like_nothing_is_a_name(text: str) -> None:
    assert not is_no_name(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("FNU Rahman", "Rahman"),
        ("Keita LNU", "Keita"),
        ("Desconocido Soto", "Soto"),
        ("Soto (nombre desconocido)", "Soto"),
        ("SIN APELLIDO Soto", "Soto"),
        ("Fanta, nom inconnu", "Fanta"),
        ("Paciente Irma Soto", "Irma Soto"),
        ("Irma Paciente", "Irma Paciente"),
        ("Ruiz-Soto, J. X.", "Ruiz-Soto, J. X."),
        ("N. N. Soto", "N. N. Soto"),
        ("N.N. Soto", "Soto"),
    ],
)
def test_only_the_words_for_the_missing_part_are_taken_off(text: str, known: str) -> None:
    assert without_placeholders(text) == known
