"""The table of languages."""

from dataclasses import dataclass
from pathlib import Path

from i18n.division import Catalogue
from i18n.errors import UnknownLocale

CATALOGUES = Path(__file__).parent / "catalogues"
SOURCE_TAG = "en"


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


_ONE_FORM = "nplurals=1; plural=0;"
_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_NONE_IS_ONE = "nplurals=2; plural=(n > 1);"
_SLAVIC_FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
_ARABIC_FORMS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
)

_FAMILIES = (Catalogue.FAMILY,)

# English is written the international way (12 March 2021). Spanish takes the formats of Latin America, where the
# first portals are used (1,234.5). Arabic takes CLDR's plain `ar`, Persian the names of months that Afghanistan has,
# Tigrinya those of Eritrea.
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
    LocaleRow(
        "fr", "Français", "ltr", "Latn", "fr", _NONE_IS_ONE, (0, 2),
        also_for=("wo", "bm", "ff", "ln", "sg", "br", "oc"),
    ),
    LocaleRow(
        "pt", "Português", "ltr", "Latn", "pt", _TWO_FORMS, (1, 2), also_for=("kea", "pov", "umb", "kmb", "tet"),
    ),
    LocaleRow("ht", "Kreyòl ayisyen", "ltr", "Latn", "ht", _ONE_FORM, (1,), promised=_FAMILIES),
    LocaleRow(
        "fa", "فارسی / دری", "rtl", "Arab", "fa_AF", _NONE_IS_ONE, (0, 2), also_for=("prs", "haz", "lrc", "mzn"),
        promised=_FAMILIES, calendar="solar_hijri", line_height=1.7,
    ),
    LocaleRow(
        "ps", "پښتو", "rtl", "Arab", "ps", _TWO_FORMS, (1, 2), also_for=("pbt", "pbu", "pst"), promised=_FAMILIES,
        calendar="solar_hijri", line_height=1.7,
    ),
    LocaleRow(
        "ur", "اردو", "rtl", "Arab", "ur", _TWO_FORMS, (1, 2), also_for=("pnb", "sd", "skr", "bal", "hno", "ks"),
        promised=_FAMILIES, line_height=1.9,
    ),
    LocaleRow(
        "bn", "বাংলা", "ltr", "Beng", "bn", _NONE_IS_ONE, (0, 2), also_for=("ctg", "syl", "rhg"), promised=_FAMILIES,
        line_height=1.7,
    ),
    LocaleRow(
        "am", "አማርኛ", "ltr", "Ethi", "am", _NONE_IS_ONE, (0, 2), also_for=("gez", "gru", "sgw", "har"),
        promised=_FAMILIES, calendar="ethiopian", line_height=1.7,
    ),
    LocaleRow(
        "ti", "ትግርኛ", "ltr", "Ethi", "ti_ER", _NONE_IS_ONE, (0, 2), also_for=("tig", "byn", "ssy"), promised=_FAMILIES,
        line_height=1.7,
    ),
    LocaleRow(
        "so", "Soomaali", "ltr", "Latn", "so", _TWO_FORMS, (1, 2), also_for=("ymm",), promised=_FAMILIES,
    ),
    LocaleRow("uk", "Українська", "ltr", "Cyrl", "uk", _SLAVIC_FORMS, (1, 2, 5), promised=_FAMILIES),
    LocaleRow(
        "ru", "Русский", "ltr", "Cyrl", "ru", _SLAVIC_FORMS, (1, 2, 5),
        also_for=("ky", "kk", "uz", "tk", "be", "ce", "av", "os", "tt", "ba", "inh", "kbd"), promised=_FAMILIES,
    ),
    LocaleRow(
        "tr", "Türkçe", "ltr", "Latn", "tr", _TWO_FORMS, (1, 2), also_for=("az", "crh", "gag"), promised=_FAMILIES,
    ),
    LocaleRow("vi", "Tiếng Việt", "ltr", "Latn", "vi", _ONE_FORM, (1,), promised=_FAMILIES),
    LocaleRow("ku", "Kurdî (Kurmancî)", "ltr", "Latn", "ku", _TWO_FORMS, (1, 2), also_for=("kmr",), promised=_FAMILIES),
)  # fmt: skip


def locale(tag: str) -> LocaleRow:
    """The row of a tag; raises UnknownLocale."""
    for row in LOCALES:
        if row.tag == tag:
            return row
    raise UnknownLocale(tag)


def is_begun(row: LocaleRow, catalogue: Catalogue, catalogues: Path = CATALOGUES) -> bool:
    """Whether a language has words of a catalogue, or was promised to its readers: the source itself needs none."""
    if row.tag == SOURCE_TAG:
        return False
    return catalogue in row.promised or po_path(row.tag, catalogue, catalogues).is_file()


def po_path(tag: str, catalogue: Catalogue, catalogues: Path = CATALOGUES) -> Path:
    """Where translators write."""
    return catalogues / tag / "LC_MESSAGES" / f"{catalogue}.po"
