"""From a filled-in form to the report that is filed."""

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
from search.documents import PostMortem
from search.vocabulary import Channel, ReportKind, WantsContact
from web.partner.forms import FORMS
from web.partner.report_command import report_of


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock."""
    with unconnected_family.test_request_context():
        yield


def command(which: str = "living", **typed: str) -> ReportFound:
    fields = {"kind": "shelter" if which == "living" else "mortuary", **typed}
    form = FORMS[which](MultiDict(fields))
    assert form.validate(), form.errors
    return report_of(form)


def test_a_report_comes_from_the_web_under_the_senders_own_number() -> None:
    report = command(sender_number="CI-77")
    assert (report.kind, report.sender_number, report.channel) == (ReportKind.SHELTER, "CI-77", Channel.WEB)


def test_whereabouts_belong_to_the_living_and_examinations_to_the_dead() -> None:
    living, body = command(), command("body", body_tag="LMP-12", cause="drowned")
    assert living.whereabouts is not None
    assert living.post_mortem is None
    assert body.whereabouts is None
    assert body.post_mortem == PostMortem(body_tag="LMP-12", cause="drowned")


def test_names_are_kept_with_their_kinds_and_rows_without_a_name_are_none() -> None:
    found = command(**{"names-0-text": "Amina", "names-0-kind": "nickname", "names-1-kind": "given"}).found
    assert found.names == (PersonName("Amina", NameKind.NICKNAME),)


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
    event = command(found_at="Cala Pisana").found.event
    assert event is not None
    assert event.place is not None
    assert (event.when, event.place.text) == (None, "Cala Pisana")


def test_marks_and_things_are_kept_by_their_codes_and_words_alone_among_the_other_words() -> None:
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
    assert found.marks == (Mark("scar", "forearm", "left"),)
    assert found.effects == (Effect("ring", "gold"),)
    assert found.words == "sings\na drawing\na letter"


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
    assert numbers.documents == (IdentityDocument("K1", "passport", "SO"),)


@pytest.mark.parametrize(("typed", "minor"), [("yes", True), ("no", False), ("", None), ("perhaps", None)])
def test_whether_somebody_is_a_child_may_be_unknown(typed: str, *, minor: bool | None) -> None:
    place = command(minor=typed).whereabouts
    assert place is not None
    assert place.minor is minor


@pytest.mark.parametrize(
    ("typed", "wish"), [("yes", WantsContact.YES), ("no", WantsContact.NO), ("", WantsContact.NOT_ASKED)]
)
def test_nobody_wants_contact_who_was_not_asked(typed: str, wish: WantsContact) -> None:
    place = command(wants_contact=typed, found_at="Calle Falsa 7", present_place="behind the harbour").whereabouts
    assert place is not None
    assert place.wants_contact is wish
    assert place.present_place is not None
    assert place.present_place.text == "behind the harbour"
    assert place.found is not None


@pytest.mark.parametrize(("typed", "remains"), [("skeletal", Remains.SKELETAL), ("", None)])
def test_the_condition_of_a_body_may_be_left_open(typed: str, remains: Remains | None) -> None:
    assert command("body", remains=typed).found.remains is remains
