"""Words for the kinds of place from which one person is reported, and for the parts of their forms."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from web.locale import gettext

TABLES: dict[str, Mapping[str, str]] = {
    "report_page": {
        "shelter": _("Somebody in a shelter"),
        "hospital": _("A patient whom nobody can identify"),
        "detention": _("Somebody whom you visited in detention"),
        "consulate": _("Somebody who came to the consulate"),
        "rescue": _("Somebody who was rescued"),
        "other": _("Somebody whom you met elsewhere"),
        "witness": _("Somebody whom a witness saw or travelled with"),
        "asks_for_family": _("Somebody who is looking for their family"),
        "mortuary": _("A body in a mortuary"),
        "forensic": _("A body or remains in a forensic service"),
    },
    "report_part": {
        "wishes": _("What the person wants"),
        "relatives": _("Relatives this person is looking for"),
        "sight": _("When they were seen last"),
        "meeting": _("Where and when you met them"),
        "admission": _("The hospital"),
        "visit": _("The visit"),
        "consulate": _("Where they are, and where they live"),
        "rescue": _("The rescue"),
        "who": _("Name, age and languages"),
        "looks": _("What they look like"),
        "marks": _("Marks on the body"),
        "things": _("Clothes and belongings"),
        "contacts": _("Phone numbers and papers"),
        "journey": _("The journey"),
        "more": _("Anything else"),
        "numbers": _("The numbers of the body"),
        "recovery": _("Day and place of the recovery"),
        "state": _("Condition of the body"),
        "estimates": _("Sex, age and height, and how each was determined"),
        "body": _("Build, hair and eyes"),
        "parts": _("Parts of remains"),
        "samples": _("Samples"),
        "burial": _("Burial and cause of death"),
        "witness": _("The witness"),
        "papers": _("Names and papers that were found"),
        "carried": _("Numbers, nationality and birth that were found"),
    },
    "report_silence": {
        "agreement": _("You have not said whether this person agrees to be reported."),
        "adult_or_child": _("You have not said whether this person is an adult."),
        "perhaps_a_child": _(
            "You have not said whether this person is an adult. The age that you wrote may be under eighteen."
        ),
    },
}

_WHY: Mapping[str, str] = {
    "wishes": _(
        "Please ask the person first, face to face and alone. Whether their family learns that they were found is "
        "theirs to decide."
    ),
    "meeting": _("Reviewers see the country only, never the place."),
    "admission": _("Reviewers see the country only, never the place."),
    "visit": _("Reviewers see the country only, never the place."),
    "consulate": _("Reviewers see the country only, never the place."),
    "rescue": _("Reviewers see the country only, never the place."),
    "relatives": _("Reviewers read these names beside what families say."),
    "sight": _(
        "A witness tells when somebody was seen, not that they were found. Reviewers see the country "
        "only, never the place."
    ),
    "witness": _(
        "The family is not shown who told us. A committee asks the witness only if they said how they can be reached."
    ),
    "samples": _("Only that they exist, who holds them, and how far they are. Never write down a profile."),
    "who": _("Write names as you heard or read them. A wrong age never rules anybody out."),
    "marks": _("One unusual mark says more than a name."),
    "papers": _("A name on a paper is a hint and identifies nobody: papers are lent and exchanged on the way."),
}


def part_why(part: str) -> str:
    """Why a part is asked, in the reader's language; empty where nothing is to be said."""
    return gettext(_WHY[part]) if part in _WHY else ""
