"""What a family says of a photo."""

from wtforms import Form

from i18n.translate import gettext_noop as _
from search.vocabulary import FAMILY_PHOTOS, PhotoKind, PhotoUse
from web.forms import coded, line, radios


class PhotoForm(Form):
    """Asked beside the file, and again on a page of its own: nothing of it has to be said for a photo to be kept."""

    kind = radios(_("What does the photo show?"), coded(FAMILY_PHOTOS))
    words = line(_("What should people look at?"), _("For example: the scar over the left eye, the shoes of that day."))
    taken = line(_("When was it taken?"), _("As you would say it: last year, before the wedding."))


class UseForm(Form):
    """The permission of a photo, asked on a page of its own once the photo is kept."""

    use = radios(
        _("Who may be shown this photo?"),
        coded(PhotoUse),
        _("Without an answer: only the committee. You can change this at any time."),
    )


def chosen_use(typed: str) -> PhotoUse:
    """The permission that was given; the strictest where there is no answer."""
    return PhotoUse(typed) if typed in list(PhotoUse) else PhotoUse.COMMITTEE


def chosen_kind(typed: str | None) -> PhotoKind | None:
    """What a photo shows, of what a family may say; None where nothing of that was said."""
    return PhotoKind(typed) if typed in FAMILY_PHOTOS else None
