"""A feed holds what families opened to its reader by name, in the order of its days, and tells no outcome."""

import datetime
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from search.access import Actor, ActorKind, clerk_of
from search.accounts.reading_limits import HOUR, SHARED, Window
from search.commands import AmendSearch, JudgeProposal, WithdrawSearch
from search.consent_summaries import SearchFeed
from search.documents import Filing, Identifiers
from search.errors import AccessDenied, NotFound, TooManyAttempts
from search.files.pfif_searches import person_of_search
from search.files.pfif_writing import pfif_document
from search.filing import search_feed
from search.filing.registering_searches import amend_search, reopen_search, withdraw_search
from search.filing.search_feed import FeedAsked, read_search_feed
from search.models import AuditEntry, MatchProposal, Record
from search.proposing.comparing import USUAL, ProposingPolicy
from search.review.judging_proposals import judge
from search.summaries import CaseFiled
from search.vocabulary import JudgementKind, JudgementReason, OrganisationKind, ProposalState
from tests.search.consents_given import SHELTERS, give, new_organisation, no_to, one, take_back, yes_to
from tests.search.scene import NOW, Scene, family_of, found, sought

NAME = "ተስፋለም ኪዳነማርያም"
DAY = datetime.timedelta(days=1)
WHOLE = FeedAsked()
NOTHING = ProposingPolicy(threshold=10_000.0)


@pytest.fixture
def reader(scene: Scene) -> Actor:
    """Whoever reads for an organisation that families may name."""
    return clerk_of(new_organisation(scene.database, OrganisationKind.HUMANITARIAN))


def opened(scene: Scene, reader: Actor, name: str = NAME, number: int = 0, now: datetime.datetime = NOW) -> CaseFiled:
    """A search that its family opened to the reader by its name."""
    assert reader.organisation_id is not None
    case = scene.file(sought(name, number), now=now)
    give(scene.database, case, yes_to(one(reader.organisation_id)), now=now)
    return case


def feed(scene: Scene, reader: Actor, asked: FeedAsked = WHOLE, now: datetime.datetime = NOW + 30 * DAY) -> SearchFeed:
    with scene.database.transaction() as session:
        return read_search_feed(session, reader, asked, now=now)


def cases(found: SearchFeed) -> list[uuid.UUID]:
    return [one.search.case_id for one in found.searches]


def test_only_what_was_opened_by_name_is_there(scene: Scene, reader: Actor) -> None:
    assert reader.organisation_id is not None
    case = opened(scene, reader)
    refused, networked, _ = (scene.file(sought(NAME, number)) for number in (1, 2, 3))
    give(scene.database, refused, no_to(one(reader.organisation_id)))
    give(scene.database, networked, yes_to(SHELTERS))
    assert cases(feed(scene, reader)) == [case.case_id]
    assert cases(feed(scene, scene.shelter)) == []


def test_what_is_taken_back_withdrawn_or_refused_is_not_there_any_more(scene: Scene, reader: Actor) -> None:
    assert reader.organisation_id is not None
    yes = yes_to(one(reader.organisation_id))
    first, second, third = (opened(scene, reader, number=number) for number in (1, 2, 3))
    take_back(scene.database, first, yes)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(second), WithdrawSearch(case_id=second.case_id), now=NOW)
    assert cases(feed(scene, reader)) == [third.case_id]
    give(scene.database, third, no_to(one(reader.organisation_id)))
    assert cases(feed(scene, reader)) == []


def test_it_is_read_from_a_day_on_and_by_pages(scene: Scene, reader: Actor) -> None:
    made = [opened(scene, reader, number=number, now=NOW + number * DAY).case_id for number in range(4)]
    assert cases(feed(scene, reader)) == made[::-1]
    assert cases(feed(scene, reader, FeedAsked(min_entry_date=NOW + 2 * DAY))) == made[2:]
    first = feed(scene, reader, FeedAsked(min_entry_date=NOW, max_results=3))
    assert (cases(first), first.more) == (made[:3], True)
    rest = feed(scene, reader, FeedAsked(min_entry_date=NOW, max_results=3, skip=3))
    assert (cases(rest), rest.more) == (made[3:], False)


