"""Lists of names, numbers and ranges as pages show them."""

import datetime
import re
from zoneinfo import ZoneInfo

import pytest
from flask import Flask, render_template_string

from matching.record import DatePrecision, PartialDate
from tests.architecture.source import ROOT, name_of
from web.template_filters import shown_date, shown_day, shown_listing, shown_moment, shown_number


def test_names_of_a_list_are_kept_apart_and_joined_as_the_reader_joins_them(unconnected_family: Flask) -> None:
    expected = {
        "en": "<bdi>أمينة</bdi> and <bdi>Amina</bdi>",
        "es": "<bdi>أمينة</bdi> y <bdi>Amina</bdi>",
        "ar": "<bdi>أمينة</bdi> و<bdi>Amina</bdi>",
    }
    for tag, joined in expected.items():
        with unconnected_family.test_request_context(f"/?lang={tag}", headers={"Accept-Language": tag}):
            assert shown_listing(["أمينة", "Amina"]) == joined


@pytest.mark.parametrize(("texts", "shown"), [([], ""), (["<b>"], "<bdi>&lt;b&gt;</bdi>")])
def test_a_list_of_none_is_empty_and_markup_in_a_text_is_only_text(
    unconnected_family: Flask, texts: list[str], shown: str
) -> None:
    with unconnected_family.test_request_context():
        assert shown_listing(texts) == shown


def test_numbers_days_and_moments_are_written_as_the_reader_writes_them(unconnected_family: Flask) -> None:
    when = datetime.datetime(2021, 3, 12, 20, 5, tzinfo=datetime.UTC)
    with unconnected_family.test_request_context(headers={"Accept-Language": "es"}):
        assert shown_number(1234.5) == "1,234.5"
        assert shown_number(2.26, 1) == "2.3"
        assert shown_day(when) == shown_day(when.date()) == "12 de marzo de 2021"
        assert shown_moment(when).startswith("12 de marzo de 2021, 8:05")
        assert shown_moment(when).endswith(" UTC")
        assert "UTC" not in shown_moment(when.astimezone(ZoneInfo("America/Guatemala")))
        assert shown_date(PartialDate(datetime.date(2021, 3, 1), datetime.date(2021, 3, 31), DatePrecision.MONTH)) == (
            "marzo de 2021"
        )


@pytest.mark.parametrize(
    ("tag", "shown"), [("en", "Age: 12"), ("ti", "Age፦ 12"), ("am", "Age፦ 12"), ("fr", "Age\u00a0: 12")]
)
def test_what_stands_after_a_label_is_the_colon_of_the_language(
    unconnected_family: Flask, tag: str, shown: str
) -> None:
    with unconnected_family.test_request_context(headers={"Accept-Language": tag}):
        assert render_template_string("{{ label }}{{ colon() }} 12", label="Age") == shown


# What was said last is a value, the end of a message or of a tag, and a colon stands after it.
_MESSAGE = re.compile(r"\{% trans\b.*?endtrans %\}", re.DOTALL)
_BARE_COLON = re.compile(r"(\}\}|%\}|<span class=.unseen.>)(</\w+>)*:(\s|$|<|\{)", re.MULTILINE)


def test_no_template_writes_the_colon_of_english_after_a_label() -> None:
    templates = {name_of(path): path.read_text("utf-8") for path in (ROOT / "web").rglob("*.html")}
    assert len(templates) > 100
    assert {name: found for name, text in templates.items() if (found := _bare_colons(text))} == {}


@pytest.mark.parametrize(
    "text", ["{{ label }}: 12", "{% trans %}Age{% endtrans %}: <b>12</b>", "<b>{{ label }}</b>: 12"]
)
def test_a_colon_of_english_is_seen(text: str) -> None:
    assert _bare_colons(text)
    assert not _bare_colons(text.replace(": ", "{{ colon() }} "))


def _bare_colons(text: str) -> list[str]:
    return [match[0] for match in _BARE_COLON.finditer(_MESSAGE.sub("%}", text))]


def test_what_is_not_known_is_shown_as_nothing(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        assert (shown_day(None), shown_moment(None), shown_date(None)) == ("", "", "")
