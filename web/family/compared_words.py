"""What was compared, said to a family: by the kind of place that reports came from, in the words of `i18n/style.md`."""

from i18n.formats import number
from i18n.translate import pgettext_noop as p_
from search.summaries import ComparisonNews, LastVisit
from search.vocabulary import ReportKind
from web.labels.field_words.entry import Marked
from web.locale import language, pgettext
from web.session_cookies import signed_in

FROM: dict[ReportKind, Marked] = {
    ReportKind.SHELTER: p_("compared", "From shelters: %(count)s"),
    ReportKind.HOSPITAL: p_("compared", "From hospitals: %(count)s"),
    ReportKind.DETENTION: p_("compared", "From visits to people in detention: %(count)s"),
    ReportKind.CONSULATE: p_("compared", "From consulates: %(count)s"),
    ReportKind.RESCUE: p_("compared", "From rescues at sea or on land: %(count)s"),
    ReportKind.WITNESS: p_("compared", "From people who saw somebody: %(count)s"),
    ReportKind.MORTUARY: p_("compared", "From mortuaries: %(count)s"),
    ReportKind.FORENSIC: p_("compared", "From forensic services: %(count)s"),
    ReportKind.OTHER: p_("compared", "From other places: %(count)s"),
}


def compared_lines(news: ComparisonNews) -> list[str]:
    """One line for each kind of place, in the order of the codes."""
    counted = dict(news.compared)
    shown = ((kind, counted[kind]) for kind in FROM if kind in counted)
    return [pgettext(*FROM[kind], count=number(language(), count)) for kind, count in shown]


def last_visit() -> LastVisit | None:
    """When this family was here before; None where it never was."""
    visitor = signed_in()
    if visitor is None or visitor.since_at is None:
        return None
    return LastVisit(version=visitor.since_version or 0, at=visitor.since_at)
