"""Every country and language that can be chosen has a name in every language of the portals."""

import pytest
from flask import Flask

from i18n.locales import LOCALES, LocaleRow
from web.family.country_choices import COUNTRIES, LANGUAGES
from web.labels.geography import country_name, language_name


@pytest.mark.parametrize("row", LOCALES, ids=lambda row: row.tag)
def test_every_choice_has_a_name(unconnected_family: Flask, monkeypatch: pytest.MonkeyPatch, row: LocaleRow) -> None:
    monkeypatch.setattr("web.labels.geography.current_locale", lambda: row)
    with unconnected_family.test_request_context():
        nameless = [code for code in COUNTRIES if country_name(code) == code]
        nameless += [code for code in LANGUAGES if language_name(code) == code]
    assert nameless == []
