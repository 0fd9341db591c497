import datetime
import html
import itertools
import re
from typing import Any

import pytest
from markupsafe import escape
from sqlalchemy import select
from sqlalchemy.orm import Session

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from matching.record import Effect, Mark, NameKind, PartialDate, PersonName, Phone, PhoneRole, Remains, Sex
from search.documents import Answer, Description, FieldNote, Identifiers, PostMortem, Provenance, Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from search.vocabulary import Channel, ReportKind, WantsContact
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING
from web.context import Context
from web.fields.dates import YEAR
from web.fields.drawing import control_name
from web.fields.measures import AGE, HEIGHT
from web.fields.phones import NO_DIGITS
from web.fields.plain_words import TOO_LONG
from web.fields.typed_names import NO_COUNTRY, NO_LANGUAGE


def test_a_living_person_is_reported_with_all_that_was_typed(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", LIVING).status_code == 200
    assert "Your report is stored" in clerk.page
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, Description)
        numbers = read_section(session, report.number, Identifiers)
        place = read_section(session, report.number, Whereabouts)
    assert (report.kind, report.channel) == (ReportKind.SHELTER, Channel.WEB)
    assert found is not None
    assert numbers is not None
    assert place is not None
    assert found.names == (PersonName("Amina Warsame", NameKind.AS_HEARD),)
    assert found.sex is Sex.FEMALE
    assert found.age is not None
    assert (found.age.low, found.age.high) == (25, 35)
    assert (found.nationalities, found.languages) == (("SO",), ("so", "ar"))
    assert found.height is not None
    assert found.height.low_cm == 165
    assert found.marks == (Mark("scar", "forearm", "left", "", "from a burn"),)
    assert found.effects == (Effect("headscarf", "green"),)
    assert found.event is not None
    assert found.event.when is not None
    assert found.event.when.earliest == datetime.date(2025, 7, 3)
    assert numbers.phones == (Phone("+252612345678", PhoneRole.SOUGHT),)
    assert (place.wants_contact, place.minor) == (WantsContact.YES, False)
    assert place.present_place is not None
    assert place.present_place.text == "The house behind the harbour"


def test_a_body_is_reported_with_the_numbers_of_those_who_hold_it(context: Context, mortuary: Visitor) -> None:
    mortuary.goes_to("/report/body")
    assert mortuary.sends("/report/body", BODY).status_code == 200
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, Description)
        examined = read_section(session, report.number, PostMortem)
    assert found is not None
    assert examined is not None
    assert found.remains is Remains.DECOMPOSED
    assert found.marks == (Mark("other", words="a drawing that nobody could read"),)
    assert (examined.body_tag, examined.prosecutor_number, examined.samples_taken) == (
        "LMP-12",
        "9/2025",
        "bone sample",
    )


def test_the_same_number_again_is_news_about_the_same_person(clerk: Visitor) -> None:
    for outcome, change in (
        ("Your report is stored", {}),
        ("We have this report already", {}),
        ("brought up to date", {"age": "40"}),
    ):
        clerk.goes_to("/report/living")
        clerk.sends("/report/living", {**LIVING, **change})
        assert outcome in clerk.page
    clerk.goes_to("/")
    assert "You have sent 1 report." in clerk.page


UNREADABLE = [
    ("found-when-year", "yesterday or so", YEAR),
    ("age", "ageless", AGE),
    ("height", "tall", HEIGHT),
    ("nationalities", "Atlantis", NO_COUNTRY),
    ("languages", "Atlantean", NO_LANGUAGE),
    ("phones-0-number", "after six", NO_DIGITS),
    ("sender_number", "x" * 301, TOO_LONG),
]
NO_KIND = "Please choose the kind of place."
_SEEN = re.compile(r'name="seen" value="([^"]+)"')


def notes_of(session: Session, number: int) -> list[FieldNote]:
    """What was noted in any document of a report."""
    kinds: tuple[type[Any], ...] = (Description, Identifiers, Whereabouts, Provenance)
    return [note for kind in kinds if (kept := read_section(session, number, kind)) for note in kept.notes]


