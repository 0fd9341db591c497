"""Every receiver at every door, over HTTP: refused before, then only what a yes opens, refused at the next read.

Receivers and doors are read from the code, so that a new one without a row here fails. The family answers on its own
pages, having read their text; what it filed carries markers for what is open to all, to forensic services, to nobody.
"""

import ast
import uuid
from collections.abc import Callable, Iterable

import pytest

from search.access import TokenScope
from search.consents import CHOSEN_BY_COUNTRY, Receiver, Standing, receivers_of
from search.vocabulary import MAY_REPORT, ConsentPurpose, Network, OrganisationKind, ReceiverKind, StaffRole, StateRun
from tests.architecture.source import name_of, parsed, python_files
from tests.search.photos.kept_photos import PICTURE
from tests.security.consent_world import FORENSIC_ALONE, NEVER, OPEN, Seen, World, make_world
from web.access_table import ACCESS
from web.context import Context

# Purpose, kind of organisation, whose it is, and the receiver; the id of an organisation is put in its place later.
Opening = tuple[ConsentPurpose, OrganisationKind, StateRun, Receiver]
ITSELF = uuid.UUID(int=1)
SHARING, NAMING, FORENSIC = ConsentPurpose.SHARING, ConsentPurpose.NAMING, ConsentPurpose.FORENSIC
PICTURE_AT = "/shared/<uuid:case_id>/photos/<uuid:photo_id>/picture.jpg"
LIST_ONLY = {("partner", "/shared")}
# What is copied into another registry is opened to a receiver by its name alone.
FEED = ("api", "/v1/pfif/persons")


def openings() -> list[Opening]:
    """Every receiver that decides about a kind of organisation, with the first belonging at which it does."""
    found: dict[tuple[ConsentPurpose, OrganisationKind, ReceiverKind], Opening] = {}
    for purpose in ConsentPurpose:
        for kind in OrganisationKind:
            for state_run in StateRun:
                standing = Standing(organisation_id=ITSELF, kind=kind, country="MX", state_run=state_run)
                for receiver in receivers_of(purpose, standing):
                    if receiver is not None:
                        found.setdefault((purpose, kind, receiver.kind), (purpose, kind, state_run, receiver))
    return list(found.values())


DOORS: dict[tuple[str, str], Callable[[World], Seen]] = {
    ("partner", "/shared"): lambda world: world.page("/shared"),
    ("partner", "/shared/<uuid:case_id>"): lambda world: world.page(f"/shared/{world.case.case_id}"),
    ("partner", PICTURE_AT): lambda world: world.page(_picture(world, world.photo)),
    ("partner", "/shared.csv"): lambda world: world.page("/shared.csv"),
    ("partner", "/shared.json"): lambda world: world.page("/shared.json"),
    ("api", "/v1/shared-searches"): lambda world: world.api("/v1/shared-searches"),
    ("api", "/v1/shared-searches/<uuid:case_id>"): lambda world: world.api(f"/v1/shared-searches/{world.case.case_id}"),
    FEED: lambda world: world.api("/v1/pfif/persons"),
    ("command", "shared export"): lambda world: world.exported(),
}
# What a committee reads on the card before it hands the reporter the search. Whether the reporter may tell a living
# person who is looking is not there: whoever names one organisation after the other would learn which it is.
ALLOWED_ON_CARD = {FORENSIC: "may be handed this search. The family allowed it"}
# Where answers are read to decide: each is behind a door above, or behind the card.
DECIDING = {
    "search/filing/shared_searches.py",
    "search/filing/shared_photos.py",
    "search/review/proposal_context.py",
}
# What follows an agreed pair: each act and each list asks anew, and is held by its own tests.
FOLLOWING = {
    "search/approaching/approach_rows.py",
    "search/approaching/forensic_working.py",
    "search/approaching/handover_rows.py",
    "search/approaching/starting.py",
    "search/approaching/waiting_list.py",
}


def test_every_door_that_the_code_has_is_tried() -> None:
    reading = {
        (row.portal, row.rule)
        for row in ACCESS
        if row.role is StaffRole.SHARED_READER or row.scope in (TokenScope.SHARED_READ, TokenScope.PFIF_READ)
    }
    assert {door for door in DOORS if door[0] != "command"} == reading
    assert set(_importers("search.records.consent_rows", {"answers_of", "numbers_shared_with"})) == DECIDING | FOLLOWING
    assert set(_importers("search.filing.shared_searches", {"export_shared_searches"})) == {
        "search/cli/shared_commands.py"
    }


