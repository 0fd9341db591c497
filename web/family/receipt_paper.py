"""What a receipt needs once it is a piece of paper: the reference as a picture, and the language of its words."""

from flask import Blueprint

from i18n.passphrases import WORDLISTS, words
from web.labels.geography import language_name
from web.qr_picture import qr_picture


def teach_receipts(pages: Blueprint) -> None:
    """Gives the templates of families the filters qr and language_of_words."""
    pages.add_app_template_filter(qr_picture, "qr")
    pages.add_app_template_filter(language_of_words, "language_of_words")


def language_of_words(passphrase: tuple[str, ...]) -> str:
    """The name of the language whose list all these words are of; empty where there is none."""
    tag = next((tag for tag in WORDLISTS if set(passphrase) <= set(words(tag))), "")
    return language_name(tag) if tag else ""
