"""A report opened in its form: what comes back unchanged changes nothing, what is emptied goes when it was ticked."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING

_REPORT = re.compile(r"/reports/([0-9a-f-]{36})")


class _Form(HTMLParser):
    """What a browser would send of the form with the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._within = False
        self._select = self._text = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._within = given.get("id") == "answers"
        if not self._within:
            return
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "input" and name and (kind not in ("radio", "checkbox") or "checked" in given):
            self.sent.setdefault(name, []).append(given.get("value", ""))
        elif tag == "select":
            self._select = name
            self.sent.setdefault(name, [""])
        elif tag == "option" and "selected" in given and self._select:
            self.sent[self._select] = [given.get("value", "")]
        elif tag == "textarea":
            self._text, self._words = name, []

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text:
            self.sent.setdefault(self._text, []).append("".join(self._words).removeprefix("\n"))
            self._text = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._within = False

    def handle_data(self, data: str) -> None:
        if self._text:
            self._words.append(data)


def shown_form(page: str) -> dict[str, list[str]]:
    """Names and values of the form on a page, as a browser would send them back."""
    form = _Form()
    form.feed(page)
    form.sent.pop("csrf_token", None)
    form.sent.pop("whose", None)
    return form.sent


def opened(visitor: Visitor, which: str, fields: dict[str, str]) -> str:
    """The page of a report that was just filed, to be changed."""
    visitor.goes_to(f"/report/{which}")
    visitor.sends(f"/report/{which}", {**fields, "form_key": "0" * 31 + "1"})
    (report_id, *_) = _REPORT.findall(visitor.page)
    address = f"/reports/{report_id}/change"
    visitor.goes_to(address)
    return address


def changed(visitor: Visitor, address: str, **anew: str | list[str]) -> int:
    """Sends the form on the page as it stands, with these fields otherwise."""
    given = {name.replace("__", "-"): value for name, value in anew.items()}
    return visitor.sends(address, {**shown_form(visitor.page), **given}).status_code


