"""Catalogue files: the same messages give the same bytes, and only settled words count."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from i18n.catalogue_files import (
    catalogue_text,
    is_translated,
    known_words,
    messages,
    pot_path,
    read_catalogue,
    read_template,
    template_text,
    untranslated,
    updated,
)
from i18n.division import Catalogue
from i18n.errors import UnknownLocale
from i18n.locales import po_path

FAMILY = Catalogue.FAMILY


def catalogue(**words: str) -> Catalog:
    filled = Catalog(locale="es")
    for message, translation in words.items():
        filled.add(message, translation)
    return filled


def written(text: str, folder: Path, tag: str = "es") -> Catalog:
    path = po_path(tag, FAMILY, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_catalogue(tag, FAMILY, folder)


def test_the_order_in_which_messages_are_found_changes_nothing() -> None:
    forwards, backwards = catalogue(a="1", b="2"), catalogue(b="2", a="1")
    assert catalogue_text("es", FAMILY, forwards) == catalogue_text("es", FAMILY, backwards)
    assert template_text(FAMILY, forwards) == template_text(FAMILY, backwards)


def test_a_file_holds_no_place_and_no_date() -> None:
    found = Catalog()
    found.add("a", locations=[("web/forms.py", 12)])
    text = template_text(FAMILY, found)
    assert "forms.py" not in text
    assert "Date" not in text


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    text = catalogue_text("es", FAMILY, catalogue(a="uno", b=""))
    again = written(text, tmp_path)
    assert [(message.id, message.string) for message in messages(again)] == [("a", "uno"), ("b", "")]
    assert catalogue_text("es", FAMILY, again) == text
    assert text.startswith("# Español: all that a relative can meet. Translators: read i18n/style.md first.\n")


def test_the_header_says_the_language_and_its_plurals(tmp_path: Path) -> None:
    assert written(catalogue_text("ar", FAMILY, Catalog(locale="ar")), tmp_path, "ar").num_plurals == 6


def test_a_language_without_a_file_has_no_words_yet(tmp_path: Path) -> None:
    assert messages(read_catalogue("ar", FAMILY, tmp_path)) == []
    assert read_catalogue("ar", FAMILY, tmp_path).num_plurals == 6
    with pytest.raises(UnknownLocale):
        read_catalogue("xx", FAMILY, tmp_path)


def test_without_a_template_nothing_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_template(FAMILY, tmp_path)
    pot_path(FAMILY, tmp_path).write_text(template_text(FAMILY, catalogue(a="")), encoding="utf-8")
    assert [message.id for message in messages(read_template(FAMILY, tmp_path))] == ["a"]


def test_known_words_are_kept_new_messages_are_empty_and_old_ones_are_gone() -> None:
    after = updated(catalogue(known="sabido", old="viejo"), catalogue(known="", new=""))
    assert {message.id: message.string for message in messages(after)} == {"known": "sabido", "new": ""}
    assert not after.obsolete


def test_words_are_known_from_every_file_of_a_language_and_those_of_families_come_first(tmp_path: Path) -> None:
    written(catalogue_text("es", FAMILY, catalogue(both="de familias", empty="")), tmp_path)
    staff = po_path("es", Catalogue.STAFF, tmp_path)
    staff.write_text(catalogue_text("es", Catalogue.STAFF, catalogue(both="x", empty="lleno", own="propio")), "utf-8")
    known = {message.id: message.string for message in messages(known_words("es", tmp_path))}
    assert known == {"both": "de familias", "empty": "lleno", "own": "propio"}


def test_words_of_a_message_that_is_nearly_the_same_are_not_taken_over() -> None:
    after = updated(catalogue(**{"Save and continue": "Guardar"}), catalogue(**{"Save and continue.": ""}))
    assert [message.string for message in messages(after)] == [""]


@pytest.mark.parametrize(
    ("message", "settled"),
    [
        (Message("a", "uno"), True),
        (Message("a", ""), False),
        (Message("a", "uno", flags=["fuzzy"]), False),
        (Message(("a", "as"), ("uno", "unos")), True),
        (Message(("a", "as"), ("uno", "")), False),
        (Message(("a", "as"), ()), False),
    ],
)
def test_only_words_that_a_person_settled_in_every_form_count(message: Message, *, settled: bool) -> None:
    assert is_translated(message) is settled


def test_a_message_counts_as_missing_in_its_own_context_alone() -> None:
    template = catalogue(back="")
    template.add("back", context="body")
    filled = catalogue(back="atrás")
    assert [(message.id, message.context) for message in untranslated(filled, template)] == [("back", "body")]
