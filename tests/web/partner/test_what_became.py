"""The page of sums: how many reports were compared, in the reader's language."""

import pytest

from search.access import Actor
from search.filing.reporting_found_persons import report_found
from tests.fixtures.languages import walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.search.scene import found
from web.context import Context


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("tag", [row.tag for row in walked()])
@pytest.mark.parametrize("reports", [0, 1, 3])
def test_the_page_says_how_many_were_compared(
    clerk: Visitor, context: Context, shelter: Actor, tag: str, reports: int
) -> None:
    for number in range(reports):
        with context.database.transaction() as session:
            report_found(session, shelter, found("Ana Mora", number, sender_number=f"A-{number}"), now=NOW)
    answer = clerk.goes_to(f"/reports/compared?lang={tag}")
    assert answer.status_code == 200
    if tag == "en":
        sentences = {
            0: "You have not reported anybody yet.",
            1: "Of your 1 report, 0 was compared with all searches.",
            3: "Of your 3 reports, 0 were compared with all searches.",
        }
        assert sentences[reports] in answer.text
        assert ("What became of them" in clerk.goes_to("/").text) is (reports > 0)
