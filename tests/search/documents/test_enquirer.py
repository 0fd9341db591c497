"""Who asks may say as little as they like, and is never called without having said that it is safe."""

import dataclasses

import msgspec
import pytest

from search.documents import Contact, ControlQuestion, Filing
from search.vocabulary import ContactKind, MaySay


def test_a_family_need_not_say_who_it_is() -> None:
    assert [field.name for field in dataclasses.fields(Filing) if field.default is dataclasses.MISSING] == []


def test_the_reason_of_a_call_is_not_said_aloud_unless_that_was_called_safe() -> None:
    contact = Contact(kind=ContactKind.PHONE, value="+50361000001")
    assert contact.may_say is None
    assert Contact(safe_to_say_why=False).may_say is MaySay.NEVER_WHY
    assert Contact(safe_to_say_why=True) == Contact(may_say=MaySay.WHY_TO_ANYBODY)


def test_what_was_asked_in_an_earlier_way_is_read_as_it_is_asked_now() -> None:
    filing = msgspec.msgpack.decode(msgspec.msgpack.encode({"control_facts": ["the door was blue"]}), type=Filing)
    assert filing == Filing(control_questions=(ControlQuestion(answer="the door was blue"),))


@pytest.mark.parametrize("document", [Filing(), Contact(kind=ContactKind.PHONE, value="+50361000001")])
def test_an_enquirer_s_words_cannot_be_changed_in_place(document: object) -> None:
    (first, *_) = vars(type(document))["__slots__"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(document, first, "something else")
