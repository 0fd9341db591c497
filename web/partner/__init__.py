"""The portal of shelters, hospitals, consulates, mortuaries and forensic services: they report whom they met."""

from flask import Flask

from web.app import Portal, create_portal
from web.context import Context
from web.partner.approaches import answer_again, everybody_again
from web.partner.children import decide_again
from web.partner.erasing import erasing_pages
from web.partner.handed import enter_again
from web.partner.messages import again, message_pages
from web.partner.photos import pages
from web.partner.report_changing import change_again
from web.partner.report_form import report_again
from web.partner.report_parts import part_again
from web.partner.report_review import review_again
from web.partner.tokens import token_again
from web.staff import staff_typed_again

# Beside the sheet itself a request carries the other fields of the form.
_BESIDE_THE_SHEET = 64 * 1024


def create_partner(context: Context) -> Flask:
    """The portal of the reporting organisations."""
    limit = context.settings.upload_limit + _BESIDE_THE_SHEET
    portal = Portal(
        name="partner",
        prefix="/partner",
        sign_in="partner.sign_in",
        blueprints=(pages, erasing_pages, message_pages),
        body_limit=limit,
        typed_again={
            "partner.answer_enquirer": answer_again,
            "partner.answer_everybody": everybody_again,
            "partner.decide": decide_again,
            "partner.enter": enter_again,
            "partner.report": report_again,
            "partner.change": change_again,
            "partner.keep_part": part_again,
            "partner.send_report": review_again,
            "partner.give_token": token_again,
            "messages.write": again,
            **staff_typed_again("partner"),
        },
    )
    return create_portal(portal, context)
