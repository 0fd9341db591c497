import dataclasses
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from i18n.catalogue_files import catalogue_text, messages, pot_path, read_catalogue
from i18n.check import Finding, FindingCode, check, check_message
from i18n.division import Catalogue
from i18n.extract import extract, write_templates
from i18n.locales import LocaleRow, locale, po_path

FAMILY, STAFF = Catalogue.FAMILY, Catalogue.STAFF


@pytest.fixture
def catalogues(three_languages: list[LocaleRow], invented_project: Path, tmp_path: Path) -> Path:
    """Catalogues of the invented project, in order and complete."""
    write_templates(extract(invented_project), tmp_path)
    for row in three_languages[1:]:
        for name in Catalogue:
            catalogue = read_catalogue(row.tag, name, tmp_path)
            for message in messages(catalogue):
                plural = isinstance(message.id, tuple)
                message.string = (message.id[1],) * len(row.examples) if plural else message.id
            po_path(row.tag, name, tmp_path).write_text(catalogue_text(row.tag, name, catalogue), encoding="utf-8")
    return tmp_path


def codes(message: Message, tag: str = "es") -> list[FindingCode]:
    return list(check_message(message, locale(tag)))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_catalogues_in_order_have_no_findings(invented_project: Path, catalogues: Path) -> None:
    assert check(invented_project, catalogues) == []


def test_a_sentence_added_to_a_page_makes_every_catalogue_stale(invented_project: Path, catalogues: Path) -> None:
    replace(invented_project / "web" / "labels.py", "Saved", "Saved now")
    found = {(finding.code, finding.tag) for finding in check(invented_project, catalogues)}
    assert (FindingCode.TEMPLATE_STALE, "") in found
    assert {(FindingCode.CATALOGUE_STALE, "es"), (FindingCode.CATALOGUE_STALE, "ar")} <= found
    assert {(FindingCode.INCOMPLETE, "es"), (FindingCode.INCOMPLETE, "ar")} <= found


def test_a_template_that_was_not_brought_up_to_the_sources_is_stale(invented_project: Path, catalogues: Path) -> None:
    replace(pot_path(FAMILY, catalogues), 'msgid "Good day"\nmsgstr ""\n\n', "")
    assert check(invented_project, catalogues) == [Finding(FindingCode.TEMPLATE_STALE, FAMILY)]


def test_a_catalogue_edited_out_of_its_order_is_stale(invented_project: Path, catalogues: Path) -> None:
    replace(po_path("ar", FAMILY, catalogues), 'msgid "Good day"', '#~ msgid "Old"\n#~ msgstr "x"\n\nmsgid "Good day"')
    assert check(invented_project, catalogues) == [Finding(FindingCode.CATALOGUE_STALE, FAMILY, "ar")]


def test_a_missing_file_is_stale_and_incomplete(invented_project: Path, catalogues: Path) -> None:
    po_path("es", FAMILY, catalogues).unlink()
    found = {finding.code for finding in check(invented_project, catalogues) if finding.tag == "es"}
    assert found == {FindingCode.CATALOGUE_STALE, FindingCode.INCOMPLETE}


def test_a_promised_language_with_one_hole_fails(invented_project: Path, catalogues: Path) -> None:
    replace(po_path("ar", FAMILY, catalogues), 'msgstr "Good day"', 'msgstr ""')
    assert check(invented_project, catalogues) == [Finding(FindingCode.INCOMPLETE, FAMILY, "ar", "Good day")]


def test_a_hole_in_the_words_of_staff_fails_where_staff_were_promised_them(
    invented_project: Path,
    catalogues: Path,
    monkeypatch: pytest.MonkeyPatch,
    three_languages: list[LocaleRow],
) -> None:
    replace(po_path("ar", STAFF, catalogues), 'msgstr "Evidence"', 'msgstr ""')
    assert check(invented_project, catalogues) == [Finding(FindingCode.INCOMPLETE, STAFF, "ar", "Evidence")]
    to_families = [dataclasses.replace(row, promised=(FAMILY,)) for row in three_languages]
    monkeypatch.setattr("i18n.check.LOCALES", to_families)
    assert check(invented_project, catalogues) == []


def test_a_message_that_stands_in_the_wrong_catalogue_makes_both_stale(
    invented_project: Path, catalogues: Path
) -> None:
    (invented_project / "web" / "family" / "views.py").write_text("_('Evidence')\n", encoding="utf-8")
    stale = {(one.catalogue, one.tag) for one in check(invented_project, catalogues) if "stale" in one.code}
    assert stale == {(name, tag) for name in Catalogue for tag in ("", "es", "ar")}


