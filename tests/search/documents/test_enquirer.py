"""Who asks may say as little as they like, and is never called without having said that it is safe."""

import dataclasses

import pytest

from search.documents import Contact, Filing
from search.vocabulary import ContactKind


def test_a_family_need_not_say_who_it_is() -> None:
    assert [field.name for field in dataclasses.fields(Filing) if field.default is dataclasses.MISSING] == []


def test_the_reason_of_a_call_is_not_said_aloud_unless_that_was_called_safe() -> None:
    contact = Contact(kind=ContactKind.PHONE, value="+50361000001")
    assert not contact.safe_to_say_why


@pytest.mark.parametrize("document", [Filing(), Contact(kind=ContactKind.PHONE, value="+50361000001")])
def test_an_enquirer_s_words_cannot_be_changed_in_place(document: object) -> None:
    (first, *_) = vars(type(document))["__slots__"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(document, first, "something else")
