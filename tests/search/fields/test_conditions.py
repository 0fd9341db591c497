"""When a field is asked."""

import pytest

from search.fields.conditions import is_asked, may_apply

SAID = {"description.sex": "female", "description.marks.kind": "tattoo"}


def said(path: str) -> str:
    return SAID.get(path, "")


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        ("", True),
        ("description.sex=female", True),
        ("description.sex=male|other", False),
        ("description.sex!=female", False),
        ("description.sex!=male", True),
        ("description.marks.kind=henna|tattoo", True),
        ("description.sex=female description.marks.kind=scar", False),
        ("description.height=170", False),
        ("description.height!=170", True),
    ],
)
def test_a_field_is_asked_when_everything_that_was_said_fits(when: str, *, asked: bool) -> None:
    assert is_asked(when, said) is asked


def test_a_condition_without_a_comparison_is_an_error() -> None:
    with pytest.raises(ValueError, match="sex"):
        is_asked("sex", said)


def test_a_page_that_asks_everything_leaves_out_only_what_an_answer_rules_out() -> None:
    answers = {"a": "", "b": "x"}
    assert may_apply("a=x", answers.__getitem__)
    assert may_apply("b=x a!=x", answers.__getitem__)
    assert not may_apply("b!=x", answers.__getitem__)
    assert not may_apply("b=y|z", answers.__getitem__)
