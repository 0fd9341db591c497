"""Single words become codes: a kind of place, life and death, a body's condition, yes and no, stable traits."""

import pytest

from matching.record import Remains
from search.values.code_words import is_dead, remains_condition, report_kind, traits, yes_or_no
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
        ("perhaps yes", None),
        ("", None),
        ("…", None),
    ],
)
def test_yes_or_no_is_the_whole_cell_or_its_first_word(text: str, *, answer: bool | None) -> None:
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
