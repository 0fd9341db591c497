"""Keys under which a name part is found again."""

from matching.names.name_parts import prepare_part
from matching.names.part_keys import near_skeletons, part_keys


def near(word: str) -> frozenset[str]:
    return near_skeletons(prepare_part(word).readings[0])


def test_spellings_of_one_name_share_their_key_in_every_script() -> None:
    keys = [set(part_keys(prepare_part(name))) for name in ("hussein", "houcine", "хусейн", "حسين", "ሁሴን")]
    assert set.intersection(*keys) == {"sk:xsn"}


def test_a_skeleton_of_one_consonant_needs_the_vowels_too() -> None:
    assert part_keys(prepare_part("ali")) == ("so:ali",)
    assert part_keys(prepare_part("alo")) == ("so:alu",)
    assert part_keys(prepare_part("omar")) == ("sk:mr",)


def test_a_long_skeleton_is_found_by_its_beginning_too() -> None:
    assert part_keys(prepare_part("karim")) == ("sk:krm",)
    assert part_keys(prepare_part("karimov")) == ("sk:krmb", "s3:krm")


def test_a_part_without_a_sound_has_no_key() -> None:
    assert part_keys(prepare_part("ъ")) == ()


def test_at_most_eight_readings_give_keys() -> None:
    part = prepare_part("生")
    assert len(part.readings) > 8
    first = {key for reading in part.readings[:8] for key in (f"sk:{reading.skeleton}", f"so:{reading.coarse}")}
    assert {key for key in part_keys(part) if not key.startswith("s3:")} <= first
    assert f"sk:{part.readings[7].skeleton}" in part_keys(part) or f"so:{part.readings[7].coarse}" in part_keys(part)


def test_near_keys_leave_out_one_consonant_of_three_or_more() -> None:
    assert near("karim") == {"rm", "km", "kr"}
    assert near("omar") == frozenset()
