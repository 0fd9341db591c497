"""A thousand tamperings of the audit and of the rows beside it: each is found, and it is said what and where."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from search.access import OPERATOR, Action, TokenScope
from search.accounts.access_requests import ProposeMember, propose_member
from search.accounts.api_tokens import NewToken, issue_token
from search.accounts.audit_chain import ROWS, record_act
from search.accounts.audit_walk import AuditVerdict, verify_chain
from search.accounts.organisations import DescribeOrganisation, describe_organisation
from search.accounts.wrong_sign_ins import tell_of_wrong_sign_ins
from search.commands import (
    EraseReport,
    JudgeDuplicate,
    JudgeProposal,
    OpenCard,
    RevealIdentifiers,
)
from search.erasing.erasing_reports import erase_report
from search.erasing.erasing_searches import erase_search
from search.models import (
    AuditEntry,
    AuditHead,
    Base,
    DuplicateProposal,
    Judgement,
    MatchProposal,
)
from search.records.anchored_rows import ANCHORED, row_name
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.judging_duplicates import judge_duplicate
from search.review.judging_proposals import judge
from search.storage.chain_heads import ChainHead
from search.storage.database import AUDIT_HEAD
from search.storage.head_file import HeadFile
from search.vocabulary import JudgementKind, ReportKind, StaffRole
from tests.search.accounts.tamperings import KINDS, Hand, Lived, numbers, put_back, unbind
from tests.search.consents_given import SHELTERS, give, take_back, yes_to
from tests.search.models.tables import table_of
from tests.search.scene import NOW, PEOPLE, Scene, erasing, family_of, found, sought
from tests.search.vouching import vouch_for_all

TAMPERINGS = 1000


@pytest.fixture
def lived(scene: Scene, tmp_path: Path) -> Lived:
    scene.database.head_file = HeadFile(tmp_path / "audit.head", scene.database.vault)
    vouch_for_all(scene.database)
    early = scene.database.head_file.read()
    assert early is not None
    live(scene)
    known = scene.database.head_file.read()
    assert known is not None
    return Lived(scene, known, early)


def test_a_registry_that_was_lived_in_is_whole(lived: Lived) -> None:
    verdict = verified(lived)
    assert (verdict.faults, verdict.first_bad) == ((), None)
    assert verdict.head == lived.known
    with lived.scene.database.reading() as session:
        counts = {table.__tablename__: len(session.scalars(select(table)).all()) for table in ANCHORED}
    assert {table for table, count in counts.items() if not count} == set()


def test_a_thousand_tamperings_are_all_found_without_a_head_on_paper(lived: Lived) -> None:
    draw, unseen = numbers(), []
    for number in range(TAMPERINGS):
        tamper = KINDS[number % len(KINDS)]
        with lived.scene.database.reading() as session:
            tamper(Hand(session, draw, lived))
            session.flush()
            session.expire_all()
            session.info.pop(AUDIT_HEAD, None)
            if verify_chain(session, known=lived.known).whole:
                unseen.append((number, tamper.__name__))
            session.rollback()
    assert unseen == []
    assert len(KINDS) > 25


@pytest.mark.parametrize("table", ANCHORED, ids=lambda table: table.__tablename__)
def test_of_each_kind_of_row_one_that_is_missing_changed_or_nobodys_is_named(lived: Lived, table: type[Base]) -> None:
    with lived.scene.database.reading() as session:
        rows = session.scalars(select(table)).all()
        name = row_name(rows[0])
        keys = [(key, getattr(rows[0], key.key)) for key in table_of(table).primary_key.columns]
        unbind(session)
        session.execute(delete(table).where(*(key == value for key, value in keys)))
        session.expire_all()
        assert ("row_missing", name) in told(session, lived)
        session.rollback()


def test_an_emptied_audit_is_found_even_with_no_head_kept_anywhere(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditHead).values(sequence=0, mac=bytes(32), signature=b""))
        session.expire_all()
        assert [fault.code for fault in verify_chain(session).faults] == ["head_unsigned"]


def test_a_head_of_the_beginning_that_was_kept_and_put_back_shows_in_the_rows_beside_it(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        put_back(Hand(session, numbers(), lived), lived.early)
        codes = {fault.code for fault in verify_chain(session).faults}
        assert codes == {"row_unknown"}
        assert [fault.code for fault in verify_chain(session, known=lived.known).faults] == ["chain_put_back"]


def test_a_chain_begun_anew_is_another_than_the_head_file_knows(lived: Lived) -> None:
    vault = lived.scene.database.vault
    forged = ChainHead("0" * 32, 0, b"")
    with lived.scene.database.reading() as session:
        session.execute(delete(AuditEntry))
        session.execute(
            update(AuditHead).values(sequence=0, chain_id=forged.chain_id, signature=forged.signature(vault))
        )
        session.expire_all()
        assert [fault.code for fault in verify_chain(session, known=lived.known).faults] == ["chain_is_another"]


def test_what_an_act_wrote_is_in_its_own_entry(lived: Lived) -> None:
    with lived.scene.database.reading() as session:
        details = session.scalars(select(AuditEntry.detail).where(AuditEntry.action == "judge")).all()
        judgements = {f"judgements {identifier}" for identifier in session.scalars(select(Judgement.id))}
    assert {len(detail[ROWS]) for detail in details} == {1}
    # Some judgements went with a search that was erased: theirs are the entries without a row.
    assert judgements
    assert judgements <= {anchor.rpartition(" ")[0] for detail in details for anchor in detail[ROWS]}


def let_in(scene: Scene) -> None:
    """Ask that somebody be let in, name who stands in for an officer, raise an alarm."""
    coordinator = replace(scene.reviewers[0], roles=frozenset({StaffRole.COORDINATOR}))
    with scene.database.transaction() as session:
        asked = ProposeMember(login="somebody.new", roles=frozenset({StaffRole.REVIEWER}))
        propose_member(session, coordinator, asked, now=NOW)
        described = DescribeOrganisation(name="Casa Invented", substitute="Morgue Invented")
        describe_organisation(session, OPERATOR, described, now=NOW)
        tell_of_wrong_sign_ins(session, identifier_of(scene), now=NOW)


def identifier_of(scene: Scene) -> uuid.UUID:
    assert scene.shelter.account_id is not None
    return scene.shelter.account_id


def live(scene: Scene) -> None:
    """File, allow, compare, read, judge, ask, erase."""
    reader = scene.reviewers[0]
    cases = [scene.file(sought(PEOPLE[0][0], n // 2)) for n in range(3)]
    reports = [scene.report(found(PEOPLE[0][1], n, sender_number=f"S{n}")).report_id for n in range(3)]
    bodies = [
        scene.report(found("Nobody", 40 + n, ReportKind.MORTUARY, sender_number=f"B{n}"), scene.mortuary).report_id
        for n in range(2)
    ]
    scene.match()
    with scene.database.transaction() as session:
        issue_token(session, OPERATOR, "Casa Invented", NewToken(name="x", scopes=frozenset(TokenScope)), now=NOW)
        proposals = session.scalars(
            select(MatchProposal.id).order_by(MatchProposal.request_number, MatchProposal.report_number)
        ).all()
        duplicate = session.scalars(
            select(DuplicateProposal.id).order_by(DuplicateProposal.first_number, DuplicateProposal.second_number)
        ).first()
    assert duplicate is not None
    let_in(scene)
    for proposal in proposals[:3]:
        with scene.database.transaction() as session:
            seen = open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW).revision
            reveal_identifiers(session, reader, RevealIdentifiers(proposal_id=proposal, reason="to call her"), now=NOW)
            command = JudgeProposal(proposal_id=proposal, seen_revision=seen, kind=JudgementKind.POSITIVE, words="yes")
            judge(session, reader, command, now=NOW)
    with scene.database.transaction() as session:
        answer = JudgeDuplicate(duplicate_id=duplicate, seen_revision=1, kind=JudgementKind.UNSURE)
        judge_duplicate(session, reader, answer, now=NOW)
    for case in cases:
        give(scene.database, case, yes_to(SHELTERS))
    take_back(scene.database, cases[0], yes_to(SHELTERS))
    with scene.database.transaction() as session:
        for report in bodies:
            number = f"B{bodies.index(report)}"
            erase_report(session, scene.mortuary, EraseReport(report_id=report, typed=number), now=NOW)
        erase_report(session, scene.shelter, EraseReport(report_id=reports[2], typed="S2"), now=NOW)
        erase_search(session, family_of(cases[2]), erasing(session, cases[2]), now=NOW)
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)


def verified(lived: Lived) -> AuditVerdict:
    with lived.scene.database.reading() as session:
        return verify_chain(session, known=lived.known)


def told(session: Session, lived: Lived) -> set[tuple[str, str]]:
    return {(fault.code, fault.place) for fault in verify_chain(session, known=lived.known).faults}
