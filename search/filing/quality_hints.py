"""What a sender could say more often: what most rows of a sheet leave out of all that helps to find somebody."""

from collections.abc import Callable, Iterable, Sequence

from search.commands import ReportFound

# Asked of a sheet of so many rows, and told where so many of a hundred rows say nothing.
_LEAST_ROWS, _LEAST_PERCENT = 5, 50
_SAID: dict[str, Callable[[ReportFound], object]] = {
    "sender_number": lambda report: report.sender_number,
    "names": lambda report: report.found.names,
    "sex": lambda report: report.found.sex,
    "age_or_birth": lambda report: report.found.age or report.found.birth,
    "found_date": lambda report: report.found.event and report.found.event.when,
    "found_place": lambda report: report.found.event and report.found.event.place,
    "height": lambda report: report.found.height,
    "marks_or_effects": lambda report: report.found.marks or report.found.effects,
}


def quality_hints(reports: Iterable[ReportFound]) -> tuple[tuple[str, int], ...]:
    """What is missing in most of the rows, with the part of them in a hundred, the rarest first."""
    rows = list(reports)
    if len(rows) < _LEAST_ROWS:
        return ()
    missing = ((code, _percent_without(rows, said)) for code, said in _SAID.items())
    return tuple(sorted((one for one in missing if one[1] >= _LEAST_PERCENT), key=lambda one: -one[1]))


def _percent_without(rows: Sequence[ReportFound], said: Callable[[ReportFound], object]) -> int:
    return 100 * sum(not said(report) for report in rows) // len(rows)
