"""How many controls a reader meets on a page: a group of radio buttons is one, and so is a date."""

import html
import re

_CONTROL = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
_NAME = re.compile(r'\bname="([^"]*)"')
_HIDDEN = re.compile(r'\btype="hidden"')
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
# The parts of one date, and the boxes of one secret: they are filled in as one thing.
_PARTS_OF_ONE = re.compile(r"-(?:day|month|year|around|calendar|written)$|(?<=word)_?\d$")
# A tick that is given in place of a field, and the answer to a question beneath it, belong to the field.
_OF_A_FIELD = re.compile(r"-(?:answer|ask)$")


def controls_on(page: str) -> int:
    """The controls between the head and the foot of a page."""
    main = _MAIN.search(page)
    shown = [one for one in _CONTROL.findall(main[0] if main else "") if not _HIDDEN.search(one)]
    names = [html.unescape(found[1]) for one in shown if (found := _NAME.search(one))]
    return len({_PARTS_OF_ONE.sub("", _OF_A_FIELD.sub("", name)) for name in names})
