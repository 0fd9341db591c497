"""How long what is kept: each number is read from where it is decided, so that no page can say another."""

from dataclasses import dataclass

from i18n.formats import duration
from search.accounts.sessions import FAMILY_IDLE, LONGEST
from search.filing.drafting import KEPT_FOR, UNDO_FOR
from search.records.own_sealed_words import COMPLAINT_AT_MOST, SELF_REPORT_AFTER_ANSWER, SELF_REPORT_AT_MOST
from web.family import receipts
from web.family.asked_texts import KEPT_UNSENT
from web.locale import gettext, language


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept, and for how long."""

    what: str
    how_long: str


def kept_things() -> tuple[Kept, ...]:
    """Everything that is kept of whoever writes here, in the order in which it comes to be."""
    tag = language()
    times = {
        "unsent": duration(tag, KEPT_FOR),
        "elsewhere": duration(tag, LONGEST),
        "words": duration(tag, receipts.ON_OWN_PHONE),
        "words_elsewhere": duration(tag, receipts.ELSEWHERE),
        "undo": duration(tag, UNDO_FOR),
        "idle": duration(tag, FAMILY_IDLE),
        "longest": duration(tag, LONGEST),
        "short": duration(tag, KEPT_UNSENT),
        "answered": duration(tag, SELF_REPORT_AFTER_ANSWER),
        "at_most": duration(tag, SELF_REPORT_AT_MOST),
        "complaint": duration(tag, COMPLAINT_AT_MOST),
    }
    return (
        Kept(
            gettext("A form that you have not sent"),
            gettext(
                "We keep it %(elsewhere)s at most after you last saved it. If you told us that the phone is only "
                "yours: %(unsent)s. Then it is erased.",
                **times,
            ),
        ),
        Kept(
            gettext("The words that open your search, for showing them to you again"),
            gettext(
                "Until you leave their page, and %(words_elsewhere)s at most. If you told us that the phone is only "
                "yours: %(words)s, and only until they have opened your search once.",
                **times,
            ),
        ),
        Kept(
            gettext("A form that you erased"),
            gettext("For %(undo)s you can bring it back. Then it is gone for good.", **times),
        ),
        Kept(
            gettext("A search that is open on a phone"),
            gettext("It closes after %(idle)s in which you do nothing, and after %(longest)s in any case.", **times),
        ),
        Kept(
            gettext("Your search, with its photos"),
            gettext(
                "It never ends by itself. It is kept until you erase it. Then its key is destroyed at once, and "
                "nobody here can read it any more. Locked copies stay until they are replaced."
            ),
        ),
        Kept(
            gettext("What organisations and witnesses report"),
            gettext("Until it is erased. From the day that its sender named, it is not compared any more."),
        ),
        Kept(
            gettext("What somebody writes at “It is me, I am not missing”"),
            gettext(
                "Not sent: %(short)s. Sent: %(answered)s after the answer, and never longer than %(at_most)s.",
                **times,
            ),
        ),
        Kept(
            gettext("A complaint"),
            gettext("Not sent: %(short)s. Sent: %(complaint)s. Then it is erased; its number stays.", **times),
        ),
        Kept(
            gettext("The list of who read a search"),
            gettext(
                "As long as this service runs. So nobody can hide that they read a search. It holds nothing "
                "that you wrote."
            ),
        ),
        Kept(
            gettext("The record of visits to these pages"),
            gettext(
                "It holds no name and nothing that anybody typed. It does not hold the internet address (IP "
                "address) of any phone."
            ),
        ),
    )
