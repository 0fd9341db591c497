"""Whatever an organisation types is found again: in what is filed, and beside its field wherever that is shown."""

import random

import pytest
from flask import Flask
from flask.ctx import RequestContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from i18n.division import Catalogue
from search.fields import FieldRow
from search.fields.table import Widget
from tests.fixtures.languages import walked
from tests.web.family.typing_people import element_at_random, in_documents, norm, not_found, typed_at_random
from web.fields.drawing import control_name
from web.fields.showing import shown
from web.fields.typed import ANSWER, Typed
from web.partner.report_command import answer_to, documents_of
from web.partner.report_fields import SentReport, fields_of, sent_report, setting

TAGS = [row.tag for row in walked(Catalogue.STAFF)]
ROWS = [(which, row) for which in ("living", "body") for row in fields_of(which)]

Sent = list[tuple[str, str]]


def sent_at_random(row: FieldRow, chance: random.Random) -> Sent:
    """What a browser sends for one field."""
    name = control_name(row.path)
    if row.widget is not Widget.ITEMS:
        return _named(name, typed_at_random(row, chance))
    answer = [(f"{name}-{ANSWER}", chance.choice(row.answers))] if row.answers and chance.random() < 0.3 else []
    return answer + [
        pair
        for number in range(chance.randint(1, 3))
        for path, typed in element_at_random(row, chance).items()
        for pair in _named(f"{name}-{number}-{path.rpartition('.')[2]}", typed)
    ]


def _named(name: str, typed: Typed) -> Sent:
    return [(f"{name}-{part}" if part else name, text) for part, texts in typed.items() for text in texts]


def lost(which: str, form: Sent) -> list[tuple[str, str, str]]:
    """What of a sent form is found neither in the documents that are filed nor where the report is shown."""
    sent = sent_report(which, MultiDict(form))
    alone = [(path, _answer(typed) if path in sent.items else typed) for path, typed in sent.fields.items()]
    typed = [*alone, *(item for parts in _elements(sent) for item in parts.items())]
    documents = documents_of(sent)
    blank = documents_of(sent_report(which, MultiDict()))
    said = [(row, answer_to(row, sent, setting(), blank[row.section])) for row in fields_of(which)]
    values = [one for row, answer in said for one in shown(row, answer.value, answer.note, answer.parts)]
    return not_found(
        typed,
        {
            "documents": in_documents(*documents.values()),
            "shown": norm("\n".join(f"{one.text} {one.note}" for one in values)),
        },
    )


def _answer(typed: Typed) -> Typed:
    """What was answered for a whole list; its elements stand apart."""
    return {ANSWER: typed[ANSWER]} if ANSWER in typed else {}


def _elements(sent: SentReport) -> list[dict[str, Typed]]:
    return [dict(parts) for elements in sent.items.values() for parts in elements.values()]


def speaking(partner: Flask, tag: str) -> RequestContext:
    """A request of a reader of this language."""
    return partner.test_request_context(headers={"Accept-Language": tag})


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("which", "row"), ROWS, ids=lambda one: one.path if isinstance(one, FieldRow) else one)
def test_of_every_field_alone_nothing_is_lost(unconnected_partner: Flask, which: str, row: FieldRow, tag: str) -> None:
    with speaking(unconnected_partner, tag):
        for seed in range(12):
            form = sent_at_random(row, random.Random(seed))  # noqa: S311 - what people type, not a secret
            assert lost(which, form) == []


@pytest.mark.parametrize("which", ["living", "body"])
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_of_any_fields_together_nothing_is_lost(unconnected_partner: Flask, which: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(fields_of(which)), unique=True))
    chance = random.Random(data.draw(st.integers(0, 2**32)))  # noqa: S311 - what people type, not a secret
    with speaking(unconnected_partner, data.draw(st.sampled_from(TAGS))):
        assert lost(which, [pair for row in rows for pair in sent_at_random(row, chance)]) == []
