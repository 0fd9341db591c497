"""Another witness describes most marks and clothes alike, and the rest in a neighbouring way."""

from benchmarks.invented.body_features import invent_effects, invent_marks, seen_otherwise, worn_otherwise
from benchmarks.invented.losses import invent_loss, moved
from matching.record import Effect, Mark
from search.vocabulary import BodyPlace, Colour, EffectItem, MarkKind, Motif
from tests.benchmarks.invented.chance import chance


def test_marks_and_clothes_are_of_the_vocabulary() -> None:
    rng = chance(1)
    marks = [mark for _ in range(500) for mark in invent_marks(rng)]
    effects = [effect for _ in range(500) for effect in invent_effects(rng)]
    assert {mark.kind for mark in marks} <= set(MarkKind)
    assert {mark.place for mark in marks} <= set(BodyPlace)
    assert {mark.motif for mark in marks} - {""} <= set(Motif)
    assert {effect.item for effect in effects} <= set(EffectItem)
    assert {effect.colour for effect in effects} <= set(Colour)


def test_a_mark_is_mostly_described_alike_else_beside_it_or_by_another_word() -> None:
    rng = chance(2)
    scar = Mark("scar", "forearm", "left")
    seen = [seen_otherwise(scar, rng) for _ in range(2_000)]
    assert 0.6 < seen.count(scar) / len(seen) < 0.85
    assert {mark.place for mark in seen} == {"forearm", "upper_arm", "hand"}
    assert {mark.kind for mark in seen} == {"scar", "burn"}
    assert {mark.side for mark in seen} == {"left", "right", ""}


def test_a_piece_may_have_another_colour_or_another_word() -> None:
    rng = chance(3)
    worn = [worn_otherwise(Effect("shirt", "blue"), rng) for _ in range(2_000)]
    assert 0.65 < worn.count(Effect("shirt", "blue")) / len(worn) < 0.9
    assert {effect.item for effect in worn} == {"shirt", "jacket"}


def test_losses_are_mostly_of_one_person_and_sometimes_of_dozens() -> None:
    rng = chance(4)
    losses = [invent_loss("central_mediterranean", rng) for _ in range(2_000)]
    people = [loss.people for loss in losses]
    assert 0.55 < people.count(1) / len(people) < 0.65
    assert max(people) > 20
    assert all((loss.bodies is None) == (loss.people == 1) for loss in losses)


def test_a_point_is_moved_by_about_the_distance_and_stays_on_the_globe() -> None:
    rng = chance(5)
    for kilometres in (0.0, 50.0, 20_000.0):
        latitude, longitude = moved(35.0, 179.9, kilometres, rng)
        assert -85 <= latitude <= 85
        assert -180 <= longitude <= 180
