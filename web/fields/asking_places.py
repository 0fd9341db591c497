"""What is asked about a place: in which of several countries it lies, or which town an unknown spelling means."""

from search.fields import FieldRow
from search.values.place_suggestions import SuggestedPlace, suggested_places
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, text
from web.fields.typed_names import countries_in_words
from web.fields.widget import Setting
from web.labels import words as label
from web.locale import pgettext


def place(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """What is asked about a place whose words say no country; the words stay whatever is answered."""
    written = text(typed, "text")
    if not written or text(typed, "country") or countries_in_words(written):
        return None
    found = suggested_places(written, setting.regions)
    if not found:
        return None
    options = tuple(_option(one, typed, written) for one in found)
    return SoftQuestion(code="which_place", written=written, options=options)


def _option(one: SuggestedPlace, typed: Typed, written: str) -> SoftOption:
    """The words with the country beside them: the engine finds the town by both."""
    country = label(one.country, "country")
    shown = pgettext("place", "%(town)s, %(country)s", town=one.town or written, country=country)
    return SoftOption(f"{one.country}-{one.town}", shown, {**typed, "country": [country]})
