"""A world in which one family searches, copied for each outcome, and all that the family's side sees of it by day."""

import datetime
import re
import shutil
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from matching import Engine
from search.access import Actor
from search.accounts.organisations import find_or_add_organisation
from search.accounts.sessions import open_family_session
from search.asking.adapters.adapter import Message
from search.asking.due_work import DueWork
from search.asking.notice_choosing import choose_notices
from search.asking_commands import ChooseNotices
from search.models import FoundReport, MatchProposal, SearchRequest
from search.settings import Settings
from search.storage.database import Database
from search.storage.encryption import Vault
from search.summaries import CaseFiled
from search.vocabulary import NoticeChannel, NoticeHours, OrganisationKind, ReportKind, StaffRole
from tests.fixtures.outcomes import NOTHING
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from tests.search.approaching.met_people import belongs_to_no_state, coordinator, member
from tests.search.consents_given import DIGEST, FORENSIC, NAMING, SHELTERS, give, one, yes_to
from tests.search.scene import NOW, Scene, family_of, found, make_scene, sought
from web.access_family import FAMILY
from web.access_rows import Who
from web.committee import create_committee
from web.context import Context
from web.family import create_family
from web.session_cookies import TOKEN

NAME = "Tesfalem Kidanemariam"
# Everything of its own case that a family can open, by the table of addresses: a page that is added is looked at too.
PAGES = tuple(
    row.rule
    for row in FAMILY
    if row.who in {Who.FAMILY, Who.OF_CASE} and row.method == "GET" and re.fullmatch(r"/case[^<]*", row.rule)
)
_NEW_EACH_TIME = re.compile(rb'name="(?:csrf_token|whose|form_key)" value="[^"]*"')
# Which questions stand in a slot differs by chance alone; how many they are, and where, does not.
_WORDS_OF_QUESTIONS = re.compile(rb'<fieldset class="field.*?</fieldset>|<dt>.*?</dd>|"question": "[a-z_]*"', re.DOTALL)

Seen = dict[tuple[int, str], bytes]
Act = Callable[["World"], None]


@dataclass(frozen=True, slots=True)
class People:
    """Whoever acts beside the readers: one coordinator, whoever asks and whoever protects, and a forensic service."""

    coordinator: Actor
    asker: Actor
    officer: Actor
    second_officer: Actor
    service_id: uuid.UUID
    examiner: Actor


