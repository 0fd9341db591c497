"""Two catalogues: `family` is all that a relative can meet, `staff` what only partners, committees and programs meet.

A language can so be offered to families before anybody has translated what committees read. What is not listed here is
the family's, so that a page for families can never lack words; a message that both kinds of sources have lives in
`family` alone, and portals of staff look it up there.
"""

from collections.abc import Mapping
from enum import StrEnum


class Catalogue(StrEnum):
    FAMILY = "family"
    STAFF = "staff"


# Folders and files that no page for families loads a message from. `tests/i18n/test_division.py` looks that none of the
# other sources reaches into them.
STAFF_SOURCES = (
    "search/cli/",
    "web/admin/",
    "web/api/",
    "web/committee/",
    "web/partner/",
    "web/staff/",
    "web/labels/deciding.py",
    "web/labels/evidence.py",
    "web/labels/field_words/found_person.py",
    "web/labels/learning.py",
    "web/labels/located.py",
    "web/labels/reaching.py",
    "web/labels/readings.py",
    "web/labels/report_parts.py",
    "web/labels/reporter_questions.py",
    "web/labels/self_reports.py",
    "web/labels/reports.py",
    "web/labels/sheets.py",
    "web/labels/staff.py",
    "web/labels/staff_error_sentences.py",
    "web/labels/staff_photos.py",
    "web/labels/telling.py",
    "web/staff_sign_in.py",
    "web/templates/staff_photo_parts.html",
    "web/templates/staff_alarm_parts.html",
    "web/templates/staff_alarms.html",
    "web/templates/staff_codes.html",
    "web/templates/staff_codes_told.html",
    "web/templates/staff_factor_parts.html",
    "web/templates/staff_families.html",
    "web/templates/staff_home.html",
    "web/templates/staff_invitation.html",
    "web/templates/staff_invitation_code.html",
    "web/templates/staff_invited.html",
    "web/templates/staff_limit_parts.html",
    "web/templates/staff_member.html",
    "web/templates/staff_more_roles.html",
    "web/templates/staff_name.html",
    "web/templates/staff_new_member.html",
    "web/templates/staff_no_role.html",
    "web/templates/staff_own.html",
    "web/templates/staff_password.html",
    "web/templates/staff_people.html",
    "web/templates/staff_proof.html",
    "web/templates/staff_sign_in.html",
)

# Where the readers of a catalogue look a message up, in this order.
LOOKED_UP_IN: Mapping[Catalogue, tuple[Catalogue, ...]] = {
    Catalogue.FAMILY: (Catalogue.FAMILY,),
    Catalogue.STAFF: (Catalogue.STAFF, Catalogue.FAMILY),
}


def catalogue_of(source: str) -> Catalogue:
    """The catalogue of a source's messages; `source` is its path below the project, with slashes."""
    return Catalogue.STAFF if source.startswith(STAFF_SOURCES) else Catalogue.FAMILY