def test_its_date_is_that_of_the_familys_last_word_or_of_its_yes(scene: Scene, reader: Actor) -> None:
    assert reader.organisation_id is not None
    case = scene.file(sought(NAME))
    give(scene.database, case, yes_to(one(reader.organisation_id)), now=NOW + DAY)
    (fed,) = feed(scene, reader).searches
    assert (fed.said_at, fed.entry_date) == (NOW, NOW + DAY)
    said = AmendSearch(case_id=case.case_id, sought=sought(NAME, 1).sought, identifiers=Identifiers(), filing=Filing())
    with scene.database.transaction() as session:
        amend_search(session, family_of(case), said, now=NOW + 2 * DAY)
    (fed,) = feed(scene, reader).searches
    assert (fed.said_at, fed.entry_date) == (NOW + 2 * DAY, NOW + 2 * DAY)
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW + 3 * DAY)
        reopen_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW + 4 * DAY)
    assert [one.entry_date for one in feed(scene, reader).searches] == [NOW + 4 * DAY]


@pytest.mark.parametrize("kind", [JudgementKind.POSITIVE, JudgementKind.NEGATIVE])
def test_it_is_the_same_bytes_whatever_was_found_proposed_or_decided(
    scene: Scene, reader: Actor, kind: JudgementKind
) -> None:
    opened(scene, reader)
    seen = [written(scene, reader)]
    scene.report(found("Tesfalem Kidanemariam"))
    scene.match(NOTHING)
    seen.append(written(scene, reader))
    with scene.database.transaction() as session:
        session.execute(update(Record).values(matched_version=0))
    scene.match(USUAL)
    seen.append(written(scene, reader))
    states = []
    for reviewer in scene.reviewers[:2]:
        states.append(decided(scene, reviewer, kind))
        seen.append(written(scene, reader))
    assert states[-1] is (ProposalState.AGREED if kind is JudgementKind.POSITIVE else ProposalState.RULED_OUT)
    assert len(set(seen)) == 1


def written(scene: Scene, reader: Actor) -> bytes:
    """The page as it goes out."""
    page = feed(scene, reader).searches
    assert len(page) == 1
    return pfif_document([person_of_search(one, "a.invented", today=NOW.date()) for one in page])


def decided(scene: Scene, reviewer: Actor, kind: JudgementKind) -> ProposalState:
    with scene.database.transaction() as session:
        proposal = session.scalars(select(MatchProposal)).one()
        command = JudgeProposal(
            proposal_id=proposal.id,
            seen_revision=proposal.revision,
            kind=kind,
            reasons=frozenset({JudgementReason.NAMES}),
        )
        judge(session, reviewer, command, now=NOW)
        return ProposalState(proposal.state)


def test_each_reading_is_written_down_and_counted(scene: Scene, reader: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened(scene, reader)
    feed(scene, reader)
    with scene.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "read_shared_search")).all()
    assert [entry.subject_id for entry in entries] == [str(case.case_id)]
    monkeypatch.setattr(search_feed, "SHARED", replace(SHARED, windows=(Window(1, HOUR),), at_once=1))
    opened(scene, reader, number=1)
    with pytest.raises(TooManyAttempts, match="shared_used"):
        feed(scene, reader)


@pytest.mark.parametrize("who", ["committee", "nobody"])
def test_nobody_else_reads_it(scene: Scene, who: str) -> None:
    actor = scene.reviewers[0] if who == "committee" else Actor(kind=ActorKind.OPERATOR, organisation_id=uuid.uuid4())
    with pytest.raises((AccessDenied, NotFound)):
        feed(scene, actor)
