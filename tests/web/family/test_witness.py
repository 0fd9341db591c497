"""Whoever travelled with somebody tells it without an account."""

import html
import re

import pytest
from sqlalchemy import func, select

from i18n.division import Catalogue
from search.documents import Description, Provenance, Whereabouts
from search.filing.filing_quota import FilingQuota
from search.models import FoundReport
from search.records.sections import read_section
from search.storage.database import Database
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.search.scene import make_scene
from tests.web.family.asking import files_search
from web.context import Context
from web.family import create_family
from web.family.witness_fields import PAGES

TOLD = {
    "who": {"names-full": "Hodan Warsame", "names-nickname": "Deeqa", "sex": "female", "age": "about 20"},
    "seen": {"event-when-written": "July 2025", "event-place-text": "Zuwara", "journey-what_was_said": "the boat left"},
    "road": {"journey-vessel": "a blue boat", "journey-companions": "Abdi", "words": "a green scarf"},
    "you": {"told_by": "Yonas", "told_by_contact": "evenings, by my brother"},
}


def reports(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(FoundReport)) or 0


def tells(visitor: Visitor, told: dict[str, dict[str, str]] = TOLD) -> None:
    for slug, typed in told.items():
        visitor.goes_to(f"/witness/{slug}")
        shown = re.findall(r'name="shown" value="([^"]+)"', visitor.page)
        visitor.sends(f"/witness/{slug}", {**typed, "shown": shown})


def test_what_a_witness_tells_is_looked_over_sent_once_and_kept_as_seen(visitor: Visitor, database: Database) -> None:
    visitor.goes_to("/")
    assert 'href="/witness"' in visitor.page
    tells(visitor)
    assert visitor.place == "/witness/review"
    page = html.unescape(visitor.page)
    for text in ("Hodan Warsame", "Deeqa", "Zuwara", "the boat left", "a blue boat", "Abdi", "a green scarf", "Yonas"):
        assert text in page, text
    visitor.sends("/witness/review")
    assert visitor.place == "/witness/sent"
    visitor.client.post("/witness/review")
    assert reports(database) == 1
    with database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        told = read_section(session, report.number, Provenance)
        exact = read_section(session, report.number, Whereabouts)
        described = read_section(session, report.number, Description)
    assert report.kind == "witness"
    assert told is not None
    assert told.told_by_contact == "evenings, by my brother"
    assert exact is not None
    assert exact.found is not None
    assert exact.found.place is not None
    assert exact.found.place.text == "Zuwara"
    assert described is not None
    assert described.journey is not None
    assert [name.text for name in described.journey.companions] == ["Abdi"]
    visitor.goes_to("/witness/who")
    assert "Hodan" not in visitor.page


def test_the_answer_is_the_same_whether_or_not_anybody_searches_and_no_family_reads_who_told_it(
    context: Context, database: Database
) -> None:
    """We do not tell you who is looking for the person, or whether anybody is. Families are not shown who told us."""
    sent = []
    scene, family = make_scene(database), Visitor(create_family(context).test_client())
    for searched in (False, True):
        if searched:
            files_search(family, TOLD["who"]["names-full"])
        witness = Visitor(create_family(context).test_client())
        tells(witness)
        witness.sends("/witness/review")
        sent.append(re.sub(r'(name="(?:csrf_token|whose)" value=")[^"]+', r"\1", witness.page))
    assert sent[0] == sent[1]
    assert scene.match() > 0
    for address in ("/case", "/case/done", "/case/print", "/case/export.json", "/case/export.html", "/case/questions"):
        page = family.goes_to(address).text
        assert family.place == address
        assert not [said for said in ("Yonas", "by my brother", "the boat left") if said in page], address


