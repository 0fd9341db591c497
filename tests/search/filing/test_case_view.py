"""A family reads its own words and what was compared, the same for every outcome; nobody else reads them."""

import datetime
import uuid

import pytest
from sqlalchemy import select, update

from search.access import OPERATOR, Actor
from search.accounts.sessions import FAMILY, open_family_session, session_actor
from search.commands import WithdrawSearch
from search.errors import AccessDenied, NotFound
from search.filing.case_view import read_case, read_own_words
from search.filing.registering_searches import withdraw_search
from search.models import AuditEntry, FoundReport, Record, SearchRequest
from search.summaries import CaseFiled, CaseSummary, ComparisonNews, LastVisit
from search.vocabulary import ReportKind
from tests.search.consents_given import SHELTERS, yes_to
from tests.search.scene import NOW, PEOPLE, Scene, family_of, found, sought

WORDS = sought(PEOPLE[1][0], 1, consents=(yes_to(SHELTERS),), language="ar")
LATER = NOW + datetime.timedelta(days=9)


def read(scene: Scene, case: CaseFiled, actor: Actor | None = None) -> CaseSummary:
    with scene.database.transaction() as session:
        return read_case(session, actor or family_of(case), case.case_id, now=NOW)


def test_a_family_reads_what_it_said_with_its_numbers_and_control_facts(scene: Scene) -> None:
    case = scene.file(WORDS)
    summary = read(scene, case)
    assert (summary.sought, summary.identifiers, summary.filing) == (WORDS.sought, WORDS.identifiers, WORDS.filing)
    assert (summary.reference, summary.language, summary.revision) == (case.reference, "ar", 1)
    assert (summary.filed_at, summary.withdrawn) == (NOW, False)
    assert [(one.receiver, one.allowed) for one in summary.consents] == [(SHELTERS, True)]


def test_for_a_question_it_reads_the_same_words_and_that_is_written_down_too(scene: Scene) -> None:
    case = scene.file(WORDS)
    whole = read(scene, case)
    with scene.database.transaction() as session:
        words = read_own_words(session, family_of(case), case.case_id, now=NOW)
        told = session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()
    assert (words.sought, words.identifiers, words.filing) == (whole.sought, whole.identifiers, whole.filing)
    assert (words.revision, words.consents) == (whole.revision, whole.consents)
    assert told[-2:] == ["read_case", "read_case"]
    with scene.database.transaction() as session, pytest.raises(AccessDenied):
        read_own_words(session, OPERATOR, case.case_id, now=NOW)


def test_what_was_compared_is_counted_by_kind_and_does_not_tell_whether_anybody_was_found(scene: Scene) -> None:
    found_one, found_none = scene.file(WORDS), scene.file(sought(PEOPLE[7][0], 50))
    assert read(scene, found_one).news.compared == ()
    scene.report(found(PEOPLE[1][1], 1))
    scene.report(found("A Body Invented", 30, ReportKind.MORTUARY), scene.mortuary)
    scene.report(found("Somebody Invented", 31))
    scene.match()
    news = [read(scene, case).news for case in (found_one, found_none)]
    assert news[0] == news[1]
    assert news[0].compared == ((ReportKind.MORTUARY, 1), (ReportKind.SHELTER, 2))
    assert news[0].compared_through == NOW


def test_a_report_that_came_after_a_search_was_compared_is_not_counted_yet(scene: Scene) -> None:
    case = scene.file(WORDS)
    scene.match()
    scene.report(found("Somebody Invented", 31))
    assert read(scene, case).news.compared == ()
    with scene.database.transaction() as session:
        newest = session.scalars(select(FoundReport.version)).one()
        session.execute(update(Record).where(Record.id == case.case_id).values(matched_version=newest))
    assert read(scene, case).news.compared == ((ReportKind.SHELTER, 1),)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_withdrawn_case_is_still_the_family_s_to_read(scene: Scene) -> None:
    case = scene.file(WORDS)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
    assert read(scene, case).withdrawn


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_reading_is_audited_and_a_refused_reading_is_not(scene: Scene) -> None:
    case = scene.file(WORDS)
    read(scene, case)
    with pytest.raises(NotFound):
        read(scene, scene.file(sought("Hiwet", 9)), family_of(case))
    with scene.database.reading() as session:
        acts = select(AuditEntry.actor_id, AuditEntry.subject_id).where(AuditEntry.action == "read_case")
        assert [tuple(act) for act in session.execute(acts)] == [(case.case_id, str(case.case_id))]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_case_of_another_family_looks_like_one_that_does_not_exist(scene: Scene) -> None:
    mine, other = scene.file(WORDS), scene.file(sought("Hiwet", 9))
    missing = CaseFiled(case_id=uuid.uuid4(), reference="", passphrase=())
    for case in (other, missing):
        with pytest.raises(NotFound, match="not_found"):
            read(scene, case, family_of(mine))
    with pytest.raises(NotFound):
        read(scene, missing)
    for actor in (scene.reviewers[0], scene.shelter):
        with pytest.raises(NotFound, match="not_found"):
            read(scene, mine, actor)
    with pytest.raises(AccessDenied):
        read(scene, mine, OPERATOR)


def test_what_is_new_is_counted_since_the_visit_before_and_never_by_outcome(scene: Scene) -> None:
    cases = scene.file(WORDS), scene.file(sought(PEOPLE[7][0], 50))
    scene.report(found(PEOPLE[1][1], 1))
    scene.match()
    seen = [visits(scene, case) for case in cases]
    assert [(news.total, news.new, news.since) for news in seen] == [(1, 1, None)] * 2
    scene.report(found("A Body Invented", 30, ReportKind.MORTUARY), scene.mortuary)
    scene.match()
    for later, new in ((LATER, 1), (LATER + datetime.timedelta(days=1), 0)):
        seen = [visits(scene, case, later) for case in cases]
        assert seen[0] == seen[1]
        assert (seen[0].total, seen[0].new) == (2, new)
    assert seen[0].since == LATER


def visits(scene: Scene, case: CaseFiled, now: datetime.datetime = NOW) -> ComparisonNews:
    """What a family is told that comes in at this moment."""
    with scene.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
        token = open_family_session(session, request, now=now).token
        visit = session_actor(session, token, FAMILY, now=now)
        assert visit is not None
        since = LastVisit(version=visit.since_version or 0, at=visit.since_at) if visit.since_at else None
        return read_case(session, visit.actor, case.case_id, now=now, since=since).news
