"""The codes that choices offer."""

import pytest

from search.vocabulary.code_sets import CODE_SETS


@pytest.mark.parametrize("name", CODE_SETS)
def test_a_choice_offers_each_code_once(name: str) -> None:
    offered = CODE_SETS[name]
    for codes in (offered.family, offered.partner):
        assert codes
        assert len(codes) == len(set(codes))


def test_families_and_clerks_are_offered_what_each_can_know() -> None:
    kinds, roles = CODE_SETS["name_kind"], CODE_SETS["phone_role"]
    assert "as_heard" in kinds.partner
    assert "as_heard" not in kinds.family
    assert "enquirer" not in {*roles.family, *roles.partner}


def test_a_value_of_a_feature_stands_behind_its_feature_in_the_table_of_words() -> None:
    eyes = CODE_SETS["feature.eyes"]
    assert (eyes.table, eyes.prefix) == ("feature_value", "eyes.")
    assert "brown" in eyes.family
