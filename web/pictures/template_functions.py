"""What templates ask the pictures for."""

from flask import Flask

from web.description_fields import mark_words


def teach_pictures(app: Flask) -> None:
    """Gives the templates the filter `mark_words`."""
    app.add_template_filter(mark_words, "mark_words")
