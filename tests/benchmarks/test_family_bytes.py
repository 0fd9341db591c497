"""What the families' pages weigh, over all of them."""

import pytest

from benchmarks.family_bytes import ANY_PAGE, BENGALI_LIKE, FIRST_PAGE, page_bytes
from benchmarks.family_portal import family_portal
from benchmarks.page_forms import read_page


@pytest.mark.parametrize("language", ["en", "ar", BENGALI_LIKE])
def test_the_first_page_takes_15_kilobytes_and_any_page_25_with_all_that_it_draws(language: str) -> None:
    with family_portal() as (app, _):
        pages = {page.address: page for page in page_bytes(app, language)}
    assert len(pages) > 80
    assert "/case/change/marks" in pages
    assert pages["/"].with_files <= FIRST_PAGE
    assert {name: page.with_files for name, page in pages.items() if page.with_files > ANY_PAGE} == {}
    assert {name for name, page in pages.items() if page.elsewhere} == set()
    assert pages["/how-it-works"].packed < pages["/how-it-works"].plain / 1.5


def test_a_form_is_read_as_a_browser_would_send_it() -> None:
    read = read_page(
        '<form method="post" id="answers" action="/a"><input name="csrf_token" type="hidden" value="t">'
        '<input name="who" value=""><input name="may" type="radio" value="yes"><input name="may" type="radio"'
        ' value="no" checked><textarea name="more">\nkept</textarea><select name="one"><option value="1">'
        '<option value="2" selected></select><button name="go" value="save"></button></form><a href="/b#c">b</a><a href="https://elsewhere/">e</a>'
    )
    assert read.form is not None
    assert read.form.sent == [("csrf_token", "t"), ("who", ""), ("may", "no"), ("more", "kept"), ("one", "2")]
    assert dict(read.form.filled({"who": "Awa"}, otherwise="x"))["who"] == "Awa"
    assert dict(read.form.filled({"who": "Awa"}, otherwise="x"))["more"] == "kept"
    assert read.links == ("/b",)
