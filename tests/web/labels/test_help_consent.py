"""What is read aloud before filing together: whole in every language, and its digest is of these very words."""

import msgspec
import pytest

from i18n.offered_languages import offered
from search.vocabulary import OrganisationKind, StateRun
from tests.search.accounts.test_helper_passes import HELPER
from web.labels.help_consent import help_text, language_of_help_text

TAGS = [row.tag for row in offered()]


@pytest.mark.parametrize("tag", TAGS)
def test_the_text_names_the_organisation_and_says_what_it_learns_and_what_can_go_wrong(tag: str) -> None:
    text = help_text(tag, HELPER)
    assert HELPER.organisation in text.title
    assert HELPER.organisation in text.question
    assert len(text.parts) == 6
    assert all(heading and words for heading, words in text.parts)
    assert language_of_help_text(text.digest, TAGS, HELPER) == tag


@pytest.mark.parametrize("kind", [OrganisationKind.CONSULATE, OrganisationKind.SHELTER, OrganisationKind.COMMITTEE])
@pytest.mark.parametrize("state_run", StateRun)
def test_one_that_belongs_to_a_state_or_may_is_said_to(kind: OrganisationKind, state_run: StateRun) -> None:
    text = help_text("en", msgspec.structs.replace(HELPER, kind=kind, state_run=state_run))
    warned = any("other offices of that state may learn" in words for _, words in text.parts)
    assert warned is (kind is OrganisationKind.CONSULATE or state_run is not StateRun.NO)


def test_an_answer_to_the_text_of_another_organisation_counts_for_nobody() -> None:
    other = msgspec.structs.replace(HELPER, organisation="Another")
    assert language_of_help_text(help_text("en", other).digest, TAGS, HELPER) == ""
