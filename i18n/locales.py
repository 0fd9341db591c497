"""The table of languages, and which of them a browser likes best."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from i18n.division import Catalogue
from i18n.errors import UnknownLocale

CATALOGUES = Path(__file__).parent / "catalogues"
SOURCE_TAG = "en"

# A header is a few dozen characters; what is longer was not written by a browser.
_LONGEST_HEADER = 500


@dataclass(frozen=True, slots=True)
class LocaleRow:
    """One language of the portals.

    `tag` is BCP 47 and goes into `lang`; `direction` is `ltr` or `rtl`; `script` is ISO 15924; `cldr` is the locale
    whose formats are used; `plural_forms` is the gettext header; `examples` has one count per plural form, in the
    catalogue's order; `also_for` are languages whose speakers mostly read this one. `promised` does not offer anything:
    it makes `i18n.check` fail, and every start, when readers of these catalogues would lose a language that they have
    been using.

    `confirmed` is said once people who grew up with the language have read the families' pages in it and found the
    words right; until then the first page says that they have yet to.

    `calendar` is what dates are written in, `digits` the CLDR name of the numbering system, `line_height` what the
    script needs, `font` a file of `web/static/fonts` where telephones lack the script.
    """

    tag: str
    name: str
    direction: str
    script: str
    cldr: str
    plural_forms: str
    examples: tuple[int, ...]
    also_for: tuple[str, ...] = ()
    promised: tuple[Catalogue, ...] = tuple(Catalogue)
    calendar: str = "gregorian"
    digits: str = "latn"
    line_height: float = 1.5
    font: str = ""
    confirmed: bool = False


_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_ARABIC_FORMS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
)

# English is written the international way (12 March 2021). Spanish takes the formats of Latin America, where the
# first portals are used (1,234.5). Arabic takes CLDR's plain `ar`.
LOCALES: tuple[LocaleRow, ...] = (
    LocaleRow("en", "English", "ltr", "Latn", "en_001", _TWO_FORMS, (1, 2), confirmed=True),
    LocaleRow(
        "es", "Español", "ltr", "Latn", "es_419", _TWO_FORMS, (1, 2),
        also_for=("ca", "gl", "eu", "qu", "ay", "gn", "nah", "quc", "mam", "kek"),
    ),
    LocaleRow(
        "ar", "العربية", "rtl", "Arab", "ar", _ARABIC_FORMS, (0, 1, 2, 3, 11, 100),
        also_for=("arz", "ary", "arq", "aeb", "ayl", "apd", "apc", "ajp", "acm", "afb", "acw", "ayn", "shu"),
        line_height=1.7,
    ),
)  # fmt: skip


def locale(tag: str) -> LocaleRow:
    """The row of a tag; raises UnknownLocale."""
    for row in LOCALES:
        if row.tag == tag:
            return row
    raise UnknownLocale(tag)


def po_path(tag: str, catalogue: Catalogue, catalogues: Path = CATALOGUES) -> Path:
    """Where translators write."""
    return catalogues / tag / "LC_MESSAGES" / f"{catalogue}.po"


def best_locale(accept_language: str, offered: Sequence[str], otherwise: str = SOURCE_TAG) -> str:
    """The offered tag that a browser's Accept-Language likes best (RFC 9110 section 12.5.4, RFC 4647 lookup).

    Regions are ignored (`es-MX` is `es`); dialects and neighbouring languages count through `also_for`. Without any
    agreement it is `otherwise`, or else the first one offered. Raises ValueError when nothing is offered.

    By hand, since `babel.negotiate_locale` reads no header, knows neither `*` nor `q=0`, and finds `arz`, not `arz-EG`.
    """
    if not offered:
        raise ValueError("nothing_offered")
    for wanted in _by_preference(accept_language[:_LONGEST_HEADER]):
        for tag in offered:
            if wanted == tag.lower() or wanted in locale(tag).also_for:
                return tag
        if wanted == "*":
            break
    return otherwise if otherwise in offered else offered[0]


def _by_preference(header: str) -> list[str]:
    """Primary languages of the header, most wanted first; those with quality zero are refused and left out."""
    ranked = []
    for position, part in enumerate(header.split(",")):
        tag, _, parameters = part.strip().partition(";")
        quality = _quality(parameters)
        if tag and quality > 0:
            ranked.append((-quality, position, tag.strip().lower().replace("_", "-").partition("-")[0]))
    return [tag for _, _, tag in sorted(ranked)]


def _quality(parameters: str) -> float:
    """The weight behind `q=`, 1 where there is none, 0 where it cannot be read."""
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(float(value), 1.0)
    except ValueError:
        return 0.0
