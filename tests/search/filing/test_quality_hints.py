"""What most rows of a sheet do not say is told as a part of a hundred."""

from matching.record import HeightRange, PersonName
from search.commands import ReportFound
from search.documents import Description, Identifiers
from search.filing.quality_hints import quality_hints
from search.vocabulary import ReportKind


def _report(*, height: bool) -> ReportFound:
    found = Description(names=(PersonName("Ana Núñez"),), height=HeightRange(165, 165) if height else None)
    return ReportFound(kind=ReportKind.SHELTER, sender_number="A-1", found=found, identifiers=Identifiers())


def test_what_is_missing_in_most_rows_is_told_with_its_part() -> None:
    hints = dict(quality_hints([_report(height=at < 2) for at in range(10)]))
    assert hints["height"] == 80
    assert hints["sex"] == 100
    assert not {"names", "sender_number"} & set(hints)


def test_what_is_missing_in_few_rows_is_not_told() -> None:
    assert "height" not in dict(quality_hints([_report(height=at < 6) for at in range(10)]))


def test_the_rarest_comes_first() -> None:
    parts = [percent for _, percent in quality_hints([_report(height=at < 2) for at in range(10)])]
    assert parts == sorted(parts, reverse=True)


def test_a_sheet_of_few_rows_gets_no_hint() -> None:
    assert quality_hints([_report(height=False)] * 4) == ()
