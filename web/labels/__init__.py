"""Words for every code: the engine and the services emit codes, and here alone they become sentences.

A table per kind of code, named after its enumeration (`MarkKind` is `mark_kind`). The words are marked for the
catalogues where they are written and translated where they are shown.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from flask import Flask
from jinja2 import pass_context
from jinja2.runtime import Context

from i18n.division import Catalogue
from web.labels import (
    asking,
    body,
    closings,
    committee_choice,
    consents,
    day_questions,
    deciding,
    effects,
    enquirers,
    error_sentences,
    evidence,
    learning,
    located,
    office_log,
    organisations,
    person,
    photos,
    reaching,
    readings,
    report_parts,
    reporter_questions,
    reports,
    self_reports,
    sheets,
    soft_questions,
    staff,
    staff_error_sentences,
    staff_photos,
    telling,
)
from web.labels.geography import NAMED
from web.locale import Translated, gettext, spoken_from

TABLES: dict[str, Mapping[str, str]] = {
    **person.TABLES,
    **enquirers.TABLES,
    **body.TABLES,
    **consents.TABLES,
    **day_questions.TABLES,
    **committee_choice.TABLES,
    **learning.TABLES,
    **closings.TABLES,
    **effects.TABLES,
    **organisations.TABLES,
    **report_parts.TABLES,
    **reports.TABLES,
    **evidence.TABLES,
    **sheets.TABLES,
    **soft_questions.TABLES,
    **photos.TABLES,
    "photo_kind": {**photos.TABLES["photo_kind"], **staff_photos.STAFF_KINDS},
    **staff.TABLES,
    **asking.TABLES,
    **office_log.TABLES,
    **reporter_questions.TABLES,
    **deciding.TABLES,
    **located.TABLES,
    **reaching.TABLES,
    **telling.TABLES,
    **readings.TABLES,
    **self_reports.TABLES,
}

# Tables whose words come from elsewhere: names of the world, and names of fields.
_SPOKEN: Mapping[str, Callable[[str], str]] = {**NAMED, "column_target": sheets.column_words}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def group_of(kind: type[StrEnum]) -> str:
    """The name of an enumeration's table."""
    return _CAPITAL.sub("_", kind.__name__).lower()


def message(group: str, code: str) -> str:
    """The source words of a code; a code that an older record holds and no table knows is shown as it is."""
    return TABLES.get(group, {}).get(code, "")


def words(code: StrEnum | str, group: str = "") -> str:
    """The code in the reader's language; `group` is needed only where the code is a plain string. Empty for empty."""
    table = group or (group_of(type(code)) if isinstance(code, StrEnum) else "")
    if table in _SPOKEN:
        return _SPOKEN[table](str(code))
    source = message(table, code)
    return gettext(source) if source else str(code).replace("_", " ")


def error_words(code: str, params: Mapping[str, str | int] | None = None) -> str:
    """What to say about an error code, empty where there is nothing to add to the page's own words."""
    source = _error_sentence(code)
    return Translated(gettext(source, **(params or {}))) if source else ""


def error_gist(code: str) -> str:
    """What an error code means, with dots in the place of whatever an occurrence says; empty where nobody says it."""
    return error_words(code, dict.fromkeys(_PLACEHOLDER.findall(_error_sentence(code)), "…"))


def _error_sentence(code: str) -> str:
    source = error_sentences.SENTENCES.get(code, "")
    if not source and spoken_from() is Catalogue.STAFF:
        source = staff_error_sentences.SENTENCES.get(code, "")
    return source


def teach_words(app: Flask) -> None:
    """Gives the templates `{{ code|words }}`, `{{ code|words("mark_kind") }}` and `{{ "SY"|words("country") }}`."""
    app.add_template_filter(_shown_words, "words")
    app.add_template_filter(error_words, "error_words")


@pass_context
def _shown_words(_context: Context, code: StrEnum | str, group: str = "") -> str:
    """The filter asks for the context so that the words of a literal are not fixed in the first reader's language."""
    return words(code, group)
