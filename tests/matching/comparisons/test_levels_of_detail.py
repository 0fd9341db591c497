"""The degrees within comparisons: how dates, numbers, marks, things and places agree in part."""

import pytest

from matching import AgeRange, Effect, Engine, Evidence, IdentityDocument, Mark, MatchRecord
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, day, numbers, person

ENGINE = Engine.load()


def _evidence(comparison: str, said: Said, found: Said, report: MatchRecord = BODY) -> Evidence:
    pair = ENGINE.explain(person(SOUGHT, **said), person(report, **found))
    return next(evidence for evidence in pair.evidence if evidence.comparison == comparison)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1991-07-21", "1991-07-21", "same_day"),
        ("1991-07-06", "1991-06-07", "day_month_swapped"),
        ("1991-07-21", "1992-07-21", "same_day_year_off"),
        ("1991-07-21", "2001-07-21", "ten_years_off"),
        ("1991-07-21", "1991-01-01", "same_year_first_january"),
        ("1991-01-01", "1991-01-01", "same_year_first_january"),
        ("1991-07-21", "1990-01-01", "one_year_first_january"),
        ("1991-07-21", "1991", "within"),
        ("1991-07-21", "1991-07", "within"),
        ("1991-07-21", "1991-07-22", "one_digit"),
        ("1991-07-21", "1991-12-03", "same_year"),
        ("1991-07-21", "1990-12-03", "one_year"),
        ("1991", "1992", "one_year"),
        ("1991-07-21", "1988-12-03", "few_years"),
        ("1991", "1960", "far"),
    ],
)
def test_birth_dates_agree_in_degrees(one: str, other: str, level: str) -> None:
    assert _evidence("birth", {"birth": day(one)}, {"birth": day(other)}).level == level
    assert _evidence("birth", {"birth": day(other)}, {"birth": day(one)}).level == level


def test_two_birth_dates_leave_nothing_for_the_age_to_say() -> None:
    said = {"birth": day("1991-07-21"), "event": at("2022-05-01"), "age": AgeRange(30, 30)}
    assert _evidence("age", said, said).level == "blank"


@pytest.mark.parametrize(("low", "high", "how"), [(31, 31, "stated"), (25, 35, "assessed")])
def test_stated_ages_and_assessed_ranges_are_judged_apart(low: int, high: int, how: str) -> None:
    said = {"birth": day("1991-07-21"), "event": at("2022-05-01")}
    assert _evidence("age", said, {"age": AgeRange(low, high), "event": at("2022-09-01")}).level == f"{how}_within"


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("+50499990001", "same"),
        ("99990001", "same_ending"),
        ("+50499990007", "one_digit"),
        ("+50499990010", "one_digit"),
        ("+50488887777", "different"),
        ("911", "different"),
    ],
)
def test_phones_agree_in_degrees(number: str, level: str) -> None:
    assert _evidence("phones", {"phones": numbers("+50499990001")}, {"phones": numbers("+1", number)}).level == level


@pytest.mark.parametrize(
    ("number", "level"),
    [("E 2733 O21", "same"), ("E2733022", "one_digit"), ("E273302", "one_digit"), ("X1", "different")],
)
def test_document_numbers_are_read_as_clerks_write_them(number: str, level: str) -> None:
    said = {"documents": (IdentityDocument("E2733021"),)}
    assert _evidence("documents", said, {"documents": (IdentityDocument(number),)}).level == level


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        (Mark("scar", "hand", "left"), "same"),
        (Mark("scar", "hand"), "side_open"),
        (Mark("scar", "hand", "right"), "side_differs"),
        (Mark("scar"), "kind_alone"),
        (Mark("scar", "wrist", "left"), "neighbouring"),
        (Mark("scar", "back"), "place_differs"),
        (Mark("burn", "hand", "left"), "other_word"),
        (Mark("mole", "hand", "left"), "unlike"),
    ],
)
def test_marks_agree_in_part(mark: Mark, level: str) -> None:
    assert _evidence("marks", {"marks": (Mark("scar", "hand", "left"),)}, {"marks": (mark,)}).level == level


def test_a_mark_with_another_motif_is_another_mark_or_a_misread_one() -> None:
    rose, lion = Mark("tattoo", "neck", "", "rose"), Mark("tattoo", "neck", "", "lion")
    assert _evidence("marks", {"marks": (rose,)}, {"marks": (lion,)}).level == "motif_differs"
    assert _evidence("marks", {"marks": (rose,)}, {"marks": (Mark("tattoo", "back", "", "lion"),)}).level == "unlike"


