from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from i18n.catalogue_files import messages, pot_path, read_catalogue, read_template, template_text
from i18n.division import Catalogue
from i18n.errors import NotALiteral
from i18n.extract import extract, write_templates
from i18n.locales import po_path

FAMILY, STAFF = Catalogue.FAMILY, Catalogue.STAFF


def family_text(project: Path) -> str:
    return template_text(FAMILY, extract(project)[FAMILY])


def test_every_way_of_marking_a_message_is_found(invented_project: Path) -> None:
    assert keys(invented_project) == {
        (None, "Good day"),
        (None, "Two lines become one"),
        (None, ("%(n)s row", "%(n)s rows")),
        ("body", "Back"),
        (None, "Saved, %(name)s"),
    }


def test_the_template_carries_no_date_no_path_and_no_line_number(invented_project: Path) -> None:
    text = family_text(invented_project)
    assert "#:" not in text
    assert "Date" not in text
    assert "Translators: of the body" in text


def test_the_same_messages_give_the_same_bytes_wherever_they_stand(invented_project: Path) -> None:
    before = family_text(invented_project)
    home = invented_project / "web" / "family" / "templates" / "home.html"
    home.rename(home.with_name("first.html"))
    labels = invented_project / "web" / "labels.py"
    labels.write_text("import this\n\n\n" + labels.read_text(encoding="utf-8"), encoding="utf-8")
    assert family_text(invented_project) == before


def test_writing_again_what_did_not_change_leaves_the_files_alone(invented_project: Path, tmp_path: Path) -> None:
    catalogues = tmp_path / "catalogues"
    write_templates(extract(invented_project), catalogues)
    written = po_path("ar", FAMILY, catalogues).stat().st_mtime_ns
    write_templates(extract(invented_project), catalogues)
    assert po_path("ar", FAMILY, catalogues).stat().st_mtime_ns == written


def test_known_words_are_kept_and_forgotten_messages_go(invented_project: Path, tmp_path: Path) -> None:
    catalogues = tmp_path / "catalogues"
    write_templates(extract(invented_project), catalogues)
    po = po_path("es", FAMILY, catalogues)
    po.write_text(
        po.read_text(encoding="utf-8").replace('msgid "Good day"\nmsgstr ""', 'msgid "Good day"\nmsgstr "Buenos días"'),
        encoding="utf-8",
    )
    (invented_project / "web" / "labels.py").write_text("NEW = _('New here')\n", encoding="utf-8")
    write_templates(extract(invented_project), catalogues)
    words = {message.id: message.string for message in messages(read_catalogue("es", FAMILY, catalogues))}
    assert words["Good day"] == "Buenos días"
    assert words["New here"] == ""
    assert "Saved, %(name)s" not in words
    assert "#~" not in po.read_text(encoding="utf-8")


def test_a_new_language_begins_with_its_own_plural_forms(invented_project: Path, tmp_path: Path) -> None:
    write_templates(extract(invented_project), tmp_path)
    assert read_catalogue("ar", FAMILY, tmp_path).num_plurals == 6
    assert len(read_template(FAMILY, tmp_path)) == 5
    assert pot_path(FAMILY, tmp_path).is_file()


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


def test_a_message_that_families_can_meet_is_theirs_alone_wherever_else_it_stands(invented_project: Path) -> None:
    assert [message.id for message in messages(extract(invented_project)[STAFF])] == ["Evidence"]
    assert (None, "Good day") in keys(invented_project)


def test_a_plural_of_staff_whose_singular_families_have_is_the_familys(invented_project: Path) -> None:
    card = invented_project / "web" / "committee" / "card.py"
    card.write_text("ngettext('Good day', 'Good days', n)\n", encoding="utf-8")
    assert (None, ("Good day", "Good days")) in keys(invented_project)
    assert messages(extract(invented_project)[STAFF]) == []


def test_a_message_that_moves_to_families_takes_its_words_along(invented_project: Path, tmp_path: Path) -> None:
    catalogues = tmp_path / "catalogues"
    write_templates(extract(invented_project), catalogues)
    po = po_path("es", STAFF, catalogues)
    filled = po.read_text(encoding="utf-8").replace('"Evidence"\nmsgstr ""', '"Evidence"\nmsgstr "Indicios"')
    po.write_text(filled, encoding="utf-8")
    (invented_project / "web" / "family" / "views.py").write_text("_('Evidence')\n", encoding="utf-8")
    write_templates(extract(invented_project), catalogues)
    words = {message.id: message.string for message in messages(read_catalogue("es", FAMILY, catalogues))}
    assert words["Evidence"] == "Indicios"
    assert messages(read_catalogue("es", STAFF, catalogues)) == []


def keys(project: Path) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in messages(extract(project)[FAMILY])}
