"""Who may see, name or be handed a search: read first, answered by itself, changed and taken back at any time."""

import itertools
import re
import uuid

import pytest
from sqlalchemy import select

from i18n.locales import LocaleRow
from search.accounts.organisations import find_or_add_organisation
from search.consents import Receiver
from search.models import Consent
from search.vocabulary import ConsentPurpose, OrganisationKind, ReceiverKind
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import files
from web.context import Context
from web.labels.consents import consent_text

LANGUAGES = pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
CONSULATES = "/case/consents/sharing/consulates/ER"
TEXT = re.compile(r'name="text" value="([0-9a-f]{64})"')


@pytest.fixture
def at_home(visitor: Visitor) -> Visitor:
    """Somebody who has filed a search and opened it."""
    files(visitor)
    visitor.sends("/filed")
    return visitor


@pytest.fixture
def shelter(context: Context) -> uuid.UUID:
    with context.database.transaction() as session:
        find_or_add_organisation(session, "Morgue Invented", OrganisationKind.MORTUARY)
        return find_or_add_organisation(session, "Casa Invented", OrganisationKind.SHELTER).id


def kept(context: Context) -> list[tuple[str, str, str, str, bool]]:
    with context.database.reading() as session:
        rows = session.scalars(select(Consent).order_by(Consent.given_at, Consent.id)).all()
        return [(row.purpose, row.receiver, row.answer, row.language, row.withdrawn_at is None) for row in rows]


def answers(visitor: Visitor, address: str, said: str) -> None:
    visitor.goes_to(address)
    shown = TEXT.search(visitor.page)
    assert shown is not None
    visitor.sends(address, {"answer": said, "text": shown[1]})


def test_nothing_is_chosen_for_a_family_and_no_answer_is_not_a_no(at_home: Visitor, context: Context) -> None:
    asked = [at_home.goes_to(f"/case/consents/{purpose}/network").text for purpose in ("sharing", "naming")]
    assert [page.count("Not answered: they learn nothing") for page in asked] == [4, 3]
    page = at_home.goes_to("/case/consents").text
    assert (page.count('class="state">Nobody outside'), page.count('class="state">Not answered')) == (1, 2)
    at_home.goes_to(CONSULATES)
    assert "checked" not in at_home.page
    assert at_home.sends(CONSULATES, {"text": "00"}).status_code == 400
    assert "Please choose yes or no" in at_home.page
    assert kept(context) == []


def test_an_answer_counts_at_once_can_be_changed_and_taken_back(at_home: Visitor, context: Context) -> None:
    answers(at_home, CONSULATES, "yes")
    assert "Yes, since" in at_home.page
    answers(at_home, CONSULATES, "no")
    assert "No, since" in at_home.page
    at_home.goes_to(CONSULATES)
    assert "You said no on" in at_home.page
    at_home.sends(f"{CONSULATES}/take-back")
    assert "Taken back on 22 November 2026: they learn nothing any more" in at_home.page
    assert "Yes, since" not in at_home.page
    assert "No, since" not in at_home.page
    at_home.goes_to(CONSULATES)
    assert "and took it back on 22 November 2026. They learn nothing now." in at_home.page
    said = [("sharing", "ER", "yes", "en", False), ("sharing", "ER", "no", "en", False)]
    assert sorted(kept(context)) == sorted(said)


def test_a_no_is_an_answer_wherever_what_is_allowed_is_listed(at_home: Visitor) -> None:
    answers(at_home, "/case/consents/forensic/forensic_services/IT", "no")
    task = at_home.goes_to("/case").text.partition("Giving a sample</a>")[2].partition("</li>")[0]
    assert "Answered: no" in task
    assert "Done" not in task
    assert at_home.goes_to("/case/consents").text.count("You said no to one") == 1
    for place in ("/case/print", "/case/export.html", "/case"):
        at_home.goes_to(place)
        handed = at_home.page.partition("Whether this search may be given to a forensic service")[2]
        assert "No, since" in handed, place
        assert "Not answered" in at_home.page, place
        assert "Nobody outside this service" in at_home.page, place
        assert "Nobody so far" not in at_home.page, place
    answers(at_home, "/case/consents/forensic/forensic_services/DE", "yes")
    assert "Answered: yes" in at_home.goes_to("/case").text
    assert "You said yes to one" in at_home.goes_to("/case/consents").text