@pytest.mark.parametrize(("field", "typed", "says"), UNREADABLE)
def test_what_cannot_be_read_is_shown_once_with_a_sentence_and_then_kept_in_words(
    context: Context, clerk: Visitor, field: str, typed: str, says: str
) -> None:
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", {**LIVING, field: typed}).status_code == 400
    assert says in html.unescape(clerk.page)
    assert 'value="Amina Warsame"' in clerk.page
    assert f'value="{typed}"' in clerk.page
    (seen,) = _SEEN.findall(clerk.page)
    assert clerk.sends("/report/living", {**LIVING, field: f"{typed} too", "seen": seen}).status_code == 400
    assert clerk.sends("/report/living", {**LIVING, field: typed, "seen": seen}).status_code == 200
    with context.database.reading() as session:
        number = session.scalars(select(FoundReport)).one().number
        notes = notes_of(session, number)
    (note,) = notes
    assert typed in note.words
    assert control_name(note.field) in (field, field.rpartition("-")[0], field.partition("-")[0])


def test_the_kind_of_place_cannot_be_left_open_however_often_the_form_is_sent(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    for _again in range(2):
        assert clerk.sends("/report/living", {**LIVING, "kind": "mortuary"}).status_code == 400
        assert NO_KIND in clerk.page


def test_a_report_that_says_nothing_is_not_taken(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", {"kind": "shelter"}).status_code == 400
    clerk.goes_to("/")
    assert "You have not reported anybody yet" in clerk.page


def test_elements_are_added_without_scripts_and_keep_what_was_typed(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    assert 'name="marks-1-kind"' not in clerk.page
    clerk.sends("/report/living", {**LIVING, "add": "marks"})
    assert 'name="marks-1-kind"' in clerk.page
    assert 'value="from a burn"' in clerk.page
    assert "Your report is stored" not in clerk.page


def test_an_element_is_taken_out_and_can_be_put_back_as_it_was(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "remove": "marks-0"})
    assert '<input type="hidden" name="removed" value="marks-0">' in clerk.page
    assert '<input type="hidden" name="marks-0-words" value="from a burn">' in clerk.page
    clerk.sends("/report/living", {**LIVING, "removed": "marks-0", "restore": "marks-0"})
    assert 'name="removed"' not in clerk.page
    assert 'value="from a burn"' in clerk.page
    clerk.sends("/report/living", {**LIVING, "removed": "marks-0"})
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport)).one().number, Description)
    assert found is not None
    assert found.marks == ()


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_what_was_typed_survives_a_change_of_language(clerk: Visitor, row: LocaleRow) -> None:
    clerk.goes_to("/report/living")
    assert 'name="lang" value="choose"' in clerk.page
    clerk.sends("/report/living", {**LIVING, "age": "ageless", "lang": "choose"})
    assert f'name="lang" value="{row.tag}"' in clerk.page or row.tag == "en"
    assert 'value="ageless"' in clerk.page
    assert clerk.sends("/report/living", {**LIVING, "age": "ageless", "lang": row.tag}).status_code == 200
    assert f'<html lang="{row.tag}"' in clerk.page
    assert all(f'value="{typed}"' in clerk.page for typed in ("Amina Warsame", "ageless", "from a burn"))
    assert 'value="forearm" selected' in clerk.page
    assert english_left(clerk.page, row.tag) == []


@pytest.mark.parametrize("which", ["living", "body"])
def test_nothing_about_the_person_is_chosen_beforehand(clerk: Visitor, mortuary: Visitor, which: str) -> None:
    visitor = clerk if which == "living" else mortuary
    visitor.goes_to(f"/report/{which}")
    checked = re.findall(r'<input type="(?:radio|checkbox)" name="([^"]+)"[^>]* checked', visitor.page)
    assert set(checked) <= {"kind"}
    assert re.findall(r'<option value="([^"]+)" selected', visitor.page) == []


