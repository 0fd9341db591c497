"""From a filled-in form to the report that is filed."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from matching.record import (
    Effect,
    IdentityDocument,
    Mark,
    NameKind,
    PersonName,
    Phone,
    PhoneRole,
    Remains,
    Sex,
)
from search.commands import ReportFound
from search.documents import FieldNote, PostMortem
from search.documents.field_notes import note_of
from search.vocabulary import Channel, ReportKind, WantsContact
from web.partner.report_command import report_of
from web.partner.report_fields import sent_report


@pytest.fixture(autouse=True)
def request_of_today(unconnected_partner: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock."""
    with unconnected_partner.test_request_context():
        yield


def command(which: str = "living", **typed: str) -> ReportFound:
    fields = {"kind": "shelter" if which == "living" else "mortuary", **typed}
    return report_of(sent_report(which, MultiDict(fields)))


def test_a_report_comes_from_the_web_under_the_senders_own_number() -> None:
    report = command(sender_number="CI-77")
    assert (report.kind, report.sender_number, report.channel) == (ReportKind.SHELTER, "CI-77", Channel.WEB)


def test_whereabouts_belong_to_the_living_and_examinations_to_the_dead() -> None:
    living, body = command(), command("body", body_tag="LMP-12", cause="drowned")
    assert living.whereabouts is not None
    assert living.post_mortem is None
    assert body.whereabouts is None
    assert body.post_mortem == PostMortem(body_tag="LMP-12", cause="drowned")


def test_a_name_is_of_its_kind_or_else_as_it_was_heard() -> None:
    found = command(**{"names-0-text": "Amina", "names-0-kind": "nickname", "names-1-text": "Warsame"}).found
    assert found.names == (PersonName("Amina", NameKind.NICKNAME), PersonName("Warsame", NameKind.AS_HEARD))


@pytest.mark.parametrize(("typed", "sex"), [("female", Sex.FEMALE), ("", None), ("unheard", None)])
def test_a_code_that_no_page_offers_is_no_answer(typed: str, sex: Sex | None) -> None:
    assert command(sex=typed).found.sex is sex


def test_to_be_stateless_is_a_statement_and_no_country() -> None:
    found = command(nationalities="stateless").found
    assert (found.nationalities, found.stateless) == ((), True)
    found = command(nationalities="Somalia").found
    assert (found.nationalities, found.stateless) == (("SO",), None)


def test_time_and_place_of_the_finding_are_one_event_or_none() -> None:
    assert command().found.event is None
    living, body = (
        command(**{"found-place-text": "Cala Pisana"}),
        command("body", **{"event-place-text": "Cala Pisana"}),
    )
    assert living.whereabouts is not None
    assert living.found.event == body.found.event == living.whereabouts.found
    assert living.found.event is not None
    assert living.found.event.place is not None
    assert (living.found.event.when, living.found.event.place.text) == (None, "Cala Pisana")


def test_an_office_may_write_country_and_coordinates_into_the_line_of_a_place() -> None:
    event = command("body", **{"event-place-text": "Cala Pisana, Italia 35.50, 12.61"}).found.event
    assert event is not None
    assert event.place is not None
    assert (event.place.countries, event.place.latitude, event.place.longitude) == (("IT",), 35.5, 12.61)
    event = command("body", **{"event-place-text": "off Libya", "event-place-country": "Italy"}).found.event
    assert event is not None
    assert event.place is not None
    assert event.place.countries == ("IT",)


def test_the_first_of_january_is_a_day_of_finding_but_as_a_birthday_only_a_year() -> None:
    day = {"day": "1", "month": "1", "year": "1995"}
    typed = {f"{name}-{part}": text for name in ("birth", "found-when") for part, text in day.items()}
    found = command(**typed).found
    assert found.birth is not None
    assert found.event is not None
    assert found.event.when is not None
    assert found.birth.latest == datetime.date(1995, 12, 31)
    assert found.event.when.latest == datetime.date(1995, 1, 1)
    assert note_of(found, "description.birth").words == "1 · 1 · 1995"


def test_words_about_the_place_of_a_living_person_are_kept_with_the_whereabouts() -> None:
    report = command(**{"found-place-country": "behind the old harbour", "words": "tall"})
    assert report.found.notes == ()
    assert report.whereabouts is not None
    assert report.whereabouts.notes == (FieldNote(field="whereabouts.found.place", words="behind the old harbour"),)


def test_a_number_that_is_too_long_for_one_is_kept_in_words() -> None:
    report = command(sender_number="x" * 301)
    assert report.sender_number == ""
    assert report.provenance_notes == (FieldNote(field="provenance.sender_number", words="x" * 301),)


def test_marks_and_things_are_kept_by_their_codes_and_words_alone_beside_the_widest_code() -> None:
    found = command(
        **{
            "words": "sings",
            "marks-0-kind": "scar",
            "marks-0-place": "forearm",
            "marks-0-side": "left",
            "marks-1-words": "a drawing",
            "effects-0-item": "ring",
            "effects-0-colour": "gold",
            "effects-1-words": "a letter",
        }
    ).found
    assert found.marks == (Mark("scar", "forearm", "left"), Mark("other", words="a drawing"))
    assert found.effects == (Effect("ring", "gold"), Effect("other", words="a letter"))
    assert found.words == "sings"


def test_numbers_and_papers_point_at_one_person() -> None:
    numbers = command(
        **{
            "phones-0-number": "+252 61 2345678",
            "phones-0-role": "carried",
            "phones-1-number": "+252 61 2345679",
            "phones-1-role": "police",
            "documents-0-kind": "passport",
            "documents-0-number": "K1",
            "documents-0-country": "Somalia",
            "documents-1-kind": "passport",
        }
    ).identifiers
    assert numbers.phones == (Phone("+252612345678", PhoneRole.CARRIED), Phone("+252612345679", PhoneRole.UNKNOWN))
    assert numbers.documents == (IdentityDocument("K1", "passport", "SO"), IdentityDocument("", "passport", ""))


@pytest.mark.parametrize(("typed", "minor"), [("yes", True), ("no", False), ("", None), ("perhaps", None)])
def test_whether_somebody_is_a_child_may_be_unknown(typed: str, *, minor: bool | None) -> None:
    place = command(minor=typed).whereabouts
    assert place is not None
    assert place.minor is minor


@pytest.mark.parametrize(
    ("typed", "wish"), [("yes", WantsContact.YES), ("no", WantsContact.NO), ("", WantsContact.NOT_ASKED)]
)
def test_nobody_wants_contact_who_was_not_asked(typed: str, wish: WantsContact) -> None:
    place = command(
        wants_contact=typed, **{"found-place-text": "Calle Falsa 7", "present_place-text": "behind the harbour"}
    ).whereabouts
    assert place is not None
    assert place.wants_contact is wish
    assert place.present_place is not None
    assert place.present_place.text == "behind the harbour"
    assert place.found is not None


@pytest.mark.parametrize(("typed", "remains"), [("skeletal", Remains.SKELETAL), ("", None)])
def test_the_condition_of_a_body_may_be_left_open(typed: str, remains: Remains | None) -> None:
    assert command("body", remains=typed).found.remains is remains
