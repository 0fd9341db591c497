"""A registry of which one record of each kind can be erased, with a word in it that then must be nowhere."""

import dataclasses
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.record import PersonName
from search.access import OPERATOR, Actor, TokenScope
from search.accounts.api_tokens import NewToken, issue_token
from search.accounts.sessions import open_family_session, open_staff_session
from search.commands import (
    EraseReport,
    ImportSheet,
    JudgeDuplicate,
    JudgeProposal,
    OpenCard,
    OpenGroup,
    RegisterSearch,
    ReportFound,
    RevealIdentifiers,
)
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.documents import Contact, Filing, PostMortem, Whereabouts
from search.erasing.erasing_reports import erase_report
from search.erasing.erasing_searches import erase_search
from search.filing.drafting import save_draft
from search.filing.sheet_storing import import_sheet
from search.models import (
    Account,
    DuplicateJudgement,
    DuplicateProposal,
    ImportBatch,
    Judgement,
    MatchProposal,
    Photo,
    Record,
    RecordKey,
    SearchRequest,
)
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.group_view import open_group
from search.review.judging_duplicates import judge_duplicate
from search.review.judging_proposals import judge
from search.summaries import CaseFiled
from search.vocabulary import ContactKind, JudgementKind, JudgementReason, ReportKind
from tests.fixtures.portals import NOW
from tests.search.scene import PEOPLE, Scene, erasing, family_of, found, sought
from web.access_rows import Access, Who
from web.access_table import ACCESS
from web.context import Context
from web.session_cookies import TOKEN
from wsgi import compose

# One invented word a record, in everything that it says.
SEARCH, LIVING, BODY = "Zwarnivok", "Quelbrantu", "Drumhoxle"
SHEET = ImportSheet(filename="people.csv", content=b"Case number;Name;Sex\nX1;Hiwet Abraha;f\n")
PREFIX = {"family": "", "partner": "/partner", "committee": "/committee", "api": "/api"}
_VARIABLE = re.compile(r"<(?:(\w+):)?(\w+)>")
ANYTHING = NewToken(name="anything", scopes=frozenset(TokenScope))


@dataclass
class World:
    """What is known of the registry from before anything was erased; `ids` are those of every row that pages show."""

    context: Context
    scene: Scene
    cases: dict[str, CaseFiled] = field(default_factory=dict)
    reports: dict[str, uuid.UUID] = field(default_factory=dict)
    ids: tuple[uuid.UUID, ...] = ()
    tokens: dict[Who, str] = field(default_factory=dict)

    def erase(self, word: str) -> None:
        """As whoever may erase it."""
        with self.context.database.transaction() as session:
            if word in self.cases:
                case = self.cases[word]
                erase_search(session, family_of(case), erasing(session, case), now=NOW)
                return
            number = f"{word}-1"
            owners = [self.scene.shelter] if word == LIVING else [self.scene.mortuary, self._colleague(session)]
            for actor in owners:
                erase_report(session, actor, EraseReport(report_id=self.reports[word], typed=number), now=NOW)

    def destroy_key(self, word: str) -> None:
        """As somebody with a statement of SQL."""
        identifier = self.cases[word].case_id if word in self.cases else self.reports[word]
        with self.context.database.transaction() as session:
            number = session.scalars(select(Record.number).where(Record.id == identifier)).one()
            session.delete(session.get_one(RecordKey, number))

    def _colleague(self, session: Session) -> Actor:
        mine = self.scene.mortuary.organisation_id
        account = Account(id=uuid.uuid4(), organisation_id=mine, role="partner", login="colleague", password_hash="")
        session.add(account)
        session.flush()
        return dataclasses.replace(self.scene.mortuary, account_id=account.id)

    def answers(self) -> Iterator[tuple[str, int, bytes]]:
        """Every address that is only read, with everything that can stand in it: where, status, body."""
        applications = _applications(self.context)
        for row in ACCESS:
            if row.method == "GET" and not row.rule.startswith("/static/"):
                for place in sorted(self._places(row)):
                    client = self._client(applications[row.portal], row)
                    headers = {"Authorization": f"Bearer {self.tokens[Who.TOKEN]}"} if row.who is Who.TOKEN else {}
                    base = f"http://localhost{PREFIX[row.portal]}"
                    answer = client.get(place, base_url=base, headers=headers)
                    yield f"{row.portal} {place}", answer.status_code, answer.data

    def _client(self, application: Flask, row: Access) -> FlaskClient:
        client = application.test_client()
        if row.who in self.tokens and row.who is not Who.TOKEN:
            with client.session_transaction(base_url=f"http://localhost{PREFIX[row.portal]}") as cookie:
                cookie[TOKEN] = self.tokens[row.who]
        return client

    def _places(self, row: Access) -> set[str]:
        """The address with each id that there ever was in the place of its variables."""
        variables = _VARIABLE.findall(row.rule)
        if not variables:
            return {row.rule, f"{row.rule}?page=2&settled=1&tab=agreed"}
        values = self.ids if all(kind == "uuid" for kind, _ in variables) else ("names", "review", "living", "body")
        return {_VARIABLE.sub(str(value), row.rule) for value in values}


