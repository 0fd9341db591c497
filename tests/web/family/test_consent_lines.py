"""What was said of each receiver: what counts holds against what was taken back, and stands first."""

import datetime

import pytest

from search.consent_summaries import ConsentSummary
from search.consents import Receiver
from search.vocabulary import ConsentPurpose, Network, ReceiverKind
from tests.search.consents_given import NAMING, SHARING, SHELTERS, VISITS, consulates_of
from web.family.consent_lines import line, networks, purposes

DAY = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)

pytestmark = pytest.mark.usefixtures("request_of_today")


def said(receiver: Receiver, *, yes: bool, day: int = 0, back: int | None = None) -> ConsentSummary:
    """An answer that was given on a day, and on a later one perhaps taken back."""
    return ConsentSummary(
        purpose=SHARING,
        receiver=receiver,
        allowed=yes,
        language="en",
        text_digest=b"",
        given_at=DAY + datetime.timedelta(days=day),
        withdrawn_at=None if back is None else DAY + datetime.timedelta(days=back),
    )


def test_the_answer_that_counts_holds_against_an_earlier_one_of_the_same_moment() -> None:
    for in_order in (1, -1):
        both = [said(SHELTERS, yes=True, back=0), said(SHELTERS, yes=False)][::in_order]
        found = line(both, SHARING, SHELTERS)
        assert found.said is not None
        assert not found.said.allowed


def test_what_was_taken_back_is_remembered_with_its_day_and_counts_no_more() -> None:
    found = line([said(SHELTERS, yes=False, back=1), said(SHELTERS, yes=True, day=1, back=3)], SHARING, SHELTERS)
    assert found.said is None
    assert found.last is not None
    assert (found.last.allowed, found.last.withdrawn_at) == (True, DAY + datetime.timedelta(days=3))


def test_every_purpose_is_there_and_what_counts_stands_before_what_does_not() -> None:
    given = [
        said(SHELTERS, yes=True, back=1),
        said(VISITS, yes=False, day=1),
        said(consulates_of("ER"), yes=True, day=2),
    ]
    sharing, *others = purposes(given)
    assert [one.code for one in (sharing, *others)] == list(ConsentPurpose)
    assert [one.receiver for one in sharing.lines] == [consulates_of("ER"), VISITS, SHELTERS]
    assert (sharing.allowed, len(sharing.counting)) == (1, 2)
    assert all(not one.lines for one in others)


def test_the_networks_that_can_be_asked_about_stand_there_also_unanswered() -> None:
    found = networks([said(SHELTERS, yes=True)], SHARING)
    assert [one.receiver.code for one in found] == list(Network)
    assert [one.said is not None for one in found] == [one is Network.SHELTERS for one in Network]
    assert Receiver(ReceiverKind.NETWORK, Network.HOSPITALS.value) not in {one.receiver for one in networks([], NAMING)}
