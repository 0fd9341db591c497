"""`python -m i18n.check`: fails when a catalogue is stale, incomplete where it was promised, or careless.

A finding is `code catalogue tag message-id`; the codes are in `FindingCode`.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click
from babel import Locale
from babel.messages.catalog import Catalog, Message

from i18n.catalogue_files import (
    catalogue_text,
    messages,
    pot_path,
    read_catalogue,
    template_text,
    untranslated,
    updated,
)
from i18n.division import Catalogue
from i18n.extract import PROJECT, extract
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, LocaleRow, is_begun, po_path

_PLACEHOLDER = re.compile(r"%\((\w*)\)([#0\- +]*[\d.*]*[A-Za-z])")
_PERCENT = re.compile(r"%(?!\()(.?)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&#?\w+;")
# What would end an attribute or begin markup where a page takes words as they are, and marks that turn a line round.
_RAW_SIGNS = frozenset('"<>&\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff')
# What the number of a plural is called where a message has other placeholders beside it.
_NUMBERS = ("n", "count")
# Rules of plurals repeat after a hundred, so among these counts a form for one count alone shows itself.
_COUNTS = 250


class FindingCode(StrEnum):
    TEMPLATE_STALE = "template_stale"
    CATALOGUE_STALE = "catalogue_stale"
    INCOMPLETE = "incomplete"
    FUZZY = "fuzzy"
    PLACEHOLDERS = "placeholders"
    BARE_PERCENT = "bare_percent"
    PLURAL_FORMS = "plural_forms"
    OUTER_SPACE = "outer_space"
    HTML_TAGS = "html_tags"
    RAW_SIGNS = "raw_signs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; `tag` is empty for the template, `msgid` for a whole file."""

    code: FindingCode
    catalogue: Catalogue
    tag: str = ""
    msgid: str = ""


def check(project: Path = PROJECT, catalogues: Path = CATALOGUES) -> list[Finding]:
    """Everything that is wrong with the catalogues of a project; an empty list means that all is well."""
    findings: list[Finding] = []
    for catalogue, template in extract(project).items():
        findings.extend(_check_template(catalogue, template, catalogues))
        for row in LOCALES:
            if is_begun(row, catalogue, catalogues):
                findings.extend(_check_language(row, catalogue, template, catalogues))
    return findings


def main() -> None:
    """Prints the findings and exits with 1 when there are any."""
    findings = check()
    for finding in findings:
        click.echo(f"{finding.code} {finding.catalogue} {finding.tag} {finding.msgid!r}")
    sys.exit(1 if findings else 0)


def _check_template(catalogue: Catalogue, template: Catalog, catalogues: Path) -> Iterator[Finding]:
    if _differs(pot_path(catalogue, catalogues), template_text(catalogue, template)):
        yield Finding(FindingCode.TEMPLATE_STALE, catalogue)
    for message in messages(template):
        if any(_has_bare_percent(text) for text in _forms(message.id)):
            yield Finding(FindingCode.BARE_PERCENT, catalogue, SOURCE_TAG, _msgid(message))


def _check_language(row: LocaleRow, catalogue: Catalogue, template: Catalog, catalogues: Path) -> Iterator[Finding]:
    words = read_catalogue(row.tag, catalogue, catalogues)
    for message in messages(words):
        for code in check_message(message, row):
            yield Finding(code, catalogue, row.tag, _msgid(message))
    if catalogue in row.promised:
        for message in untranslated(words, template):
            yield Finding(FindingCode.INCOMPLETE, catalogue, row.tag, _msgid(message))
    text = catalogue_text(row.tag, catalogue, updated(words, template))
    if _differs(po_path(row.tag, catalogue, catalogues), text):
        yield Finding(FindingCode.CATALOGUE_STALE, catalogue, row.tag)


def check_message(message: Message, row: LocaleRow) -> Iterator[FindingCode]:
    """What is wrong with one message's words; nothing for a message that has none yet."""
    if message.fuzzy:
        yield FindingCode.FUZZY
    strings = _forms(message.string)
    if not any(strings):
        return
    if message.pluralizable and len(strings) != len(row.examples):
        yield FindingCode.PLURAL_FORMS
    sources = _forms(message.id)
    filled = [text for text in strings if text]
    wordy = _forms_of_one_count(row) if message.pluralizable else ()
    if not all(_same_placeholders(text, sources, wordy=at in wordy) for at, text in enumerate(strings) if text):
        yield FindingCode.PLACEHOLDERS
    if any(_has_bare_percent(text) for text in filled):
        yield FindingCode.BARE_PERCENT
    if any(_outer_space(text) != _outer_space(sources[0]) for text in filled):
        yield FindingCode.OUTER_SPACE
    yield from _check_markup(filled, sources)


def _check_markup(filled: list[str], sources: tuple[str, ...]) -> Iterator[FindingCode]:
    """What a page would take for markup in words that it does not escape."""
    if any(_tags(text) not in [_tags(source) for source in sources] for text in filled):
        yield FindingCode.HTML_TAGS
    if _raw_signs(*filled) - _raw_signs(*sources):
        yield FindingCode.RAW_SIGNS


def _same_placeholders(text: str, sources: tuple[str, ...], *, wordy: bool) -> bool:
    """A form for one count alone may leave the number out ("two rows" is one word in Arabic), and nothing else."""
    used = set(_PLACEHOLDER.findall(text))
    wanted = set().union(*(_PLACEHOLDER.findall(source) for source in sources))
    number = wanted if len(wanted) == 1 else {one for one in wanted if one[0] in _NUMBERS}
    return used <= wanted and wanted - used <= (number if wordy else set())


def _forms_of_one_count(row: LocaleRow) -> set[int]:
    """The plural forms that a single count takes, so that words can say it: none, one and two in Arabic."""
    form = Locale.parse(row.cldr).plural_form
    taken = [form(count) for count in range(_COUNTS)]
    return {at for at, example in enumerate(row.examples) if taken.count(form(example)) == 1}


def _has_bare_percent(text: str) -> bool:
    """Whether a per cent sign is neither a named placeholder nor doubled, which would break the page."""
    return any(following != "%" for following in _PERCENT.findall(text))


def _outer_space(text: str) -> tuple[str, str]:
    stripped = text.strip()
    start = text.index(stripped)
    return text[:start], text[start + len(stripped) :]


def _tags(text: str) -> list[str]:
    """The tags in any order, because another language may put the link before the emphasis."""
    return sorted(_TAG.findall(text))


def _raw_signs(*texts: str) -> frozenset[str]:
    """Signs outside of tags and entities that a page would not show as they are."""
    return _RAW_SIGNS & frozenset("".join(_ENTITY.sub("", _TAG.sub("", text)) for text in texts))


def _forms(words: object) -> tuple[str, ...]:
    if isinstance(words, list | tuple):
        return tuple(str(word or "") for word in words)
    return (str(words or ""),)


def _msgid(message: Message) -> str:
    return _forms(message.id)[0]


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    main()
