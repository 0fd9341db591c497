"""Words for photos that staff alone meet: those of the dead are asked of no family, and shown to none."""

from i18n.translate import gettext_noop as _
from search.vocabulary import PhotoKind

STAFF_KINDS: dict[str, str] = {
    PhotoKind.POST_MORTEM: _("The body, or a part of it"),
    PhotoKind.WRISTBAND: _("A wristband with a name or a number"),
}
