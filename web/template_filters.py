"""Numbers, dates and names in templates, as the reader writes and reads them."""

import datetime
from collections.abc import Iterable
from itertools import zip_longest

from flask import Flask
from markupsafe import Markup

from i18n.formats import colon, isolate_ltr, listing, moment, number
from i18n.partial_dates import full_date, partial_date
from matching.names.shown_readings import as_said, in_latin_letters
from matching.record import PartialDate
from web.locale import language

# Stands for a text while the words between the texts are asked for (Unicode: object replacement character).
_OBJECT = "\ufffc"


def teach_formats(app: Flask) -> None:
    """Gives the templates the filters number, day, moment, partial_date, listing and left_to_right, and the colon."""
    app.add_template_global(shown_colon, "colon")
    app.add_template_filter(shown_number, "number")
    app.add_template_filter(shown_day, "day")
    app.add_template_filter(shown_moment, "moment")
    app.add_template_filter(shown_date, "partial_date")
    app.add_template_filter(shown_listing, "listing")
    app.add_template_filter(isolate_ltr, "left_to_right")
    app.add_template_filter(in_groups, "grouped")
    app.add_template_filter(latin_letters, "in_latin")
    app.add_template_filter(said, "as_said")


def shown_colon() -> str:
    """What stands between a label and its value."""
    return colon(language())


def shown_number(value: float, places: int | None = None) -> str:
    """`places` fixes the decimals."""
    return number(language(), value, places)


def shown_day(when: datetime.datetime | datetime.date | None) -> str:
    """A day in words, empty for None."""
    if when is None:
        return ""
    return full_date(language(), when.date() if isinstance(when, datetime.datetime) else when)


def shown_moment(when: datetime.datetime | None) -> str:
    """Day and time, empty for None. Where the reader is on earth is not known: what is told in UTC says so."""
    if when is None:
        return ""
    told = moment(language(), when)
    return f"{told} UTC" if when.tzinfo is datetime.UTC else told


def shown_date(date: PartialDate | None) -> str:
    """A date known in part, empty for None."""
    if date is None:
        return ""
    return partial_date(language(), date.earliest, date.latest, date.precision.value, date.calendar.value)


def shown_listing(texts: Iterable[str]) -> Markup:
    """Texts as somebody wrote them, each in a `<bdi>` of its own, joined as a sentence joins them."""
    kept_apart = [Markup("<bdi>{}</bdi>").format(text) for text in texts]
    between = listing(language(), [_OBJECT] * len(kept_apart)).split(_OBJECT)
    return Markup("").join(part for pair in zip_longest(between, kept_apart, fillvalue="") for part in pair)


def latin_letters(name: str, languages: Iterable[str] = ()) -> str:
    """A name in Latin letters, empty for one that is written in them."""
    return in_latin_letters(name, tuple(languages))


def said(name: str, languages: Iterable[str] = ()) -> str:
    """How a name in Latin letters is said, where the spelling of its bearer's language misleads; else empty."""
    return as_said(name, tuple(languages))


def in_groups(text: str) -> str:
    """A long code in groups of four, as it is easier to type."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
