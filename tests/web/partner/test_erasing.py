"""Partners erase what they reported, alone or with a colleague, and pass on what a person met elsewhere asks."""

import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor
from search.accounts.reading_limits import ERASURES, HOUR, Window
from search.commands import ReportFound
from search.filing.reporting_found_persons import report_found
from search.models import ErasureRequest, Record
from search.vocabulary import OrganisationKind, ReportKind
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.staff import add_staff, signed_in
from tests.fixtures.visitor import Visitor
from tests.search.scene import found
from web.context import Context
from web.partner import create_partner

MORGUE, SHELTER = "Morgue Invented", "Casa Invented"
Signing = Callable[[str], Visitor]


@pytest.fixture
def portal(context: Context) -> Flask:
    return create_partner(context)


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    return {
        "first": add_staff(context, "first", MORGUE, OrganisationKind.MORTUARY),
        "second": add_staff(context, "second", MORGUE, OrganisationKind.MORTUARY),
        "clerk": add_staff(context, "clerk", SHELTER, OrganisationKind.SHELTER),
    }


@pytest.fixture
def enters(context: Context, portal: Flask, people: dict[str, Actor]) -> Signing:
    assert people
    return lambda login: signed_in(context, portal, "/partner", login)


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_whoever_erases_many_is_told_how_many_are_left_and_then_until_when(
    context: Context, people: dict[str, Actor], enters: Signing, row: LocaleRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = replace(ERASURES, windows=(Window(5, HOUR),))
    monkeypatch.setattr("search.erasing.erasing_reports.ERASURES", bounded)
    reports = [file(context, people["clerk"], found(f"P {n}", n, sender_number=f"S-{n}")) for n in range(6)]
    clerk = enters("clerk")
    clerk.goes_to(f"/reports?lang={row.tag}")
    for number, report in enumerate(reports[:5]):
        clerk.goes_to(f"/reports/{report}/erase")
        assert english_left(clerk.page, row.tag) == []
        assert ('<p class="note">' in clerk.page) == (number == 4)
        clerk.sends(f"/reports/{report}/erase", {"typed": f"S-{number}"})
    clerk.goes_to(f"/reports/{reports[5]}/erase")
    answer = clerk.sends(f"/reports/{reports[5]}/erase", {"typed": "S-5"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert english_left(clerk.page, row.tag) == []
    assert "(UTC)" in clerk.page
    assert 'value="S-5"' in clerk.page
    assert not erased(context, reports[5])


def test_a_living_persons_report_is_erased_at_once(context: Context, people: dict[str, Actor], enters: Signing) -> None:
    report = file(context, people["clerk"], found("Tesfalem", sender_number="S-1"))
    clerk = enters("clerk")
    clerk.goes_to("/reports")
    assert f"/reports/{report}/erase" in clerk.page
    clerk.goes_to(f"/reports/{report}/erase")
    assert clerk.sends(f"/reports/{report}/erase", {"typed": "S-2"}).status_code == 400
    assert "Nothing was erased" in clerk.page
    clerk.sends(f"/reports/{report}/erase", {"typed": "s1"})
    assert "The report is erased." in clerk.page
    assert erased(context, report)
    assert str(report) not in clerk.goes_to("/reports").text
    assert clerk.goes_to(f"/reports/{report}/erase").status_code == 404


def test_a_body_waits_for_a_second_person_whom_the_page_tells(
    context: Context, people: dict[str, Actor], enters: Signing
) -> None:
    report = file(context, people["first"], found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"))
    first, second = enters("first"), enters("second")
    first.goes_to(f"/reports/{report}/erase")
    assert "two people of your organisation" in first.page
    first.sends(f"/reports/{report}/erase", {"typed": "B-1"})
    assert "Another person of your organisation has to confirm it" in first.page
    assert "B-1" in second.goes_to("/erasures").text
    assert "B-1" not in enters("clerk").goes_to("/erasures").text
    second.goes_to(f"/reports/{report}/erase")
    assert "A colleague asked for this" in second.page
    second.sends(f"/reports/{report}/erase", {"typed": "B-1"})
    assert erased(context, report)


def test_the_first_person_cannot_confirm_and_either_can_let_the_report_stay(
    context: Context, people: dict[str, Actor], enters: Signing
) -> None:
    report = file(context, people["first"], found("Nobody", kind=ReportKind.MORTUARY, sender_number="B-1"))
    first = enters("first")
    first.goes_to(f"/reports/{report}/erase")
    first.sends(f"/reports/{report}/erase", {"typed": "B-1"})
    assert first.sends(f"/reports/{report}/erase", {"typed": "B-1"}).status_code == 400
    with context.database.reading() as session:
        request = session.scalars(select(ErasureRequest.id)).one()
    second = enters("second")
    second.goes_to(f"/reports/{report}/erase")
    second.sends(f"/erasures/{request}/decline")
    assert not erased(context, report)
    assert "B-1" not in second.goes_to("/erasures").text


def test_a_request_for_another_organisation_is_answered_the_same_whatever_there_is(
    context: Context, people: dict[str, Actor], enters: Signing
) -> None:
    file(context, people["clerk"], found("Tesfalem", sender_number="S-1"))
    pages = set()
    for organisation, number in ((SHELTER, "S-1"), (SHELTER, "S-9"), ("No such house", "S-1")):
        visitor = enters("first")
        visitor.goes_to("/erasures")
        visitor.sends("/erasures", {"organisation": organisation, "number": number})
        assert "We have passed the request on" in visitor.page
        pages.add(visitor.page.split("csrf_token")[0])
    assert len(pages) == 1
    assert "3 requests to erase reports of yours wait here." not in enters("clerk").goes_to("/").text
    assert "2 requests to erase reports of yours wait here." in enters("clerk").goes_to("/").text
    asked = enters("clerk").goes_to("/erasures").text
    assert "S-1" in asked
    assert MORGUE not in asked


def test_what_is_not_theirs_can_be_closed(context: Context, people: dict[str, Actor], enters: Signing) -> None:
    assert people
    visitor, clerk = enters("first"), enters("clerk")
    visitor.goes_to("/erasures")
    visitor.sends("/erasures", {"organisation": SHELTER, "number": "S-9"})
    with context.database.reading() as session:
        request = session.scalars(select(ErasureRequest.id)).one()
    clerk.goes_to("/erasures")
    clerk.sends(f"/erasures/{request}/settle")
    assert "The request is closed." in clerk.page
    assert str(request) not in clerk.goes_to("/erasures").text
    assert visitor.sends(f"/erasures/{request}/settle").status_code == 404


def file(context: Context, actor: Actor, command: ReportFound) -> uuid.UUID:
    with context.database.transaction() as session:
        return report_found(session, actor, command, now=NOW).report_id


def erased(context: Context, report: uuid.UUID) -> bool:
    with context.database.reading() as session:
        return session.scalars(select(Record.erased_at).where(Record.id == report)).one() is not None
