"""Who asks, how to reach them, and whom they allow to see the search."""

import pytest

from matching.record import NameKind, PersonName, Phone, PhoneRole
from search.documents import Contact
from search.vocabulary import ContactKind, Relationship
from tests.web.family.answers import RICH, answered, read, unchanged
from web.family.steps.enquirer import ABOUT_YOU


def test_who_asks_is_kept_with_what_only_the_family_knows() -> None:
    filing = answered("about-you", name="Letebrhan", relationship="mother", control_facts="the goat\n\nthe song").filing
    assert filing.enquirer_names == (PersonName("Letebrhan", NameKind.FULL),)
    assert (filing.relationship, filing.control_facts) == (Relationship.MOTHER, ("the goat", "the song"))


def test_a_relationship_that_no_page_offers_is_no_answer() -> None:
    assert answered("about-you", relationship="officer").filing.relationship is None


def test_a_way_to_reach_somebody_has_its_hours_and_may_be_silent_about_why() -> None:
    typed = {"contacts-0-kind": "email", "contacts-0-value": "a@example.org", "contacts-0-safe_hours": "evenings"}
    contact = Contact(kind=ContactKind.EMAIL, value="a@example.org", safe_hours="evenings", safe_to_say_why=False)
    assert answered("about-you", **typed).filing.contacts == (contact,)
    (open_one,) = answered("about-you", **typed, **{"contacts-0-safe_to_say_why": "y"}).filing.contacts
    assert open_one.safe_to_say_why is True


def test_a_number_without_its_kind_is_called_and_hours_without_a_number_are_nothing() -> None:
    (contact,) = answered("about-you", **{"contacts-0-value": "+46 70 000 00 01"}).filing.contacts
    assert contact.kind is ContactKind.PHONE
    assert answered("about-you", **{"contacts-0-safe_hours": "evenings"}).filing.contacts == ()


@pytest.mark.parametrize(
    ("kind", "phones"),
    [
        ("phone", (Phone("+46700000001", PhoneRole.ENQUIRER),)),
        ("messenger", (Phone("+46700000001", PhoneRole.ENQUIRER),)),
        ("through_someone", ()),
    ],
)
def test_the_number_of_the_one_who_asks_is_evidence_too(kind: str, phones: tuple[Phone, ...]) -> None:
    answers = {"contacts-0-kind": kind, "contacts-0-value": "+46 70 000 00 01"}
    assert answered("about-you", **answers).identifiers.phones == phones


def test_a_number_that_is_written_twice_is_one_number() -> None:
    typed = {"kind": "phone", "value": "+46700000001"}
    twice = {f"contacts-{row}-{part}": value for row in (0, 1) for part, value in typed.items()}
    assert len(answered("about-you", **twice).identifiers.phones) == 1


def test_a_changed_way_to_reach_somebody_takes_the_old_number_along_and_leaves_those_of_others() -> None:
    typed = {**unchanged(ABOUT_YOU, RICH), "contacts-0-kind": ["phone"], "contacts-0-value": ["+46700000009"]}
    assert read(ABOUT_YOU, RICH, typed).identifiers.phones == (
        Phone("+2917123456", PhoneRole.SOUGHT),
        Phone("+46700000009", PhoneRole.ENQUIRER),
    )


def test_a_changed_name_of_the_one_who_asks_leaves_the_old_notes_behind() -> None:
    filing = read(ABOUT_YOU, RICH, {**unchanged(ABOUT_YOU, RICH), "name": ["Abeba"]}).filing
    assert filing.enquirer_names == (PersonName("Abeba", NameKind.FULL),)
    assert (filing.earlier_reports, filing.status) == (RICH.filing.earlier_reports, RICH.filing.status)


def test_other_words_are_kept_as_they_are() -> None:
    assert answered("anything-else", words="sings\nwalks slowly").sought.words == "sings\nwalks slowly"
