import datetime

import pytest
from markupsafe import escape
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.offered_languages import offered
from matching.record import Effect, Mark, NameKind, PartialDate, PersonName, Phone, PhoneRole, Remains, Sex
from search.documents import Description, Identifiers, PostMortem, Whereabouts
from search.models import FoundReport
from search.records.sections import read_section
from search.vocabulary import Channel, ReportKind, WantsContact
from tests.fixtures.languages import english_left, staff_gettext
from tests.fixtures.visitor import Visitor
from web.context import Context

LIVING = {
    "kind": "shelter",
    "sender_number": "CI-77",
    "found_on": "03.07.2025",
    "found_at": "Calle Falsa 7, Tapachula, México",
    "names-0-text": "Amina Warsame",
    "names-0-kind": "as_heard",
    "sex": "female",
    "age": "25-35",
    "nationalities": "Somalia",
    "languages": "Somali, Arabic",
    "height": "1,65",
    "marks-0-kind": "scar",
    "marks-0-place": "forearm",
    "marks-0-side": "left",
    "marks-0-words": "from a burn",
    "effects-0-item": "headscarf",
    "effects-0-colour": "green",
    "phones-0-number": "+252 61 2345678",
    "phones-0-role": "sought",
    "wants_contact": "yes",
    "present_place": "The house behind the harbour",
    "minor": "no",
}
BODY = {
    "kind": "mortuary",
    "found_on": "July 2025",
    "found_at": "Cala Pisana",
    "remains": "decomposed",
    "body_tag": "LMP-12",
    "prosecutor_number": "9/2025",
    "samples_taken": "bone sample",
    "marks-0-words": "a drawing that nobody could read",
}


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
    assert (found.remains, found.words) == (Remains.DECOMPOSED, "a drawing that nobody could read")
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


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("found_on", "yesterday or so", "Please write a date"),
        ("height", "tall", "Please write a height"),
        ("nationalities", "Atlantis", "We do not know this as a country"),
        ("languages", "Atlantean", "We do not know this language"),
        ("phones-0-number", "12", "Please write a telephone number"),
        ("kind", "mortuary", "Please choose the kind of place."),
    ],
)
def test_what_cannot_be_read_is_asked_again_and_nothing_typed_is_lost(
    clerk: Visitor, field: str, typed: str, says: str
) -> None:
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", {**LIVING, field: typed}).status_code == 400
    assert says in clerk.page
    assert 'value="Amina Warsame"' in clerk.page
    assert field == "kind" or f'value="{typed}"' in clerk.page


def test_a_report_that_says_nothing_is_not_taken(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    assert clerk.sends("/report/living", {"kind": "shelter"}).status_code == 400
    clerk.goes_to("/")
    assert "You have not reported anybody yet" in clerk.page


def test_more_rows_are_added_without_scripts_and_keep_what_was_typed(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    assert 'name="marks-1-kind"' not in clerk.page
    clerk.sends("/report/living", {**LIVING, "more": "marks"})
    assert 'name="marks-3-kind"' in clerk.page
    assert 'value="from a burn"' in clerk.page


@pytest.mark.parametrize("which", ["animal", "living/extra"])
def test_there_is_no_third_form(clerk: Visitor, which: str) -> None:
    assert clerk.goes_to(f"/report/{which}").status_code == 404


def test_the_first_of_january_means_that_only_the_year_is_known(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", {**LIVING, "age": "30", "birth": "01/01/1995"})
    with context.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        found = read_section(session, report.number, Description)
    assert found is not None
    assert isinstance(found.birth, PartialDate)
    assert found.birth.latest == datetime.date(1995, 12, 31)


NO_DATE = "Please write a date, for example 12.03.2024, March 2024 or 2024. You can also leave this empty."
NO_COUNTRY = "We do not know this as a country. Please write its name in another way, or leave this empty."
NO_LANGUAGE = "We do not know this language by this name. Please write its name in another way, or leave this empty."
UNREADABLE = [
    ("found_on", "yesterday or so", NO_DATE),
    ("age", "ageless", "Please write an age or a range, for example 30 or 25-35. You can also leave this empty."),
    ("height", "tall", "Please write a height, for example 172 cm or 170-175 cm. You can also leave this empty."),
    ("nationalities", "Atlantis", NO_COUNTRY),
    ("languages", "Atlantean", NO_LANGUAGE),
    ("phones-0-number", "12", "Please write a telephone number with all its digits. You can also leave this empty."),
    ("sender_number", "x" * 301, "Please write a little less here."),
    ("kind", "", "Please choose the kind of place."),
]


@pytest.mark.parametrize("row", offered(Catalogue.STAFF), ids=lambda row: row.tag)
def test_everything_that_cannot_be_read_is_explained_in_the_readers_language_and_stays_in_its_field(
    clerk: Visitor, row: LocaleRow
) -> None:
    clerk.goes_to(f"/report/living?lang={row.tag}")
    wrong = {field: typed for field, typed, _says in UNREADABLE}
    assert clerk.sends("/report/living", {**LIVING, **wrong}).status_code == 400
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in clerk.page
    for field, typed, says in UNREADABLE:
        assert str(escape(staff_gettext(row.tag, says))) in clerk.page, field
        assert not typed or f'value="{typed}"' in clerk.page, field
    assert 'value="Amina Warsame"' in clerk.page
    assert english_left(clerk.page, row.tag) == []


@pytest.mark.parametrize("row", offered(Catalogue.STAFF), ids=lambda row: row.tag)
def test_a_report_that_says_nothing_is_answered_in_the_readers_language(clerk: Visitor, row: LocaleRow) -> None:
    clerk.goes_to(f"/report/living?lang={row.tag}")
    assert clerk.sends("/report/living", {"kind": "shelter"}).status_code == 400
    nothing = "Please tell us at least one thing about the person who was found."
    assert str(escape(staff_gettext(row.tag, nothing))) in clerk.page
    assert english_left(clerk.page, row.tag) == []


@pytest.mark.parametrize("row", offered(Catalogue.STAFF), ids=lambda row: row.tag)
@pytest.mark.parametrize("address", ["/", "/reports", "/report/living", "/sheets/new"])
def test_a_page_speaks_the_readers_language_and_no_other(clerk: Visitor, row: LocaleRow, address: str) -> None:
    assert clerk.goes_to(f"{address}?lang={row.tag}").status_code == 200
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in clerk.page
    assert english_left(clerk.page, row.tag) == []


@pytest.mark.parametrize("row", offered(Catalogue.STAFF), ids=lambda row: row.tag)
def test_the_form_for_a_body_speaks_the_readers_language(mortuary: Visitor, row: LocaleRow) -> None:
    assert mortuary.goes_to(f"/report/body?lang={row.tag}").status_code == 200
    assert english_left(mortuary.page, row.tag) == []


def test_a_shelter_is_offered_the_places_it_may_report_from_and_no_form_for_a_body(clerk: Visitor) -> None:
    clerk.goes_to("/")
    assert ("/report/living" in clerk.page, "/report/body" in clerk.page) == (True, False)
    assert clerk.sends("/report/body", BODY).status_code == 404
    clerk.goes_to("/report/living")
    assert [code for code in ReportKind if f'value="{code}"' in clerk.page] == [ReportKind.SHELTER, ReportKind.OTHER]
    assert clerk.goes_to("/report/body").status_code == 404


def test_the_form_refuses_a_kind_that_it_did_not_offer(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    for kind in ("hospital", "consulate", "police"):
        assert clerk.sends("/report/living", {"kind": kind, "words": "somebody tall"}).status_code == 400
