"""A group in words: the days and numbers of an incident, and one line about each person."""

from i18n.formats import number
from i18n.partial_dates import partial_date
from matching.record import Event
from search.documents import Description
from search.summaries import GroupIncident
from web.locale import gettext, language, ngettext
from web.template_filters import shown_date
from web.values_in_words import joined, place_words


def days(incident: GroupIncident) -> str:
    """The day of an incident, or the month or year that the list tells."""
    first, last = incident.first_day, incident.last_day
    precision = "day" if first == last else "month" if (first.year, first.month) == (last.year, last.month) else "year"
    return partial_date(language(), first, last, precision, "gregorian")


def dead(incident: GroupIncident) -> str:
    """How many died as far as the list knows."""
    if incident.dead is None:
        return gettext("It is not known how many people died.")
    if incident.dead == 0:
        return gettext("Nobody is known to have died.")
    return ngettext("%(count)s person died.", "%(count)s people died.", incident.dead, count=_shown(incident.dead))


def missing(incident: GroupIncident) -> str:
    """How many went missing as far as the list knows."""
    if incident.missing is None:
        return gettext("It is not known how many people are missing.")
    if incident.missing == 0:
        return gettext("Nobody is known to be missing.")
    return ngettext(
        "At least %(count)s person is missing.",
        "At least %(count)s people are missing.",
        incident.missing,
        count=_shown(incident.missing),
    )


def survivors(incident: GroupIncident) -> str:
    """How many survived as far as the list knows; the lists write 0 where nobody counted."""
    if not incident.survivors:
        return gettext("The list does not say how many people survived.")
    return ngettext(
        "%(count)s person survived.", "%(count)s people survived.", incident.survivors, count=_shown(incident.survivors)
    )


def when_and_where(person: Description) -> str:
    """Day and place of the last contact or the finding, empty when neither is told."""
    event = person.event or Event()
    return joined(shown_date(event.when), place_words(event.place))


def _shown(count: int) -> str:
    return number(language(), count)
