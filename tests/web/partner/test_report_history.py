"""The versions of a report in the partner's portal: listed, read, brought back, and shown to nobody else."""

import re

from tests.fixtures.visitor import Visitor
from tests.web.partner.reports import LIVING


def reported(clerk: Visitor) -> str:
    """The address of a report that was sent twice."""
    for age in ("25-35", "33"):
        clerk.goes_to("/report/living")
        (key,) = re.findall(r'name="form_key" value="([0-9a-f]{32})"', clerk.page)
        clerk.sends("/report/living", {**LIVING, "age": age, "form_key": key})
    (report_id,) = set(re.findall(r"/reports/([0-9a-f-]{36})/photos", clerk.page))
    return f"/reports/{report_id}"


def test_a_version_is_read_and_brought_back(clerk: Visitor) -> None:
    address = reported(clerk)
    clerk.goes_to(address)
    assert f"{address}/versions" in clerk.page
    clerk.goes_to(f"{address}/versions")
    for words in ("Version 1", "Version 2", "Filed", "News", "25-35"):
        assert words in clerk.page
    clerk.goes_to(f"{address}/versions/1")
    (seen,) = re.findall(r'name="seen_revision" value="(\d+)"', clerk.page)
    assert clerk.sends(f"{address}/versions/1", {"seen_revision": seen}).status_code == 200
    assert "Version 3" in clerk.page
    assert clerk.sends(f"{address}/versions/1", {"seen_revision": seen}).status_code == 409
    assert "Please read it again as it is now." in clerk.page


def test_the_newest_version_cannot_be_brought_back_and_there_is_none_after_it(clerk: Visitor) -> None:
    address = reported(clerk)
    clerk.goes_to(f"{address}/versions/2")
    assert "seen_revision" not in clerk.page
    assert clerk.goes_to(f"{address}/versions/3").status_code == 404
    assert clerk.goes_to(f"{address}/versions/0").status_code == 404
    clerk.goes_to("/report/living")
    assert clerk.sends(f"{address}/versions/2", {"seen_revision": "2"}).status_code == 404


def test_another_organisation_finds_no_version(clerk: Visitor, mortuary: Visitor) -> None:
    address = reported(clerk)
    for page in (f"{address}/versions", f"{address}/versions/1"):
        assert mortuary.goes_to(page).status_code == 404
    mortuary.goes_to("/report/body")
    assert mortuary.sends(f"{address}/versions/1", {"seen_revision": "2"}).status_code == 404
