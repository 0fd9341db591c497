"""One person reported part by part, by the kind of place."""

import html
import re
import uuid

import pytest
from flask import Flask
from sqlalchemy import func, select

from i18n.division import Catalogue
from search.documents import Description, Whereabouts
from search.fields.report_pages import report_pages
from search.fields.table import Widget
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.languages import english_left, walked
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from tests.web.partner.places import begins, reporter
from web.context import Context
from web.fields.drawing import control_name

TAGS = [row.tag for row in walked(Catalogue.STAFF)]
# What nobody reads, by the kind of field; each is said once, and then kept in words.
WRONG = {
    Widget.DATE: ("-year", "long ago"),
    Widget.DAY: ("", "someday"),
    Widget.AGE: ("", "ageless"),
    Widget.HEIGHT: ("", "towering"),
    Widget.WEIGHT: ("", "leaden"),
    Widget.NUMBER: ("", "a crowd"),
    Widget.PLACE: ("-country", "Atlantis"),
    Widget.COUNTRIES: ("", "Atlantis"),
    Widget.LANGUAGES: ("", "Atlantean"),
    Widget.LINE: ("", "x" * 301),
}


def reports(context: Context) -> int:
    with context.database.reading() as session:
        return session.execute(select(func.count()).select_from(FoundReport)).scalar_one()


def wrong_for(which: str, part: str) -> dict[str, str]:
    """What to write into a part so that every field of it has something that cannot be read."""
    asked = report_pages()[which].part(part)
    assert asked is not None
    return {
        f"{control_name(row.path)}{WRONG[row.widget][0]}": WRONG[row.widget][1]
        for row in asked.rows
        if row.widget in WRONG
    }


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("which", report_pages())
def test_every_part_with_every_error_in_every_language_loses_nothing_and_says_what_is_wrong(
    context: Context, partner: Flask, which: str, tag: str
) -> None:
    visitor = reporter(context, partner, which)
    form = begins(visitor, which, tag)
    for part in report_pages()[which].parts:
        typed = wrong_for(which, part.name)
        sent = {**typed, "kind": "shelter"}
        assert visitor.goes_to(f"{form}/{part.name}").status_code == 200
        assert f'<html lang="{tag}"' in visitor.page
        assert english_left(visitor.page, tag) == []
        assert visitor.sends(f"{form}/{part.name}", sent).status_code == (400 if typed else 200), part.name
        if typed:
            assert visitor.page.count('class="message"') >= len(typed), part.name
            assert english_left(visitor.page, tag) == []
            for text in typed.values():
                assert f'value="{text}"' in visitor.page or f">{text}<" in visitor.page
            assert visitor.sends(f"{form}/{part.name}", sent).status_code == 200
    visitor.goes_to(f"{form}/review")
    assert english_left(visitor.page, tag) == []
    shown = html.unescape(visitor.page)
    assert {one for one in WRONG.values() if one[1] not in shown} <= {
        WRONG[widget] for widget in set(WRONG) - {row.widget for row in report_pages()[which].rows}
    }
    assert visitor.sends(f"{form}/review", {"go": "send"}).status_code in (200, 409)
    assert english_left(visitor.page, tag) == []


def test_a_shelter_sees_the_kinds_of_place_that_it_may_report_from_and_no_other(clerk: Visitor) -> None:
    clerk.goes_to("/report")
    offered_kinds = re.findall(r'href="/partner/report/([a-z_]+)/number"', clerk.page)
    assert offered_kinds == ["shelter", "other", "asks_for_family", "witness", "living"]
    for which in ("mortuary", "forensic", "hospital", "body", "nowhere"):
        assert clerk.goes_to(f"/report/{which}").status_code == 404
        assert clerk.goes_to(f"/report/{which}/{uuid.uuid4()}/review").status_code == 404
    assert clerk.goes_to(f"/report/shelter/{uuid.uuid4()}/numbers").status_code == 404


