from matching.record import PersonName
from search.access import Actor
from search.commands import ReportFound
from search.documents import Description
from search.filing.reporting_found_persons import PAGE, store_reports
from search.vocabulary import ReportKind
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context


def send(context: Context, actor: Actor, count: int) -> None:
    """So many reports of the actor's organisation."""
    commands = [
        ReportFound(
            kind=ReportKind.SHELTER, sender_number=f"CI-{n}", found=Description(names=(PersonName(f"Person {n}"),))
        )
        for n in range(count)
    ]
    assert actor.organisation_id is not None
    with context.database.transaction() as session:
        store_reports(session, actor.organisation_id, commands, now=NOW)


def test_an_organisation_sees_its_own_reports_newest_first(context: Context, clerk: Visitor, shelter: Actor) -> None:
    send(context, shelter, 3)
    clerk.goes_to("/reports")
    names = [clerk.page.index(f"<bdi>Person {n}</bdi>") for n in (2, 1, 0)]
    assert names == sorted(names)
    assert "<bdi>CI-2</bdi>" in clerk.page


def test_no_organisation_sees_the_reports_of_another(
    context: Context, clerk: Visitor, shelter: Actor, mortuary: Visitor
) -> None:
    send(context, shelter, 1)
    clerk.goes_to("/reports")
    assert "Person 0" in clerk.page
    mortuary.goes_to("/reports")
    assert "Person 0" not in mortuary.page
    assert "There is nothing here yet" in mortuary.page
    mortuary.goes_to("/")
    assert "You have not reported anybody yet" in mortuary.page


def test_the_list_goes_on_after_fifty(context: Context, clerk: Visitor, shelter: Actor) -> None:
    send(context, shelter, PAGE + 1)
    clerk.goes_to("/reports")
    assert "Page 1 of 2." in clerk.page
    assert "<bdi>Person 0</bdi>" not in clerk.page
    clerk.goes_to("/reports?page=2")
    assert "<bdi>Person 0</bdi>" in clerk.page
    assert clerk.goes_to("/reports?page=99").status_code == 200
