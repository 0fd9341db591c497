"""Single words become codes: a kind of place, life and death, a body's condition, yes and no, stable traits."""

import pytest

from matching.record import Remains
from search.values.code_words import (
    claimed_words,
    is_dead,
    is_trait_word,
    is_word_for,
    leaves_open,
    remains_condition,
    report_kind,
    traits,
    yes_or_no,
)
from search.vocabulary import ReportKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Albergue", ReportKind.SHELTER),
        ("Hospital General de Tijuana", ReportKind.HOSPITAL),
        ("hôpital", ReportKind.HOSPITAL),
        ("consulado", ReportKind.CONSULATE),
        ("Harbour Lamp", None),
        ("", None),
    ],
)
def test_words_name_a_kind_of_place(text: str, kind: ReportKind | None) -> None:
    assert report_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "dead"),
    [("fallecido", True), ("décédée", True), ("alive", False), ("vivo", False), ("herido", None), ("", None)],
)
def test_words_say_dead_or_alive_or_neither(text: str, *, dead: bool | None) -> None:
    assert is_dead(text) is dead


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("skeletal remains", Remains.SKELETAL),
        ("esquelético", Remains.SKELETAL),
        ("decomposed", Remains.DECOMPOSED),
        ("skeletonising", Remains.SKELETAL),
        ("violeta", Remains.UNKNOWN),
        ("n/a", None),
        ("", None),
    ],
)
def test_words_tell_a_bodys_condition(text: str, condition: Remains | None) -> None:
    assert remains_condition(text) is condition


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("sí", True),
        ("Yes, both arms", True),
        ("no", False),
        ("нет", False),
        ("No, gracias", False),
        ("no - refused", False),
        ("لا، شكرا", False),
        ("perhaps yes", None),
        ("no quiere", None),
        ("", None),
        ("…", None),
    ],
)
def test_yes_or_no_is_the_whole_cell_or_stands_before_a_pause(text: str, *, answer: bool | None) -> None:
    assert yes_or_no(text) is answer


@pytest.mark.parametrize(
    ("feature", "text", "codes"),
    [
        ("hair", "black, curly", [("hair_colour", "black"), ("hair_form", "curly")]),
        ("eyes", "ojos cafés", [("eyes", "brown")]),
        ("build", "thin", [("build", "slim")]),
        ("eyes", "curly", []),
        ("hair", "", []),
    ],
)
def test_words_describe_the_traits_of_their_feature_only(feature: str, text: str, codes: list[tuple[str, str]]) -> None:
    assert [(trait.feature, trait.value) for trait in traits(feature, text)] == codes


# "I do not know", "not known", "not yet" as offices of many countries write it; none of it is a no.
NOBODY_KNOWS = (
    "don't know", "not known", "don't know yet", "no, not yet", "no idea", "no answer", "no lo sé todavía", "no sé",
    "No se sabe.", "no sabe / no contesta", "no, aún no", "no (por confirmar)", "je ne sais pas", "non connu",
    "non, pas encore", "ne sait pas", "non so", "non lo so", "no, non ancora", "não sei", "não, ainda não",
    "ich weiß nicht", "nein, noch nicht bekannt", "weet ik niet", "nee, nog niet", "لا أعرف", "لا نعلم", "لا، ليس بعد",
    "نمی‌دانم", "نه، هنوز", "bilmiyorum", "hayır, henüz", "δεν ξέρω", "όχι, ακόμα", "не знаю", "нет, пока", "ні, ще",
    "nie wiem", "nu știu", "አላውቅም", "ኣይፈልጥን", "ma garanayo", "sijui", "معلوم نہیں", "पता नहीं", "জানি না",
)  # fmt: skip


@pytest.mark.parametrize("text", NOBODY_KNOWS)
def test_not_to_know_is_no_no_in_any_language(text: str) -> None:
    assert yes_or_no(text) is None
    assert leaves_open(text) or "no" in text


@pytest.mark.parametrize(
    "text", ["not dead", "no está muerto", "n'est pas mort", "no se sabe si está muerto", "nicht tot"]
)
def test_a_word_that_is_denied_or_doubted_says_nothing(text: str) -> None:
    assert is_dead(text) is None


@pytest.mark.parametrize(
    "text", ["hombre no identificado, fallecido", "dead, not known when", "corpo non identificato deceduto"]
)
def test_a_denial_of_something_else_takes_nothing_away(text: str) -> None:
    assert is_dead(text) is True


def test_a_feature_or_a_condition_that_is_denied_is_none() -> None:
    assert traits("hair", "not black") == ()
    assert remains_condition("not skeletal") is Remains.UNKNOWN


def test_a_text_is_understood_as_a_whole_where_it_says_the_code_and_nothing_else() -> None:
    assert is_trait_word("black, curly")
    assert not is_trait_word("light brown")
    assert is_word_for("hospital", "kinds", "hospital")
    assert not is_word_for("Hospital General de Tijuana", "kinds", "hospital")
    assert is_word_for("mujer", "sex")


def test_the_words_that_are_neither_denied_nor_doubted_are_claimed() -> None:
    assert claimed_words("not male, adult; no sé si alto") == {"not", "adult"}


@pytest.mark.parametrize(
    "text", ["በሕይወት የለም", "nool ma aha", "ölü değil", "زنده نیست", "li poko mouri", "chưa chết", "ما مات"]
)
def test_a_life_that_is_denied_behind_its_word_or_before_is_neither(text: str) -> None:
    assert is_dead(text) is None
