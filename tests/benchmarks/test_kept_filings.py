"""What the measurement of kept searches reads from the page after filing."""

from benchmarks.kept_filings import read_receipt
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files


def test_the_page_after_filing_is_read_as_a_relative_copies_it(visitor: Visitor) -> None:
    reference, words = files(visitor)
    assert read_receipt(visitor.page) == (reference, " ".join(words))


def test_any_other_page_shows_no_receipt(visitor: Visitor) -> None:
    visitor.goes_to("/")
    assert read_receipt(visitor.page) is None
