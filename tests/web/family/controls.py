"""How many controls a reader meets on a page: a group of radio buttons is one, and so is a date."""

import html
import re

_CONTROL = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
_NAME = re.compile(r'\bname="([^"]*)"')
_HIDDEN = re.compile(r'\btype="hidden"')
_FORM = re.compile(r'<form\b[^>]*\bid="answers".*?</form>', re.DOTALL)
# The parts of one date, and of one secret: they are filled in as one thing.
_PARTS_OF_ONE = re.compile(r"-(?:day|month|year|around|calendar|written)$|(?<=word)_\d$")


def controls_on(page: str) -> int:
    """The controls of the form of a page. A tick that answers instead of a field belongs to it."""
    form = _FORM.search(page)
    shown = [one for one in _CONTROL.findall(form[0] if form else "") if not _HIDDEN.search(one)]
    names = [html.unescape(found[1]) for one in shown if (found := _NAME.search(one))]
    return len({_PARTS_OF_ONE.sub("", name.removesuffix("-answer")) for name in names})
