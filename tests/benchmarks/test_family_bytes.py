"""What the families' pages weigh, over all of them."""

import pytest

from benchmarks.family_bytes import ANY_PAGE, BENGALI_LIKE, FIRST_PAGE, page_bytes
from benchmarks.family_portal import family_portal
from tests.fixtures.languages import walked


@pytest.mark.parametrize("language", [*(row.tag for row in walked()), BENGALI_LIKE])
def test_the_first_page_takes_15_kilobytes_and_any_page_25_with_all_that_it_draws(language: str) -> None:
    with family_portal() as (app, _):
        pages = {page.address: page for page in page_bytes(app, language)}
    assert len(pages) > 80
    assert "/case/change/marks" in pages
    assert pages["/"].with_files <= FIRST_PAGE
    assert {name: page.with_files for name, page in pages.items() if page.with_files > ANY_PAGE} == {}
    assert {name for name, page in pages.items() if page.elsewhere} == set()
    assert pages["/how-it-works"].packed < pages["/how-it-works"].plain / 1.5