class Sent:
    """Keeps the notices that left, in the place of a server."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def send(self, message: Message) -> None:
        """Keep one."""
        self.messages.append(message)


@dataclass
class World:
    """One registry with its clock: a family that searches, and two reports that may be about the same person."""

    scene: Scene
    context: Context
    case: CaseFiled
    people: People
    hands: list[datetime.datetime]

    @property
    def now(self) -> datetime.datetime:
        """This moment."""
        return self.hands[0]

    def at(self, day: int, hour: float = 0.0) -> None:
        """Put the clock to a moment of a day."""
        self.hands[0] = NOW + datetime.timedelta(days=day, hours=hour)

    def pair(self, kind: ReportKind) -> uuid.UUID:
        """The pair of the search with the report of somebody living, or of a body."""
        asked = select(MatchProposal.id).join(FoundReport, FoundReport.number == MatchProposal.report_number)
        with self.scene.database.reading() as session:
            return session.scalars(asked.where(FoundReport.kind == kind.value)).one()


def first_world(folder: Path, file: Path, vault: Vault) -> World:
    """The world before anything is proposed: filed, reported and compared with nothing to show for it."""
    world = _opened(shutil.copy(file, folder / "first.sqlite"), vault, None)
    scene = world.scene
    give(scene.database, world.case, yes_to(SHELTERS, NAMING))
    give(scene.database, world.case, yes_to(one(world.people.service_id), FORENSIC))
    scene.report(found(NAME))
    scene.report(found(NAME, 1, ReportKind.MORTUARY), actor=scene.mortuary)
    _wants_notices(world)
    scene.match(NOTHING)
    # What is still in the log beside the file would not be copied.
    scene.database.close()
    return world


def copy_of(world: World, folder: Path, name: str, vault: Vault) -> World:
    """The same world once more, on its own."""
    path = shutil.copy(str(world.scene.database.engine.url.database), folder / f"{name}.sqlite")
    return _opened(path, vault, world)


def _opened(path: Path | str, vault: Vault, like: World | None) -> World:
    database = Database.open(f"sqlite:///{path}", vault, Engine.load())
    scene = replace(like.scene, database=database) if like else make_scene(database)
    hands = [NOW]
    settings = Settings(demonstration=True, var=Path(path).parent / "var")
    context = Context(settings=settings, database=database, vault=vault, clock=lambda: hands[0])
    case = like.case if like else scene.file(sought(NAME))
    return World(scene, context, case, like.people if like else everybody_else(scene), hands)


def _wants_notices(world: World) -> None:
    """The family wants to be told when questions come."""
    command = ChooseNotices(
        case_id=world.case.case_id,
        channel=NoticeChannel.EMAIL,
        address="mother@example.org",
        hours=NoticeHours.ANY,
        utc_hours=0,
        language="en",
        text_digest=DIGEST,
    )
    with world.scene.database.transaction() as session:
        choose_notices(session, family_of(world.case), command, now=NOW)


def everybody_else(scene: Scene) -> People:
    """Whoever acts beside the readers is there."""
    belongs_to_no_state(scene, scene.shelter_id)
    with scene.database.transaction() as session:
        forensic = OrganisationKind.FORENSIC
        service_id = find_or_add_organisation(session, "Forensic Invented", forensic).id
    belongs_to_no_state(scene, service_id)
    officers = [member(scene, scene.shelter_id, StaffRole.PROTECTION_OFFICER) for _ in range(2)]
    return People(
        coordinator=coordinator(scene),
        asker=member(scene, scene.shelter_id, StaffRole.INTERMEDIARY),
        officer=officers[0],
        second_officer=officers[1],
        service_id=service_id,
        examiner=member(scene, service_id, StaffRole.REPORTER),
    )


def lived(world: World, acts: Mapping[int, Act], days: Sequence[int]) -> Seen:
    """What the family's side sees on these days, while staff act on theirs; whatever is due in between is done."""
    family, committee = create_family(world.context), create_committee(world.context)
    sent = Sent()
    seen: Seen = {}
    due = DueWork(world.scene.database, lambda: world.now, {NoticeChannel.EMAIL: sent})
    # Every day, so that the worker is there on the same days in every world.
    for day in range(max(*days, *acts) + 1):
        world.at(day)
        if day in acts:
            acts[day](world)
        # Longer than any act waits, so that what follows from one would show.
        world.at(day, 3)
        due.all_due()
        if day in days:
            seen |= {(day, page): shown for page, shown in _looked_at(world, family).items()}
            seen[day, "account"] = _account(world, committee)
            seen[day, "notices"] = repr(sent.messages).encode()
    world.scene.database.close()
    return seen


def _looked_at(world: World, family: Flask) -> dict[str, bytes]:
    """Every page of the family's own, opened anew."""
    visitor = opened_case(world, family)
    return {page: _same_words(visitor.client.get(page)) for page in PAGES}


def opened_case(world: World, family: Flask) -> Visitor:
    """The family at its search, by a door opened from inside."""
    visitor = Visitor(family.test_client())
    with world.scene.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == world.case.case_id)).one()
        token = open_family_session(session, request, now=world.now).token
    with visitor.client.session_transaction() as cookie:
        cookie[TOKEN] = token
    return visitor


def _account(world: World, committee: Flask) -> bytes:
    """The account of readings as the committee prints it for the family."""
    reader = signed_in(world.context, committee, "/committee", "person3", now=world.now)
    reader.goes_to("/readings")
    return _same_words(reader.sends("/readings", {"reference": world.case.reference}))


def _same_words(answer: TestResponse) -> bytes:
    """Status and bytes of an answer, without what is new each time and without the words of questions."""
    page = _NEW_EACH_TIME.sub(b"", answer.data)
    return f"{answer.status} {answer.headers.get('Location', '')}\n".encode() + _WORDS_OF_QUESTIONS.sub(b"?", page)
