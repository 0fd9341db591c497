"""A bed that is given to the next patient: what speaks against one person under one number, and what does not."""

import datetime
from typing import Any

import pytest

from matching.record import AgeRange, NameKind, PartialDate, PersonName, Sex
from search.documents import Description
from search.documents.contradictions import person_contradictions
from search.documents.report_documents import ReportDocuments
from search.vocabulary import ReportKind

TODAY = datetime.date(2026, 3, 1)


def told(kind: ReportKind = ReportKind.HOSPITAL, **description: Any) -> ReportDocuments:
    return ReportDocuments(kind=kind, description=Description(**description))


def named(*texts: str, kind: NameKind = NameKind.FULL) -> ReportDocuments:
    return told(names=tuple(PersonName(text, kind) for text in texts))


def born(year: int, last: int = 0) -> ReportDocuments:
    return told(birth=PartialDate(datetime.date(year, 1, 1), datetime.date(last or year, 12, 31)))


def aged(low: int, high: int) -> ReportDocuments:
    return told(age=AgeRange(low, high))


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        pytest.param(told(sex=Sex.MALE), told(sex=Sex.FEMALE), ("sex",), id="another sex"),
        pytest.param(told(sex=Sex.MALE), told(), (), id="a blank sex"),
        pytest.param(born(1990), born(1960), ("birth",), id="another year"),
        pytest.param(born(1990), born(1988, 1992), (), id="years that overlap"),
        pytest.param(aged(30, 35), aged(60, 60), ("birth",), id="ages far apart"),
        pytest.param(aged(30, 35), aged(40, 45), (), id="ages near each other"),
        pytest.param(born(1950), aged(20, 25), ("birth",), id="an age that no birth allows"),
        pytest.param(born(1996), aged(20, 25), (), id="an age that a birth nearly allows"),
        pytest.param(named("Rosa Mora"), named("Juan Pérez"), ("names",), id="other names"),
        pytest.param(named("Rosa Mora"), named("Eva Mora"), ("names",), id="a sister's name"),
        pytest.param(named("Rosa Mora"), named("Mora"), (), id="a part of the name"),
        pytest.param(named("Husein"), named("Hussein Abdulkarim"), (), id="more of the name, written otherwise"),
        pytest.param(named("Иван Петров"), named("Ivan Petrov"), (), id="the name in other letters"),
        pytest.param(named("Rosa Mora"), named("Chata", kind=NameKind.NICKNAME), (), id="a nickname"),
        pytest.param(named("Rosa Mora"), named("Pedro", kind=NameKind.FATHER), (), id="a father's name alone"),
        pytest.param(named("Rosa Mora", "Ana Ruiz"), named("Ana Ruiz"), (), id="one of two names"),
        pytest.param(told(), told(ReportKind.MORTUARY), ("life",), id="living and dead"),
        pytest.param(told(), told(ReportKind.SHELTER), (), id="two places of the living"),
        pytest.param(told(), told(), (), id="nothing known"),
    ],
)
def test_only_what_both_say_can_contradict(
    one: ReportDocuments, other: ReportDocuments, codes: tuple[str, ...]
) -> None:
    assert person_contradictions(one, other, TODAY) == codes
    assert person_contradictions(other, one, TODAY) == codes
