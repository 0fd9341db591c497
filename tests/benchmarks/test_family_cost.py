from benchmarks.family_cost import page_costs
from benchmarks.family_portal import family_portal


def test_a_page_is_measured_in_a_new_search_and_in_one_that_was_filed() -> None:
    with family_portal() as (app, _):
        costs = list(page_costs(app, ("names", "hair"), 3))
    assert [cost.address for cost in costs] == [
        "/search/names",
        "/search/hair",
        "/case/change/names",
        "/case/change/hair",
    ]
    assert all(min(cost.shown, cost.shown_cpu, cost.saved, cost.saved_cpu) > 0 for cost in costs)