def test_a_report_goes_through_its_parts_is_looked_over_and_sent_once(context: Context, clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/wishes", {"agreed": "yes", "minor": "no", "wants_contact": "no"})
    assert clerk.place.endswith("/meeting")
    clerk.sends(f"{form}/meeting", {"found-when-written": "3 July 2025", "found-place-text": "Tapachula, México"})
    clerk.sends(f"{form}/who", {"names-0-text": "Amina Warsame", "age": "around 30", "to": "review"})
    assert reports(context) == 0
    page = html.unescape(clerk.page)
    assert "Amina Warsame" in page
    assert "around 30" in page
    assert "Does not want contact" in page
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 200
    assert "Your report is stored" in clerk.page
    clerk.goes_to("/report")
    clerk.sends(f"{form}/review", {"go": "send"})
    assert reports(context) == 1
    with context.database.reading() as session:
        number = session.scalars(select(FoundReport)).one().number
        described, place = read_section(session, number, Description), read_section(session, number, Whereabouts)
    assert described is not None
    assert place is not None
    assert [name.text for name in described.names] == ["Amina Warsame"]
    assert place.minor is False
    assert clerk.goes_to(f"{form}/review").request.path.endswith("/report")


def test_what_was_begun_is_there_after_signing_in_anew_and_for_nobody_else(
    context: Context, partner: Flask, clerk: Visitor
) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/wishes", {"minor": "no", "to": "home"})
    again = signed_in(context, partner, "/partner", "clerk")
    again.goes_to("/report")
    assert "Begun and not sent" in again.page
    again.goes_to(f"{form}/wishes")
    assert re.search(r'name="minor"[^>]*value="no" checked', again.page)
    colleague = reporter(context, partner, "shelter")
    colleague.goes_to("/report")
    assert "Begun and not sent" not in colleague.page
    colleague.goes_to(f"{form}/wishes")
    assert not re.search(r'name="minor"[^>]* checked', colleague.page)


def test_two_people_begun_at_once_are_never_one(clerk: Visitor) -> None:
    one, other = begins(clerk, "shelter"), begins(clerk, "shelter")
    clerk.sends(f"{one}/marks", {"marks-0-words": "a star"})
    clerk.goes_to(f"{other}/marks")
    assert "a star" not in clerk.page


def test_a_draft_is_forgotten_only_once_it_was_asked(clerk: Visitor) -> None:
    form = begins(clerk, "shelter")
    clerk.sends(f"{form}/wishes", {"minor": "no", "to": "home"})
    clerk.sends(f"{form}/forget")
    clerk.goes_to("/report")
    assert "Begun and not sent" in clerk.page
    clerk.sends(f"{form}/forget", {"sure": "1"})
    assert "Begun and not sent" not in clerk.page


def test_elements_are_added_taken_out_and_put_back_and_pictures_come_back_to_their_part(
    context: Context, mortuary: Visitor
) -> None:
    form = begins(mortuary, "mortuary")
    mark = {"marks-0-kind": "scar", "marks-0-words": "long"}
    mortuary.goes_to(f"{form}/marks")
    mortuary.sends(f"{form}/marks", {**mark, "add": "marks"})
    assert 'name="marks-1-words"' in mortuary.page
    mortuary.sends(f"{form}/marks", {**mark, "remove": "marks-0"})
    assert '<input type="hidden" name="removed" value="marks-0">' in mortuary.page
    mortuary.sends(f"{form}/marks", {**mark, "removed": "marks-0", "restore": "marks-0"})
    mortuary.sends(f"{form}/marks", {**mark, "pictures": "marks-0"})
    assert f'action="/partner{form}/marks#marks-0"' in mortuary.page
    mortuary.sends(f"{form}/marks", {**mark, "marks-0-spot": "knee.left", "row": "marks-0"})
    assert 'value="knee" selected' in mortuary.page
    mortuary.sends(f"{form}/marks", {**mark, "marks-0-place": "knee", "to": "review"})
    mortuary.sends(f"{form}/review", {"go": "send"})
    with context.database.reading() as session:
        found = read_section(session, session.scalars(select(FoundReport)).one().number, Description)
    assert found is not None
    assert [(one.kind, one.place, one.words) for one in found.marks] == [("scar", "knee", "long")]


def test_whoever_looks_for_relatives_is_filed_under_the_place_where_they_were_met(
    context: Context, clerk: Visitor
) -> None:
    form = begins(clerk, "asks_for_family")
    assert clerk.sends(f"{form}/wishes", {"wants_contact": "yes"}).status_code == 400
    assert "Please choose the kind of place." in clerk.page
    clerk.sends(f"{form}/wishes", {"wants_contact": "yes", "kind": "other", "agreed": "yes", "minor": "no"})
    clerk.sends(f"{form}/who", {"names-0-text": "Hodan", "to": "review"})
    assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 200
    with context.database.reading() as session:
        assert session.scalars(select(FoundReport)).one().kind == "other"


def test_a_number_that_is_another_persons_now_goes_along_into_the_parts(context: Context, clerk: Visitor) -> None:
    for name, another in (("Amina Warsame", {}), ("Yonas Habte", {"another": "y"})):
        clerk.goes_to("/report/shelter/number")
        clerk.sends("/report/shelter/number", {"number": "A-1"})
        if another:
            assert "Amina Warsame" in clerk.page
            clerk.sends("/report/shelter/number", {"number": "A-1", **another})
        form = clerk.place.rpartition("/")[0].removeprefix("/partner")
        assert clerk.place.endswith("/wishes")
        clerk.sends(f"{form}/wishes", {"agreed": "yes", "minor": "no"})
        clerk.sends(f"{form}/who", {"names-0-text": name, "to": "review"})
        assert clerk.sends(f"{form}/review", {"go": "send"}).status_code == 200
    assert reports(context) == 2
    clerk.goes_to(f"{begins(clerk, 'shelter')}/meeting")
    assert 'value="A-1"' not in clerk.page
