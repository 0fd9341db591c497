"""The signs between the words of every catalogue are those of its language, and stand as it writes them."""

import re
from collections.abc import Iterator

import pytest

from i18n.catalogue_files import messages, read_catalogue
from i18n.division import Catalogue
from i18n.locales import LOCALES, SOURCE_TAG, is_begun

# Which signs a language has: stop, comma, semicolon, colon, those of questions, quotation marks, and its apostrophe.
_USUAL = ".,;:?!“”"
_ARABIC = "،؛:؟«»"
_ETHIOPIC = "።፣፤፦፥፡?“”"
SIGNS = {
    **dict.fromkeys(("ht", "ku", "pt", "tr", "vi"), f"{_USUAL}’"),
    **dict.fromkeys(("ru", "uk"), ".,;:?!«»’"),
    **dict.fromkeys(("am", "ti"), _ETHIOPIC),
    **dict.fromkeys(("ar", "fa", "ps"), f".{_ARABIC}"),
    "ur": "۔،؛:؟“”",
    "bn": "।,;:?!“”’",
    "es": f"{_USUAL}¿¡’",
    "fr": ".,;:?!«»’",
    # A letter, of a sound in the throat.
    "so": f"{_USUAL}'",
}
_ANY = re.compile("[.,;:?!،؛؟۔።፣፤፦፥፡।¿¡\"'’‘“”„«»‹›]")
# What stays as it is: placeholders, tags, what is typed or a program reads, names that keep their spelling.
_AS_IT_IS = re.compile(
    r"%\(\w+\)[#0\- +]*[\d.*]*[A-Za-z]|</?[A-Za-z][^<>]*>|<!DOCTYPE|&#?\w+;|https?:\S+|\S+@\S+|Authorization: Bearer …"
    r"|JPEG, PNG, WebP|WhatsApp, Telegram, (?=SMS)|\d[\d.,:/-]*\d(?:, \d[\d.]*\d)*|\w*(?:\.\w+)+|[Qq]’eqchi’|[Kk]’iche’"
)
_NO_BREAK = "\u00a0"
_FRENCH = re.compile(rf"(?<!{_NO_BREAK})[:;?!»]|«(?!{_NO_BREAK})")
# No-break spaces of half the width are boxes on cheap phones.
_BLANKS = re.compile(r"\u202f|[ ](?=[.,;:?!،؛؟۔።፣፤፦।”»])|[“«¿¡][ ]|[ ]{2}")
_PAIRS = ("“”", "«»", "¿?", "¡!")


@pytest.mark.parametrize("tag", [row.tag for row in LOCALES if row.tag != SOURCE_TAG])
def test_every_sign_is_one_of_its_language_and_stands_as_it_writes_it(tag: str) -> None:
    assert [(fault, words) for words in _words(tag) for fault in faults(tag, words)] == []


@pytest.mark.parametrize(
    ("tag", "words", "wrong"),
    [
        ("fr", "Vraiment ?", " ?"),
        ("fr", "« Oui\u00a0»", "«"),
        ("fr", "l'aide", "'"),
        ("fr", "Vraiment\u202f?", "\u202f"),
        ("es", "Seguro?", "¿?"),
        ("es", "¿Es usted? Quién es?", "¿?"),
        ("pt", "«sim»", "«"),
        ("ar", "نعم, لا", ","),
        ("fa", "کجا?", "?"),
        ("ps", "هو; نه", ";"),
        ("ur", "شکریہ.", "."),
        ("am", "አዎ.", "."),
        ("ti", "እወ, ኣይፋልን", ","),
        ("bn", "হ্যাঁ.", "."),
        ("tr", "Evet ,", " "),
        ("ru", "«да", "«»"),
    ],
)
def test_each_fault_is_seen(tag: str, words: str, wrong: str) -> None:
    assert any(fault in wrong for fault in faults(tag, words))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", "À 12:30\u00a0: «\u00a0%(name)s\u00a0»"),
        ("ar", "مثل 35.50, 12.61."),
        ("am", "%(low)s ሴ.ሜ"),
        ("es", "¿Sí? Un archivo .ogg: <b>%(n)d</b>."),
    ],
)
def test_what_is_typed_or_a_program_reads_stays_as_it_is(tag: str, words: str) -> None:
    assert list(faults(tag, words)) == []


def faults(tag: str, words: str) -> Iterator[str]:
    """Signs of other languages, signs without their partner, and spaces where none or another belongs."""
    bare = _AS_IT_IS.sub("x", words)
    yield from set(_ANY.findall(bare)) - set(SIGNS[tag])
    yield from _BLANKS.findall(bare)
    yield from (pair for pair in _PAIRS if pair[0] in SIGNS[tag] and bare.count(pair[0]) != bare.count(pair[1]))
    if tag == "fr":
        yield from _FRENCH.findall(bare)


def _words(tag: str) -> Iterator[str]:
    """Every form of every message that a language has."""
    row = next(row for row in LOCALES if row.tag == tag)
    for catalogue in Catalogue:
        for message in messages(read_catalogue(tag, catalogue)) if is_begun(row, catalogue) else ():
            yield from message.string if isinstance(message.string, list | tuple) else (message.string or "",)
