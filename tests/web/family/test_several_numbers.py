"""Several telephone numbers in one line."""

from tests.fixtures.visitor import Visitor


def test_two_numbers_in_one_line_are_two_numbers_of_the_search(visitor: Visitor) -> None:
    visitor.goes_to("/search/phones")
    visitor.sends("/search/phone/1", {"phones-number": "+249 912 345 678 / +249 912 345 679", "phones-role": "sought"})
    visitor.goes_to("/search/phones")
    assert "+249912345678" in visitor.page
    assert "+249912345679" in visitor.page
    visitor.sends("/search/phone/1", {"phones-number": "+249912345677", "phones-role": "sought"})
    visitor.goes_to("/search/phones")
    kept = [number for number in ("+249912345677", "+249912345679") if number in visitor.page]
    assert len(kept) == 2
