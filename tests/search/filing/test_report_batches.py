"""Reports that come together: stored in transactions that end soon, and by nobody who may not."""

from dataclasses import replace

import pytest

from matching.record import HeightRange, PersonName
from search.access import TokenScope
from search.commands import ReportFound
from search.documents import Description
from search.errors import AccessDenied, NotFound
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
