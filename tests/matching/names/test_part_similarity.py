"""How much it tells that two parts are written as they are."""

import dataclasses

import pytest

from matching.names.name_parts import NamePart, prepare_part
from matching.names.part_similarity import (
    APART,
    TWO_NAMES,
    differ_by_sex,
    is_beginning,
    is_equivalent,
    is_short_form,
    is_two_names,
    letter_bits,
    oriented_groups,
    part_bits,
    share_of_lack,
    sound_alike,
    worth_aligning,
)
from matching.names.readings.reading_result import Group
from matching.names.shipped_weights import shipped_weights

P = prepare_part


def rare(written: str, bits: float = 20.0) -> NamePart:
    return dataclasses.replace(P(written), rarity=bits)


def bits(one: str, other: str) -> float:
    return part_bits(P(one), P(other))


def test_one_part_in_one_script_is_worth_the_rarity_of_the_commoner() -> None:
    assert bits("muhammad", "muhammad") == P("muhammad").rarity
    assert part_bits(rare("karim", 9.0), rare("karim", 4.0)) == 4.0
    assert bits("josé", "jose") == min(P("josé").rarity, P("jose").rarity)


def test_an_initial_agrees_with_whatever_begins_like_it_and_contradicts_the_rest() -> None:
    assert bits("k", "karim") == bits("karim", "k") == bits("k", "k") == 1.5
    assert bits("k", "qasim") == 1.5
    assert bits("k", "lamin") == bits("k", "l") == -6.0


def test_letters_tell_at_most_the_rarity_of_the_commoner_part() -> None:
    for rarity in (2.0, 5.0):
        assert part_bits(rare("tesfaye", rarity), rare("tesfaie")) <= rarity


def test_of_what_an_alignment_lacks_of_the_usual_a_share_is_taken_off() -> None:
    one, other = rare("k", 200.0), rare("q", 200.0)
    weights = shipped_weights().of("latin")
    k, q = one.readings[0].units[0], other.readings[0].units[0]
    best = max(float(weights.substitution[k, q]), float(weights.dropping[k] + weights.adding[q]))
    usual = float(weights.usual_first[k] + weights.usual_second[q]) / 2
    assert usual > best
    assert letter_bits(one, other) == pytest.approx(best - 0.3 * (usual - best))


def test_the_best_alignment_lets_letters_meet_or_drops_them_on_either_side() -> None:
    weights = shipped_weights().of("latin")
    one, other = rare("bab", 200.0), rare("bb", 200.0)
    a, b = one.readings[0].units, other.readings[0].units
    best = weights.substitution[a[0], b[0]] + weights.dropping[a[1]] + weights.substitution[a[2], b[1]]
    lack = (weights.usual_first[list(a)].sum() + weights.usual_second[list(b)].sum()) / 2 - best
    told = pytest.approx(best - 0.3 * max(lack, 0.0), abs=1e-4)
    assert letter_bits(one, other) == letter_bits(other, one) == told


def test_within_one_script_other_than_latin_a_difference_says_twice_as_much() -> None:
    assert share_of_lack("latin") == share_of_lack("arabic") == share_of_lack("two") == 0.3
    assert share_of_lack("same") == 0.6


def test_names_of_two_scripts_are_weighed_as_their_weights_were_learned() -> None:
    assert oriented_groups(Group.ARABIC, Group.LATIN) == (False, "arabic")
    assert oriented_groups(Group.LATIN, Group.ARABIC) == (True, "arabic")
    assert oriented_groups(Group.LATIN, Group.LATIN) == (False, "latin")
    assert oriented_groups(Group.GREEK, Group.GREEK) == (False, "same")
    assert oriented_groups(Group.GREEK, Group.ARABIC) == (False, "two")


def test_parts_without_anything_in_common_have_the_least_bits() -> None:
    assert bits("karim", "zubdet") == APART == -30.0
    assert letter_bits(P("karim"), P("zubdet")) == APART


def test_signs_that_only_sound_alike_are_other_signs_where_signs_are_syllables() -> None:
    latin = letter_bits(rare("kim"), rare("김"))
    assert latin > 4.0
    one, other = rare("민"), rare("문")
    assert letter_bits(one, other) < letter_bits(dataclasses.replace(one, script=P("min").script), other) - 4.99
    assert letter_bits(one, other) == pytest.approx(
        letter_bits(dataclasses.replace(one, script=P("min").script), other) - 5.0
    )


def test_a_short_form_is_worth_a_share_of_the_rarity_and_at_least_one_bit() -> None:
    assert bits("paco", "francisco") == pytest.approx(0.6 * P("francisco").rarity - 1.5)
    assert bits("francisco", "paco") == bits("paco", "francisco")
    assert part_bits(rare("paco", 2.0), rare("francisco")) == 1.0


def test_one_name_in_two_languages_counts_as_a_short_form_does() -> None:
    assert bits("john", "juan") == pytest.approx(0.6 * P("john").rarity - 1.5)
    assert is_equivalent(P("john"), P("juan"))
    assert not is_equivalent(P("pedro"), P("juan"))


