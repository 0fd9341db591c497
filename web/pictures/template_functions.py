"""What templates ask the pictures for."""

from flask import Flask

from search.vocabulary import MARKS_OF_TEETH
from web.pictures.body_choices import body_choices, spot_name
from web.pictures.picture_sets import picture_address, picture_of
from web.values_in_words import mark_words


def teach_pictures(app: Flask) -> None:
    """Gives the templates three filters of marks and pictures and two functions of choosing a place."""
    app.add_template_filter(mark_words, "mark_words")
    app.add_template_filter(picture_of, "picture_of")
    app.add_template_filter(picture_address, "picture_address")
    app.add_template_global(body_choices, "body_choices")
    app.add_template_global(spot_name, "spot_name")
    app.jinja_env.globals["TEETH_MARKS"] = MARKS_OF_TEETH
