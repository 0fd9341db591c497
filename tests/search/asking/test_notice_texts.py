"""The words of a notice: the same for all, and telling nothing."""

import pytest

from i18n.offered_languages import offered
from search.asking.notice_texts import subject_and_text


@pytest.mark.parametrize("tag", [row.tag for row in offered()])
def test_a_notice_has_no_place_for_a_name_a_link_or_a_number(tag: str) -> None:
    subject, text = subject_and_text(tag)
    assert subject
    assert text
    assert not any(sign in subject + text for sign in ("%", "{", "/", "@", "http"))
    assert not any(letter.isdigit() for letter in subject + text)


def test_every_language_has_its_own() -> None:
    assert len({subject_and_text(row.tag) for row in offered()}) == len(offered())
