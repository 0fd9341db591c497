"""Where people are spoken with: as the operator entered it, with its day; and plainly nowhere where nobody did."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from search.files.information_pages import InformationShelf
from search.models import Organisation, SearchRequest
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search
from web.context import Context
from web.family import create_family

ONLY_WRITING = "Here you can only write."
NUMBER = "+52 55 5555 0123"


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.fixture
def reader(context: Context, tmp_path: Path) -> Visitor:
    """A family at a portal whose operator has an empty folder."""
    settings = replace(context.settings, information=tmp_path)
    return Visitor(create_family(replace(context, settings=settings, shelf=InformationShelf())).test_client())


def write(folder: Path, name: str, **more: str) -> None:
    said = {"title": "The office", "source": "The committee", "checked_on": "2026-11-01", **more}
    text = "\n".join(["---", *(f"{key}: {value}" for key, value in said.items()), "---", "Ring twice."])
    (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_where_nobody_entered_anything_a_family_reads_that_it_can_only_write(reader: Visitor, tag: str) -> None:
    files_search(reader)
    assert reader.goes_to("/talk").status_code == 404
    assert "/talk" not in reader.goes_to(f"/open?lang={tag}").text
    case = reader.goes_to("/case").text
    assert english_left(case, tag) == []
    assert ("Write to us" in case, "Talk with us" in case) == (tag == "en", False)
    reader.goes_to("/case/inbox")
    assert english_left(reader.page, tag) == []
    assert (ONLY_WRITING in reader.page) is (tag == "en")


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_place_hours_and_phone_stand_with_the_day_on_which_they_were_confirmed(
    reader: Visitor, tmp_path: Path, tag: str
) -> None:
    write(tmp_path, f"talk.{tag}.md", place="5", hours="9–12", number=NUMBER, title="1", source="2")
    files_search(reader)
    for address in ("/case/inbox", "/talk"):
        page = reader.goes_to(f"{address}?lang={tag}").text
        assert english_left(page.replace("Ring twice.", ""), tag) == []
        assert f'href="tel:{NUMBER.replace(" ", "")}"' in page
        if tag == "en":
            assert "Last checked on 1 November 2026." in page
            assert ONLY_WRITING not in page
    assert 'href="/talk"' in reader.goes_to("/open").text
    case = reader.goes_to("/case").text
    assert ("Talk with us" in case, "Write to us" in case) == (tag == "en", False)


def test_a_family_reads_of_its_own_committee_alone_and_anybody_of_all(
    reader: Visitor, visitor: Visitor, context: Context, tmp_path: Path
) -> None:
    files_search(visitor)
    with context.database.reading() as session:
        of_case = select(Organisation.name).join(SearchRequest, SearchRequest.committee_id == Organisation.id)
        mine = session.scalars(of_case).one()
    write(tmp_path, "talk-mine.en.md", place="Harbour street 4", committee=mine)
    write(tmp_path, "talk-others.en.md", place="Mountain road 9", committee="Others")
    files_search(reader)
    page = reader.goes_to("/case/inbox").text
    assert ("Harbour street 4" in page, "Mountain road 9" in page) == (True, False)
    page = reader.goes_to("/talk").text
    assert ("Harbour street 4" in page, "Mountain road 9" in page) == (True, True)
