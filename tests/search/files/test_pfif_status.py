"""The latest word decides whether a person is looked for, found, or believed dead."""

import pytest

from search.files.pfif_fields import PfifRecord
from search.files.pfif_status import Said, decided_by


def said(day: int, status: str = "", met: str = "") -> PfifRecord:
    fields = {"source_date": f"2026-01-{day:02}T00:00:00Z", "status": status, "author_made_contact": met}
    return PfifRecord({name: value for name, value in fields.items() if value})


@pytest.mark.parametrize(
    ("notes", "outcome"),
    [
        ([], Said.NOTHING),
        ([said(1)], Said.NOTHING),
        ([said(1, met="false")], Said.NOTHING),
        ([said(1, "information_sought")], Said.SOUGHT),
        ([said(1, "believed_missing")], Said.SOUGHT),
        ([said(1, "believed_alive")], Said.FOUND),
        ([said(1, "is_note_author")], Said.FOUND),
        ([said(1, met="true")], Said.FOUND),
        ([said(1, "believed_dead")], Said.DEAD),
        # By the day at the source, in whatever order they stand.
        ([said(3, "is_note_author"), said(2, "believed_missing")], Said.FOUND),
        ([said(2, "believed_missing"), said(3, "is_note_author")], Said.FOUND),
        ([said(1, "believed_dead"), said(2, "believed_alive")], Said.FOUND),
        ([said(1, "believed_alive"), said(2, "believed_dead")], Said.DEAD),
        ([said(1, "believed_alive"), said(9)], Said.FOUND),
        # Two things at once, a contradiction, a word that nobody knows.
        ([said(1, "believed_alive"), said(1, "believed_dead")], Said.UNCLEAR),
        ([said(1, "believed_missing", met="true")], Said.UNCLEAR),
        ([said(1, "believed_dead", met="true")], Said.UNCLEAR),
        ([said(1, "beleived_ded")], Said.UNCLEAR),
    ],
)
def test_the_latest_word_decides(notes: list[PfifRecord], outcome: Said) -> None:
    assert decided_by(notes).said is outcome


def test_a_note_without_a_day_comes_before_all_others() -> None:
    undated = PfifRecord({"status": "believed_dead"})
    assert decided_by([undated, said(1, "believed_alive")]).said is Said.FOUND