@LANGUAGES
def test_what_is_read_is_what_is_kept(at_home: Visitor, context: Context, row: LocaleRow) -> None:
    at_home.goes_to(f"{CONSULATES}?lang={row.tag}")
    receiver = Receiver(ReceiverKind.CONSULATES, "ER")
    text = consent_text(row.tag, ConsentPurpose.SHARING, receiver)
    for line in (text.title, text.question, text.yes, text.no, *(line for part in text.parts for line in part)):
        assert line in at_home.page
    answers(at_home, CONSULATES, "yes")
    with context.database.reading() as session:
        row_kept = session.scalars(select(Consent)).one()
    assert (row_kept.text_digest, row_kept.language) == (text.digest, row.tag)


def test_nobody_agrees_to_a_text_that_they_have_not_read(at_home: Visitor, context: Context) -> None:
    at_home.goes_to(CONSULATES)
    for text in ("", "zz", "0" * 64):
        assert at_home.sends(CONSULATES, {"answer": "yes", "text": text}).status_code == 409
        assert "This text has changed" in at_home.page
    assert kept(context) == []


def test_whoever_chooses_no_country_is_told_so(at_home: Visitor) -> None:
    sentence = "Please write the name of a country, or go back."
    assert sentence not in at_home.goes_to("/case/consents/sharing/consulates").text
    assert sentence in at_home.goes_to("/case/consents/sharing/consulates?country=").text


def test_a_country_or_an_organisation_is_chosen_one_at_a_time(at_home: Visitor, shelter: uuid.UUID) -> None:
    at_home.goes_to("/case/consents/sharing/organisation")
    assert "Casa Invented · Shelter" in at_home.page
    assert "Morgue Invented" not in at_home.page
    at_home.goes_to("/case/consents/sharing/consulates")
    assert "<select" not in at_home.page
    for typed in ("ER", "Eritrea", "إريتريا", " eritrea "):
        at_home.goes_to("/case/consents/sharing/consulates", query_string={"country": typed})
        assert at_home.place == CONSULATES
    at_home.goes_to("/case/consents/sharing/consulates", query_string={"country": "Congo"})
    for code in ("CD", "CG"):
        assert f'href="/case/consents/sharing/consulates/{code}"' in at_home.page
    assert "Which country do you mean?" in at_home.page
    at_home.goes_to(f"/case/consents/sharing/organisation/{shelter.hex}")
    assert "Casa Invented" in at_home.page
    answers(at_home, at_home.place, "yes")
    assert "Casa Invented" in at_home.page
    at_home.goes_to("/case/consents/forensic/organisation")
    assert "Morgue Invented" in at_home.page


def test_many_organisations_are_searched_by_a_part_of_what_stands_there(at_home: Visitor, context: Context) -> None:
    with context.database.transaction() as session:
        for number in range(20):
            find_or_add_organisation(session, f"Refugio de Bogotá {number:02}", OrganisationKind.SHELTER)
        find_or_add_organisation(session, "Clínica Invented", OrganisationKind.HOSPITAL)
    page = "/case/consents/sharing/organisation"
    links = re.compile(rf'href="{page}/[0-9a-f]{{32}}"')
    shown = [len(links.findall(at_home.goes_to(f"{page}?page={number}").text)) for number in (1, 2, 3, 4, 0, -3)]
    assert shown == [8, 8, 5, 0, 8, 8]
    for typed in ("clinica", "CLÍNICA INV", "hospital"):
        assert len(links.findall(at_home.goes_to(page, query_string={"name": typed}).text)) == 1
    assert "takes part here. Try fewer letters." in at_home.goes_to(f"{page}?name=nowhere").text


