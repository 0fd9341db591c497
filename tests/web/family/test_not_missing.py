"""“It is me, I am not missing”: the same answer whether or not anybody searches, and the searcher learns nothing."""

import datetime
import html
import re
from dataclasses import replace

import pytest
from sqlalchemy import event, func, select

from i18n.division import Catalogue
from search.filing.filing_quota import FilingQuota
from search.models import SelfReport
from search.storage.database import Database
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search
from web.context import Context
from web.family import create_family
from web.family.asked_texts import KEPT_UNSENT
from web.family.not_missing import STEPS

SAID = {
    "who": {"called": "ተስፋለም «Hodan»", "origin": "Eritrea, 2001"},
    "reach": {"reach": "by Yonas +291 7000203", "careful": "never at night"},
    "proof": {"proof": "the cat Simba", "papers": "passport", "who_knows": "Aster"},
}
_CHANGES = re.compile(r'(name="(?:csrf_token|whose)" value=")[^"]+')


def says(visitor: Visitor, said: dict[str, dict[str, str]] = SAID) -> None:
    for slug, typed in said.items():
        visitor.goes_to(f"/its-me/{slug}")
        visitor.sends(f"/its-me/{slug}", typed)


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(SelfReport)) or 0


@pytest.mark.parametrize("tag", [row.tag for row in walked(Catalogue.FAMILY)])
def test_three_short_pages_speak_the_readers_language_and_are_sent_once(
    visitor: Visitor, database: Database, tag: str
) -> None:
    visitor.goes_to(f"/?lang={tag}")
    assert 'href="/its-me"' in visitor.page
    visitor.goes_to("/its-me")
    assert english_left(visitor.page, tag) == []
    for slug, typed in SAID.items():
        visitor.goes_to(f"/its-me/{slug}")
        assert english_left(visitor.page, tag) == [], slug
        visitor.sends(f"/its-me/{slug}", typed)
    assert visitor.place == "/its-me/sent"
    assert english_left(visitor.page, tag) == []
    visitor.goes_to("/its-me/proof")
    assert "Simba" not in visitor.page
    visitor.sends("/its-me/proof")
    assert kept(database) == 1


def test_what_lacks_is_asked_where_it_belongs_and_nothing_typed_is_lost(visitor: Visitor, database: Database) -> None:
    says(visitor, {"who": {"called": " ", "origin": "Eritrea"}})
    assert visitor.place == "/its-me/who"
    assert 'aria-invalid="true"' in visitor.page
    assert 'value="Eritrea"' in visitor.page
    says(visitor, {"who": {"called": "Hodan"}, "reach": {"careful": "never at night"}})
    assert visitor.place == "/its-me/reach"
    assert "Without one nobody can ask what you want." in visitor.page
    assert "never at night" in visitor.page
    says(visitor, {"proof": {"proof": "Simba"}})
    assert visitor.place == "/its-me/reach"
    assert kept(database) == 0
    says(visitor, {"reach": {"reach": "Yonas"}, "proof": {}})
    assert visitor.place == "/its-me/sent"


def test_every_page_has_at_most_four_controls_and_chooses_nothing() -> None:
    assert max(len(step.asked) for step in STEPS) <= 4


def test_the_answer_is_the_same_bytes_and_the_same_questions_whether_or_not_anybody_searches(
    context: Context, database: Database
) -> None:
    """We do not tell you whether anybody is looking for you. The answer here is the same for everybody."""
    pages, statements = [], []
    for searched in (False, True):
        if searched:
            files_search(Visitor(create_family(context).test_client()))
        asked: list[str] = []
        with database.reading() as session:
            engine = session.get_bind()

        def note(
            _connection: object, _cursor: object, statement: str, *_rest: object, asked: list[str] = asked
        ) -> None:
            asked.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        visitor = Visitor(create_family(context).test_client())
        says(visitor)
        event.remove(engine, "before_cursor_execute", note)
        pages.append(_CHANGES.sub(r"\1", visitor.page))
        statements.append(asked)
    assert pages[0] == pages[1]
    assert statements[0] == statements[1]
    assert not [one for one in statements[1] if "search_requests" in one or "found_reports" in one]


def test_no_page_of_whoever_searches_changes(context: Context, family_pages: Visitor) -> None:
    """If somebody is looking for you, this does not tell them that you wrote, or where you are."""
    addresses = ("/case", "/case/done", "/case/print", "/case/export.json", "/case/inbox", "/case/questions", "/its-me")
    before = [_CHANGES.sub(r"\1", family_pages.goes_to(one).text) for one in addresses]
    says(Visitor(create_family(context).test_client()))
    after = [_CHANGES.sub(r"\1", family_pages.goes_to(one).text) for one in addresses]
    assert before == after


@pytest.fixture
def family_pages(context: Context) -> Visitor:
    """Whoever searches, signed in."""
    visitor = Visitor(create_family(context).test_client())
    files_search(visitor)
    return visitor


def test_what_was_not_sent_is_gone_from_the_device_within_the_hour(context: Context) -> None:
    visitor = Visitor(create_family(context).test_client())
    says(visitor, {"who": SAID["who"]})
    visitor.goes_to("/its-me/who")
    assert "Hodan" in html.unescape(visitor.page)
    clock = NOW + KEPT_UNSENT + datetime.timedelta(seconds=1)
    later = Visitor(create_family(replace(context, clock=lambda: clock)).test_client())
    later.client = visitor.client
    later.client.application = create_family(replace(context, clock=lambda: clock))
    later.goes_to("/its-me/who")
    assert "Hodan" not in later.page


def test_when_too_many_write_the_words_stay(
    visitor: Visitor, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "filing_quota", property(lambda _self: FilingQuota(of_a_network=0, of_all=0)))
    says(visitor)
    assert visitor.place == "/its-me/proof"
    assert "Please press the button again in an hour." in visitor.page
    assert "Simba" in visitor.page
    assert kept(database) == 0


def test_leaving_forgets_what_was_not_sent_also_on_a_phone_of_ones_own(visitor: Visitor) -> None:
    for own in ("", "yes"):
        says(visitor, {"who": SAID["who"]})
        with visitor.client.session_transaction() as cookie:
            cookie["own_phone"] = own
        visitor.client.get("/leave")
        visitor.goes_to("/its-me/who")
        assert "Hodan" not in visitor.page, own
