"""The committee's pages as one set: each module beside this one adds its own."""

from flask import Blueprint

from web.committee import group_words, strength
from web.staff import add_staff_pages
from web.staff_sign_in import add_sign_in
from web.values_in_words import listed

pages = Blueprint("committee", __name__, template_folder="templates")
add_sign_in(pages)
add_staff_pages(pages)
pages.context_processor(lambda: {"groups": group_words, "strength": strength, "listed": listed})
