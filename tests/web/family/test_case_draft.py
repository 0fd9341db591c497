"""A case while it is being answered."""

import dataclasses
import uuid

import pytest

from search.documents import Description, Filing, Identifiers, Journey
from search.summaries import CaseSummary, ComparisonNews
from tests.fixtures.portals import NOW
from tests.web.family.answers import RICH
from web.family.case_draft import CaseDraft, all_rebuilt, rebuilt


def length(text: str | None) -> int:
    """What a form shows of a text that it cannot show in full."""
    return len(text or "")


def stars(count: int) -> str | None:
    """What the form makes of what is typed; nothing for nothing."""
    return "*" * count or None


def test_a_filed_case_is_the_base_of_its_change() -> None:
    filed = CaseSummary(
        case_id=uuid.UUID(int=7),
        reference="AAAA-AAA1-1",
        language="ti",
        filed_at=NOW,
        revision=3,
        sought=RICH.sought,
        identifiers=RICH.identifiers,
        filing=RICH.filing,
        consents=(),
        withdrawn=False,
        news=ComparisonNews(compared=(), compared_through=None),
    )
    assert CaseDraft.of(filed) == dataclasses.replace(RICH, consents=())


def test_an_empty_case_has_an_empty_journey_and_shares_with_nobody() -> None:
    empty = CaseDraft()
    assert (empty.journey, empty.consents, empty.filing) == (Journey(), (), Filing())
    assert (empty.sought, empty.identifiers) == (Description(), Identifiers())


def test_other_words_about_the_person_leave_the_rest_as_it_was() -> None:
    changed = RICH.with_sought(words="dances")
    assert (changed.sought.words, changed.sought.names) == ("dances", RICH.sought.names)
    assert (changed.identifiers, changed.filing, changed.consents) == (RICH.identifiers, RICH.filing, RICH.consents)
    assert RICH.sought.words == "sings"


def test_a_journey_that_was_emptied_is_none() -> None:
    moved = CaseDraft().with_journey(vessel="a blue boat")
    assert moved.sought.journey == Journey(vessel="a blue boat")
    assert moved.with_journey(vessel="").sought.journey is None


def test_lines_that_no_field_could_take_are_added_once() -> None:
    once = CaseDraft(sought=Description(words="sings")).with_words(["Year: the flood", "sings"])
    assert once.sought.words == "sings\nYear: the flood"
    assert once.with_words(["Year: the flood"]) == once
    assert CaseDraft().with_words([]) == CaseDraft()


@pytest.mark.parametrize(("typed", "value"), [(4, "word"), (2, "**"), (0, None)])
def test_a_value_is_kept_where_its_form_was_left_as_it_was(typed: int, value: str | None) -> None:
    old: str | None = "word"
    assert rebuilt(old, typed, length, stars) == value


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ([4, 2], ("word", "of")),
        ([2, 4], ("of", "word")),
        ([4, 0], ("word",)),
        ([4, 2, 3], ("word", "of", "***")),
        ([], ()),
    ],
)
def test_a_row_keeps_its_value_until_it_is_changed_or_emptied(typed: list[int], values: tuple[str, ...]) -> None:
    assert all_rebuilt(["word", "of"], typed, length, stars) == values
