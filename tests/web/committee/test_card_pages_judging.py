import re
import uuid
from dataclasses import replace

import pytest
from flask import Flask
from markupsafe import escape

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.casework.undo_periods import UNDO
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context, bind

SAME = "positive"
_REVISION = re.compile(r'name="seen_revision" value="(\d+)"')


def revision(visitor: Visitor) -> str:
    """The revision of the card on the page."""
    found = _REVISION.search(visitor.page)
    assert found is not None
    return found[1]


def later(context: Context) -> Context:
    """The portal's context once no slip can be undone any more."""
    return replace(context, clock=lambda: NOW + UNDO)


def judges(visitor: Visitor, pair: uuid.UUID, kind: str, **fields: str) -> int:
    """Opens the card and presses one of the three buttons, for a reason."""
    visitor.goes_to(f"/cards/{pair}")
    typed = {"kind": kind, "seen_revision": revision(visitor), "reasons": "names", **fields}
    return visitor.sends(f"/cards/{pair}/judgements", typed).status_code


def test_two_different_people_agree_on_a_pair_and_neither_sees_what_the_other_said(
    ana: Visitor, berta: Visitor, pair: uuid.UUID, committee: Flask, context: Context
) -> None:
    assert judges(ana, pair, SAME, words="The scar too.") == 200
    assert "Waiting for a second reader" in ana.page
    assert "A second reader must be a different person" in ana.page
    berta.goes_to("/?tab=awaiting_second")
    assert str(pair) in berta.page
    berta.goes_to(f"/cards/{pair}")
    assert "1 other reader has decided on this pair." in berta.page
    assert "The scar too." not in berta.page
    assert judges(berta, pair, SAME) == 200
    assert "The scar too." not in berta.page
    assert "Agreed by two readers" not in berta.page
    bind(committee.extensions, later(context))
    for visitor in (ana, berta):
        visitor.goes_to(f"/cards/{pair}")
        assert "The scar too." in visitor.page
        assert "Agreed by two readers" in visitor.page
        assert "confirmed" not in visitor.page


def test_a_decision_without_a_reason_is_asked_again_with_what_was_typed(ana: Visitor, pair: uuid.UUID) -> None:
    assert judges(ana, pair, SAME, reasons="", words="Kept.") == 400
    assert "Please say what decided it for you" in ana.page
    assert "Kept.</textarea>" in ana.page
    ana.goes_to(f"/cards/{pair}")
    assert "Nobody has judged this pair yet." in ana.page


def test_the_same_person_cannot_judge_twice(ana: Visitor, pair: uuid.UUID) -> None:
    judges(ana, pair, SAME)
    answer = ana.sends(f"/cards/{pair}/judgements", {"kind": SAME, "seen_revision": revision(ana)})
    assert answer.status_code == 403
    assert "different person" in ana.page


