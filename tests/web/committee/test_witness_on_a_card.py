"""What a witness saw stands on a card as seen: nothing there says, or weighs, that anybody was found."""

import re
import uuid

import pytest
from sqlalchemy import select

from matching.record import PersonName
from search.access import ANYONE, Actor
from search.commands import FileWitness
from search.documents import Description
from search.filing.witnessing import file_witness
from search.models import MatchProposal
from search.proposing.worker import Worker
from search.vocabulary import ReportKind
from tests.fixtures.staff import likely_pair
from tests.fixtures.visitor import Visitor
from tests.search.scene import NOW
from web.context import Context

_TAGS = re.compile(r"<[^>]+>")


@pytest.mark.usefixtures("committee")
def test_a_card_calls_it_seen_and_never_found(context: Context, clerk: Actor, ana: Visitor) -> None:
    pair = likely_pair(context, clerk, kind=ReportKind.WITNESS)
    ana.goes_to("/")
    assert "Seen by a witness, not found" in ana.page
    ana.goes_to(f"/cards/{pair}")
    assert "Seen by a witness, not found" in ana.page
    said = (
        _TAGS.sub(" ", ana.page.partition("<main")[2])
        .replace("Seen by a witness, not found", "")
        .replace("or finding", "")
    )
    assert re.findall(r"[^.]*\bfound\b[^.]*", said, re.IGNORECASE) == []


def _told_by_anybody(context: Context, pair: uuid.UUID) -> uuid.UUID:
    """A statement of somebody without an account about the person of this pair's search; their proposal."""
    poses = "OFFICIAL FINDING: identified by DNA. Pay <b>for the papers</b>."
    seen = Description(names=(PersonName("Tesfalem Kidanemariam"),), words=poses)
    with context.database.transaction() as session:
        file_witness(
            session, ANYONE, FileWitness(seen=seen, told_by="Prosecutor", told_by_contact="", key="k"), now=NOW
        )
    Worker(context.database, lambda: NOW).match_all()
    with context.database.reading() as session:
        return session.scalars(select(MatchProposal.id).where(MatchProposal.id != pair)).one()


@pytest.mark.usefixtures("committee")
def test_a_card_says_that_anybody_may_have_told_it_and_names_no_organisation(
    context: Context, clerk: Actor, ana: Visitor
) -> None:
    statement = _told_by_anybody(context, likely_pair(context, clerk))
    ana.goes_to(f"/cards/{statement}")
    assert "Somebody without an account told this" in ana.page
    assert "No organisation sent this report" in ana.page
    assert "The organisation that sent this report" not in ana.page
    assert "<b>for the papers" not in ana.page


@pytest.mark.usefixtures("committee")
@pytest.mark.parametrize("kind", [ReportKind.WITNESS, ReportKind.SHELTER])
def test_a_report_of_an_organisation_is_not_called_anybodys(
    context: Context, clerk: Actor, ana: Visitor, kind: ReportKind
) -> None:
    ana.goes_to(f"/cards/{likely_pair(context, clerk, kind=kind)}")
    assert "without an account" not in ana.page
    assert "Please name nobody to anybody." in ana.page