def test_nothing_at_all_is_not_sent_and_says_what_would_be_enough(visitor: Visitor, database: Database) -> None:
    tells(visitor, {"you": {"told_by": "Yonas"}})
    assert visitor.sends("/witness/review").status_code == 400
    assert "Half a name or how they looked" in visitor.page
    assert reports(database) == 0
    visitor.goes_to("/witness/you")
    assert 'value="Yonas"' in visitor.page


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
def test_every_page_and_every_error_speaks_the_readers_language_and_loses_nothing(visitor: Visitor, tag: str) -> None:
    visitor.goes_to(f"/witness?lang={tag}")
    assert english_left(visitor.page, tag) == []
    wrong = {
        "who": {"names-full": "x" * 301, "age": "ageless"},
        "seen": {"event-when-year": "long ago", "event-place-country": "Atlantis"},
        "road": {"journey-vessel": "y" * 301},
        "you": {"told_by": "z" * 301},
    }
    for slug, typed in wrong.items():
        visitor.goes_to(f"/witness/{slug}")
        assert english_left(visitor.page, tag) == []
        assert visitor.sends(f"/witness/{slug}", typed).status_code == 200
        assert visitor.place == f"/witness/{slug}"
        assert visitor.page.count('class="message"') >= len(typed), slug
        assert english_left(visitor.page, tag) == []
        assert all(text in visitor.page for text in typed.values())
        visitor.sends(f"/witness/{slug}", typed)
        assert visitor.place != f"/witness/{slug}"
    visitor.goes_to("/witness/review")
    assert all(text in html.unescape(visitor.page) for typed in wrong.values() for text in typed.values())
    assert english_left(visitor.page, tag) == []
    visitor.sends("/witness/review")
    assert visitor.place == "/witness/sent"
    assert english_left(visitor.page, tag) == []


def test_statements_are_counted_with_the_filings_of_a_network(
    visitor: Visitor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "filing_quota", property(lambda _self: FilingQuota(of_a_network=1)))
    answers = []
    for _again in range(2):
        tells(visitor, {"who": TOLD["who"]})
        visitor.goes_to("/witness/review")
        answers.append(visitor.sends("/witness/review").status_code)
    assert answers == [200, 429]
    assert reports(database) == 1
    visitor.goes_to("/witness/review")
    assert "Hodan Warsame" in visitor.page


def test_what_was_not_sent_is_erased_once_it_was_asked_and_can_be_brought_back(visitor: Visitor) -> None:
    tells(visitor, {"who": TOLD["who"]})
    visitor.goes_to("/witness")
    visitor.sends("/witness/erase")
    visitor.sends("/witness/erase", {"sure": "1"})
    visitor.goes_to("/witness/review")
    assert "Hodan" not in visitor.page
    visitor.goes_to("/witness")
    visitor.sends("/witness/erase/undo")
    assert "Hodan Warsame" in visitor.page


def test_no_field_is_asked_twice_and_a_page_has_at_most_four_controls() -> None:
    paths = [row.path for page in PAGES for row in page.rows]
    assert len(paths) == len(set(paths))
    assert max(len(page.rows) for page in PAGES) <= 4


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
def test_a_day_that_can_be_read_as_two_is_asked_before_anything_is_sent(
    visitor: Visitor, database: Database, tag: str
) -> None:
    visitor.goes_to(f"/witness?lang={tag}")
    tells(visitor, {**TOLD, "seen": {"event-when-written": "03/04/2025"}})
    assert visitor.page.count('name="order-event-when"') == 3
    assert 'role="alert"' not in visitor.page
    assert visitor.sends("/witness/review").status_code == 409
    assert 'role="alert"' in visitor.page
    assert english_left(visitor.page, tag) == []
    assert reports(database) == 0
    assert visitor.sends("/witness/review", {"order-event-when": "nonsense"}).status_code == 409
    # Whoever chooses another language meanwhile is not sent off, and keeps the answer.
    visitor.sends("/witness/review", {"order-event-when": "month_first", "lang": tag})
    assert reports(database) == 0
    assert 'name="order-event-when"' not in visitor.page
    visitor.sends("/witness/review")
    assert visitor.place == "/witness/sent"
    with database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        told = read_section(session, report.number, Whereabouts)
    assert told is not None
    assert told.found is not None
    assert told.found.when is not None
    assert told.found.when.earliest.isoformat() == "2025-03-04"
    assert told.found.when.written == "03/04/2025"


def test_a_witness_who_does_not_know_which_day_it_was_keeps_both(visitor: Visitor, database: Database) -> None:
    tells(visitor, {"who": TOLD["who"], "seen": {"event-when-written": "03/04/2025"}})
    visitor.goes_to("/witness/review")
    visitor.sends("/witness/review", {"order-event-when": "either"})
    assert visitor.place == "/witness/sent"
    with database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        told = read_section(session, report.number, Whereabouts)
    assert told is not None
    assert told.found is not None
    assert told.found.when is not None
    assert [told.found.when.earliest.isoformat(), told.found.when.latest.isoformat()] == ["2025-03-04", "2025-04-03"]
