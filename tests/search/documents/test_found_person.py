"""Nobody who was found is taken to wish for contact before they were asked."""

import dataclasses

from search.documents import PostMortem, Provenance, Whereabouts
from search.vocabulary import WantsContact


def test_a_living_person_counts_as_not_asked() -> None:
    assert Whereabouts().wants_contact is WantsContact.NOT_ASKED
    assert Whereabouts().minor is None
    assert Whereabouts().agreed is None


def test_findings_are_words_of_those_who_made_them_and_none_is_needed() -> None:
    words = {field.name for field in dataclasses.fields(PostMortem)} - {"notes", "samples", "parts"}
    assert {getattr(PostMortem(), name) for name in words} == {""}
    assert not PostMortem().samples
    assert not PostMortem().parts
    assert Provenance().source_date is None
