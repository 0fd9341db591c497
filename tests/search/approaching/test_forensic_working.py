"""A forensic service reads both sides without the family, and alone enters an identification, with its document."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.access import Actor
from search.approaching.forensic_handing import read_forensic_page
from search.approaching.forensic_working import identify, open_handed, read_handed
from search.casework.course import courses
from search.errors import NotFound, Refused
from search.located_commands import Identify
from search.models import Identification, MatchProposal, Reading, Record, SearchRequest
from search.vocabulary import CourseState, IdentificationMethod, IdentificationResult, ProposalState, StaffRole
from tests.search.approaching.met_people import ASKED, FACT, SECRET, body_pair, member
from tests.search.approaching.test_forensic_handing import handed
from tests.search.consents_given import FORENSIC, one, take_back, yes_to
from tests.search.scene import NOW, Scene, document_of, phone_of

HOUR = datetime.timedelta(hours=1)


class Handed:
    """A pair in the hands of a forensic service."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.pair, self.service = body_pair(scene)
        self.clerk = member(scene, self.service, StaffRole.REPORTER)
        handed(scene, self.pair, self.service)
        with scene.database.reading() as session:
            (line,) = read_handed(session, self.clerk, now=ASKED)
        self.id = line.handover_id

    def course(self, now: datetime.datetime) -> CourseState:
        with self.scene.database.reading() as session:
            return courses(session, (self.pair,), now)[self.pair]

    def enter(self, result: IdentificationResult, now: datetime.datetime = ASKED, document: str = "D-17/2026") -> None:
        command = Identify(handover_id=self.id, method=IdentificationMethod.DNA, result=result, document=document)
        with self.scene.database.transaction() as session:
            identify(session, self.clerk, command, now=now)

    def listed(self, actor: Actor | None = None) -> int:
        with self.scene.database.reading() as session:
            return len(read_handed(session, actor or self.clerk, now=ASKED))


@pytest.fixture
def body(asking: Scene) -> Handed:
    return Handed(asking)


def test_the_service_reads_both_sides_and_nothing_of_the_family(asking: Scene, body: Handed) -> None:
    with asking.database.transaction() as session:
        shown = open_handed(session, body.clerk, body.id, now=ASKED)
        pair = session.get_one(MatchProposal, body.pair)
        reference = session.get_one(SearchRequest, pair.request_number).reference
        causes = set(session.scalars(select(Reading.caused_by).where(Reading.purpose == "forensic")))
    assert [name.text for name in shown.sought.names] == ["Somebody Invented"]
    assert shown.found.marks
    assert [one.number for one in shown.sought_papers.documents] == [document_of(0)]
    for secret in (SECRET, FACT, "Mother of", reference, phone_of(0)):
        assert secret not in repr(shown)
    assert causes == {body.pair}


def test_an_identification_waits_an_hour_and_is_corrected_by_a_later_entry(body: Handed) -> None:
    assert body.course(ASKED) is CourseState.WITH_FORENSIC
    body.enter(IdentificationResult.IDENTIFIED)
    assert body.course(ASKED + HOUR - datetime.timedelta(seconds=1)) is CourseState.WITH_FORENSIC
    assert body.course(ASKED + HOUR) is CourseState.READY_TO_TELL
    body.enter(IdentificationResult.EXCLUDED, ASKED + HOUR)
    assert body.course(ASKED + 2 * HOUR) is CourseState.WITH_FORENSIC


def test_an_entry_needs_the_number_of_its_document_which_the_committee_does_not_read(
    asking: Scene, body: Handed
) -> None:
    with pytest.raises(Refused, match="document_needed"):
        body.enter(IdentificationResult.IDENTIFIED, document="  ")
    body.enter(IdentificationResult.IDENTIFIED)
    with asking.database.transaction() as session:
        (entry,) = open_handed(session, body.clerk, body.id, now=ASKED).entries
        assert entry.document == "D-17/2026"
        (entry,) = read_forensic_page(session, asking.reviewers[0], body.pair, now=ASKED).entries
        assert (entry.result, entry.document) == (IdentificationResult.IDENTIFIED, "")
        (row,) = session.scalars(select(Identification))
    assert b"D-17" not in row.document_sealed


def test_nobody_but_that_service_reads_or_enters(asking: Scene, body: Handed) -> None:
    others = (asking.mortuary, asking.shelter, asking.reviewers[0], member(asking, body.service, StaffRole.COORDINATOR))
    for other in others:
        with pytest.raises(NotFound), asking.database.transaction() as session:
            open_handed(session, other, body.id, now=ASKED)
    with pytest.raises(NotFound), asking.database.transaction() as session:
        open_handed(session, body.clerk, uuid.uuid4(), now=ASKED)


@pytest.mark.parametrize("what", ["consent", "state", "request_number", "report_number"])
def test_reading_ends_with_the_familys_yes_the_readers_agreement_and_either_record(
    asking: Scene, body: Handed, what: str
) -> None:
    with asking.database.transaction() as session:
        row = session.get_one(MatchProposal, body.pair)
        case_id = session.get_one(SearchRequest, row.request_number).id
        if what == "state":
            row.state = ProposalState.DISAGREED.value
        elif what != "consent":
            session.get_one(Record, getattr(row, what)).withdrawn_at = NOW
    if what == "consent":
        case = type("Case", (), {"case_id": case_id})()
        take_back(asking.database, case, yes_to(one(body.service), FORENSIC))
    assert body.listed() == 0
    with pytest.raises(NotFound), asking.database.transaction() as session:
        open_handed(session, body.clerk, body.id, now=ASKED)
