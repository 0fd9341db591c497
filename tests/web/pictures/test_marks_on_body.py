from matching.record import Mark
from search.vocabulary import BodyPlace
from web.pictures.marks_on_body import MarkedBody, marked_body


def drawn(*sought: Mark, found: tuple[Mark, ...] = ()) -> MarkedBody:
    body = marked_body(sought, found)
    assert body is not None
    return body


def test_agreeing_marks_stand_beside_each_other_so_that_both_are_seen() -> None:
    scar = Mark("scar", "forearm", "left")
    front, _back = drawn(scar, found=(scar,)).drawings
    one, other = front.shapes
    assert {one.side, other.side} == {"sought", "found"}
    assert (abs(one.x - other.x), one.y) == (18, other.y)


def test_a_limb_of_unknown_side_is_shown_on_both_as_unsure_with_one_number() -> None:
    front, _back = drawn(Mark("scar", "knee")).drawings
    left, right = front.shapes
    assert (left.x + right.x, left.sure, right.sure, left.number, right.number) == (200, False, False, 1, 1)


def test_the_body_is_shown_from_both_sides_and_a_close_up_only_where_a_mark_is_in_it() -> None:
    assert [one.view.name for one in drawn(Mark("scar", "knee", "left")).drawings] == ["front", "back"]
    assert [one.view.name for one in drawn(Mark("mole", "eye", "left")).drawings] == ["front", "back", "face"]
    assert len(drawn(Mark("scar", "back")).drawings[1].shapes) == 1


def test_numbers_are_those_of_each_sides_own_list() -> None:
    body = drawn(Mark("tattoo"), Mark("scar", "knee", "left"), Mark("mole", "chest"), found=(Mark("burn", "foot"),))
    assert [(one.side, one.number, one.mark.kind) for one in body.located] == [
        ("sought", 1, "scar"), ("sought", 2, "mole"), ("found", 1, "burn"),
    ]  # fmt: skip


def test_every_place_of_the_body_can_be_drawn() -> None:
    body = drawn(*(Mark("scar", place, "left") for place in BodyPlace))
    assert sum(len(one.shapes) for one in body.drawings) == len(BodyPlace)


def test_there_is_nothing_to_draw_where_no_place_is_known() -> None:
    assert marked_body([Mark("tattoo"), Mark("scar", "somewhere")], []) is None


def test_on_a_tooth_the_second_shape_stands_towards_the_middle_and_not_on_the_next_tooth() -> None:
    gold = Mark("gold_tooth", "tooth_11")
    teeth = drawn(gold, found=(gold,)).drawings[-1]
    one, other = teeth.shapes
    assert (one.x, one.y) == (147, 34)
    assert other.y - one.y >= 17
    assert one.x <= other.x < 160
