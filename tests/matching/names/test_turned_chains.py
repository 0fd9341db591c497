"""Names whose first two parts are exchanged may be a father's and a son's; ordinary likenesses are not."""

import pytest

from matching.names.turned_chains import turned_round


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim bin Salim", "Salim bin Karim"),
        ("Karim Salim Hassan", "Salim Karim Hassan"),
        ("Petr Ivanovich", "Ivan Petrovich"),
        ("Пётр Иванович Сидоров", "Ivan Petrovich Sidorov"),
        ("Anna Petrovna", "Petr Annich"),
        ("Mohamed Ould Ahmed", "Ahmed Ould Mohamed"),
        ("كريم بن سالم", "Salim ben Karim"),
    ],
)
def test_a_chain_turned_round_is_noticed_from_either_side(one: str, other: str) -> None:
    assert turned_round(one, other)
    assert turned_round(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim bin Salim", "Karim ben Salim"),
        ("Ali bin Ali", "Ali Ali"),
        ("Ivan Ivanovich", "Ivan Ivanovich"),
        ("Karim bin Salim", "Karim"),
        ("Karim", "Salim"),
        ("", ""),
    ],
)
def test_the_same_order_is_no_chain_turned_round(one: str, other: str) -> None:
    assert not turned_round(one, other)
