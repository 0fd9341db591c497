"""What all forms share: fields that keep what was typed, choices whose words are codes, and messages as source words.

Labels, hints and messages are marked for the catalogues where they are written and translated by the macros that show
them, so a form needs no request. The forgery token is the portal's affair, not the form's.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from flask import Flask
from wtforms import Field, FieldList, Form, FormField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from i18n.translate import gettext_noop as _
from web.labels import group_of, words
from web.labels.error_sentences import SENTENCES
from web.labels.geography import NAMED, sort_key

SHORT_TEXT = 300
LONG_TEXT = 5000
# Telephone numbers, references, logins and codes run left to right, also on an Arabic page and while empty.
LEFT_TO_RIGHT = {"dir": "ltr"}


class Coded(str):
    """The text of a choice: a code and its table, turned into words where it is shown."""

    __slots__ = ("code", "group")
    code: StrEnum | str
    group: str

    def __new__(cls, code: StrEnum | str, group: str = "") -> "Coded":
        """A choice of an enumeration, or of a plain code with the name of its table."""
        choice = super().__new__(cls, code)
        choice.code = code
        choice.group = group
        return choice


class SeenRevision(IntegerField):
    """Which version of a page was read: a hidden field that every page of ours sends."""

    def __init__(self, **named: Any) -> None:
        super().__init__(validators=[InputRequired(SENTENCES["page_too_old"])], **named)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads the number; what is none is said in a sentence that the catalogues have."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(SENTENCES["page_too_old"]) from None


class Option(NamedTuple):
    """One choice of a field as a page shows it."""

    value: str
    label: str
    selected: bool


DO_NOT_KNOW = Coded("do_not_know", "no_answer")
CHOOSE = Coded("choose", "no_answer")


def coded(codes: Iterable[StrEnum | str], unknown: Coded | None = None, group: str = "") -> dict[str, str]:
    """Choices for codes; not to know, or not to choose, is a choice of its own: last among radios, first in a list."""
    listed: dict[str, str] = {str(code): Coded(code, group) for code in codes}
    if unknown is None:
        return listed
    return {"": unknown, **listed} if unknown is CHOOSE else {**listed, "": unknown}


def at_most(limit: int) -> Callable[[Form, Field], None]:
    """A validator of length, far above what anybody writes by hand."""

    def check(_form: Form, field: Field) -> None:
        if len(field.data or "") > limit:
            raise ValidationError(_("Please write a little less here."))

    return check


def line(label: str, hint: str = "") -> Any:
    """One line of text."""
    return StringField(label, [at_most(SHORT_TEXT)], description=hint, filters=[tidy])


def code_line(label: str, hint: str = "") -> Any:
    """One line that always runs left to right: a telephone number, a reference."""
    return StringField(label, [at_most(SHORT_TEXT)], description=hint, filters=[tidy], render_kw=LEFT_TO_RIGHT)


def text(label: str, hint: str = "") -> Any:
    """Several lines of text."""
    return TextAreaField(label, [at_most(LONG_TEXT)], description=hint, filters=[tidy])


def dropdown(label: str, listed: dict[str, str], hint: str = "") -> Any:
    """One of many codes. What is not among them reads as not chosen: a page cannot send it."""
    return SelectField(label, choices=listed, default="", description=hint, validate_choice=False)


def radios(label: str, listed: dict[str, str], hint: str = "") -> Any:
    """One of a few codes, as large labels."""
    return RadioField(label, choices=listed, default="", description=hint, validate_choice=False)


def tidy(typed: str | None) -> str:
    """Without the blanks round it and without control characters; lines stay lines."""
    kept = "".join(letter for letter in typed or "" if letter.isprintable() or letter in "\n\u200c\u200d")
    return kept.strip()


def problems(form: Form) -> list[tuple[str, str]]:
    """Every message of a validated form with the id of its field, in the order of the page."""
    return [(field.id, error) for field in every_field(form) for error in _messages(field)]


def _messages(field: Field) -> list[str]:
    """The first message of a field; rows and groups leave theirs to their parts."""
    # Words that are in the reader's language already are a string of their own kind, and stay one.
    return list(field.errors[:1])


def every_field(form: Form) -> Iterator[Field]:
    """The fields of a form in the order of the page, those inside groups and rows too."""
    for field in form:
        yield from _within(field)


def teach_forms(app: Flask) -> None:
    """Gives the templates the filters that the form macros use."""
    app.add_template_filter(problems, "problems")
    app.add_template_filter(_choice_words, "choice_words")
    app.add_template_filter(options, "options")


def options(field: SelectField) -> list[Option]:
    """The choices of a field; names of countries and languages go by the reader's alphabet.

    A code that a record holds and a list does not offer is added, so that looking at a page changes nothing.
    """
    listed = [Option(str(row[0]), row[1], row[2]) for row in field.iter_choices()]
    if field.type == "SelectField" and field.data and not any(option.selected for option in listed):
        listed.append(Option(field.data, Coded(field.data, _group(listed)), selected=True))
    named = [option for option in listed if _is_named(option)]
    named.sort(key=lambda option: sort_key(_choice_words(option.label)))
    return [*(option for option in listed if not _is_named(option)), *named]


def table_of(label: Coded) -> str:
    """The table of words that a choice belongs to; empty where it names none."""
    return label.group or (group_of(type(label.code)) if isinstance(label.code, StrEnum) else "")


def _is_named(option: Option) -> bool:
    return isinstance(option.label, Coded) and option.label.group in NAMED


def _group(listed: list[Option]) -> str:
    """The table that the codes of a list belong to; enumerations name their own."""
    codes = (option.label for option in listed if option.value)
    return next((table_of(label) for label in codes if isinstance(label, Coded)), "")


def _choice_words(label: str) -> str:
    """A coded choice in words; a text that is in words already as it is."""
    return words(label.code, label.group) if isinstance(label, Coded) else label


def _within(field: Field) -> Iterator[Field]:
    """The field itself, or the fields inside a group or a list."""
    if isinstance(field, FormField):
        yield from every_field(field.form)
    elif isinstance(field, FieldList):
        for entry in field.entries:
            yield from _within(entry)
    else:
        yield field