def make_world(context: Context, scene: Scene, folder: Path) -> World:
    """Searches and reports that are compared, judged, revealed; two of everything, so that lists are not empty."""
    world = World(context, scene)
    for word, number in ((SEARCH, 0), ("Kept", 0), ("Other", 1)):
        world.cases[word] = scene.file(_search(word, PEOPLE[number][0], number))
    for word, number in ((LIVING, 0), ("Stays", 0)):
        world.reports[word] = scene.report(_living(word, PEOPLE[number][1], number)).report_id
    world.reports[BODY] = scene.report(_body(BODY, PEOPLE[0][1]), scene.mortuary).report_id
    scene.match()
    _review(world)
    import_sheet(context.database, Confinement(Slots(folder)), scene.shelter, SHEET, clock=lambda: NOW)
    with context.database.transaction() as session:
        save_draft(session, family_of(world.cases[SEARCH]), None, SEARCH.encode(), now=NOW)
        world.ids = tuple(
            identifier
            for table in (Record, MatchProposal, DuplicateProposal, Judgement, DuplicateJudgement, ImportBatch, Photo)
            for identifier in session.scalars(select(table.id))
        )
        world.tokens = _tokens(session, scene, world.cases["Kept"])
    return world


def _search(word: str, name: str, number: int) -> RegisterSearch:
    command = sought(name, number, earlier_reference=f"{word}-0", idempotency_key=f"{word} key")
    person = dataclasses.replace(
        command.sought, names=(*command.sought.names, PersonName(word)), words=f"the words {word}"
    )
    contact = Contact(kind=ContactKind.PHONE, value=f"{word} phone")
    filing = Filing(enquirer_names=(PersonName(f"Mother {word}"),), contacts=(contact,), control_facts=(word,))
    return dataclasses.replace(command, sought=person, filing=filing)


def _living(word: str, name: str, number: int) -> ReportFound:
    command = found(name, number, sender_number=f"{word}-1", whereabouts=Whereabouts(condition=word))
    person = dataclasses.replace(command.found, names=(*command.found.names, PersonName(word)), words=word)
    return dataclasses.replace(command, found=person)


def _body(word: str, name: str) -> ReportFound:
    command = found(name, 0, kind=ReportKind.MORTUARY, sender_number=f"{word}-1", post_mortem=PostMortem(cause=word))
    person = dataclasses.replace(command.found, names=(*command.found.names, PersonName(word)), words=word)
    return dataclasses.replace(command, found=person)


def _review(world: World) -> None:
    """Everything is opened; some of it judged, so that there is something in every tab."""
    scene = world.scene
    with world.context.database.reading() as session:
        proposals = session.scalars(select(MatchProposal.id).order_by(MatchProposal.id)).all()
        duplicates = session.scalars(select(DuplicateProposal.id)).all()
    assert len(proposals) >= 4
    assert duplicates
    kinds = (JudgementKind.POSITIVE, JudgementKind.NEGATIVE, JudgementKind.UNSURE)
    for place, proposal in enumerate(proposals):
        with world.context.database.transaction() as session:
            reader = scene.reviewers[0]
            seen = open_card(session, reader, OpenCard(proposal_id=proposal), now=NOW).revision
            open_group(session, reader, OpenGroup(proposal_id=proposal), now=NOW)
            reason = f"{SEARCH} {LIVING} {BODY} reason"
            reveal_identifiers(session, reader, RevealIdentifiers(proposal_id=proposal, reason=reason), now=NOW)
            words = f"{SEARCH} {LIVING} {BODY} words"
            kind = kinds[place % len(kinds)]
            command = JudgeProposal(
                proposal_id=proposal,
                seen_revision=seen,
                kind=kind,
                reasons=frozenset({JudgementReason.NAMES}),
                words=words,
            )
            judge(session, reader, command, now=NOW)
    with world.context.database.transaction() as session:
        answer = JudgeDuplicate(duplicate_id=duplicates[0], seen_revision=1, kind=JudgementKind.POSITIVE)
        judge_duplicate(session, scene.reviewers[0], answer, now=NOW)


def _tokens(session: Session, scene: Scene, case: CaseFiled) -> dict[Who, str]:
    request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
    reviewer = session.get_one(Account, scene.reviewers[1].account_id)
    clerk = session.get_one(Account, scene.shelter.account_id)
    family = open_family_session(session, request, now=NOW).token
    return {
        Who.FAMILY: family,
        Who.OF_CASE: family,
        Who.REVIEWER: open_staff_session(session, reviewer, now=NOW).token,
        Who.PARTNER: open_staff_session(session, clerk, now=NOW).token,
        Who.TOKEN: issue_token(session, OPERATOR, "Casa Invented", ANYTHING, now=NOW),
    }


def _applications(context: Context) -> dict[str, Flask]:
    composed = compose(context)
    mounted = {prefix.strip("/"): app for prefix, app in composed.mounts.items()}
    return {name: app for name, app in {"family": composed.app, **mounted}.items() if isinstance(app, Flask)}
