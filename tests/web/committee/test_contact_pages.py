import re
import uuid
from pathlib import Path

import pytest
from markupsafe import escape
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from matching.record import IdentityDocument, Phone, PhoneRole
from search.access import Actor
from search.accounts.reading_limits import CONTACTS_A_DAY
from search.documents import Contact, FieldNote, Filing, Identifiers
from search.models import AuditEntry
from search.vocabulary import ContactKind
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.staff import likely_pair
from tests.fixtures.visitor import Visitor
from web.committee import contact_pages
from web.context import Context

WHY = "To ask the family about the scar"
NOBODY_SAID = (
    "Nobody said when a call to these numbers is safe, or who answers. Treat as: do not call, and never say why."
)


def test_contacts_are_shown_for_a_reason_and_it_is_written_down(
    context: Context, ana: Visitor, pair: uuid.UUID
) -> None:
    ana.goes_to(f"/cards/{pair}/contacts")
    assert "+46701234000" not in ana.page
    ana.sends(f"/cards/{pair}/contacts", {"reason": WHY})
    assert '<bdi dir="ltr">+46701234000</bdi>' in ana.page
    # The number that somebody living gave at the shelter tells the town.
    assert "39061234000" not in ana.page
    assert "K01234000" in ana.page
    assert f"{CONTACTS_A_DAY - 1} more times within 24 hours" in ana.page
    with context.database.reading() as session:
        actions = session.scalars(select(AuditEntry.action)).all()
    assert actions.count("reveal_identifiers") == 1


def test_contacts_are_not_shown_without_a_reason(context: Context, ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}/contacts")
    assert ana.sends(f"/cards/{pair}/contacts", {"reason": "so"}).status_code == 400
    assert "+46701234000" not in ana.page
    assert "so</textarea>" in ana.page
    with context.database.reading() as session:
        assert "reveal_identifiers" not in session.scalars(select(AuditEntry.action)).all()


def test_reading_contacts_ends_for_the_day(ana: Visitor, pair: uuid.UUID) -> None:
    for _time in range(CONTACTS_A_DAY):
        ana.goes_to(f"/cards/{pair}/contacts")
        ana.sends(f"/cards/{pair}/contacts", {"reason": WHY})
    ana.goes_to(f"/cards/{pair}/contacts")
    answer = ana.sends(f"/cards/{pair}/contacts", {"reason": WHY})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "+46701234000" not in ana.page


def test_another_committee_cannot_read_the_contacts(stranger: Visitor, pair: uuid.UUID) -> None:
    stranger.goes_to("/")
    assert stranger.sends(f"/cards/{pair}/contacts", {"reason": WHY}).status_code == 404
    assert "+46701234000" not in stranger.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_a_missing_reason_is_asked_for_in_the_readers_language(ana: Visitor, pair: uuid.UUID, row: LocaleRow) -> None:
    ana.goes_to(f"/cards/{pair}/contacts?lang={row.tag}")
    assert ana.sends(f"/cards/{pair}/contacts", {"reason": "so"}).status_code == 400
    needed = "Please write in a few words why you need to read contacts and documents."
    assert str(escape(staff_gettext(row.tag, needed))) in ana.page
    assert "so</textarea>" in ana.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in ana.page
    assert english_left(ana.page, row.tag) == []


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_before_any_number_stands_when_the_family_may_be_called_and_what_may_be_said(
    context: Context, clerk: Actor, ana: Visitor, row: LocaleRow
) -> None:
    way = Contact(kind=ContactKind.THROUGH_SOMEONE, value="+46700000001", safe_hours="after 18:00")
    papers = FieldNote(field="identifiers.documents", words="a green card")
    numbers = Identifiers(
        phones=(Phone("+46700000002", PhoneRole.ENQUIRER), Phone("+46700000003", PhoneRole.SOUGHT)), notes=(papers,)
    )
    pair = likely_pair(context, clerk, filing=Filing(contacts=(way,)), identifiers=numbers)
    ana.goes_to(f"/cards/{pair}/contacts?lang={row.tag}")
    assert "after 18:00" not in ana.page
    ana.sends(f"/cards/{pair}/contacts", {"reason": WHY})
    never, alone, speaker, nobody = (
        str(escape(staff_gettext(row.tag, said)))
        for said in (
            "Not answered. Treat as: never say why you call.",
            "Not answered. Treat as: no hour is safe. Ask for safe hours first.",
            "Not answered. Treat as: nobody but the person who filed the search.",
            NOBODY_SAID,
        )
    )
    first, second, others = (ana.page.index(f"+4670000000{number}") for number in (1, 2, 3))
    assert ana.page.index("after 18:00") < ana.page.index(never) < first
    assert ana.page.index(speaker) < first
    assert first < ana.page.index(alone) < ana.page.rindex(never) < second
    assert second < ana.page.index(nobody) < others
    assert ana.page.count("+46700000001") == ana.page.count("+46700000002") == 1
    assert "a green card" in ana.page
    assert "Europe" not in ana.page
    assert english_left(ana.page, row.tag) == []


def test_a_family_that_named_no_way_has_an_inbox_and_its_card_says_so(
    context: Context, clerk: Actor, ana: Visitor
) -> None:
    said = "This family left no way to reach it. It is written to on its own page"
    numbers = Identifiers(documents=(IdentityDocument("K01234000"),))
    alone = likely_pair(context, clerk, filing=Filing(), identifiers=numbers)
    ana.goes_to(f"/cards/{alone}")
    assert said in ana.page
    ana.goes_to(f"/cards/{alone}/contacts")
    ana.sends(f"/cards/{alone}/contacts", {"reason": WHY})
    assert said in ana.page
    way = Filing(contacts=(Contact(value="the priest"),))
    reached = likely_pair(context, clerk, 1, filing=way, identifiers=numbers)
    ana.goes_to(f"/cards/{reached}")
    assert said not in ana.page


def test_a_number_is_printed_in_one_place_only() -> None:
    """No template but the one with the conditions names the number of a way."""
    templates = Path(contact_pages.__file__).parent / "templates"
    naming = [
        path.name for path in templates.glob("*.html") if re.search(r"way\.number|contact\.value", path.read_text())
    ]
    assert naming == ["reaching_parts.html"]
