"""Reports that come together: stored in transactions that end soon, and by nobody who may not."""

from dataclasses import replace
from typing import Any

import pytest

from matching.record import HeightRange, PersonName, Sex
from search.access import TokenScope
from search.commands import Again, ReportFound
from search.documents import Description
from search.errors import AccessDenied, HeldBack, NotFound
from search.filing.report_batches import ReportBatches
from search.filing.report_identity import origin_of_place
from search.storage.pace import Pace
from search.summaries import ReportReceipt
from search.vocabulary import Channel, ReportKind
from tests.search.scene import NOW, Scene


def reports(count: int) -> list[ReportFound]:
    return [
        ReportFound(
            kind=ReportKind.SHELTER,
            found=Description(names=(PersonName(f"Rosa {number}"),)),
            channel=Channel.API,
            origin=origin_of_place("key", number),
        )
        for number in range(count)
    ]


def batches(scene: Scene) -> ReportBatches:
    return ReportBatches(scene.database, lambda: NOW, rest=lambda _seconds: None)


@pytest.mark.parametrize("way", ["each", "all"])
def test_a_batch_is_stored_in_transactions_that_let_others_pass(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    paces: list[Pace] = []
    transaction = Pace.transaction

    def noted(pace: Pace) -> object:
        paces.append(pace)
        return transaction(pace)

    monkeypatch.setattr(Pace, "transaction", noted)
    told = batches(scene)
    store = told.store_all if way == "all" else told.store_each
    done = store(scene.shelter, reports(30), "API", 1)
    assert [type(one) for one in done.answers] == [ReportReceipt] * 30
    assert len(paces) >= 3


@pytest.mark.parametrize("scope", [TokenScope.REPORT_READ, TokenScope.SHARED_READ])
def test_who_may_not_report_stores_nothing(scene: Scene, scope: TokenScope) -> None:
    reader = replace(scene.shelter, scopes=frozenset({scope}))
    for store in (batches(scene).store_each, batches(scene).store_all):
        with pytest.raises((AccessDenied, NotFound)):
            store(reader, reports(2), "API", 1)


def test_two_reports_of_one_number_are_one_person_whose_second_says_more(scene: Scene) -> None:
    name, height = (
        ReportFound(kind=ReportKind.SHELTER, sender_number="A1", found=found)
        for found in (Description(names=(PersonName("Rosa"),)), Description(height=HeightRange(160, 165)))
    )
    first, second = batches(scene).store_each(scene.shelter, (name, height), "API", 1).answers
    assert isinstance(first, ReportReceipt)
    assert isinstance(second, ReportReceipt)
    assert (first.outcome, second.outcome, first.report_id) == ("accepted", "updated", second.report_id)


def person(name: str, sex: Sex, **said: Any) -> ReportFound:
    described = Description(names=(PersonName(name),), sex=sex)
    return ReportFound(kind=ReportKind.SHELTER, sender_number="B-1", found=described, channel=Channel.API, **said)


OMAR, ZITA = person("Omar Haddad", Sex.MALE), person("Zita Bono", Sex.FEMALE, again=Again.OTHER)


@pytest.mark.parametrize("number", ["B-1", "B-١", " B-1 "])
def test_the_same_person_as_before_is_asked_about_once_a_batch_gave_the_number_away(scene: Scene, number: str) -> None:
    scene.report(OMAR)
    same = replace(OMAR, again=Again.SAME, sender_number=number)
    given, held = batches(scene).store_each(scene.shelter, [ZITA, same], "API", 1).answers
    assert isinstance(given, ReportReceipt)
    assert isinstance(held, HeldBack)
    assert given.outcome == "accepted"


def test_the_report_that_is_named_gets_its_news_though_its_number_was_given_away(scene: Scene) -> None:
    omar = scene.report(OMAR).report_id
    named = replace(OMAR, again=Again.SAME, alike=omar, found=replace(OMAR.found, occupation="tailor"))
    given, news = batches(scene).store_each(scene.shelter, [ZITA, named], "API", 1).answers
    assert isinstance(given, ReportReceipt)
    assert isinstance(news, ReportReceipt)
    assert (news.report_id, news.outcome) == (omar, "updated")
    assert given.report_id != omar


def test_same_is_taken_where_nobody_gave_the_number_away(scene: Scene) -> None:
    omar = scene.report(OMAR).report_id
    same = replace(OMAR, again=Again.SAME, found=replace(OMAR.found, sex=None, occupation="tailor"))
    (news,) = batches(scene).store_each(scene.shelter, [same], "API", 1).answers
    assert isinstance(news, ReportReceipt)
    assert (news.report_id, news.outcome) == (omar, "updated")