def test_none_and_not_to_know_are_answers(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    said = {"words": "tall", "marks-answer": "none", "height-answer": "unknown", "sex": "?"}
    clerk.sends("/report/living", {"kind": "shelter", "agreed": "yes", "minor": "no", **said})
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport)).one().number, Description)
    assert found is not None
    assert {note.field: note.answer for note in found.notes} == {
        "description.marks": Answer.NONE, "description.height": Answer.UNKNOWN, "description.sex": Answer.UNKNOWN,
    }  # fmt: skip


@pytest.mark.parametrize("which", ["animal", "living/extra"])
def test_there_is_no_third_form(clerk: Visitor, which: str) -> None:
    assert clerk.goes_to(f"/report/{which}").status_code == 404


def test_the_first_of_january_means_that_only_the_year_is_known(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "birth-day": "1", "birth-month": "1", "birth-year": "1995"})
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, Description)
    assert found is not None
    assert isinstance(found.birth, PartialDate)
    assert found.birth.latest == datetime.date(1995, 12, 31)


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_everything_that_cannot_be_read_is_explained_in_the_readers_language_and_stays_in_its_field(
    clerk: Visitor, row: LocaleRow
) -> None:
    clerk.goes_to(f"/report/living?lang={row.tag}")
    wrong = {field: typed for field, typed, _says in UNREADABLE}
    assert clerk.sends("/report/living", {**LIVING, **wrong, "kind": ""}).status_code == 400
    assert str(escape(staff_gettext(row.tag, NO_KIND))) in clerk.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in clerk.page
    for field, typed, says in UNREADABLE:
        assert str(escape(staff_gettext(row.tag, says))) in clerk.page, field
        assert f'value="{typed}"' in clerk.page, field
    assert 'value="Amina Warsame"' in clerk.page
    assert english_left(clerk.page, row.tag) == []


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_a_report_that_says_nothing_is_answered_in_the_readers_language(clerk: Visitor, row: LocaleRow) -> None:
    clerk.goes_to(f"/report/living?lang={row.tag}")
    assert clerk.sends("/report/living", {"kind": "shelter"}).status_code == 400
    nothing = "Please tell us at least one thing about the person who was found."
    assert str(escape(staff_gettext(row.tag, nothing))) in clerk.page
    assert english_left(clerk.page, row.tag) == []


def test_a_page_speaks_the_readers_language_and_no_other(clerk: Visitor) -> None:
    addresses = ("/", "/reports", "/report", "/report/living", "/sheets/new")
    for row, address in itertools.product(walked(Catalogue.STAFF), addresses):
        assert clerk.goes_to(f"{address}?lang={row.tag}").status_code == 200, (row.tag, address)
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in clerk.page, (row.tag, address)
        assert english_left(clerk.page, row.tag) == [], (row.tag, address)


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_the_form_for_a_body_speaks_the_readers_language(mortuary: Visitor, row: LocaleRow) -> None:
    assert mortuary.goes_to(f"/report/body?lang={row.tag}").status_code == 200
    assert english_left(mortuary.page, row.tag) == []


def test_a_shelter_is_offered_the_places_it_may_report_from_and_no_form_for_a_body(clerk: Visitor) -> None:
    clerk.goes_to("/report")
    assert ("/report/living" in clerk.page, "/report/body" in clerk.page) == (True, False)
    assert clerk.sends("/report/body", BODY).status_code == 404
    clerk.goes_to("/report/living")
    assert [code for code in ReportKind if f'value="{code}"' in clerk.page] == [ReportKind.SHELTER, ReportKind.OTHER]
    assert clerk.goes_to("/report/body").status_code == 404


def test_the_form_refuses_a_kind_that_it_did_not_offer(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    for kind in ("hospital", "consulate", "police"):
        assert clerk.sends("/report/living", {"kind": kind, "words": "somebody tall"}).status_code == 400
