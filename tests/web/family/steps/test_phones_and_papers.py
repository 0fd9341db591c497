"""Numbers, papers, accounts and transfers as a family answers them."""

import pytest

from matching.record import IdentityDocument, Phone, PhoneRole
from search.documents import Description, Identifiers
from tests.web.family.answers import RICH, answered, problems_of, read, unchanged
from web.family.case_draft import CaseDraft
from web.family.steps.phones_and_papers import NUMBERS, own_phones, phones_of_others


@pytest.mark.parametrize("typed", ["00502 5555-0101", "+٥٠٢ ٥٥٥٥ ٠١٠١", "+502 (5555) 0101"])
def test_a_number_becomes_international_where_it_says_its_country(typed: str) -> None:
    phones = answered("numbers", **{"phones-0-number": typed, "phones-0-role": "sought"}).identifiers.phones
    assert phones == (Phone("+50255550101", PhoneRole.SOUGHT),)


def test_a_number_without_its_country_is_tried_in_the_country_they_come_from() -> None:
    at_home = CaseDraft(sought=Description(nationalities=("GT",)))
    typed = {"phones-0-number": ["5555 0101"]}
    assert read(NUMBERS, at_home, typed).identifiers.phones == (Phone("+50255550101", PhoneRole.UNKNOWN),)
    assert read(NUMBERS, CaseDraft(), typed).identifiers.phones == (Phone("55550101", PhoneRole.UNKNOWN),)


@pytest.mark.parametrize("role", ["enquirer", "police", ""])
def test_whose_number_it_is_can_only_be_what_the_page_offers(role: str) -> None:
    typed = {"phones-0-number": "+50255550101", "phones-0-role": role}
    assert answered("numbers", **typed).identifiers.phones[0].role is PhoneRole.UNKNOWN


def test_a_number_without_digits_is_asked_again() -> None:
    (message,) = problems_of("numbers", **{"phones-0-number": "lost"})
    assert message.startswith("Please write the number in digits")
    assert problems_of("numbers", **{"phones-0-number": ""}) == []


def test_the_number_of_the_one_who_asks_is_neither_shown_here_nor_lost() -> None:
    assert [phone.role for phone in phones_of_others(RICH)] == [PhoneRole.SOUGHT]
    assert [phone.role for phone in own_phones(RICH)] == [PhoneRole.ENQUIRER]
    shown = unchanged(NUMBERS, RICH)
    assert not any("46700000000" in value for values in shown.values() for value in values)
    emptied = {**shown, "phones-0-number": [""]}
    assert read(NUMBERS, RICH, emptied).identifiers.phones == tuple(own_phones(RICH))


def test_a_paper_is_kept_by_its_number_with_the_kind_and_country_that_the_page_offers() -> None:
    typed = {"documents-0-number": "K123", "documents-0-kind": "passport", "documents-0-country": "ER"}
    assert answered("numbers", **typed).identifiers.documents == (IdentityDocument("K123", "passport", "ER"),)
    made_up = {**typed, "documents-0-kind": "permit", "documents-0-country": "ZZ"}
    assert answered("numbers", **made_up).identifiers.documents == (IdentityDocument("K123"),)
    assert answered("numbers", **{"documents-0-kind": "passport"}).identifiers.documents == ()


def test_accounts_and_transfers_stand_one_on_a_line() -> None:
    case = answered("numbers", accounts="tes.k\n\n @tes", transfers="MTCN 12\n")
    assert case.identifiers == Identifiers(accounts=("tes.k", "@tes"), transfers=("MTCN 12",))
