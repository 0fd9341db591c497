"""Words for how a family is told, where and with whom."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import Support, TellingKind, TellingPlace

TABLES: dict[str, Mapping[str, str]] = {
    "telling_kind": {
        TellingKind.LIVING: _("Of somebody living"),
        TellingKind.DEAD: _("Of somebody who died"),
    },
    "telling_place": {
        TellingPlace.AT_HOME: _("At their home"),
        TellingPlace.AT_COMMITTEE: _("At the committee"),
        TellingPlace.ELSEWHERE: _("At another place"),
        TellingPlace.BY_CALL_AGREED: _("By a call, as they agreed"),
    },
    "support": {
        Support.PSYCHOLOGIST: _("A psychologist"),
        Support.RELATIVE: _("A relative whom they chose"),
        Support.DOCTOR: _("A doctor"),
        Support.RELIGIOUS: _("Somebody of their religion"),
        Support.LAWYER: _("A lawyer"),
        Support.NONE_WANTED: _("They want nobody"),
    },
}
