"""A case while it is being answered."""

import dataclasses
import uuid

import pytest

from search.documents import Answer, Contact, Description, FieldNote, Filing, Identifiers
from search.fields import catalogue
from search.summaries import CaseSummary, ComparisonNews
from search.vocabulary import ContactKind
from tests.fixtures.portals import NOW
from tests.web.family.answers import RICH
from web.family.case_draft import CaseDraft
from web.fields.answers import Answered


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


def test_an_empty_case_says_nothing_and_shares_with_nobody() -> None:
    empty = CaseDraft()
    assert (empty.consents, empty.filing) == ((), Filing())
    assert (empty.sought, empty.identifiers) == (Description(), Identifiers())


def test_another_answer_leaves_the_rest_as_it_was() -> None:
    words = catalogue()["description.words"]
    changed = RICH.with_answer(words, Answered("dances", FieldNote(field=words.path)))
    assert (changed.sought.words, changed.sought.names) == ("dances", RICH.sought.names)
    assert (changed.identifiers, changed.filing, changed.consents) == (RICH.identifiers, RICH.filing, RICH.consents)
    assert RICH.sought.words == "sings"


def test_an_equal_answer_changes_not_even_the_order() -> None:
    for path in ("description.names:full", "description.names", "description.traits:eyes", "identifiers.phones"):
        row = catalogue()[path]
        assert RICH.with_answer(row, RICH.answered(row)) is RICH


def test_what_was_noted_under_a_field_is_kept_by_its_document() -> None:
    phones = catalogue()["identifiers.phones"]
    noted = CaseDraft().with_answer(phones, Answered((), FieldNote(field=phones.path, answer=Answer.NONE)))
    assert noted.identifiers.notes == (FieldNote(field=phones.path, answer=Answer.NONE),)
    assert noted.answered(phones).note.answer is Answer.NONE


def test_a_field_says_nothing_until_a_value_words_or_an_answer_stand_in_it() -> None:
    birth = catalogue()["description.birth"]
    assert CaseDraft().says_nothing(birth)
    unknown = Answered(None, FieldNote(field=birth.path, answer=Answer.UNKNOWN))
    assert not CaseDraft().with_answer(birth, unknown).says_nothing(birth)
    assert not RICH.says_nothing(birth)


def test_a_code_is_said_plainly_and_nothing_as_empty() -> None:
    sex = catalogue()["description.sex"]
    assert (RICH.code(sex), CaseDraft().code(sex)) == ("male", "")


@pytest.mark.parametrize(
    ("filing", "reachable"),
    [
        (Filing(), False),
        (Filing(contacts=(Contact(safe_hours="in the evening"),)), False),
        (Filing(contacts=(Contact(value="+46700000001"),)), True),
        (Filing(contacts=(Contact(kind=ContactKind.PHONE, value="my neighbour Saida"),)), False),
        (Filing(contacts=(Contact(kind=ContactKind.EMAIL, value="not an address"),)), False),
        (Filing(contacts=(Contact(kind=ContactKind.THROUGH_SOMEONE, value="my neighbour Saida"),)), True),
        (Filing(notes=(FieldNote(field="filing.contacts", words="at the bakery"),)), True),
    ],
)
def test_a_family_is_reachable_by_what_is_the_way_that_it_says(filing: Filing, *, reachable: bool) -> None:
    assert CaseDraft(filing=filing).reachable is reachable
