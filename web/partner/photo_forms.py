"""What an organisation says of a photo of somebody it met, or of a body that it holds."""

from wtforms import BooleanField, Field, Form

from i18n.translate import gettext_noop as _
from search.vocabulary import BODY_PHOTOS, LIVING_KINDS, LIVING_PHOTOS, PhotoKind, ReportKind
from web.forms import coded, line, radios
from web.photos import require_kind


class LivingPhotoForm(Form):
    """Of somebody who lives: nothing that shows where they are, and nothing without their agreement."""

    kind = radios(_("What does the photo show?"), coded(LIVING_PHOTOS))
    words = line(_("What should people look at?"))
    taken = line(_("When was it taken?"))
    agreed = BooleanField(_("The person knows of this photo and agrees that a committee of relatives looks at it."))

    placeless = BooleanField(
        _("Nothing in the photo or in these words tells where the person is. Without this tick only you see it.")
    )

    def validate_kind(self, field: Field) -> None:
        """A photo of nothing in particular cannot be shown to the right people."""
        require_kind(field, LIVING_PHOTOS)

    def photo_kind(self) -> PhotoKind:
        """What the photo shows."""
        return PhotoKind(self.kind.data)


class BodyPhotoForm(Form):
    """Of a body or of what was with it. Without an answer it counts as the body, which fewest are shown."""

    kind = radios(
        _("What does the photo show?"),
        coded(BODY_PHOTOS),
        _(
            "Whatever shows the body itself is of the first kind, also a tattoo or a hand. Without an answer it counts "
            "so."
        ),
    )
    words = line(_("What should people look at?"))
    taken = line(_("When was it taken?"))

    def validate_kind(self, field: Field) -> None:
        """What was answered is one of the kinds."""
        if field.data:
            require_kind(field, BODY_PHOTOS)

    def photo_kind(self) -> PhotoKind:
        """What the photo shows."""
        return PhotoKind(self.kind.data or PhotoKind.POST_MORTEM)


PhotoForm = LivingPhotoForm | BodyPhotoForm


def form_for(kind: ReportKind | None) -> type[PhotoForm]:
    """The form for photos of a report of this kind."""
    return LivingPhotoForm if kind in LIVING_KINDS else BodyPhotoForm
