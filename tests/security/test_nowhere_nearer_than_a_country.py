"""Before they agreed, somebody living is nowhere nearer than a country: tried by a reader who files searches and looks.

Two registries differ in one thing: the town of one country in which three living people were found. Into both the same
trial searches are filed, with last contacts all over that country and outside it, strong ones and ones that just reach
the threshold. Whatever a reader of the committee is told must be the same in both.
"""

import datetime
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from matching import Engine
from matching.record import Event, Mark, PartialDate, PersonName, Place, PlacePrecision
from search.commands import OpenCard, OpenGroup
from search.documents import Description, Identifiers, Whereabouts
from search.finding.looking_up import look_up
from search.models import MatchProposal, SearchRequest
from search.queue_commands import LookUp
from search.review.card import open_card
from search.review.group_view import open_group
from search.review.judging_duplicates import read_duplicates_of_pair
from search.review.rivals import read_rivals
from search.storage.database import Database
from search.storage.encryption import Vault
from search.vocabulary import ReportKind
from tests.search.review.reading import queue
from tests.search.scene import NOW, Scene, found, make_scene, sought
from tests.search.travellers import shipwreck

DAY = datetime.date(2025, 6, 10)
ZARZIS = Place("Zarzis, the house behind the harbour", ("TN",), 33.504, 11.112, PlacePrecision.POINT)
BIZERTE = Place("Bizerte, rue Invented 7", ("TN",), 37.274, 9.874, PlacePrecision.POINT)
# Towns near the one, near the other and between; a neighbour's, and one far away.
TRIALS = (
    Place("", ("TN",), 33.5, 11.1, PlacePrecision.POINT),
    Place("", ("TN",), 37.27, 9.87, PlacePrecision.POINT),
    Place("", ("TN",), 35.8, 10.6, PlacePrecision.POINT),
    Place("Zarzis"),
    Place("Bizerte"),
    Place("", ("LY",), 32.93, 12.08, PlacePrecision.POINT),
    Place("", ("IT",), 38.1, 13.3, PlacePrecision.POINT),
    Place("", ("MX",), 19.4, -99.1, PlacePrecision.POINT),
    Place(countries=("TN",)),
)
NAMED, COMMON = "Tesfalem Kidanemariam", "Fatou Camara"
_TOLD_BY_CHANCE = re.compile(
    r"UUID\('[0-9a-f-]{36}'\)|[0-9A-HJ-NP-Z]{4}-[0-9A-HJ-NP-Z]{4}-[0-9A-HJ-NP-Z]|datetime\.datetime\([^)]*\)"
)


def registry(scene: Scene, town: Place) -> Scene:
    """The three people in this town, and the trial searches."""
    for number, (name, marks) in enumerate(
        ((NAMED, ()), (COMMON, ()), ("", (Mark("tattoo", "neck", "left", "anchor"), Mark("scar", "chin")))), start=1
    ):
        person = Description(
            names=(PersonName(name),) if name else (),
            marks=marks,
            nationalities=("ER",) if name == NAMED else ("GM",),
            event=Event(PartialDate(DAY, DAY), town),
        )
        scene.report(
            found(
                name,
                found=replace(person, words=f"seen in {town.text}"),
                identifiers=Identifiers(),
                whereabouts=Whereabouts(present_place=town),
                sender_number=f"{town.text[:3]}-{number}",
            )
        )
    for number, place in enumerate(TRIALS):
        event = Event(PartialDate(DAY, DAY), place)
        for name in (NAMED, COMMON):
            scene.file(sought(name, number, sought=Description(names=(PersonName(name),), event=event)))
        marks = (Mark("tattoo", "neck", "left", "anchor"), Mark("scar", "chin"))
        scene.file(sought("", number, sought=Description(marks=marks, event=event)))
    shipwreck(scene, latitude=33.6, longitude=11.3, first_day=DAY, last_day=DAY)
    scene.match()
    return scene


def told(scene: Scene) -> list[str]:
    """All that a reader of the committee is told, in its order, without what chance makes."""
    reader = scene.reviewers[0]
    asked: list[dict[str, Any]] = [{}, {"country": "TN"}, {"country": "LY"}, {"kind": ReportKind.SHELTER}]
    lists = [[queue(scene, page=page, **one) for page in (1, 2)] for one in (*asked, {"unnamed": True})]
    # Pairs that are worth the same stand in the order of their ids, which chance makes.
    everything: list[object] = [
        (first.total, first.counts, sorted(_bare(entry) for page in (first, second) for entry in page.entries))
        for first, second in lists
    ]
    in_order = (
        select(MatchProposal.id, MatchProposal.queue_order)
        .join(SearchRequest, SearchRequest.number == MatchProposal.request_number)
        .order_by(SearchRequest.number, MatchProposal.report_number)
    )
    with scene.database.transaction() as session:
        for one, order in session.execute(in_order).all():
            everything += [
                order,
                open_card(session, reader, OpenCard(proposal_id=one), now=NOW),
                open_group(session, reader, OpenGroup(proposal_id=one), now=NOW),
                read_rivals(session, reader, one, now=NOW),
                sorted(map(_bare, read_duplicates_of_pair(session, reader, one, now=NOW))),
            ]
        for country in ("TN", "LY", ""):
            everything.append(look_up(session, reader, LookUp(name=NAMED, country=country), now=NOW))
    return [_bare(one) for one in everything]


def _bare(one: object) -> str:
    return _TOLD_BY_CHANCE.sub("", repr(one))


@pytest.fixture
def worlds(tmp_path: Path, migrated_sqlite_file: Path, vault: Vault) -> Iterator[list[Scene]]:
    opened = [
        Database.open(f"sqlite:///{shutil.copy(migrated_sqlite_file, tmp_path / name)}", vault, Engine.load())
        for name in ("one.sqlite", "other.sqlite")
    ]
    yield [registry(make_scene(one), town) for one, town in zip(opened, (ZARZIS, BIZERTE), strict=True)]
    for one in opened:
        one.close()


def test_whoever_files_searches_all_over_a_country_learns_no_more_than_the_country(worlds: list[Scene]) -> None:
    one, other = (told(scene) for scene in worlds)
    assert len(one) > 40
    assert "within" not in " ".join(one)
    assert len(worlds[0].proposals()) > len(TRIALS)
    for here, there in zip(one, other, strict=True):
        assert here == there
    # And it could have failed: by what the engine knows the two registries differ.
    whole = [sorted(weight for weight, *_ in scene.proposals().values()) for scene in worlds]
    assert whole[0] != whole[1]
