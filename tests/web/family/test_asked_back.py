"""Spellings that are given back, so that a missing one is added."""

from dataclasses import replace

from matching.record import NameKind, PersonName
from tests.fixtures.visitor import Visitor
from web.family.asked_back import spellings_of
from web.family.case_draft import CaseDraft


def case(*names: PersonName) -> CaseDraft:
    empty = CaseDraft()
    return replace(empty, sought=replace(empty.sought, names=names))


def test_a_spelling_that_the_family_wrote_itself_is_not_given_back() -> None:
    ((name, others),) = spellings_of(case(PersonName("Hussein"), PersonName("husayn", NameKind.SPELLING)))
    assert name == "Hussein"
    assert "Husayn" not in others
    assert "Huseyin" in others
    assert spellings_of(case(PersonName("Qqx"))) == []


def test_the_page_of_other_names_says_what_is_looked_for_and_asks_how_papers_spelt_it(visitor: Visitor) -> None:
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": "حسين أحمد"})
    visitor.goes_to("/search/other-names")
    assert "We also look for these spellings:" in visitor.page
    assert "Husayn Ahmad" in visitor.page
    assert "How did papers abroad spell it?" in visitor.page
