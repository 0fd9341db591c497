"""What an invented card teaches, and how often weights turned out true."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.learning_summaries import HowMany
from search.vocabulary import PracticeTrap

TABLES: Mapping[str, Mapping[str, str]] = {
    "how_many": {
        HowMany.FIVE: _("5 to 9 pairs"),
        HowMany.TEN: _("10 to 19 pairs"),
        HowMany.TWENTY: _("20 to 49 pairs"),
        HowMany.FIFTY: _("50 pairs or more"),
    },
    "practice_trap": {
        PracticeTrap.SPELT_ANEW: _(
            "It is the same person. A name in another script is spelt anew by whoever writes it. The telephone number, "
            "the day of birth and the scar are what agrees."
        ),
        PracticeTrap.FOUND_BEFORE_SEEN: _(
            "It is the same person, found three days before the family remembers the last call. Families, and clerks, "
            "are wrong about days. The tattoo, the operation and the engraved necklace together are hardly chance."
        ),
        PracticeTrap.FATHER_AND_SON: _(
            "They are father and son. The chain of names is turned round, thirty years lie between the births, and "
            "both have the number of the same home."
        ),
        PracticeTrap.BROTHER: _(
            "They are brothers. They share the family’s names, the boat and the number of the mother. First name, "
            "birth and marks are each one’s own."
        ),
        PracticeTrap.COMMON_NAME: _(
            "Nobody can say. Thousands are called so, and nothing else that is rare agrees. The scar is not "
            "stated in the report: a question to those who met him can settle it."
        ),
        PracticeTrap.NAME_AND_CLOTHES: _(
            "Nobody can say. A name that somebody heard and blue jeans identify no dead person. Fingerprints, teeth or "
            "DNA do, and a forensic service says so."
        ),
        PracticeTrap.SHARED_NUMBER: _(
            "They are two people. The number belongs to whoever led the group, and many families have it. Sex, name "
            "and age say that it is somebody else."
        ),
        PracticeTrap.FIRST_OF_JANUARY: _(
            "Nobody can say. Offices write the first of January where no day is known, so that this day agrees "
            "by habit. The name is common, and five months lie between."
        ),
        PracticeTrap.AGE_ESTIMATED: _(
            "It is the same person. An age that is estimated of a dead person can be wrong by many years. The words of "
            "the tattoo, the lost finger and the engraved ring decide."
        ),
        PracticeTrap.SILENT_REPORT: _(
            "Nobody can say. What a report does not say contradicts nothing and supports nothing. Here it says "
            "almost nothing: ask for more."
        ),
        PracticeTrap.BORROWED_PAPER: _(
            "Nobody can say yet. A paper is carried by another person more often than one thinks. Height, age and "
            "marks contradict: the forensic service has to say whose body it is, whatever the paper says."
        ),
        PracticeTrap.OTHER_SIDE: _(
            "It is the same person. Right and left are mixed up when somebody describes a person who stands before "
            "them. The number of the paper, the day of birth and the name before marriage agree."
        ),
    },
}
