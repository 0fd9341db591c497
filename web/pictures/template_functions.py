"""What templates ask the pictures for."""

from flask import Flask

from web.description_fields import mark_words
from web.pictures.body_choices import body_choices, spot_name
from web.pictures.picture_sets import picture_of


def teach_pictures(app: Flask) -> None:
    """Gives the templates the filters mark_words and picture_of and the functions body_choices and spot_name."""
    app.add_template_filter(mark_words, "mark_words")
    app.add_template_filter(picture_of, "picture_of")
    app.add_template_global(body_choices, "body_choices")
    app.add_template_global(spot_name, "spot_name")
