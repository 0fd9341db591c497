"""How the name of a place sounds."""

from matching.places.place_folding import fold_name
from matching.places.place_skeletons import name_skeletons


def test_the_words_of_a_latin_name_run_together_without_articles() -> None:
    names = {
        "zuwara": ("sr",),
        "al zuwarah": ("sr",),
        "tripoli": ("trbl",),
        "el paso": ("bs",),
        "paso el": ("bs",),
        "sfax": ("sfks",),
        "eagle pass": ("klbs",),
    }
    assert {name: name_skeletons(name) for name in names} == names


def test_another_script_has_a_skeleton_for_each_way_to_read_it_at_most_six() -> None:
    assert name_skeletons(fold_name("زوارة")) == name_skeletons("zuwarah")
    assert "sfxn" in name_skeletons(fold_name("اصفهان"))
    assert 1 < len(name_skeletons("生駒市明林")) <= 6


def test_one_consonant_says_too_little() -> None:
    assert name_skeletons("ab") == name_skeletons("a") == name_skeletons("") == ()
    assert name_skeletons("aba lo") == ("bl",)


def test_each_skeleton_is_told_once() -> None:
    found = name_skeletons("明林")
    assert len(found) == len(set(found))
