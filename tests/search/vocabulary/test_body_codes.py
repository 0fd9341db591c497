"""Marks, places, motifs and traits are kept as codes; every trait has the values it may take."""

from matching.comparisons import marks
from search.vocabulary import body_codes
from tests.search.vocabulary.codes import families, misshapen, repeated


def test_codes_are_short_lower_case_words_and_each_is_there_once() -> None:
    assert {one.__name__ for one in families(body_codes)} == {"MarkKind", "BodyPlace", "BodySide", "Motif", "Feature"}
    assert misshapen(body_codes) == []
    assert repeated(body_codes) == []


def test_every_trait_has_two_values_or_more_none_of_them_twice() -> None:
    values = body_codes.FEATURE_VALUES
    assert set(values) == set(body_codes.Feature)
    assert [feature for feature, listed in values.items() if len(set(listed)) != len(listed) or len(listed) < 2] == []


def test_blood_groups_are_the_eight_of_abo_and_rhesus() -> None:
    eight = {f"{group}{rhesus}" for group in ("a", "b", "ab", "o") for rhesus in "+-"}
    assert set(body_codes.FEATURE_VALUES[body_codes.Feature.BLOOD_GROUP]) == eight


def test_every_kind_of_mark_is_of_the_skin_or_stays_with_a_skeleton() -> None:
    # A kind that `matching.comparisons.marks` does not know to be of the skin speaks against remains that have none.
    staying = {"amputation", "deformity", "healed_fracture", "operation", "implant", "prosthesis", "other"}
    teeth = {"missing_tooth", "gold_tooth", "broken_tooth", "denture", "braces", "tooth_gap"}
    assert set(body_codes.MarkKind) == marks._OF_THE_SKIN | staying | teeth
