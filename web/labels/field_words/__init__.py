"""Words for every field of the field table: the only place where a field is called something."""

from collections.abc import Mapping

from search.documents.merging import KIND
from web.labels.field_words import belongings, body, enquirer, found_person, journey, who
from web.labels.field_words.entry import FieldWords, Marked
from web.locale import gettext, pgettext

FIELDS: Mapping[str, FieldWords] = {
    **who.WORDS,
    **journey.WORDS,
    **body.WORDS,
    **belongings.WORDS,
    **enquirer.WORDS,
    **found_person.WORDS,
}

_WHOLE: Mapping[str, Marked] = {"description.names": who.NAMES, "description.traits": body.TRAITS}


def short_label(path: str) -> str:
    """The noun for a field in the reader's language."""
    return pgettext(*FIELDS[path].short)


def changed_field(path: str) -> str:
    """The noun for a field that news change; a path that no field has is shown as it is."""
    if path == KIND:
        return gettext("Kind of place")
    known = path if path in FIELDS else path.partition(":")[0]
    return short_label(known) if known in FIELDS else path


def whole_label(path: str) -> str:
    """The noun for a field of a card, where elements of all kinds of a list are one field."""
    return pgettext(*(_WHOLE.get(path) or FIELDS[path].short))


def own_label(path: str) -> str:
    """The noun for a field as a family reads it in its own review and case."""
    words = FIELDS[path]
    return pgettext(*(words.own or words.short))


def question(path: str) -> str:
    """What a family is asked for a field."""
    return pgettext(*FIELDS[path].asked)


def reported_label(path: str, place: str = "") -> str:
    """What an organisation is asked for a field in its form; some kinds of place ask in words of their own."""
    own = found_person.OF_A_PLACE.get((place, path))
    return pgettext(*(own or found_person.REPORTED.get(path, FIELDS[path].short)))


def reported_hint(path: str) -> str:
    """How an organisation answers; a family's hint where there is no other, which is true of every hand that writes."""
    return said(found_person.REPORT_HINTS.get(path, FIELDS[path].hint))


def reported_item(path: str) -> str:
    """One element of a list in an organisation's form."""
    return said(found_person.REPORT_ITEMS.get(path, FIELDS[path].item))


def report_part(group: str) -> str:
    """The heading of a part of a report."""
    return pgettext(*found_person.REPORT_PARTS[group])


def said(marked: Marked | None) -> str:
    """A marked message in the reader's language; empty for none."""
    return pgettext(*marked) if marked else ""
