"""A whole report in the fields in which doors send it: what filing put apart stands where it was said."""

from dataclasses import dataclass, replace

from search.documents import Description, Whereabouts
from search.filing.own_reports import WholeReport


@dataclass(frozen=True, slots=True)
class AsSent:
    """The description with the exact finding, and the whereabouts without it."""

    found: Description
    whereabouts: Whereabouts | None


def as_sent(whole: WholeReport) -> AsSent:
    """The report as its sender would send it. Of the living the finding is kept exactly among the whereabouts alone."""
    found: Description = whole.documents.get("description", Description())
    whereabouts: Whereabouts | None = whole.documents.get("whereabouts")
    if whereabouts is None or whereabouts.found is None:
        return AsSent(found, whereabouts)
    left = replace(whereabouts, found=None)
    return AsSent(replace(found, event=whereabouts.found), None if left == Whereabouts() else left)
