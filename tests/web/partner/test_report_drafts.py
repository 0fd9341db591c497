"""Reports that were begun and not sent."""

import uuid
from collections.abc import Iterator

import pytest
from flask import Flask

from search.access import Actor
from search.errors import Refused
from search.summaries import SignedIn
from search.vocabulary import OrganisationKind
from web.partner import report_drafts
from web.partner.report_drafts import ReportDraft, stands_under
from web.session_cookies import remember


@pytest.fixture(autouse=True)
def request_of_a_clerk(partner: Flask, shelter: Actor) -> Iterator[None]:
    with partner.test_request_context():
        remember(SignedIn(actor=shelter, token="", organisation_kind=OrganisationKind.SHELTER))
        yield


def test_what_is_sent_for_some_fields_replaces_theirs_and_no_others() -> None:
    draft = ReportDraft(which="shelter", fields=[("names-0-text", "a"), ("names-1-text", "b"), ("age", "30")])
    draft.put(["names"], [("names-0-text", "c"), ("age", "40"), ("go", "save")])
    assert draft.fields == [("age", "30"), ("names-0-text", "c")]
    assert draft.form["age"] == "30"


def test_a_control_stands_under_its_field_and_not_under_one_that_begins_alike() -> None:
    assert stands_under("samples-0-kind", ("samples",))
    assert not stands_under("samples_taken", ("samples",))


def test_a_draft_is_of_one_form_listed_once_and_gone_when_it_is_forgotten() -> None:
    key = uuid.uuid4()
    for age in ("30", "31"):
        report_drafts.store(key, ReportDraft(which="shelter", fields=[("age", age)]))
    kept = report_drafts.load(key, "shelter")
    assert kept is not None
    assert kept.fields == [("age", "31")]
    assert report_drafts.load(key, "hospital") is None
    assert [one.key for one in report_drafts.begun()] == [key]
    report_drafts.forget(key)
    assert report_drafts.load(key, "shelter") is None
    assert report_drafts.begun() == []


def test_nobody_keeps_more_than_twenty_the_newest_stay() -> None:
    keys = [uuid.uuid4() for _ in range(22)]
    for key in keys:
        report_drafts.store(key, ReportDraft(which="shelter"))
    assert [one.key for one in report_drafts.begun()] == keys[:1:-1]


def test_more_than_a_form_can_hold_is_refused_and_what_was_kept_before_stays() -> None:
    key = uuid.uuid4()
    report_drafts.store(key, ReportDraft(which="shelter", fields=[("words", "x")]))
    with pytest.raises(Refused):
        report_drafts.store(key, ReportDraft(which="shelter", fields=[("words", "x" * 2_000_000)]))
    kept = report_drafts.load(key, "shelter")
    assert kept is not None
    assert kept.fields == [("words", "x")]
