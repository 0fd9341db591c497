"""What every portal of a process shares, and the one way from a view into a service."""

import datetime
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from flask import current_app, request

from i18n.offered_languages import require_languages
from search.access import Actor
from search.accounts.code_attempts import CodeAttempts
from search.accounts.hashing_queue import HashingQueue
from search.accounts.head_check import require_head
from search.accounts.master_key_check import require_own_keys
from search.accounts.source_marks import SourceMarks
from search.accounts.words_ahead import WordsAhead
from search.accounts.wrong_sign_ins import WrongSignIns
from search.confined.confinement import Confinement
from search.files.information_pages import Information, InformationShelf
from search.filing.draft_room import DraftKind, DraftRoom, WritingPace
from search.filing.drafting import KEPT_FOR, Keeping
from search.filing.filing_quota import FilingQuota
from search.records.installed_engine import engine_files, load_engine
from search.records.record_erasure import TABLES
from search.settings import Settings, load_vault
from search.storage.database import Database
from search.storage.encryption import Vault
from search.storage.head_file import HeadFile
from web.photos_in_hand import PhotosInHand
from web.session_cookies import current_actor

P = ParamSpec("P")
T = TypeVar("T")

_KEY = "ovillo"


def utc_now() -> datetime.datetime:
    """This moment, aware, in UTC."""
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One set per process: configuration, storage with its engine, keys, clock, and whose turn it is to sign in."""

    settings: Settings
    database: Database
    vault: Vault
    clock: Callable[[], datetime.datetime] = utc_now
    wrong_sign_ins: WrongSignIns = field(default_factory=WrongSignIns)
    wrong_proofs: WrongSignIns = field(default_factory=WrongSignIns)
    code_attempts: CodeAttempts = field(default_factory=CodeAttempts)
    hashing: HashingQueue = field(default_factory=HashingQueue)
    words_ahead: WordsAhead = field(default_factory=WordsAhead)
    marks: SourceMarks = field(default_factory=SourceMarks)
    pace: WritingPace = field(default_factory=WritingPace)
    photos_in_hand: PhotosInHand = field(default_factory=PhotosInHand)
    batches_in_hand: PhotosInHand = field(default_factory=PhotosInHand)
    shelf: InformationShelf = field(default_factory=InformationShelf)

    @property
    def information(self) -> Information:
        """What the operator's own pages say now."""
        return self.shelf.pages(self.settings.information, self.clock())

    @property
    def draft_room(self) -> DraftRoom:
        """How much anybody may leave here half done."""
        chosen = self.settings
        room = DraftRoom(number=chosen.drafts, size=chosen.draft_megabytes * 1024 * 1024)
        return room.when_low() if chosen.disk_is_low else room

    @property
    def filing_quota(self) -> FilingQuota:
        """How much anybody may file in an hour."""
        chosen = self.settings
        return FilingQuota(chosen.filings_of_a_network, chosen.filings_an_hour, low=chosen.disk_is_low)

    @property
    def confinement(self) -> Confinement:
        """Whatever a stranger sent is read, understood or decoded there, outside any transaction."""
        return self.settings.confinement


def open_context(settings: Settings) -> Context:
    """Opens what a process shares; the database must have been migrated.

    Refuses to without its languages, and with a database that was made with other keys.
    """
    require_languages(settings.default_language)
    vault = load_vault(settings)
    database = Database.open(settings.url, vault, load_engine(engine_files(settings)))
    require_own_keys(database)
    settings.head_path.parent.mkdir(parents=True, exist_ok=True)
    database.head_file = HeadFile(settings.head_path, vault)
    require_head(database)
    return Context(settings=settings, database=database, vault=vault)


def bind(extensions: dict[str, Any], context: Context) -> None:
    """Hands the context to an application's extensions."""
    extensions[_KEY] = context


def shared() -> Context:
    """The context of the application that answers this request."""
    return cast("Context", current_app.extensions[_KEY])


def now() -> datetime.datetime:
    """The time by the portal's clock, aware, in UTC."""
    return shared().clock()


def scrub(tables: Sequence[str] = TABLES) -> None:
    """Gets what was just erased out of the database's files; the worker tries again what somebody's reading holds."""
    shared().database.scrub(tables)


def visitor_mark() -> int:
    """From which network this request comes, as a mark that says nothing else and outlives no process."""
    return shared().marks.mark(request.remote_addr or "", now())


def _room() -> DraftRoom:
    """How much this visitor may keep now: short drafts alone while they pour in."""
    room, size = shared().draft_room, request.content_length or 0
    return room.when_busy() if shared().pace.is_busy(size, now().timestamp()) else room


def keeping(
    kind: DraftKind | None = None, lasts: datetime.timedelta = KEPT_FOR, *, case_id: uuid.UUID | None = None
) -> Keeping:
    """How a draft of this visitor is kept."""
    return Keeping(lasts=lasts, kind=kind, source_mark=visitor_mark(), room=_room(), case_id=case_id)


def look(service: Callable[Concatenate[Any, Actor, P], T], *arguments: P.args, **named: P.kwargs) -> T:
    """Carries out a service that only reads, as whoever is signed in: nobody who writes waits for it."""
    with shared().database.reading() as session:
        return service(session, current_actor(), *arguments, **named)


def act(service: Callable[Concatenate[Any, Actor, P], T], *arguments: P.args, **named: P.kwargs) -> T:
    """Carries out a service as whoever is signed in, in one transaction: `act(read_case, case_id, now=now())`."""
    with shared().database.transaction() as session:
        return service(session, current_actor(), *arguments, **named)