def test_a_doubtful_entry_fails(invented_project: Path, catalogues: Path) -> None:
    replace(po_path("ar", FAMILY, catalogues), 'msgid "Good day"', '#, fuzzy\nmsgid "Good day"')
    found = [finding.code for finding in check(invented_project, catalogues)]
    assert FindingCode.FUZZY in found


def test_a_bare_per_cent_sign_in_the_source_fails(invented_project: Path, catalogues: Path) -> None:
    (invented_project / "web" / "share.py").write_text("_('50 % done')\n", encoding="utf-8")
    found = [finding for finding in check(invented_project, catalogues) if finding.code is FindingCode.BARE_PERCENT]
    assert found == [Finding(FindingCode.BARE_PERCENT, FAMILY, "en", "50 % done")]


@pytest.mark.parametrize(
    ("source", "words"),
    [("Hello %(name)s", "Hola"), ("Hello %(name)s", "Hola %(nombre)s"), ("Hello", "Hola %(name)s")],
)
def test_placeholders_must_be_those_of_the_source(source: str, words: str) -> None:
    assert codes(Message(source, words)) == [FindingCode.PLACEHOLDERS]


def test_placeholders_may_change_places() -> None:
    assert codes(Message("%(a)s of %(b)s", "de %(b)s, %(a)s")) == []


@pytest.mark.parametrize("number", ["%(n)s", "%(count)s"])
def test_a_plural_form_may_say_the_count_in_a_word_but_may_lose_nothing_else(number: str) -> None:
    source = (f"{number} row of %(name)s", f"{number} rows of %(name)s")
    assert codes(Message(source, ("una fila de %(name)s", f"{number} filas de %(name)s"))) == []
    assert codes(Message(source, ("una fila", f"{number} filas de %(name)s"))) == [FindingCode.PLACEHOLDERS]


@pytest.mark.parametrize("name", ["n", "shown", "minutes"])
def test_the_only_placeholder_of_a_plural_is_its_number_whatever_it_is_called(name: str) -> None:
    number = f"%({name})s"
    several = (f"{number} صفوف", f"{number} صفًا", f"{number} صف")
    source = (f"{number} row", f"{number} rows")
    assert codes(Message(source, ("لا صفوف", "صف واحد", "صفان", *several)), "ar") == []


@pytest.mark.parametrize("form", [3, 4, 5])
def test_a_form_that_many_counts_share_must_say_which(form: int) -> None:
    strings = ["لا صفوف", "صف واحد", "صفان", "%(n)s صفوف", "%(n)s صفًا", "%(n)s صف"]
    strings[form] = "صفوف"
    assert codes(Message(("%(n)s row", "%(n)s rows"), tuple(strings)), "ar") == [FindingCode.PLACEHOLDERS]
    assert codes(Message(("%(n)s row", "%(n)s rows"), ("una fila", "filas"))) == [FindingCode.PLACEHOLDERS]


def test_a_plural_needs_as_many_forms_as_the_language_has() -> None:
    message = Message(("%(n)s row", "%(n)s rows"), ("%(n)s صف",) * 2)
    assert codes(message, "ar") == [FindingCode.PLURAL_FORMS]


@pytest.mark.parametrize("words", ["Hola ", " Hola", "Hola\n"])
def test_outer_space_must_be_that_of_the_source(words: str) -> None:
    assert codes(Message("Hello", words)) == [FindingCode.OUTER_SPACE]


@pytest.mark.parametrize("words", ["<b>Hola", "Hola", '<b class="x">Hola</b>', "<i>Hola</i>"])
def test_tags_must_be_those_of_the_source(words: str) -> None:
    assert codes(Message("<b>Hello</b>", words)) == [FindingCode.HTML_TAGS]


@pytest.mark.parametrize("words", ['Hola "tú"', "Hola < 3", "Hola & tú", "Hola\u202e", "\ufeffHola"])
def test_a_sign_that_a_page_takes_as_markup_or_that_turns_a_line_round_is_found(words: str) -> None:
    assert FindingCode.RAW_SIGNS in codes(Message("Hello", words))


def test_a_sign_that_the_source_has_may_stand_and_so_may_an_entity() -> None:
    assert codes(Message('Say "hello" & go', 'Diga "hola" & siga')) == []
    assert codes(Message("Hello", "Hola&nbsp;a")) == []


def test_a_bare_per_cent_sign_in_words_fails() -> None:
    assert codes(Message("Half", "50 % de todo")) == [FindingCode.BARE_PERCENT]
    assert codes(Message("50%% of it", "50%% de todo")) == []


def test_a_message_without_words_yet_is_only_incomplete() -> None:
    assert codes(Message("Hello %(name)s", "")) == []
