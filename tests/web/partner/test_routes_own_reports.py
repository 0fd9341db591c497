import re

from matching.record import PersonName
from search.access import Actor
from search.commands import ReportFound
from search.documents import Description
from search.filing.reporting_found_persons import PAGE, store_reports
from search.vocabulary import ReportKind
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import BODY, LIVING
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


def test_each_link_of_the_list_says_which_report_it_is_about(context: Context, clerk: Visitor, shelter: Actor) -> None:
    send(context, shelter, 2)
    clerk.goes_to("/reports")
    for action in ("Look or add", "Erase"):
        for number in ("CI-0", "CI-1"):
            assert f'>{action}<span class="unseen">: <bdi>{number}</bdi></span></a>' in clerk.page


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


def test_a_report_is_looked_for_and_its_words_stand_in_no_address(
    context: Context, clerk: Visitor, shelter: Actor
) -> None:
    send(context, shelter, PAGE + 5)
    clerk.goes_to("/reports")
    clerk.sends("/reports", {"words": "person 54"})
    assert clerk.place == "/reports"
    assert "Reports that fit “<bdi>person 54</bdi>”: 1." in clerk.page
    assert "<bdi>CI-54</bdi>" in clerk.page
    assert "<bdi>CI-53</bdi>" not in clerk.page
    clerk.sends("/reports", {"words": "Person", "page": "2"})
    assert "Reports that fit “<bdi>Person</bdi>”: 55." in clerk.page
    assert "Page 2 of 2." in clerk.page
    assert "<bdi>CI-0</bdi>" in clerk.page
    clerk.sends("/reports", {"words": "zarzuela"})
    assert "Reports that fit “<bdi>zarzuela</bdi>”: 0." in clerk.page
    clerk.sends("/reports", {"words": "  "})
    assert "Page 1 of 2." in clerk.page


def test_everything_that_was_sent_of_a_report_can_be_read_again(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    sent = {**LIVING, "source_date": "last week", "found-when-written": "at dusk", "minor": "?", "marks-answer": "none"}
    clerk.sends("/report/living", sent)
    seen = re.findall(r'name="seen" value="([^"]+)"', clerk.page)
    clerk.sends("/report/living", {**sent, "seen": seen})
    assert "Read what you sent" in clerk.page
    clerk.goes_to("/reports")
    (address,) = set(re.findall(r'href="/partner(/reports/[0-9a-f-]{36})"', clerk.page))
    clerk.goes_to(address)
    for words in (
        "CI-77", "“last week”", "at dusk", "Calle Falsa 7, Tapachula", "Amina Warsame", "Somalia", "from a burn",
        "The house behind the harbour", "These answers do not fit together", "+252612345678", "No photos were sent",
    ):  # fmt: skip
        assert words in clerk.page, words


def test_what_was_examined_of_a_body_can_be_read_again(mortuary: Visitor) -> None:
    mortuary.goes_to("/report/body")
    mortuary.sends("/report/body", BODY)
    mortuary.goes_to("/reports")
    (address,) = set(re.findall(r'href="/partner(/reports/[0-9a-f-]{36})"', mortuary.page))
    mortuary.goes_to(address)
    for words in ("LMP-12", "9/2025", "bone sample", "Cala Pisana", "a drawing that nobody could read"):
        assert words in mortuary.page, words


def test_the_page_of_one_report_is_not_found_by_another_organisation(
    context: Context, clerk: Visitor, shelter: Actor, mortuary: Visitor
) -> None:
    send(context, shelter, 1)
    clerk.goes_to("/reports")
    (address,) = set(re.findall(r'href="/partner(/reports/[0-9a-f-]{36})"', clerk.page))
    assert mortuary.goes_to(address).status_code == 404


def test_what_is_not_known_of_one_paper_or_mark_stands_beside_that_one(clerk: Visitor) -> None:
    clerk.goes_to("/report/living")
    papers = {"documents-0-number": "A1", "documents-1-number": "B2", "documents-1-country": "Nowhere land"}
    sent = {"kind": "shelter", "agreed": "yes", "minor": "no", **papers, "marks-0-kind": "scar", "marks-0-place": "?"}
    clerk.sends("/report/living", sent)
    seen = re.findall(r'name="seen" value="([^"]+)"', clerk.page)
    clerk.sends("/report/living", {**sent, "seen": seen})
    clerk.goes_to("/reports")
    (address,) = set(re.findall(r'href="/partner(/reports/[0-9a-f-]{36})"', clerk.page))
    clerk.goes_to(address)
    lines = re.findall(r"<dd><bdi>(.*?)</bdi>", clerk.page)
    (first,) = [line for line in lines if "A1" in line]
    (second,) = [line for line in lines if "B2" in line]
    (mark,) = [line for line in lines if "Scar" in line]
    assert "Nowhere land" in second
    assert "Nowhere land" not in first
    assert "I do not know" in mark


def test_all_own_reports_are_taken_out_as_a_sheet(clerk: Visitor, mortuary: Visitor) -> None:
    clerk.goes_to("/report/living")
    clerk.sends("/report/living", LIVING)
    clerk.goes_to("/reports")
    assert "/reports.csv" in clerk.page
    answer = clerk.goes_to("/reports.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="reports.csv"'
    assert "Amina Warsame" in answer.text
    assert "The house behind the harbour" in answer.text
    assert "Amina" not in mortuary.goes_to("/reports.csv").text
