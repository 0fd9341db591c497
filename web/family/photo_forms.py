"""What a family says of a photo."""

from wtforms import Field, Form

from i18n.translate import gettext_noop as _
from search.vocabulary import FAMILY_PHOTOS, PhotoUse
from web.forms import coded, line, radios
from web.photos import require_kind


class PhotoForm(Form):
    """Asked beside the file; only what the photo shows has to be said."""

    kind = radios(_("What does the photo show?"), coded(FAMILY_PHOTOS))
    words = line(_("What should people look at?"), _("For example: the scar over the left eye, the shoes of that day."))
    taken = line(_("When was it taken?"), _("As you would say it: last year, before the wedding."))

    def validate_kind(self, field: Field) -> None:
        """A photo of nothing in particular cannot be shown to the right people."""
        require_kind(field, FAMILY_PHOTOS)


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
