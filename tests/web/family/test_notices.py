"""The page of notices: in every language, bound to the text that was read, taken back as easily."""

import re

import pytest

from search.vocabulary import NoticeHours
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.family.asking import files_search
from web.labels.notice_text import language_of_notice_text, notice_text

TAGS = [row.tag for row in walked()]
CHOICE = {"channel": "email", "address": "mother@example.org", "hours": "morning", "clock": "04"}


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


def chooses(visitor: Visitor, **changes: str) -> int:
    text = re.findall(r'name="text" value="([0-9a-f]{64})"', visitor.page)
    return visitor.sends("/case/notices", {**CHOICE, "text": text[0], **changes}).status_code


@pytest.mark.parametrize("tag", TAGS)
def test_a_choice_is_kept_shown_and_taken_back(visitor: Visitor, tag: str) -> None:
    files_search(visitor)
    visitor.goes_to(f"/case/notices?lang={tag}")
    assert "checked" not in visitor.page
    assert english_left(visitor.page, tag) == []
    assert chooses(visitor) == 200
    assert "mother@example.org" in visitor.page
    assert english_left(visitor.page, tag) == []
    visitor.sends("/case/notices/take-back")
    assert "mother@example.org" not in visitor.page
    assert english_left(visitor.page, tag) == []


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "changes",
    [
        {"channel": ""}, {"address": "nowhere"}, {"channel": "sms", "address": "7123 4567"}, {"hours": ""},
        {"clock": "24"}, {"clock": ""},
    ],
    ids=["channel", "e-mail", "number", "hours", "no such hour", "clock"],
)  # fmt: skip
def test_every_error_is_said_and_keeps_what_was_typed(visitor: Visitor, tag: str, changes: dict[str, str]) -> None:
    files_search(visitor)
    visitor.goes_to(f"/case/notices?lang={tag}")
    assert chooses(visitor, **changes) == 400
    assert english_left(visitor.page, tag) == []
    assert (changes.get("address") or CHOICE["address"]) in visitor.page


def test_nobody_agrees_to_words_that_they_have_not_read(visitor: Visitor) -> None:
    files_search(visitor)
    visitor.goes_to("/case/notices")
    for text in ("00" * 32, "no digest"):
        assert chooses(visitor, text=text) == 409
        assert "This text has changed" in visitor.page


def test_the_text_of_each_language_has_a_digest_of_its_own_and_names_the_very_message() -> None:
    texts = {tag: notice_text(tag) for tag in TAGS}
    assert len({text.digest for text in texts.values()}) == len(TAGS)
    assert [language_of_notice_text(texts[tag].digest, TAGS) for tag in TAGS] == TAGS
    assert all(len(text.parts) == 4 for text in texts.values())
    assert len(NoticeHours) == 4
