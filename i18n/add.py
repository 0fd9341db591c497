"""`python -m i18n.add ha Hausa`: prepares all that a new language needs, and says what comes next.

It gets a row in the table of languages, with what the CLDR knows of it, an empty catalogue of the families' words, a
glossary with the terms that want a word, and a page for its choices. It is offered to nobody before it is whole.
"""

import gettext
from pathlib import Path

import click
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.plurals import get_plural

from i18n.catalogue_files import empty_text, messages, read_template
from i18n.division import Catalogue
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, LocaleRow, po_path
from i18n.terms import COLUMNS, TERMS, glossary

CHOICES = Path(__file__).parent / "languages"
TABLE = Path(__file__).parent / "locales.py"

_END_OF_TABLE = ")  # fmt: skip\n"
# The rows of these scripts leave out their height of line, which is the usual one.
_LOW_SCRIPTS = ("Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr")
# Rules of plurals repeat after a hundred.
_MOST_COUNTED = 1000
_USUAL_HEIGHT, _TALLER = 1.5, 1.7
_NEXT = """{name} ({tag}) has its place. Now read docs/adding-a-language.md, and write:
  1. {terms}  the words of the field, before any sentence
  2. {po}  {messages} messages
  3. {choices}  what you chose, and what only native speakers can settle
Then `python -m i18n.check`, and `make reading LANGUAGE={tag}` once every message has words."""
_CHOICES_PAGE = """# {name} ({tag})

**Native speakers have yet to confirm this translation.**

## What was chosen

- How the reader is addressed:
- How the person who is sought is named, and what of it shows a gender:
- Number, quotation marks, digits, dates:

## What the second reader changed

| place | was | is now | why |
|---|---|---|---|

Sentences translated back that kept their meaning: of

## What only native speakers can settle

-
"""


def prepared_row(tag: str, name: str) -> LocaleRow:
    """A row with what the CLDR knows of a language; raises ValueError where it knows nothing, or the tag is taken."""
    if tag in [row.tag for row in LOCALES]:
        raise ValueError("tag_taken")
    try:
        known = Locale.parse(tag)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError("tag_unknown") from error
    likely = str(get_global("likely_subtags").get(tag, "")).split("_")
    script = next((part for part in likely if len(part) == 4), "Latn")
    plural = get_plural(tag)
    return LocaleRow(
        tag, name, known.text_direction, script, tag, f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
        examples_of(plural.plural_expr, plural.num_plurals), promised=(),
        line_height=_USUAL_HEIGHT if script in _LOW_SCRIPTS else _TALLER,
    )  # fmt: skip


def examples_of(expression: str, forms: int) -> tuple[int, ...]:
    """The smallest count that takes each form of a plural, in the order of the forms; zero where only that does."""
    form_of = gettext.c2py(expression)
    counts = (*range(1, _MOST_COUNTED), 0)
    return tuple(next(number for number in counts if form_of(number) == form) for form in range(forms))


def row_text(row: LocaleRow) -> str:
    """The row as it is written in the table."""
    counts = ", ".join(map(str, row.examples)) + ("," if len(row.examples) == 1 else "")
    height = "" if row.line_height == _USUAL_HEIGHT else f", line_height={row.line_height}"
    return (
        f'    LocaleRow(\n        "{row.tag}", "{row.name}", "{row.direction}", "{row.script}", "{row.cldr}",\n'
        f'        "{row.plural_forms}", ({counts}), promised=(){height},\n    ),\n'
    )


def add(row: LocaleRow, table: Path = TABLE, catalogues: Path = CATALOGUES, notes: Path = Path(__file__).parent) -> str:
    """Writes the row and the files of a language, and returns what to do next. What is there already is kept."""
    text = table.read_text(encoding="utf-8")
    if text.count(_END_OF_TABLE) != 1:
        raise ValueError("table_unknown")
    template = read_template(Catalogue.FAMILY)
    po = po_path(row.tag, Catalogue.FAMILY, catalogues)
    terms, choices = notes / TERMS.name / f"{row.tag}.tsv", notes / CHOICES.name / f"{row.tag}.md"
    for path, content in (
        (po, empty_text(row, Catalogue.FAMILY, template)),
        (terms, _terms_without_words()),
        (choices, _CHOICES_PAGE.format(name=row.name, tag=row.tag)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(content, encoding="utf-8")
    table.write_text(text.replace(_END_OF_TABLE, row_text(row) + _END_OF_TABLE), encoding="utf-8")
    return _NEXT.format(
        name=row.name, tag=row.tag, terms=terms, po=po, choices=choices, messages=len(messages(template))
    )


def _terms_without_words() -> str:
    lines = ["\t".join(COLUMNS), *("\t".join([term.term, term.sense, "", "", "", ""]) for term in glossary(SOURCE_TAG))]
    return "\n".join(lines) + "\n"


_SENTENCES = {
    "tag_taken": "There is a row for this language already.",
    "tag_unknown": "The CLDR does not know this language. Write its row in i18n/locales.py by hand.",
    "table_unknown": "The table in i18n/locales.py does not end as expected. Write the row by hand.",
}


@click.command()
@click.argument("tag")
@click.argument("name")
def main(tag: str, name: str) -> None:
    """Prepare a language: TAG is BCP 47 (`ha`), NAME what its readers call it."""
    try:
        click.echo(add(prepared_row(tag, name)))
    except ValueError as error:
        raise click.ClickException(_SENTENCES[str(error)]) from error


if __name__ == "__main__":
    main()
