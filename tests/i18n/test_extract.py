from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from i18n.catalogue_files import messages, pot_path, read_catalogue, read_template, template_text
from i18n.errors import NotALiteral
from i18n.extract import extract, write_template
from i18n.locales import po_path


def test_every_way_of_marking_a_message_is_found(invented_project: Path) -> None:
    found = {(message.context, message.id) for message in messages(extract(invented_project))}
    assert found == {
        (None, "Good day"),
        (None, "Two lines become one"),
        (None, ("%(n)s row", "%(n)s rows")),
        ("body", "Back"),
        (None, "Saved, %(name)s"),
    }


def test_the_template_carries_no_date_no_path_and_no_line_number(invented_project: Path) -> None:
    text = template_text(extract(invented_project))
    assert "#:" not in text
    assert "Date" not in text
    assert "Translators: of the body" in text


def test_the_same_messages_give_the_same_bytes_wherever_they_stand(invented_project: Path) -> None:
    before = template_text(extract(invented_project))
    home = invented_project / "web" / "family" / "templates" / "home.html"
    home.rename(home.with_name("first.html"))
    labels = invented_project / "web" / "labels.py"
    labels.write_text("import this\n\n\n" + labels.read_text(encoding="utf-8"), encoding="utf-8")
    assert template_text(extract(invented_project)) == before


def test_writing_again_what_did_not_change_leaves_the_files_alone(invented_project: Path, tmp_path: Path) -> None:
    catalogues = tmp_path / "catalogues"
    write_template(extract(invented_project), catalogues)
    written = po_path("ar", catalogues).stat().st_mtime_ns
    write_template(extract(invented_project), catalogues)
    assert po_path("ar", catalogues).stat().st_mtime_ns == written


def test_known_words_are_kept_and_forgotten_messages_go(invented_project: Path, tmp_path: Path) -> None:
    catalogues = tmp_path / "catalogues"
    write_template(extract(invented_project), catalogues)
    po = po_path("es", catalogues)
    po.write_text(
        po.read_text(encoding="utf-8").replace('msgid "Good day"\nmsgstr ""', 'msgid "Good day"\nmsgstr "Buenos días"'),
        encoding="utf-8",
    )
    (invented_project / "web" / "labels.py").write_text("NEW = _('New here')\n", encoding="utf-8")
    write_template(extract(invented_project), catalogues)
    words = {message.id: message.string for message in messages(read_catalogue("es", catalogues))}
    assert words["Good day"] == "Buenos días"
    assert words["New here"] == ""
    assert "Saved, %(name)s" not in words
    assert "#~" not in po.read_text(encoding="utf-8")


def test_a_new_language_begins_with_its_own_plural_forms(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    assert read_catalogue("ar", tmp_path).num_plurals == 6
    assert len(read_template(tmp_path)) == 5
    assert pot_path(tmp_path).is_file()


def test_a_template_that_cannot_be_read_is_an_error(invented_project: Path) -> None:
    (invented_project / "web" / "family" / "templates" / "broken.html").write_text(
        "{% if %}{{ _('x') }}", encoding="utf-8"
    )
    with pytest.raises(TemplateSyntaxError):
        extract(invented_project)


def test_a_sentence_with_a_name_baked_in_is_refused(invented_project: Path) -> None:
    (invented_project / "web" / "views.py").write_text("gettext(tag, f'Dear {name}')\n", encoding="utf-8")
    with pytest.raises(NotALiteral):
        extract(invented_project)