def test_where_the_letters_say_more_than_a_known_form_they_count() -> None:
    one, other = rare("pavel"), rare("pawel")
    assert is_equivalent(one, other)
    assert part_bits(one, other) == letter_bits(one, other) > 0.6 * 20.0 - 1.5


def test_a_short_form_is_one_whichever_side_it_is_on() -> None:
    paco, francisco = P("paco"), P("francisco")
    assert is_short_form(paco, francisco)
    assert is_short_form(francisco, paco)
    assert not is_short_form(paco, P("pedro"))


def test_a_mans_name_and_a_womans_are_two_names() -> None:
    assert bits("karim", "karima") == bits("karima", "karim") == TWO_NAMES == -6.0
    assert differ_by_sex(P("mario"), P("maria"))
    assert not differ_by_sex(P("karim"), P("karim"))
    assert not differ_by_sex(P("karim"), P("samira"))
    assert not differ_by_sex(P("mary"), P("maria"))


def test_common_names_that_look_alike_are_two_names() -> None:
    assert part_bits(rare("jamil"), rare("jamal")) == TWO_NAMES < letter_bits(rare("jamil"), rare("jamal"))
    assert is_two_names(P("hasan"), P("husein"))
    assert not is_two_names(P("hasan"), P("hassan"))
    assert not is_two_names(P("hasan"), P("tesfaye"))
    assert bits("hasan", "husein") <= TWO_NAMES


def test_parts_that_sound_alike_by_ear_agree_a_little_but_in_other_letters_of_one_script() -> None:
    karim, kerem = (dataclasses.replace(P(name), ear="K650") for name in ("karim", "zubdet"))
    assert part_bits(karim, kerem) == 1.0
    assert part_bits(karim, dataclasses.replace(kerem, ear="K651")) == APART
    assert part_bits(*(dataclasses.replace(one, ear="") for one in (karim, kerem))) == APART
    cyrillic = [dataclasses.replace(P(name), ear="K650") for name in ("карим", "зубдет")]
    assert part_bits(*cyrillic) == APART
    assert part_bits(karim, cyrillic[1]) == 1.0


def test_the_beginning_of_a_name_may_be_short_for_it() -> None:
    assert part_bits(rare("qarz"), rare("qarzomir")) == max(1.0, letter_bits(rare("qarz"), rare("qarzomir")))
    assert is_beginning(P("tim"), P("timothy"))
    assert is_beginning(P("timothy"), P("tim"))
    assert not is_beginning(P("ti"), P("timothy"))
    assert not is_beginning(P("karim"), P("karima"))
    assert is_beginning(P("karim"), P("karimov"))
    assert not is_beginning(P("كري"), P("karimov"))


def test_readings_are_aligned_where_few_consonants_differ() -> None:
    (karim,), (karmin,), (zubdet,) = (P(name).readings for name in ("karim", "karmin", "zubdet"))
    assert worth_aligning(karim, karmin)
    assert not worth_aligning(karim, zubdet)
    two, three = (dataclasses.replace(karim, classes=karim.classes ^ bits) for bits in (0b11000, 0b11100))
    assert worth_aligning(karim, dataclasses.replace(two, slack=0))
    assert not worth_aligning(karim, dataclasses.replace(three, slack=0))
    assert worth_aligning(karim, dataclasses.replace(three, slack=3))


def test_an_unlikely_reading_is_aligned_with_what_sounds_alike_alone_and_by_the_stricter_bound() -> None:
    (karim,) = P("karim").readings
    doubted = dataclasses.replace(karim, doubt=0.5, slack=1)
    one, two = (dataclasses.replace(karim, classes=karim.classes ^ bits) for bits in (0b1000, 0b11000))
    assert worth_aligning(doubted, one)
    assert not worth_aligning(doubted, two)
    assert worth_aligning(dataclasses.replace(doubted, slack=2), dataclasses.replace(two, doubt=0.5))
    assert not worth_aligning(doubted, dataclasses.replace(one, coarse="zubdit"))
    assert not worth_aligning(dataclasses.replace(one, coarse="zubdit"), doubted)


def test_two_sounds_apart_sound_alike_and_three_do_not() -> None:
    (karim,) = P("karim").readings
    assert sound_alike(karim, dataclasses.replace(karim, coarse="qarum"))
    assert not sound_alike(karim, dataclasses.replace(karim, coarse="qurum"))


def test_a_doubt_of_either_reading_is_taken_off() -> None:
    one, other = P("karim"), dataclasses.replace(P("karem"))
    doubted = dataclasses.replace(other, readings=(dataclasses.replace(other.readings[0], doubt=0.25),))
    assert letter_bits(one, doubted) == pytest.approx(letter_bits(one, other) - 0.25)
    assert letter_bits(doubted, one) == pytest.approx(letter_bits(other, one) - 0.25)


def test_a_sound_alike_says_nothing_against_names_known_to_be_two_or_common_in_two_scripts() -> None:
    assert bits("Марио", "Mauro") < 0
    assert bits("Мира", "Maria") < 0
