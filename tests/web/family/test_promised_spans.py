"""Spans of time and numbers that sentences name in words are those that the code keeps to."""

import datetime

import pytest
from babel.messages.pofile import read_po

from i18n.catalogue_files import pot_path
from i18n.division import Catalogue
from i18n.passphrases import WORDS_IN_A_PASSPHRASE
from search.accounts.sessions import LONGEST
from search.asking.slot_days import EVERY
from search.casework.word_renewals import WAIT
from search.filing.closing_searches import ASKED_AFTER
from search.filing.drafting import KEPT_FOR, UNDO_FOR
from web.family import receipts
from web.family.door import DOOR

A_DAY = datetime.timedelta(days=1)
AN_HOUR = datetime.timedelta(hours=1)
A_FEW_MINUTES = datetime.timedelta(minutes=3), datetime.timedelta(minutes=9)


@pytest.fixture(scope="module")
def sentences() -> str:
    """Everything that a family can meet, in English."""
    with pot_path(Catalogue.FAMILY).open("rb") as template:
        said = [message.id for message in read_po(template)]
    return "\n".join(one if isinstance(one, str) else "\n".join(one) for one in said)


def test_a_span_that_a_sentence_names_is_the_one_that_counts(sentences: str) -> None:
    named = (
        ("That takes two weeks", WAIT, 14 * A_DAY),
        ("We ask every family once a year.", ASKED_AFTER, 365 * A_DAY),
        ("Every family is asked a few questions every two weeks", EVERY, 14 * A_DAY),
        ("what you begin stays here for seven days", KEPT_FOR, 7 * A_DAY),
        ("We keep it for seven days.", KEPT_FOR, 7 * A_DAY),
        ("We keep it for four hours after you last saved it", LONGEST, 4 * AN_HOUR),
        ("After four hours it is erased in any case.", LONGEST, 4 * AN_HOUR),
        ("We can show them for one day after the search was sent.", receipts.ON_OWN_PHONE, A_DAY),
        ("For one day you can see your words again.", receipts.ON_OWN_PHONE, A_DAY),
        ("For one day after the search was sent, this phone shows this page again.", receipts.ON_OWN_PHONE, A_DAY),
        ("We can show them once more, within one hour after the search was sent.", receipts.ELSEWHERE, AN_HOUR),
        ("Only this page shows the words, for one hour at most.", receipts.ELSEWHERE, AN_HOUR),
        ("on this device. This lasts one hour after the search was sent.", receipts.ELSEWHERE, AN_HOUR),
    )
    for words, kept, said in named:
        assert words in sentences
        assert kept == said, words
    assert "For a few minutes you can bring it back" in sentences
    assert A_FEW_MINUTES[0] <= UNDO_FOR <= A_FEW_MINUTES[1]


def test_the_door_asks_as_many_questions_as_the_first_page_says(sentences: str) -> None:
    assert "Three questions are enough to begin" in sentences
    assert "You answer three questions, and can leave any of them empty." in sentences
    assert len(DOOR) == 3
    assert "You get a reference and five words." in sentences
    assert WORDS_IN_A_PASSPHRASE == 5
