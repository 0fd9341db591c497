"""The reader's own check of each field stands beside the engine's, and goes with the judgement."""

import uuid

from sqlalchemy import select

from matching.evidence import Outcome
from search.models import Judgement
from search.vocabulary import FieldCheck
from tests.fixtures.visitor import Visitor
from tests.web.committee.cards import agrees, card, disagrees
from web.committee.field_checks import checks_in, checks_of
from web.context import Context


def test_only_codes_of_comparisons_are_read() -> None:
    sent = {"check-names": "agrees", "check-birth": "perhaps", "check-soul": "agrees", "names": "agrees"}
    assert checks_in(sent) == {"names": FieldCheck.AGREES}


def test_a_line_stands_for_what_is_said_and_for_what_was_checked() -> None:
    shown = card(evidence=(agrees("names", 9.0), disagrees("birth", -3.0), agrees("sex", 0.1), agrees("height", 0.1)))
    lines = checks_of(shown, {"height": FieldCheck.DOES_NOT})
    assert [(one.comparison, one.engine, one.chosen) for one in lines] == [
        ("names", Outcome.AGREES, ""),
        ("birth", Outcome.DISAGREES, ""),
        ("height", Outcome.AGREES, "does_not"),
    ]


def test_what_a_reader_checked_is_kept_with_the_judgement_and_shown(
    context: Context, ana: Visitor, pair: uuid.UUID
) -> None:
    ana.goes_to(f"/cards/{pair}")
    assert '<option value="agrees" selected>' not in ana.page
    revision = ana.page.split('name="seen_revision" value="')[1].split('"')[0]
    sent = {"seen_revision": revision, "check-names": "agrees", "check-birth": "cannot_say", "reasons": "names"}
    ana.sends(f"/cards/{pair}/judgements", {**sent, "lang": "en"})
    assert '<option value="agrees" selected>' in ana.page
    ana.sends(f"/cards/{pair}/judgements", {**sent, "kind": "positive"})
    with context.database.reading() as session:
        assert session.scalars(select(Judgement.checks)).one() == {"names": "agrees", "birth": "cannot_say"}
    ana.goes_to(f"/cards/{pair}")
    assert "Date of birth: I cannot say" in ana.page
