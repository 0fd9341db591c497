"""How long the sentences of the families' pages are, in every language: somebody hears them read aloud."""

import re
from collections.abc import Iterator

from babel.messages.pofile import read_po

from i18n.catalogue_files import pot_path, read_catalogue
from i18n.division import Catalogue
from i18n.locales import SOURCE_TAG
from i18n.offered_languages import offered

# Words of the longest sentence, and of a sentence on average: a language that writes small words apart needs more.
# Lowered as pages get plainer, never raised.
USUAL_LONGEST = 22
USUAL_MEAN = 9.2
# Vietnamese writes every syllable apart.
LONGEST = {"vi": 30}
MEAN = {
    "ar": 7.3,
    "fr": 9.4,
    "ht": 9.6,
    "ur": 10.4,
    "am": 6.2,
    "ti": 6.9,
    "bn": 7.7,
    "ru": 7.7,
    "uk": 7.5,
    "tr": 6.4,
    "vi": 10.8,
}

_END = re.compile(r"(?<=[.!?؟።۔।])[”»]?\s+")
_WORD = re.compile(r"%\(\w+\)s|[\w\u0300-\u036f\u064b-\u0652\u0980-\u09ff\u135d-\u135f’'\u200c-]+")
_WHOLE = re.compile(r"[.!?؟።۔।][”»]?$")


def test_no_sentence_of_a_family_is_longer_than_its_language_allows() -> None:
    for row in offered():
        long = [one for one in sentences(row.tag) if words(one) > LONGEST.get(row.tag, USUAL_LONGEST)]
        assert not long, f"{row.tag}: split these: {long}"


def test_sentences_of_families_stay_short_on_average() -> None:
    for row in offered():
        counts = [words(one) for one in sentences(row.tag) if _WHOLE.search(one)]
        assert len(counts) > 500
        assert sum(counts) / len(counts) <= MEAN.get(row.tag, USUAL_MEAN), row.tag


def sentences(tag: str) -> Iterator[str]:
    """Every sentence that a family can meet in a language; a label or a button counts as one."""
    for text in texts(tag):
        yield from (one for one in _END.split(text) if words(one))


def texts(tag: str) -> Iterator[str]:
    if tag == SOURCE_TAG:
        with pot_path(Catalogue.FAMILY).open("rb") as template:
            said = [message.id for message in read_po(template) if message.id]
    else:
        said = [message.string or "" for message in read_catalogue(tag, Catalogue.FAMILY) if message.id]
    for one in said:
        yield from [one] if isinstance(one, str) else one


def words(sentence: str) -> int:
    return len(_WORD.findall(sentence))