def test_every_receiver_that_the_code_has_is_tried() -> None:
    tried = {(purpose, receiver.kind, receiver.code) for purpose, _, _, receiver in openings()}
    assert {code for _, kind, code in tried if kind is ReceiverKind.NETWORK} == {one.value for one in Network}
    assert {kind for _, kind, _ in tried} == set(ReceiverKind)
    assert {(purpose, CHOSEN_BY_COUNTRY[purpose], "MX") for purpose in ConsentPurpose} <= tried
    # Whoever can be answered about reports something, so that a card tells of each.
    assert [kind for _, kind, _, _ in openings() if not MAY_REPORT[kind]] == []


def _named(opening: Opening) -> str:
    purpose, kind, _, receiver = opening
    return f"{purpose}-{kind}-{receiver.kind}"


ON_BOTH = [one for one in openings() if one[3].kind in CHOSEN_BY_COUNTRY.values()]
TRIED = [
    *(pytest.param("sqlite", one, id=f"{_named(one)}-sqlite") for one in openings()),
    *(pytest.param("postgresql", one, id=f"{_named(one)}-postgresql", marks=pytest.mark.postgresql) for one in ON_BOTH),
]


@pytest.mark.parametrize(("engine_name", "opening"), TRIED)
def test_a_receiver_reads_at_each_door_what_it_may_and_only_while_it_may(context: Context, opening: Opening) -> None:
    purpose, kind, state_run, receiver = opening
    world = make_world(context, kind, state_run)
    if receiver.kind is ReceiverKind.ORGANISATION:
        receiver = Receiver(receiver.kind, world.organisation_id.hex)
    before = _through_every_door(world)
    assert _told(before) == set()
    world.answers(purpose, receiver, "yes")
    seen = _through_every_door(world)
    is_fed = purpose is SHARING and receiver.kind is ReceiverKind.ORGANISATION
    assert bool(seen[FEED].says(*OPEN)) is is_fed
    _holds_to(purpose, world, {door: one for door, one in seen.items() if door != FEED or is_fed})
    world.takes_back(purpose, receiver)
    assert _through_every_door(world) == before
    assert world.page(_card(world), world.committee).says(*ALLOWED_ON_CARD.values()) == set()
    world.answers(purpose, receiver, "yes")
    world.answers(purpose, receiver, "no")
    assert _through_every_door(world) == before


def _through_every_door(world: World) -> dict[tuple[str, str], Seen]:
    return {door: read(world) for door, read in DOORS.items()}


def _told(seen: dict[tuple[str, str], Seen]) -> set[str]:
    """What of the search came through, a picture included."""
    everything = {marker for one in seen.values() for marker in one.says(*OPEN, *FORENSIC_ALONE, *NEVER)}
    return everything | ({"picture"} if PICTURE in seen["partner", PICTURE_AT].body else set())


def _holds_to(purpose: ConsentPurpose, world: World, seen: dict[tuple[str, str], Seen]) -> None:
    """What comes through each door is what this purpose opens, and the card says yes to that purpose alone."""
    card = world.page(_card(world), world.committee)
    assert card.status == 200
    assert card.says(*ALLOWED_ON_CARD.values()) == {
        words for asked, words in ALLOWED_ON_CARD.items() if asked is purpose
    }
    assert world.page(_picture(world, world.hidden_photo)).status == 404
    if purpose is NAMING:
        assert _told(seen) == set()
        return
    picture = seen["partner", PICTURE_AT]
    assert (picture.status, PICTURE in picture.body) == (200, True)
    whole = {*OPEN, *(FORENSIC_ALONE if purpose is FORENSIC else ())}
    for door, one in seen.items():
        if door != ("partner", PICTURE_AT):
            told = one.says(*OPEN, *FORENSIC_ALONE, *NEVER, world.case.reference)
            assert told == ({OPEN[0]} if door in LIST_ONLY else whole), door


def _picture(world: World, photo: uuid.UUID) -> str:
    return f"/shared/{world.case.case_id}/photos/{photo}/picture.jpg"


def _card(world: World) -> str:
    return f"/cards/{world.proposal}"


def _importers(module: str, names: set[str]) -> Iterable[str]:
    """The files of the program that take one of these names from a module."""
    for path in python_files("search", "web"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module == module and names & {one.name for one in node.names}:
                yield name_of(path)
