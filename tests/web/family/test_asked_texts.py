"""Short forms for anybody keep what is typed before anything is judged, each control for itself."""

from flask import Flask

from i18n.translate import pgettext_noop as p_
from web.context import Context
from web.family.asked_texts import LONGEST, AskedText, keep_sent, lacking, typed_in
from web.family.draft_answers import Draft

NAME = AskedText(
    name="called", label=p_("its me", "What are you called?"), missing=p_("its me", "Papers that you have")
)
MORE = AskedText(name="more", label=p_("its me", "Papers that you have"))


def test_what_is_sent_is_kept_as_it_was_typed_and_what_was_not_sent_stays(context: Context, family: Flask) -> None:
    assert context.settings.demonstration
    with family.test_request_context("/", method="POST", data={"called": "  Hodan ", "more": "x" * (LONGEST + 1)}):
        draft = keep_sent("its-me", (NAME, MORE))
    assert typed_in(draft) == {"called": "  Hodan ", "more": "x" * LONGEST}


def test_only_what_must_stand_and_does_not_is_lacking() -> None:
    assert lacking(Draft(), (NAME, MORE)) == [NAME]
    assert lacking(Draft(answers={"called": {"": ["  "]}}), (NAME, MORE)) == [NAME]
    assert lacking(Draft(answers={"called": {"": ["Hodan"]}}), (NAME, MORE)) == []
