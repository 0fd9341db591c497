"""Words for every field of the field table: the only place where a field is called something."""

from collections.abc import Mapping

from web.labels.field_words import belongings, body, enquirer, found_person, journey, who
from web.labels.field_words.entry import FieldWords, Marked
from web.locale import pgettext

FIELDS: Mapping[str, FieldWords] = {
    **who.WORDS,
    **journey.WORDS,
    **body.WORDS,
    **belongings.WORDS,
    **enquirer.WORDS,
    **found_person.WORDS,
}


def short_label(path: str) -> str:
    """The noun for a field in the reader's language."""
    return pgettext(*FIELDS[path].short)


def own_label(path: str) -> str:
    """The noun for a field as a family reads it in its own review and case."""
    words = FIELDS[path]
    return pgettext(*(words.own or words.short))


def question(path: str) -> str:
    """What a family is asked for a field."""
    return pgettext(*FIELDS[path].asked)


def said(marked: Marked | None) -> str:
    """A marked message in the reader's language; empty for none."""
    return pgettext(*marked) if marked else ""
