import io

import pytest

from i18n.errors import NotALiteral
from i18n.source_messages import extract_calls


def found(source: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (name, words) for _, name, words, _ in extract_calls(io.BytesIO(source.encode()), (), ("Translators:",), {})
    ]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("gettext('Save')", ("gettext", ("Save",))),
        ("gettext(tag, 'Save')", ("gettext", ("Save",))),
        ("gettext('es', 'Save')", ("gettext", ("Save",))),
        ("gettext(tag, 'Save %(what)s', what='all')", ("gettext", ("Save %(what)s",))),
        ("translate.pgettext(tag, 'body', 'Back')", ("pgettext", ("body", "Back"))),
        ("pgettext_noop('body', 'Back')", ("pgettext", ("body", "Back"))),
        ("ngettext(tag, '%(n)s row', '%(n)s rows', len(rows))", ("ngettext", ("%(n)s row", "%(n)s rows"))),
        ("npgettext(tag, 'x', 'one', 'many', n)", ("npgettext", ("x", "one", "many"))),
        ("_('A sentence '\n  'over two lines')", ("gettext", ("A sentence over two lines",))),
    ],
)
def test_messages_are_found_however_the_language_is_given(call: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert found(call) == [expected]


@pytest.mark.parametrize("call", ["gettext(tag, label)", "pgettext(tag, *LABELS[code])", "save('Save')"])
def test_a_message_that_was_marked_elsewhere_is_not_looked_for_here(call: str) -> None:
    assert found(call) == []


@pytest.mark.parametrize(
    "call",
    ["gettext(tag, f'Hello {name}')", "gettext('Hello ' + name)", "gettext('Hi %s' % name)", "pgettext(tag, c, 'x')"],
)
def test_a_message_built_at_run_time_is_an_error(call: str) -> None:
    with pytest.raises(NotALiteral, match="message_not_a_literal"):
        found(call)


def test_the_comment_above_a_message_goes_to_the_translator() -> None:
    source = """
# A reason for programmers.
# Translators: a button,
# not a title
x = gettext('Open')

# no
y = _('Shut')
"""
    comments = [notes for *_, notes in extract_calls(io.BytesIO(source.encode()), (), ("Translators:",), {})]
    assert comments == [["Translators: a button,", "not a title"], []]
