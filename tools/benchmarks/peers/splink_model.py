"""How Splink is told to compare these tables: comparisons, rules for candidates, rules for training.

After its documentation (Splink 5, "Comparison library", "Estimating model parameters"): ready-made comparisons where
they fit, custom ones of ready-made levels where two columns speak of one thing, so that nothing is counted twice.
"""

from collections.abc import Sequence

from splink import SettingsCreator, block_on
from splink import comparison_level_library as levels
from splink import comparison_library as comparisons
from splink.blocking_rule_library import CustomRule
from splink.internals.blocking_rule_creator import BlockingRuleCreator

# A link of two tables: the sought on the left, as its name comes first.
SOUGHT, FOUND = "a_sought", "b_found"
_AFTER = "(first_day_r - (first_day_l + last_day_l) / 2)"
_NO_DAY = "first_day_l IS NULL OR first_day_r IS NULL"


def settings(*, with_languages: bool) -> SettingsCreator:
    """The model before it is trained. Languages are compared where the data have any."""
    compared = [
        _names(),
        _birth(),
        comparisons.ExactMatch("sex"),
        comparisons.ExactMatch("nationality").configure(term_frequency_adjustments=True),
        comparisons.ArrayIntersectAtSizes("phones", [1]),
        comparisons.DamerauLevenshteinAtThresholds("document", [1]),
        _elapsed(dead=True),
        _elapsed(dead=False),
        _place_of_a_body(),
        _route_of_the_living(),
        _height(),
        _marks(),
        comparisons.ArrayIntersectAtSizes("clothing", [2, 1]),
    ]
    if with_languages:
        compared.append(comparisons.ArrayIntersectAtSizes("languages", [1]))
    return SettingsCreator(
        link_type="link_only",
        comparisons=compared,
        blocking_rules_to_generate_predictions=candidate_rules(),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def candidate_rules() -> Sequence[BlockingRuleCreator]:
    """Conditions of which any one makes two records worth comparing.

    A number, a paper, a date of birth, sounds of two name parts or of one with something else, a mark; for bodies the
    quarter of the year with a place, a route, a mark, something worn, or sex and age.
    """
    quarter_and = (
        block_on("quarters", "cells", arrays_to_explode=["quarters", "cells"]),
        block_on("quarters", "routes", "sex", arrays_to_explode=["quarters", "routes"]),
        block_on("quarters", "mark_kinds", arrays_to_explode=["quarters", "mark_kinds"]),
        block_on("quarters", "clothing", arrays_to_explode=["quarters", "clothing"]),
        CustomRule(
            "l.quarters = r.quarters AND l.sex = r.sex AND abs(l.birth_year - r.birth_year) <= 6",
            arrays_to_explode=["quarters"],
        ),
    )
    return (
        block_on("phone_endings", arrays_to_explode=["phone_endings"]),
        block_on("document"),
        block_on("birth_date"),
        block_on("words", arrays_to_explode=["words"]),
        block_on("sound_pairs", arrays_to_explode=["sound_pairs"]),
        block_on("sounds", "nationality", arrays_to_explode=["sounds"]),
        block_on("sounds", "birth_year", arrays_to_explode=["sounds"]),
        block_on("sounds", "sex", arrays_to_explode=["sounds"]),
        block_on("marks", "sex", arrays_to_explode=["marks"]),
        *quarter_and,
    )


def sure_rules() -> Sequence[BlockingRuleCreator]:
    """Rules that hardly ever hold for two people, from which the number of true pairs is reckoned."""
    return (
        block_on("phones", arrays_to_explode=["phones"]),
        block_on("document"),
        block_on("full_name", "birth_year"),
    )


def training_rules() -> Sequence[BlockingRuleCreator]:
    """Rules under which expectation maximisation learns; each leaves its own columns to the others."""
    return (
        block_on("full_name"),
        block_on("birth_date", "sex"),
        CustomRule("l.phones[1] = r.phones[1]"),
        CustomRule("l.given = r.given AND l.nationality = r.nationality"),
    )


def _names() -> comparisons.CustomComparison:
    def shared(column: str, least: int) -> levels.ArrayIntersectLevel:
        return levels.ArrayIntersectLevel(column, min_intersection=least)

    return comparisons.CustomComparison(
        output_column_name="name",
        comparison_levels=[
            levels.NullLevel("full_name"),
            levels.ExactMatchLevel("full_name").configure(tf_adjustment_column="full_name"),
            levels.JaroWinklerLevel("full_name", 0.95),
            shared("words", 2),
            shared("sound_pairs", 3),
            shared("sound_pairs", 1),
            levels.JaroWinklerLevel("full_name", 0.88),
            levels.ExactMatchLevel("given").configure(tf_adjustment_column="given"),
            levels.ExactMatchLevel("surname").configure(tf_adjustment_column="surname"),
            shared("words", 1),
            shared("sounds", 1),
            levels.JaroWinklerLevel("full_name", 0.7),
            levels.ElseLevel(),
        ],
    )


def _birth() -> comparisons.CustomComparison:
    apart = "abs(birth_year_l - birth_year_r)"
    assessed = "(age_known_l = 'assessed' OR age_known_r = 'assessed')"
    return comparisons.CustomComparison(
        output_column_name="birth",
        comparison_levels=[
            levels.NullLevel("birth_year"),
            levels.ExactMatchLevel("birth_date"),
            levels.DamerauLevenshteinLevel("birth_date", 1),
            *(levels.CustomLevel(f"{assessed} AND {apart} <= {years}") for years in (2, 5, 10)),
            levels.CustomLevel(assessed, "assessed, far"),
            *(levels.CustomLevel(f"{apart} <= {years}") for years in (0, 1, 3, 6, 10)),
            levels.ElseLevel(),
        ],
    )


def _elapsed(*, dead: bool) -> comparisons.CustomComparison:
    """Days from the last contact; for bodies and for the living apart, each saying nothing of the other."""
    bands = [(-15, 30), (31, 90), (91, 190), (191, 365)] if dead else [(0, 90), (91, 365), (366, 900)]
    return comparisons.CustomComparison(
        output_column_name="elapsed_dead" if dead else "elapsed_living",
        comparison_levels=[
            levels.CustomLevel(f"{_NO_DAY} OR {'NOT ' if dead else ''}dead_r", "unknown").configure(is_null_level=True),
            *(levels.CustomLevel(f"{_AFTER} BETWEEN {first} AND {last}") for first, last in bands),
            levels.ElseLevel(),
        ],
    )


def _place_of_a_body() -> comparisons.CustomComparison:
    routes = "len(list_intersect(routes_l, routes_r)) > 0"
    both = "latitude_l IS NOT NULL AND latitude_r IS NOT NULL"
    unknown = f"NOT dead_r OR (NOT ({both}) AND (routes_l IS NULL OR routes_r IS NULL))"
    return comparisons.CustomComparison(
        output_column_name="place_dead",
        comparison_levels=[
            levels.CustomLevel(unknown, "unknown").configure(is_null_level=True),
            *(levels.DistanceInKMLevel("latitude", "longitude", km_threshold=km) for km in (100, 300, 600, 1500)),
            levels.CustomLevel(f"NOT ({both}) AND {routes}", "the same route"),
            levels.ElseLevel(),
        ],
    )


def _route_of_the_living() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="route_living",
        comparison_levels=[
            levels.CustomLevel("dead_r OR routes_l IS NULL OR routes_r IS NULL", "unknown").configure(
                is_null_level=True
            ),
            levels.ArrayIntersectLevel("routes", min_intersection=1),
            levels.ElseLevel(),
        ],
    )


def _height() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="height",
        comparison_levels=[
            levels.NullLevel("height"),
            *(levels.AbsoluteDifferenceLevel("height", centimetres) for centimetres in (3, 6, 10, 15)),
            levels.ElseLevel(),
        ],
    )


def _marks() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="marks",
        comparison_levels=[
            levels.NullLevel("marks"),
            levels.ArrayIntersectLevel("marks", min_intersection=2),
            levels.ArrayIntersectLevel("marks", min_intersection=1),
            levels.ArrayIntersectLevel("mark_kinds", min_intersection=1),
            levels.ElseLevel(),
        ],
    )