def told(visitor: Visitor) -> str:
    """The words of a page without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", visitor.page)).split())


@pytest.fixture
def amina(clerk: Visitor) -> tuple[Visitor, str]:
    return clerk, opened(clerk, "living", LIVING)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("which", ["living", "body"])
def test_a_form_that_comes_back_as_it_was_changes_nothing(
    clerk: Visitor, mortuary: Visitor, which: str, language: str
) -> None:
    visitor, fields = (clerk, LIVING) if which == "living" else (mortuary, BODY)
    address = opened(visitor, which, fields)
    visitor.goes_to(f"{address}?lang={language}")
    assert changed(visitor, address) == 200
    if language == "en":
        assert "Nothing was changed" in told(visitor)
    visitor.goes_to(address.removesuffix("/change"))
    assert "/versions" not in visitor.page


def test_the_form_opens_with_everything_that_was_sent(amina: tuple[Visitor, str]) -> None:
    sent = {name: values for name, values in shown_form(amina[0].page).items() if any(values)}
    for name, value in LIVING.items():
        assert name in sent, name
        if name not in ("height", "found-place-text", "languages", "phones-0-number"):
            assert value in sent[name] or value == "Somalia", name


def test_what_is_emptied_is_shown_back_and_goes_only_when_it_is_ticked(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert changed(clerk, address, age="", marks__0__kind="", marks__0__place="", marks__0__side="",
                   marks__0__words="") == 409  # fmt: skip
    assert "Take away: Age, 25-35" in told(clerk)
    assert re.search(r"Take away: [^,]*, (Scar|scar)", told(clerk))
    marks = re.findall(r'name="goes" value="([0-9a-f]+)"', clerk.page)
    assert len(marks) == 2
    assert 'name="goes" value="' + marks[0] + '" checked' not in clerk.page
    aged = re.search(r'name="goes" value="([0-9a-f]+)"[^<]*<span[^<]*Take away: Age', clerk.page)
    assert aged
    assert changed(clerk, address, goes=aged[1]) == 200
    clerk.goes_to(address.removesuffix("/change"))
    assert "25" not in told(clerk).split("Age")[-1][:20]
    assert "from a burn" in clerk.page
    assert "Version 2" in told(clerk)


def test_taking_an_element_out_asks_first_and_nothing_ticked_takes_nothing_away(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert changed(clerk, address, removed="phones-0") == 409
    assert "Take away: " in told(clerk)
    assert "+252612345678" in clerk.page
    assert changed(clerk, address) == 200
    assert "Nothing was ticked" in told(clerk)
    clerk.goes_to(address)
    assert "+252612345678" in clerk.page


def test_a_changed_value_is_told_old_and_new_and_the_rest_stays(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert changed(clerk, address, height="170", names__0__text="Amina Warsama") == 200
    page = told(clerk)
    assert "Amina Warsame" in page
    assert "Amina Warsama" in page
    clerk.goes_to(address.removesuffix("/change"))
    page = told(clerk)
    assert "Amina Warsama" in page
    assert "Amina Warsame" not in page
    for kept in ("CI-77", "from a burn", "+252", "The house behind the harbour", "Tapachula"):
        assert kept in page


def test_words_that_were_emptied_and_written_anew_need_no_tick(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    assert changed(clerk, address, age="1990") == 400
    assert changed(clerk, address) == 200
    clerk.goes_to(address.removesuffix("/change"))
    assert "1990" in told(clerk)
    assert "25" not in re.sub(r".*Age", "", told(clerk))[:20]


def test_what_another_act_changed_meanwhile_is_told_and_nothing_is_lost(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    before = shown_form(clerk.page)
    assert changed(clerk, address, height="170", languages=["Somali"], phones__1__number="+252615555123") == 409
    # The language that was emptied waits for its tick; another act is quicker.
    slow = shown_form(clerk.page)
    clerk.goes_to(address)
    assert clerk.sends(address, {**before, "age": "40", "phones-1-number": "+252612222333"}).status_code == 200
    assert clerk.sends(address, slow).status_code == 409
    page = told(clerk)
    assert "changed meanwhile" in page
    form = shown_form(clerk.page)
    assert form["age"] == ["40"]
    assert form["height"] == ["170"]
    numbers = [values[0] for name, values in form.items() if re.fullmatch(r"phones-\d-number", name)]
    assert set(filter(None, numbers)) == {"+252612345678", "+252612222333", "+252615555123"}


def test_a_form_that_becomes_another_person_is_asked_about_and_makes_no_chimera(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    anew = {"names__0__text": "Juan Pérez", "sex": "male", "age": "70"}
    assert changed(clerk, address, **anew) == 409
    assert "The sex is another one." in told(clerk)
    assert changed(clerk, address, again="other") == 200
    form = shown_form(clerk.page)
    assert form["names-0-text"] == ["Juan Pérez"]
    assert form["sender_number"] == ["CI-77"]
    assert form.get("phones-0-number") == [""]
    assert "from a burn" not in clerk.page
    assert clerk.sends("/report/living", {**form, "agreed": "yes", "minor": "no"}).status_code == 200
    assert "Your report is stored" in told(clerk)
    clerk.goes_to(address)
    assert shown_form(clerk.page)["names-0-text"] == ["Amina Warsame"]


def test_the_number_is_asked_first_and_opens_what_is_known(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    clerk.goes_to("/report/living/number")
    clerk.sends("/report/living/number", {"number": "ci-78"})
    assert shown_form(clerk.page)["sender_number"] == ["ci-78"]
    clerk.sends("/report/living/number", {"number": " CI-77 "})
    assert address in clerk.page
    assert "Amina Warsame" in clerk.page
    clerk.sends("/report/living/number", {"number": "CI-77", "another": "y"})
    form = {**shown_form(clerk.page), "agreed": "yes", "minor": "no"}
    assert form["sender_number"] == ["CI-77"]
    assert clerk.sends("/report/living", {**form, "sex": "female", "kind": "shelter"}).status_code == 200
    assert "Your report is stored" in told(clerk)
    # Two presses of one button are one report.
    assert clerk.sends("/report/living", {**form, "sex": "female", "kind": "shelter"}).status_code == 200
    assert "We have this report already" in told(clerk)
    clerk.goes_to(address)
    assert shown_form(clerk.page)["names-0-text"] == ["Amina Warsame"]


def test_a_number_of_another_report_is_not_taken(amina: tuple[Visitor, str]) -> None:
    clerk, address = amina
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "sender_number": "CI-78", "names-0-text": "Eva Ruiz"})
    clerk.goes_to(address)
    assert changed(clerk, address, sender_number="CI-78") == 400
    assert "Another report of yours has this case number" in told(clerk)
    clerk.goes_to(address)
    assert changed(clerk, address, sender_number="CI-79") == 200
    clerk.goes_to("/report/living/number")
    clerk.sends("/report/living/number", {"number": "CI-79"})
    assert address in clerk.page
    clerk.goes_to("/report/living/number")
    clerk.sends("/report/living/number", {"number": "CI-77"})
    assert address not in clerk.page
