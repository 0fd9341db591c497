"""Words for photos as families meet them: what one shows, and who may be shown it."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import PhotoKind, PhotoUse

TABLES: dict[str, Mapping[str, str]] = {
    "photo_kind": {
        PhotoKind.PORTRAIT: _("The person"),
        PhotoKind.MARK: _("A mark on the body, such as a scar or a tattoo"),
        PhotoKind.BELONGINGS: _("Clothes or belongings"),
        PhotoKind.PAPER: _("A paper, such as a passport or a ticket"),
        PhotoKind.SCENE: _("A place, a boat or a vehicle"),
        PhotoKind.UNSAID: _("Nobody has said yet what it shows"),
    },
    "photo_use": {
        PhotoUse.COMMITTEE: _("Only the committee that reads my search"),
        PhotoUse.RECEIVERS: _("Also those whom I allowed to see my search"),
    },
}
