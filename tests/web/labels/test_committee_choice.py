"""What a family reads before another committee reads its search: whole in every language, bound to these words."""

import pytest

from i18n.offered_languages import offered
from web.labels.committee_choice import choice_text, language_of_choice_text

TAGS = [row.tag for row in offered()]


@pytest.mark.parametrize("tag", TAGS)
def test_the_text_names_both_committees_and_says_what_is_learnt_and_what_can_go_wrong(tag: str) -> None:
    text = choice_text(tag, "New One", "Old One")
    assert "New One" in text.title
    assert "New One" in text.question
    assert "Old One" in text.question
    assert len(text.parts) == 5
    assert language_of_choice_text(text.digest, TAGS, "New One", "Old One") == tag


def test_a_yes_to_another_committee_counts_for_nobody() -> None:
    text = choice_text("en", "New One", "Old One")
    assert language_of_choice_text(text.digest, TAGS, "Old One", "New One") == ""
