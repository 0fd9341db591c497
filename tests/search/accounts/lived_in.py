"""A registry that is lived in: each kind of row that the audit vouches for is written, some are changed, some go."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import Table, select

from search.access import OPERATOR, WORKER, Action, TokenScope
from search.accounts.access_requests import ProposeMember, propose_member
from search.accounts.api_tokens import NewToken, issue_token
from search.accounts.audit_chain import record_act
from search.accounts.new_family_words import issue_words, prepare_words
from search.accounts.organisations import DescribeOrganisation, describe_organisation
from search.accounts.second_factor import give_recovery_codes
from search.accounts.wrong_sign_ins import tell_of_wrong_sign_ins
from search.casework.talks import record_talk
from search.casework_commands import AnswerClaim, RecordClaim, RecordTalk
from search.commands import (
    Again,
    AmendSearch,
    EraseReport,
    JudgeDuplicate,
    JudgeProposal,
    OpenCard,
    RevealIdentifiers,
)
from search.erasing.erasing_reports import erase_report
from search.erasing.erasing_searches import erase_search
from search.filing import sheet_storing
from search.filing.importing_sheets import question_of, sheet_sender
from search.filing.record_photos import remove_photo
from search.filing.registering_searches import amend_search
from search.filing.sheet_storing import SheetStoring
from search.models import (
    Account,
    Base,
    DuplicateProposal,
    ErasedMark,
    FoundReport,
    MatchProposal,
    Record,
    RecordKey,
    ReportRevision,
    SearchRequest,
    Section,
)
from search.proposing.setting_aside import set_aside
from search.proposing.setting_aside import take_back as try_at_once
from search.records.vouched_tables import ANCHORED
from search.review.card import open_card
from search.review.claim_checking import open_control_fact, record_claim
from search.review.contacts_reveal import reveal_identifiers
from search.review.judging_duplicates import judge_duplicate
from search.review.judging_proposals import judge
from search.sheets.sheet_understanding import understand
from search.storage.chain_heads import ChainHead
from search.storage.database import Database
from search.storage.head_file import HeadFile
from search.summaries import CaseFiled
from search.vocabulary import ClaimKind, JudgementKind, JudgementReason, ReportKind, StaffRole
from tests.search.accounts.invented_rows import write_what_is_missing
from tests.search.consents_given import SHELTERS, give, take_back, yes_to
from tests.search.filing.test_importing_sheets import MARIAME, TESFALEM, WILMAR, command
from tests.search.models.tables import table_of
from tests.search.photos.kept_photos import add, photo_for
from tests.search.scene import NOW, PEOPLE, Scene, erasing, family_of, found, sought
from tests.search.vouching import vouch_for_all

# Tables whose rows verifying reads, each but for the chain itself.
_MODELS: tuple[type[Base], ...] = (Record, *ANCHORED, RecordKey, Section, ReportRevision, ErasedMark)
READ: tuple[Table, ...] = tuple(table_of(model) for model in _MODELS)
Rows = Mapping[Table, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True)
class Lived:
    """A registry in which every kind of row was written; the head that its file knows; heads and rows of before.

    `early` is the head of its first day, `halfway` all rows as they were when half of it had happened.
    """

    scene: Scene
    known: ChainHead
    early: ChainHead
    halfway: Rows


def lived_in(scene: Scene, head_file: HeadFile, monkeypatch: pytest.MonkeyPatch) -> Lived:
    """Live in a registry, from its first day on."""
    scene.database.head_file = head_file
    vouch_for_all(scene.database)
    early = head_file.read()
    halfway = live(scene, monkeypatch)
    known = head_file.read()
    assert early is not None
    assert known is not None
    return Lived(scene, known, early, halfway)


def all_rows(database: Database) -> Rows:
    """Every row that verifying reads, as it is now."""
    with database.reading() as session:
        return {table: [dict(row._mapping) for row in session.execute(select(table))] for table in READ}


def live(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Rows:
    """File, allow, compare, read, judge, ask; then change one's mind, and erase."""
    cases = [scene.file(sought(PEOPLE[0][0], n // 2)) for n in range(3)]
    reports = [scene.report(found(PEOPLE[0][1], n, sender_number=f"S{n}")).report_id for n in range(3)]
    bodies = [
        scene.report(found("Nobody", 40 + n, ReportKind.MORTUARY, sender_number=f"B{n}"), scene.mortuary).report_id
        for n in range(2)
    ]
    send(scene, monkeypatch, TESFALEM, WILMAR, MARIAME)
    photos = [add(scene, family_of(cases[0]), photo_for(cases[0].case_id, number=n)) for n in range(3)]
    scene.match()
    let_in(scene)
    read_and_judge(scene)
    ask_who_asks(scene, cases[0])
    for case in cases:
        give(scene.database, case, yes_to(SHELTERS))
    put_aside(scene)
    write_the_rest(scene, cases[0].case_id, reports[0])
    halfway = all_rows(scene.database)
    take_back(scene.database, cases[0], yes_to(SHELTERS))
    change_minds(scene, cases[0], photos[0])
    send(scene, monkeypatch, [*TESFALEM[:7], "scar on the left arm"], WILMAR)
    scene.match()
    put_aside(scene)
    with scene.database.transaction() as session:
        for report in bodies:
            number = f"B{bodies.index(report)}"
            erase_report(session, scene.mortuary, EraseReport(report_id=report, typed=number), now=NOW)
        erase_report(session, scene.shelter, EraseReport(report_id=reports[2], typed="S2"), now=NOW)
        erase_search(session, family_of(cases[2]), erasing(session, cases[2]), now=NOW)
        record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)
    return halfway


def send(scene: Scene, monkeypatch: pytest.MonkeyPatch, *rows: list[str]) -> None:
    """An organisation sends a sheet that is large enough to be stored in parts."""
    with monkeypatch.context() as patched:
        patched.setattr(sheet_storing, "_AT_ONCE", 1)
        with scene.database.reading() as session:
            sender = sheet_sender(session, scene.shelter)
        reading = understand(question_of(sender, command(*rows), today=NOW.date()))
        SheetStoring(scene.database, lambda: NOW).store(scene.shelter, reading, len(rows))


def let_in(scene: Scene) -> None:
    """Ask that somebody be let in, name who stands in for an officer, raise an alarm, give codes and a token."""
    coordinator = replace(scene.reviewers[0], roles=frozenset({StaffRole.COORDINATOR}))
    clerk = scene.shelter.account_id
    assert clerk is not None
    with scene.database.transaction() as session:
        asked = ProposeMember(login="somebody.new", roles=frozenset({StaffRole.REVIEWER}))
        propose_member(session, coordinator, asked, now=NOW)
        described = DescribeOrganisation(name="Casa Invented", substitute="Morgue Invented")
        describe_organisation(session, OPERATOR, described, now=NOW)
        tell_of_wrong_sign_ins(session, clerk, now=NOW)
        issue_token(session, OPERATOR, "Casa Invented", NewToken(name="x", scopes=frozenset(TokenScope)), now=NOW)
        new_codes(scene, session)


def new_codes(scene: Scene, session: Any) -> None:
    """New recovery codes for a clerk."""
    account = session.get_one(Account, scene.shelter.account_id)
    give_recovery_codes(session, account)
    record_act(session, OPERATOR, Action.MANAGE_ACCOUNTS, subject=("account", account.id), now=NOW)


def read_and_judge(scene: Scene) -> None:
    """Read three pairs and answer, and one that may be one person twice."""
    reader = scene.reviewers[0]
    with scene.database.reading() as session:
        ordered = select(MatchProposal.id).order_by(MatchProposal.request_number, MatchProposal.report_number)
        proposals = session.scalars(ordered).all()
        duplicates = select(DuplicateProposal.id)
        duplicate = session.scalars(
            duplicates.order_by(DuplicateProposal.first_number, DuplicateProposal.second_number)
        ).first()
    assert duplicate is not None
    for proposal in proposals[:3]:
        with scene.database.transaction() as session:
            seen = open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW).revision
            reveal_identifiers(session, reader, RevealIdentifiers(proposal_id=proposal, reason="to call her"), now=NOW)
            answer = JudgeProposal(
                proposal_id=proposal,
                seen_revision=seen,
                kind=JudgementKind.POSITIVE,
                reasons=frozenset({JudgementReason.NAMES}),
                words="yes",
            )
            judge(session, reader, answer, now=NOW)
    with scene.database.transaction() as session:
        unsure = JudgeDuplicate(duplicate_id=duplicate, seen_revision=1, kind=JudgementKind.UNSURE)
        judge_duplicate(session, reader, unsure, now=NOW)


def ask_who_asks(scene: Scene, case: CaseFiled) -> None:
    """Two talks with a family, and two claims that are checked."""
    reader = scene.reviewers[0]
    for day in (NOW.date(), NOW.date() - datetime.timedelta(days=1)):
        claim = RecordClaim(case_id=case.case_id, claim=ClaimKind.FAMILY, words="a man called and says he is her son")
        with scene.database.transaction() as session:
            record_talk(session, reader, RecordTalk(case_id=case.case_id, held_on=day, language="ti"), now=NOW)
            check = record_claim(session, reader, claim, now=NOW).check_id
            open_control_fact(session, reader, AnswerClaim(check_id=check, said="red"), now=NOW)


def write_the_rest(scene: Scene, case: uuid.UUID, report: uuid.UUID) -> None:
    """What follows an agreed pair, questions, letters and notices: a row each, of a pair that nobody erases here."""
    with scene.database.transaction() as session:
        asked = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case)).one()
        met = session.scalars(select(FoundReport.number).where(FoundReport.id == report)).one()
        pair = session.scalars(
            select(MatchProposal.id).where(MatchProposal.request_number == asked, MatchProposal.report_number == met)
        ).one()
        targets = {
            ("search_requests", "number"): asked,
            ("found_reports", "number"): met,
            ("match_proposals", "id"): pair,
            ("accounts", "id"): scene.reviewers[0].account_id,
            ("organisations", "id"): scene.committee,
        }
        write_what_is_missing(session, targets)


def put_aside(scene: Scene) -> None:
    """Two records cannot be compared for now; one of them can, later on."""
    with scene.database.transaction() as session:
        numbers = session.scalars(select(Record.number).order_by(Record.number)).all()[:2]
        set_aside(session, WORKER, numbers, ValueError(), engine_version="0", now=NOW)
        try_at_once(session, WORKER, numbers[0], now=NOW)


def change_minds(scene: Scene, case: CaseFiled, photo: uuid.UUID) -> None:
    """New words, another description, a photo less, other codes, a newer report."""
    newer = sought(PEOPLE[0][0], 7)
    amended = AmendSearch(case_id=case.case_id, sought=newer.sought, identifiers=newer.identifiers, filing=newer.filing)
    with scene.database.transaction() as session:
        issue_words(session, OPERATOR, case.reference, prepare_words("es"), now=NOW)
        amend_search(session, family_of(case), amended, now=NOW + datetime.timedelta(hours=1))
        remove_photo(session, family_of(case), photo, now=NOW)
        new_codes(scene, session)
    scene.report(found(PEOPLE[0][1], 3, sender_number="S1", again=Again.SAME))