def test_the_words_are_kept_when_somebody_else_decided_meanwhile(ana: Visitor, berta: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    seen = revision(ana)
    judges(berta, pair, SAME)
    typed = {"kind": "negative", "seen_revision": seen, "words": "The ages differ.", "reasons": "dates"}
    answer = ana.sends(f"/cards/{pair}/judgements", typed)
    assert answer.status_code == 409
    assert "Somebody else decided while you were reading" in ana.page
    assert "The ages differ.</textarea>" in ana.page
    assert 'value="dates" checked' in ana.page
    assert revision(ana) != seen


def test_an_own_judgement_can_be_taken_back_and_stays_in_the_list(ana: Visitor, pair: uuid.UUID) -> None:
    judges(ana, pair, "negative", words="Another tattoo.")
    assert "Waiting for a second reader" in ana.page
    address = re.search(r'action="/committee(/cards/[^"]+/take-back)"', ana.page)
    assert address is not None
    assert ana.sends(address[1], {"seen_revision": revision(ana)}).status_code == 200
    assert "taken back" in ana.page
    assert "Another tattoo." in ana.page
    assert "Nobody has read it yet" in ana.page


def test_taking_back_after_the_undo_period_needs_words_which_are_kept(
    ana: Visitor, pair: uuid.UUID, committee: Flask, context: Context
) -> None:
    judges(ana, pair, SAME)
    assert "Undo my decision" in ana.page
    bind(committee.extensions, later(context))
    ana.goes_to(f"/cards/{pair}")
    assert "Undo my decision" not in ana.page
    address = re.search(r'action="/committee(/cards/[^"]+/take-back)"', ana.page)
    assert address is not None
    typed = {"seen_revision": revision(ana), "words": "mixed up"}
    assert ana.sends(address[1], typed).status_code == 400
    assert "Please write in a few words why you take it back." in ana.page
    assert "mixed up</textarea>" in ana.page
    assert ana.sends(address[1], {**typed, "lang": "es"}).status_code == 200
    assert "mixed up</textarea>" in ana.page
    assert ana.sends(address[1], {**typed, "words": "I mixed up two brothers"}).status_code == 200
    assert "I mixed up two brothers" in ana.page


def test_a_judgement_whose_answer_was_lost_can_be_sent_again_and_nobody_else_is_blamed(
    ana: Visitor, pair: uuid.UUID
) -> None:
    ana.goes_to(f"/cards/{pair}")
    typed = {"kind": "negative", "seen_revision": revision(ana), "words": "The ages differ.", "reasons": "dates"}
    for _ in range(2):
        assert ana.sends(f"/cards/{pair}/judgements", typed).status_code == 200
        assert "Somebody else decided" not in ana.page
    assert ana.page.count("The ages differ.") == 1
    assert ana.sends(f"/cards/{pair}/judgements", {**typed, "words": "Not so."}).status_code == 409
    ana.goes_to(f"/cards/{pair}")
    address = re.search(r'action="/committee(/cards/[^"]+/take-back)"', ana.page)
    assert address is not None
    seen = {"seen_revision": revision(ana)}
    assert [ana.sends(address[1], seen).status_code for _ in range(2)] == [200, 200]
    assert "Nobody has read it yet" in ana.page


def test_another_persons_judgement_cannot_be_taken_back(ana: Visitor, berta: Visitor, pair: uuid.UUID) -> None:
    judges(ana, pair, SAME)
    address = re.search(r'action="/committee(/cards/[^"]+/take-back)"', ana.page)
    assert address is not None
    berta.goes_to(f"/cards/{pair}")
    assert "/take-back" not in berta.page
    assert berta.sends(address[1], {"seen_revision": revision(berta)}).status_code == 403


def test_a_judgement_without_one_of_the_three_answers_is_asked_again(ana: Visitor, pair: uuid.UUID) -> None:
    assert judges(ana, pair, "perhaps", words="Kept.") == 400
    assert "Please choose one of the three answers." in ana.page
    assert "Kept.</textarea>" in ana.page


def test_an_unsure_pair_waits_under_its_own_heading(ana: Visitor, pair: uuid.UUID) -> None:
    judges(ana, pair, "unsure", words="Ask about the scar.")
    ana.goes_to("/?tab=unsure")
    assert str(pair) in ana.page


def test_a_judgement_without_the_forgery_token_is_refused(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    typed = {"kind": SAME, "seen_revision": revision(ana)}
    assert ana.client.post(f"/cards/{pair}/judgements", data=typed).status_code == 400
    ana.goes_to(f"/cards/{pair}")
    assert "Nobody has judged this pair yet." in ana.page


def test_another_committee_cannot_judge_the_pair(ana: Visitor, stranger: Visitor, pair: uuid.UUID) -> None:
    stranger.goes_to("/")
    typed = {"kind": SAME, "seen_revision": "1"}
    assert stranger.sends(f"/cards/{pair}/judgements", typed).status_code == 404
    assert stranger.goes_to("/").status_code == 200
    ana.goes_to(f"/cards/{pair}")
    assert "Nobody has judged this pair yet." in ana.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_what_cannot_be_taken_is_explained_in_the_readers_language_and_words_are_kept(
    ana: Visitor, berta: Visitor, pair: uuid.UUID, row: LocaleRow
) -> None:
    ana.goes_to(f"/?lang={row.tag}")
    assert judges(ana, pair, "perhaps", words="Kept.") == 400
    assert str(escape(staff_gettext(row.tag, "Please choose one of the three answers."))) in ana.page
    assert "Kept.</textarea>" in ana.page
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in ana.page
    assert english_left(ana.page, row.tag) == []
    seen = revision(ana)
    judges(berta, pair, SAME)
    typed = {"kind": "negative", "seen_revision": seen, "words": "The ages differ."}
    assert ana.sends(f"/cards/{pair}/judgements", typed).status_code == 409
    assert "The ages differ.</textarea>" in ana.page
    assert english_left(ana.page, row.tag) == []


def test_choosing_another_language_keeps_what_was_typed_and_decides_nothing(ana: Visitor, pair: uuid.UUID) -> None:
    ana.goes_to(f"/cards/{pair}")
    typed = {"words": "the tattoo fits", "reasons": "marks", "lang": "es"}
    assert ana.sends(f"/cards/{pair}/judgements", typed).status_code == 200
    assert ">the tattoo fits</textarea>" in ana.page
    assert 'value="marks" checked' in ana.page
    assert 'lang="es"' in ana.page
    ana.goes_to(f"/cards/{pair}?lang=en")
    assert "Nobody has judged this pair yet." in ana.page
