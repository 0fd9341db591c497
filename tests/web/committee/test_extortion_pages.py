"""A committee reads what its families wrote of people who asked for money."""

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor, ActorKind
from search.casework.extortion import report_extortion
from search.casework_commands import ReportExtortion
from search.models import SearchRequest
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context

SAID = "xx 5000 xx"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
@pytest.mark.usefixtures("pair")
def test_the_page_is_in_the_readers_language_and_another_committee_reads_nothing(
    ana: Visitor, stranger: Visitor, context: Context, row: LocaleRow
) -> None:
    ana.goes_to(f"/extortion?lang={row.tag}")
    empty = ana.page
    with context.database.transaction() as session:
        case_id = session.scalars(select(SearchRequest.id)).one()
        family = Actor(kind=ActorKind.FAMILY, case_id=case_id)
        command = ReportExtortion(case_id=case_id, number="+52 55 5512 3456", when="", said=SAID)
        report_extortion(session, family, command, now=NOW)
    ana.goes_to("/extortion")
    assert SAID in ana.page
    assert [english_left(page, row.tag) for page in (empty, ana.page)] == [[], []]
    assert SAID not in stranger.goes_to("/extortion").text