def test_from_the_case_an_answer_is_changed_or_taken_back_with_two_presses(at_home: Visitor, context: Context) -> None:
    for number, press in enumerate(("no", "take-back")):
        answers(at_home, CONSULATES, "yes")
        at_home.goes_to("/case")
        assert f'href="{CONSULATES}"' in at_home.page
        at_home.goes_to(CONSULATES)
        shown = TEXT.search(at_home.page)
        assert shown is not None
        if press == "no":
            assert '<button class="button" name="answer" value="no">' in at_home.page
            at_home.sends(CONSULATES, {"answer": "no", "text": shown[1]})
        else:
            at_home.sends(f"{CONSULATES}/take-back")
        assert [row for row in kept(context) if row[4]] == [("sharing", "ER", "no", "en", True)] * (1 - number)


def test_no_page_has_more_than_four_things_to_press_or_fill_in(at_home: Visitor, shelter: uuid.UUID) -> None:
    answers(at_home, CONSULATES, "yes")
    for place in (
        "",
        *(f"/{purpose}" for purpose in ConsentPurpose),
        "/sharing/network",
        "/sharing/consulates",
        "/sharing/organisation",
        f"/sharing/organisation/{shelter.hex}",
        "/sharing/consulates/ER",
    ):
        main = at_home.goes_to(f"/case/consents{place}").text.partition("<main")[2].partition("</main>")[0]
        controls = re.findall(r'<(?:button|select|fieldset|input type="search"|input id="name")', main)
        links = [one for one in re.findall(r"<a ([^>]+)>", main) if "/case/consents" in one]
        assert len(controls) <= 4, place
        # One of the links leads back, and one to the answer that was given.
        assert len(links) <= 4 + 2, place


NOBODY_ASKS = [
    "sharing/network/police",
    "sharing/consulates/XX",
    "sharing/consulates/er",
    "sharing/forensic_services/MX",
    "naming/network/hospitals",
    "forensic/network/shelters",
    "everything/network/shelters",
    "sharing/police",
    "sharing/forensic_services",
    "forensic/network",
    "everything",
    "everything/network",
    "sharing/organisation/00000000000000000000000000000404",
    "sharing/organisation/x",
]
PAGES = [
    "",
    "/sharing",
    "/naming",
    "/forensic",
    "/sharing/network",
    "/naming/organisation",
    "/sharing/organisation?name=nowhere",
    "/forensic/forensic_services",
    "/sharing/network/shelters",
    "/naming/consulates/ER",
    "/forensic/forensic_services/MX",
]


def test_what_nobody_asks_is_no_page(at_home: Visitor) -> None:
    for address in NOBODY_ASKS:
        assert at_home.goes_to(f"/case/consents/{address}").status_code == 404, address
        at_home.goes_to("/case/consents/sharing/network/shelters")
        refused = 404 if address.count("/") == 2 else 405
        sent = at_home.sends(f"/case/consents/{address}", {"answer": "yes", "text": "0" * 64})
        assert sent.status_code == refused, address


@pytest.mark.usefixtures("shelter")
def test_every_page_speaks_the_readers_language(at_home: Visitor) -> None:
    for row, address in itertools.product(walked(), PAGES):
        place = f"/case/consents{address}{'&' if '?' in address else '?'}lang={row.tag}"
        assert at_home.goes_to(place).status_code == 200, place
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in at_home.page, place
        assert english_left(at_home.page, row.tag) == [], place


@LANGUAGES
@pytest.mark.parametrize("said", ["yes", "no"])
def test_an_answer_given_and_taken_back_is_told_in_the_readers_language(
    at_home: Visitor, shelter: uuid.UUID, row: LocaleRow, said: str
) -> None:
    for place in (CONSULATES, f"/case/consents/sharing/organisation/{shelter.hex}"):
        answers(at_home, f"{place}?lang={row.tag}", said)
        seen = [at_home.goes_to(address).text for address in (place, "/case/consents/sharing", "/case")]
        at_home.goes_to(place)
        at_home.sends(f"{place}/take-back")
        seen += [at_home.page, *(at_home.goes_to(address).text for address in (place, "/case"))]
        assert [english_left(page, row.tag) for page in seen] == [[]] * 6


def test_the_case_says_what_was_answered(at_home: Visitor) -> None:
    answers(at_home, "/case/consents/naming/network/shelters", "yes")
    answers(at_home, CONSULATES, "no")
    at_home.goes_to("/case")
    assert "Shelters and houses for people on the move" in at_home.page
    assert "Consulates of this country: Eritrea" in at_home.page
