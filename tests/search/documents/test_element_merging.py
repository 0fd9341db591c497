"""Elements that bear a number, a tag or a name of their own are known again by it."""

import pytest

from search.documents import AskedRelative, BodyPart, Sample
from search.documents.element_merging import merged_list
from search.documents.field_changes import FieldChange
from search.vocabulary import Relationship, SampleKind, SampleStatus

TAKEN = Sample(kind=SampleKind.BONE, number="M-1", status=SampleStatus.TAKEN)


def merged(kept: object, news: object) -> tuple[object, ...]:
    changes: list[FieldChange] = []
    elements, _ = merged_list("post_mortem.samples", (kept,), (news,), changes)
    return elements


def test_a_sample_of_the_same_number_goes_on_and_keeps_what_is_not_said_again() -> None:
    held = Sample(kind=SampleKind.BONE, number="m-1", held_at="Laboratory", status=SampleStatus.RESULT)
    (one,) = merged(TAKEN, held)
    assert one == Sample(kind=SampleKind.BONE, number="m-1", held_at="Laboratory", status=SampleStatus.RESULT)
    (again,) = merged(one, TAKEN)
    assert isinstance(again, Sample)
    assert again.held_at == "Laboratory"


@pytest.mark.parametrize(
    "news",
    [
        Sample(kind=SampleKind.TOOTH, number="M-1"),
        Sample(kind=SampleKind.BONE, number="M-2"),
        Sample(kind=SampleKind.BONE, held_at="Laboratory"),
    ],
)
def test_another_kind_another_number_or_none_is_another_sample(news: Sample) -> None:
    assert merged(TAKEN, news) == (TAKEN, news)


def test_parts_are_known_by_their_tags_and_relatives_by_their_names() -> None:
    assert merged(BodyPart(tag="7a"), BodyPart(tag="7A", what="a hand")) == (BodyPart(tag="7A", what="a hand"),)
    assert len(merged(BodyPart(what="a hand"), BodyPart(what="a foot"))) == 2
    mother = AskedRelative(name="Hodan", relation=Relationship.MOTHER)
    (one,) = merged(mother, AskedRelative(name="Hodan", where="Baidoa"))
    assert one == AskedRelative(name="Hodan", relation=Relationship.MOTHER, where="Baidoa")
