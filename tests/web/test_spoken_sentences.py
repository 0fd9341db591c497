"""What is read aloud has a name, and words in every language."""

import pytest

from i18n.division import Catalogue
from i18n.offered_languages import offered
from search.recordings.kept_recordings import words_digest
from web.spoken_sentences import RECEIPT, all_spoken, spoken_on, words_by_code


def test_everything_has_a_name_of_its_own_and_words_in_every_language() -> None:
    codes = list(all_spoken())
    pages = ("who", "last", "reach", RECEIPT)
    assert [one.code for page in pages for one in spoken_on(page)] == codes
    for row in offered(Catalogue.FAMILY):
        words = words_by_code(row.tag)
        assert list(words) == codes
        assert all(words.values()), row.tag
        assert len(set(map(words_digest, words.values()))) == len(codes), row.tag


def test_a_question_is_read_with_its_hint_and_its_answers() -> None:
    words = words_by_code("en")
    assert words["reach.contacts-kind"].startswith("In which way can we reach you? Phone call. Messages on a phone")
    assert words["reach.contacts-kind"].endswith("Nobody is to call or write. I come back here myself.")
    assert words["who.names-full"].startswith("Their name, as you write it. In your own language and letters.")


def test_what_is_long_is_counted_as_three_sentences_at_most() -> None:
    assert {code: one.sentences for code, one in all_spoken().items() if one.sentences < 3} == {
        "last.event-place": 1,
        "reach.contacts-value": 1,
        "receipt.lasts": 2,
        "receipt.next": 2,
        "who.title": 2,
    }
    assert max(one.sentences for one in all_spoken().values()) == 3


@pytest.mark.parametrize(("tag", "stop"), [("ti", "።"), ("bn", "।"), ("ur", "\u06d4"), ("ar", ".")])
def test_what_is_read_in_one_go_ends_its_sentences_as_the_language_does(tag: str, stop: str) -> None:
    others = {"።", "।", "\u06d4", "."} - {stop}
    read = " ".join(words_by_code(tag).values())
    assert stop + " " in read
    assert not [other for other in others if other + " " in read]
