"""In which direction a field is written."""

import re

import pytest
from flask import Flask, render_template_string
from wtforms import Form

from web.forms import code_line, line, text

ASKED = '{% import "macros.html" as ui with context %}{{ ui.control(form[name]) }}'


class Asked(Form):
    """A name, free words and a reference."""

    name = line("Name")
    words = text("Words")
    reference = code_line("Reference")


@pytest.mark.parametrize(
    ("name", "typed", "direction"),
    [
        ("name", "", None),
        ("name", "Amina", "auto"),
        ("words", "", None),
        ("words", "من البحر", "auto"),
        ("reference", "", "ltr"),
        ("reference", "4F7K", "ltr"),
    ],
)
def test_an_empty_field_keeps_the_direction_of_the_page_unless_it_has_its_own(
    unconnected_family: Flask, name: str, typed: str, direction: str | None
) -> None:
    with unconnected_family.test_request_context():
        control = render_template_string(ASKED, form=Asked(data={name: typed}), name=name)
    found = re.search(r'dir="(\w+)"', control)
    assert (found and found[1]) == direction
