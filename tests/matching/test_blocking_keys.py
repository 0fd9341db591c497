"""Under which keys records meet, and that there are not too many."""

import pytest

from matching import AgeRange, Effect, IdentityDocument, Mark, MatchRecord, Sex
from matching.blocking_keys import keys, sought_keys
from matching.prepared_record import PreparedRecord
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, called, day, numbers, person

RIO = (27.5, -99.5)


def _shared(one: PreparedRecord, other: PreparedRecord) -> set[str]:
    """The families of keys under which the first is looked for and the second kept, the same the other way round."""
    shared, back = (
        {key.partition(":")[0] for key in sought_keys(a) & keys(b)} for a, b in ((one, other), (other, one))
    )
    assert shared == back
    return shared


@pytest.mark.parametrize(
    ("said", "found", "family"),
    [
        ({"phones": numbers("+50499990001")}, {"phones": numbers("+50499990001")}, "phone"),
        ({"phones": numbers("+50499990001")}, {"phones": numbers("99990001")}, "phone7"),
        ({"documents": (IdentityDocument("E-2733021"),)}, {"documents": (IdentityDocument("e2733O21"),)}, "document"),
        ({"marks": (Mark("scar", "hand", "left"),)}, {"marks": (Mark("scar", "hand"),)}, "mark"),
        ({"effects": (Effect("cap", "red"),)}, {"effects": (Effect("cap", "red"),)}, "effect"),
        ({"birth": day("1991-07-21")}, {"birth": day("1991-07-21")}, "born"),
        ({"names": called("Karim Haddad")}, {"names": called("Samir كريم")}, "name"),
        ({"names": called("Karim Haddad")}, {"names": called("حداد كريم")}, "names2"),
        (
            {"names": called("Karim Haddad"), "birth": day("1991")},
            {"names": called("حداد كريم"), "birth": day("1992")},
            "names2-born",
        ),
        (
            {"names": called("Csaba"), "nationalities": ("HU",), "sex": Sex.MALE},
            {"names": called("Chaba"), "nationalities": ("HU",), "sex": Sex.MALE},
            "heard-nation",
        ),
        ({"birth": day("1991-07-21")}, {"birth": day("1992-07-21")}, "born"),
        ({"birth": day("1991-04-08")}, {"birth": day("1991-08-04")}, "born"),
        ({"phones": numbers("+50499990001")}, {"phones": numbers("+50489990001")}, "phone-end"),
        ({"phones": numbers("+50499990001")}, {"phones": numbers("+50499970001")}, "phone-middle"),
        ({"phones": numbers("+525512345678")}, {"phones": numbers("5512349999")}, "phone-middle"),
        (
            {"documents": (IdentityDocument("E2733021"),)},
            {"documents": (IdentityDocument("E2733921"),)},
            "document-head",
        ),
        (
            {"marks": (Mark("scar", "hand"), Mark("mole", "neck"))},
            {"marks": (Mark("mole", "neck"), Mark("scar", "hand"))},
            "marks2",
        ),
        ({"event": at("2022-05-01", point=RIO)}, {"event": at("2022-06-20", point=(27.6, -99.4))}, "month-where"),
        ({"names": called("Antonio")}, {"names": called("Toño")}, "name"),
        ({"event": at("2022-05-01", point=RIO)}, {"event": at("2022-06-20", point=(27.9, -99.1))}, "when-where"),
    ],
)
def test_records_meet_by_what_they_share(said: Said, found: Said, family: str) -> None:
    assert family in _shared(person(SOUGHT, **said), person(BODY, **found))


@pytest.mark.parametrize("point", [(27.01, -99.01), (26.99, -98.99), (28.4, -100.4), (26.1, -97.6)])
def test_no_border_between_cells_divides_places_near_each_other(point: tuple[float, float]) -> None:
    family = person(SOUGHT, event=at("2022-05-01", point=(27.0, -99.0)))
    assert "when-where" in _shared(family, person(BODY, event=at("2022-05-20", point=point)))


@pytest.mark.parametrize("found", ["2022-04-25", "2022-05-02", "2022-06-30", "2022-09-15"])
def test_a_body_meets_those_last_heard_of_in_the_months_before_and_a_few_days_after(found: str) -> None:
    family = person(SOUGHT, birth=day("1996"), sex=Sex.MALE, event=at("2022-05-01", "US-Mexico border crossing"))
    body = person(BODY, age=AgeRange(20, 30), sex=Sex.MALE, event=at(found, "Eagle Pass, Texas"))
    assert _shared(family, body) >= {"when-route", "when-route-born", "when-born"}


def test_a_request_without_a_place_looks_along_the_usual_routes() -> None:
    family = person(SOUGHT, nationalities=("HN",), sex=Sex.MALE, event=at("2022-05-01"))
    assert "when-route" in _shared(family, person(BODY, sex=Sex.MALE, event=at("2022-06-01", "Eagle Pass, Texas")))


def test_the_living_with_a_name_are_not_sought_by_time_and_place() -> None:
    found = {"names": called("Karim"), "sex": Sex.MALE, "event": at("2022-06-01", "Eagle Pass, Texas")}
    assert not any(key.startswith("when-") for key in keys(person(LIVING, **found)))
    assert any(key.startswith("when-") for key in keys(person(BODY, **found)))


@pytest.mark.parametrize("record", [SOUGHT, LIVING, BODY])
def test_who_says_nothing_has_no_keys(record: MatchRecord) -> None:
    assert keys(person(record)) == frozenset()


def test_however_much_is_told_the_keys_stay_few() -> None:
    marks = tuple(Mark(kind, place) for kind in ("scar", "burn", "mole") for place in ("hand", "back", "neck", "foot"))
    talkative = person(
        SOUGHT,
        names=called(*(f"Karim Haddad Zaydani Nouri Salim {number}" for number in "abcdefgh")),
        phones=numbers(*(f"+5049999{number:04}" for number in range(20))),
        marks=marks,
        event=at("2022", point=RIO),
        birth=day("1990"),
        sex=Sex.MALE,
    )
    assert 40 < len(keys(talkative)) <= 110
    assert keys(talkative) <= sought_keys(talkative)
    assert len(sought_keys(talkative)) <= 240
