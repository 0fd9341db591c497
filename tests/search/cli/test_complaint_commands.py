"""Whoever runs the installation reads every complaint, and settles it."""

import re

import pytest

from search.access import ANYONE
from search.cli.installation import open_database
from search.filing.complaints import ABOUT_WORDS, Complain, ComplaintWords, complain
from tests.search.cli.command_line import on_sqlite, typed
from tests.search.scene import NOW

pytestmark = pytest.mark.usefixtures("staffed")


@on_sqlite
def test_a_complaint_is_printed_until_it_is_settled() -> None:
    with open_database() as database, database.transaction() as session:
        said = ComplaintWords(words="Nobody called back", about=ABOUT_WORDS)
        number = complain(session, ANYONE, Complain(said=said, to_committee=False, language="en", key="k"), now=NOW)
    printed = typed("complaints", "list").stdout
    assert number in printed
    assert "for you alone" in printed
    assert "about the words of the pages in en" in printed
    assert "Nobody called back" in printed
    found = re.match(r"[0-9a-f-]{36}", printed)
    assert found
    typed("complaints", "settle", found[0])
    assert typed("complaints", "list").stdout == "none\n"
