"""Digits as readers of a language write them, where those are not 0 to 9.

Telephone numbers, references, papers and whatever is typed or copied keep the digits in which they came.
"""

from i18n.locales import locale

# By the names that the CLDR has for numbering systems.
_DIGITS = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
    "khmr": "០១២៣៤៥៦៧៨៩",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}


def in_digits(tag: str, words: str) -> str:
    """The words with the digits of the language; as they are where it writes 0 to 9. Raises UnknownLocale."""
    digits = _DIGITS.get(locale(tag).digits)
    return words.translate(str.maketrans("0123456789", digits)) if digits else words
