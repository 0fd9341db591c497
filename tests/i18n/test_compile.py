import os
from pathlib import Path

from i18n.catalogue_files import catalogue_text, messages, pot_path, read_catalogue
from i18n.compile import compile_catalogues
from i18n.extract import extract, write_template
from i18n.locales import mo_path, offered, po_path


def complete(tag: str, catalogues: Path) -> None:
    """Writes every message's source words where a translation should be."""
    catalogue = read_catalogue(tag, catalogues)
    for message in messages(catalogue):
        message.string = (message.id[1],) * catalogue.num_plurals if isinstance(message.id, tuple) else message.id
    po_path(tag, catalogues).write_text(catalogue_text(tag, catalogue), encoding="utf-8")


def test_a_language_is_offered_from_its_last_message_on(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    assert [(one.tag, one.missing) for one in compile_catalogues(tmp_path)] == [("es", 5), ("ar", 5)]
    complete("ar", tmp_path)
    compile_catalogues(tmp_path)
    assert [row.tag for row in offered(tmp_path)] == ["en", "ar"]


def test_a_language_that_falls_behind_is_offered_no_longer(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    complete("ar", tmp_path)
    compile_catalogues(tmp_path)
    (invented_project / "web" / "new.py").write_text("_('One more')\n", encoding="utf-8")
    write_template(extract(invented_project), tmp_path)
    compile_catalogues(tmp_path)
    assert [row.tag for row in offered(tmp_path)] == ["en"]


def test_a_doubtful_translation_does_not_count_as_words(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    complete("ar", tmp_path)
    po = po_path("ar", tmp_path)
    po.write_text(
        po.read_text(encoding="utf-8").replace('msgid "Good day"', '#, fuzzy\nmsgid "Good day"'), encoding="utf-8"
    )
    assert [(one.tag, one.missing) for one in compile_catalogues(tmp_path)][1] == ("ar", 1)


def test_nothing_is_compiled_twice_until_its_sources_are_newer(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    complete("ar", tmp_path)
    assert [one.written for one in compile_catalogues(tmp_path)] == [False, True]
    assert [one.written for one in compile_catalogues(tmp_path)] == [False, False]
    later = mo_path("ar", tmp_path).stat().st_mtime_ns + 1_000_000
    os.utime(pot_path(tmp_path), ns=(later, later))
    assert [one.written for one in compile_catalogues(tmp_path)] == [False, True]


def test_compiling_leaves_no_half_written_file_behind(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)
    complete("ar", tmp_path)
    compile_catalogues(tmp_path)
    assert sorted(path.name for path in mo_path("ar", tmp_path).parent.iterdir()) == ["messages.mo", "messages.po"]
