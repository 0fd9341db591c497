"""Looking one person up: by what somebody knows of them, over what the committee may see, and no further."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from matching.record import Event, Mark, PartialDate, PersonName, Place
from search.access import ANYONE, Action, Actor
from search.accounts.reading_limits import LOOK_UPS_AN_HOUR
from search.commands import RegisterSearch
from search.documents import Description, Identifiers
from search.errors import AccessDenied, NotFound, Refused, TooManyAttempts
from search.finding.looking_up import SHOWN, look_up
from search.models import AuditEntry, Reading
from search.queue_commands import LookUp
from search.queue_summaries import LookedUp, LookUpAnswer
from search.vocabulary import BodyPlace, MarkKind, ReportKind
from tests.search.scene import NOW, PEOPLE, Scene, at, found, phone_of, sought

NAME, AS_HEARD = PEOPLE[0]
TYPED = (NAME, AS_HEARD, "Tesfalem", "Tesfaalem Kidane Mariam", "تسفالم كيدانماريام")
SCAR: dict[str, Any] = {"mark_kind": MarkKind.SCAR, "mark_place": BodyPlace.FOREARM}


def ask(scene: Scene, actor: Actor | None = None, **known: Any) -> LookUpAnswer:
    with scene.database.transaction() as session:
        return look_up(session, actor or scene.reviewers[0], LookUp(**known), now=NOW)


def names(answer: LookUpAnswer) -> set[str]:
    return {one.name.text for one in answer.found if one.name}


def readings(scene: Scene) -> list[tuple[str, bool]]:
    with scene.database.reading() as session:
        rows = session.execute(select(Reading.purpose, Reading.caused_by))
        return sorted((purpose, cause is not None) for purpose, cause in rows)


@pytest.fixture
def pair(scene: Scene) -> str:
    """A search and a shelter's report of the same person, and another search; the reference of the first."""
    scene.file(sought(PEOPLE[2][0], 2))
    case = scene.file(sought(NAME))
    scene.report(found(AS_HEARD))
    assert scene.match() == 1
    return case.reference


def test_a_reference_finds_the_committee_s_own_search_however_it_is_typed(scene: Scene, pair: str) -> None:
    (one,) = ask(scene, reference=f" {pair.lower().replace('-', ' ')}").found
    assert (one.reference, one.name, len(one.pairs)) == (pair, PersonName(NAME), 1)
    assert ask(scene, scene.stranger, reference=pair).found == ()
    assert ask(scene, reference="AAAA-AAAA-A").found == ()


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_a_name_is_found_in_any_script_and_spelling_on_both_sides(scene: Scene, typed: str) -> None:
    assert names(ask(scene, name=typed)) >= {NAME, AS_HEARD}
    assert PEOPLE[2][0] not in names(ask(scene, name=typed))
    assert ask(scene, scene.stranger, name=typed).found == ()


@pytest.mark.usefixtures("pair")
def test_a_number_is_found_on_both_sides_and_all_that_is_typed_has_to_fit(scene: Scene) -> None:
    assert names(ask(scene, phone=phone_of(0))) == {NAME, AS_HEARD}
    assert names(ask(scene, phone=phone_of(0), name=AS_HEARD)) == {NAME, AS_HEARD}
    assert names(ask(scene, phone=phone_of(0), name=PEOPLE[2][0])) == set()


@pytest.mark.usefixtures("pair")
def test_a_mark_is_asked_for_with_a_country_or_a_time(scene: Scene) -> None:
    assert NAME in names(ask(scene, **SCAR, country="MX"))
    assert names(ask(scene, **SCAR, country="LY")) == set()
    june = PartialDate(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))
    assert NAME in names(ask(scene, **SCAR, when=june))
    with pytest.raises(Refused, match="look_up_needs_more"):
        ask(scene, **SCAR)


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(
    "known",
    [{}, {"name": " "}, {"country": "MX"}, {"when": PartialDate(NOW.date(), NOW.date())}, {"mark_kind": MarkKind.SCAR}],
    ids=str,
)
def test_who_says_nothing_of_a_person_is_shown_nobody(scene: Scene, known: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="look_up_needs_more"):
        ask(scene, **known)
    with scene.database.reading() as session:
        asked = select(func.count()).where(AuditEntry.action == Action.LOOK_UP.value)
        assert session.execute(asked).scalar_one() == 0