def test_where_a_tooth_sits_is_not_asked() -> None:
    said = {"marks": (Mark("gold_tooth", "face"),)}
    assert _evidence("marks", said, {"marks": (Mark("gold_tooth"),)}).level == "kind_alone"


def test_two_marks_in_common_weigh_more_than_one() -> None:
    both = (Mark("scar", "hand", "left"), Mark("birthmark", "neck", "right"))
    one = _evidence("marks", {"marks": both}, {"marks": both[:1]}).weight
    assert _evidence("marks", {"marks": both}, {"marks": both}).weight > one


def test_a_mark_is_paired_with_its_best_counterpart_once() -> None:
    said = {"marks": (Mark("scar", "hand", "left"), Mark("scar", "hand", "right"))}
    parts = _evidence("marks", said, {"marks": (Mark("scar", "hand", "right"),)}).parts
    assert [(part.sought, part.found, part.reason) for part in parts] == [
        ("scar hand right", "scar hand right", "same")
    ]


@pytest.mark.parametrize(
    ("effect", "level"),
    [
        (Effect("jacket", "blue"), "same"),
        (Effect("jacket"), "colour_open"),
        (Effect("jacket", "red"), "colour_differs"),
        (Effect("coat", "blue"), "other_word"),
        (Effect("ring", "blue"), "unlike"),
    ],
)
def test_things_agree_in_part(effect: Effect, level: str) -> None:
    assert _evidence("effects", {"effects": (Effect("jacket", "blue"),)}, {"effects": (effect,)}).level == level


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (at(point=(27.6, -99.5)), "dead_within_60_km"),
        (at(point=(29.3, -99.5)), "dead_within_300_km"),
        (at(point=(35.0, 14.0)), "dead_beyond"),
        (at(text="Rio Bravo, Piedras Negras, Coahuila, Mexico"), "dead_within_300_km"),
        (at(text="Sfax, Tunisia"), "dead_beyond"),
        (at(text="US-Mexico border crossing"), "dead_same_route"),
        (at(text="Tunisia"), "dead_elsewhere"),
        (at(text="nowhere that anybody knows"), "blank"),
    ],
)
def test_places_are_compared_by_what_is_known_of_them(found: object, level: str) -> None:
    assert _evidence("place", {"event": at(point=(27.5, -99.5))}, {"event": found}).level == level


def test_a_route_named_by_the_family_meets_a_place_named_by_the_mortuary() -> None:
    said = {"event": at(text="US-Mexico border crossing")}
    assert _evidence("place", said, {"event": at(text="near Eagle Pass, Texas")}).level == "dead_same_route"
    assert _evidence("place", said, {"event": at(point=(28.5, -100.3))}).level == "dead_same_route"


def test_a_country_is_known_in_the_reporters_language() -> None:
    said = {"event": at(text="Libya")}
    for text in ("ليبيا", "Libye", "Ливия", "ሊቢያ"):
        assert _evidence("place", said, {"event": at(text=text)}).level == "dead_same_route"


def test_the_living_are_found_far_away_and_later_and_the_dead_are_not() -> None:
    said = {"event": at("2021-03-01", point=(27.5, -99.5))}
    found = {"event": at("2022-09-01", point=(35.0, 14.0))}
    for comparison in ("elapsed", "place"):
        assert _evidence(comparison, said, found, LIVING).weight > _evidence(comparison, said, found, BODY).weight + 2


def test_an_imprecise_date_weighs_as_the_mean_of_its_days() -> None:
    found = {"event": at("2022-05-20")}
    exact = _evidence("elapsed", {"event": at("2022-05-01")}, found).weight
    year = _evidence("elapsed", {"event": at("2022")}, found).weight
    wrong_year = _evidence("elapsed", {"event": at("2019")}, found).weight
    assert wrong_year < 0 < year < exact


def test_the_usual_route_counts_only_where_the_last_contact_has_no_place() -> None:
    found = {"event": at(text="Sfax, Tunisia")}
    assert _evidence("origin", {"nationalities": ("HN",)}, found).level == "dead_unusual"
    assert _evidence("origin", {"nationalities": ("HN",), "event": at(text="Darien")}, found).level == "blank"