def test_a_report_without_a_pair_of_the_committee_is_not_found(scene: Scene) -> None:
    scene.report(found("Wilmer Adalberto Quintanilla", 3))
    scene.match()
    assert ask(scene, name="Wilmer Adalberto Quintanilla").found == ()


def test_no_more_than_twenty_are_shown_and_it_is_said_that_there_are_more(scene: Scene) -> None:
    for number in range(SHOWN + 1):
        scene.file(_namesake(number))
    answer = ask(scene, name="Invented Namesake")
    assert (len(answer.found), answer.more) == (SHOWN, True)


def _namesake(number: int) -> RegisterSearch:
    return replace(sought("Invented Namesake", number), identifiers=Identifiers())


@pytest.mark.usefixtures("pair")
def test_each_look_up_is_audited_without_what_was_typed_and_counted(scene: Scene) -> None:
    ask(scene, name=AS_HEARD)
    with scene.database.reading() as session:
        (entry,) = session.scalars(select(AuditEntry).where(AuditEntry.action == Action.LOOK_UP.value))
        assert entry.detail["by"] == ["name"]
        assert AS_HEARD not in str(entry.detail)
    answers = [ask(scene, name=AS_HEARD) for _ in range(LOOK_UPS_AN_HOUR - 1)]
    assert (answers[0].left, answers[-1].left) == (None, 0)
    with pytest.raises(TooManyAttempts):
        ask(scene, name=AS_HEARD)
    assert ask(scene, scene.reviewers[1], name=AS_HEARD).found


def test_a_search_that_was_looked_up_is_told_to_its_family_whether_or_not_it_has_pairs(scene: Scene, pair: str) -> None:
    ask(scene, reference=pair)
    assert readings(scene) == [("look_up", False)]


def test_what_was_looked_up_because_of_a_pair_has_that_pair_as_its_cause(scene: Scene, pair: str) -> None:
    (identifier,) = scene.proposals()
    ask(scene, reference=pair, because_of=identifier)
    assert readings(scene) == [("look_up", True)]
    with pytest.raises(NotFound):
        ask(scene, scene.stranger, reference=pair, because_of=identifier)


def test_nobody_but_a_reader_looks_anybody_up(scene: Scene) -> None:
    for actor, error in ((ANYONE, AccessDenied), (scene.shelter, NotFound)):
        with pytest.raises(error):
            ask(scene, actor, name="Anybody")


@pytest.mark.parametrize("town", [("Tapachula", 14.9, -92.3), ("Tijuana", 32.5, -117.0)], ids=["south", "north"])
def test_who_asks_about_somebody_living_learns_no_town(scene: Scene, town: tuple[str, float, float]) -> None:
    """Whatever a reader asks and wherever the person is in that country, the answers are the same."""
    text, latitude, longitude = town
    person = Description(
        names=(PersonName(AS_HEARD),),
        marks=(Mark("scar", "forearm", "left"),),
        event=at(Place(text, ("MX",), latitude, longitude)),
    )
    scene.file(replace(sought(NAME), sought=replace(sought(NAME).sought, event=Event(None, Place("", ("GT",))))))
    scene.report(replace(found(AS_HEARD, kind=ReportKind.SHELTER), found=person))
    scene.match()
    asked: list[dict[str, Any]] = [
        {"name": AS_HEARD},
        {"name": text},
        {"name": "Tapachula"},
        {"name": AS_HEARD, "country": "MX"},
        {"name": AS_HEARD, "country": "GT"},
        {**SCAR, "country": "MX"},
        {**SCAR, "country": "US"},
    ]
    assert [_reports(ask(scene, **one)) for one in asked] == [
        *([(AS_HEARD, ("MX",))], [], [], [(AS_HEARD, ("MX",))], [], [(AS_HEARD, ("MX",))], []),
    ]


def _reports(answer: LookUpAnswer) -> list[tuple[str, tuple[str, ...]]]:
    def told(one: LookedUp) -> tuple[str, tuple[str, ...]]:
        return (one.name.text if one.name else "", one.countries)

    return [told(one) for one in answer.found if one.report_kind is not None]
