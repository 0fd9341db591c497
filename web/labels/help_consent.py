"""What is read aloud to a relative before an organisation writes down a search together with them.

As with every consent, one place makes the text for the page and for the digest that is kept (`web.labels.consents`).
"""

from collections.abc import Iterable

from i18n.formats import isolate
from i18n.translate import pgettext, pgettext_noop
from search.accounts.helper_passes import HelperPass
from search.vocabulary import OrganisationKind, StateRun
from web.labels.consents import ConsentText, Marked

_TITLE = pgettext_noop("help", "%(organisation)s helps you to start a search")
_QUESTION = pgettext_noop("help", "May %(organisation)s write down and send this search together with you?")
_YES = pgettext_noop("help", "Yes, %(organisation)s may write it down and send it together with me")
_NO = pgettext_noop("help", "No")
_DONE = (
    pgettext_noop("help", "What is done"),
    pgettext_noop(
        "help",
        "What you say is written down here. It is compared with what shelters, hospitals, consulates and mortuaries "
        "report. People read the reports that may be about the person you are looking for. You say only what you want "
        "to say. A name or a telephone number is enough.",
    ),
)
_LEARN = (
    pgettext_noop("help", "What %(organisation)s learns"),
    pgettext_noop(
        "help",
        "What you say while you sit together, and the words with which you open the search for the first time. You "
        "then get new words. From then on %(organisation)s cannot open it. This service does not tell "
        "%(organisation)s what comes of your search.",
    ),
)
_NAMED = (
    pgettext_noop("help", "Who learns that it helped you"),
    pgettext_noop(
        "help",
        "The committee that reads your search. It may ask other people about your search later. Then we ask it to "
        "tell them too that you had help.",
    ),
)
_OTHERS = (
    pgettext_noop("help", "Who else sees it"),
    pgettext_noop(
        "help",
        "Nobody outside this service, unless you say yes. You are asked about each kind of organisation on its own. "
        "Each answer can be no.",
    ),
)
_BACK = (
    pgettext_noop("help", "If you change your mind"),
    pgettext_noop(
        "help",
        "You can stop now, and nothing is kept. Later you can change the search, take it back or erase it, alone. "
        "This service does not tell %(organisation)s.",
    ),
)
_RISK = pgettext_noop("help", "What can go wrong")
_OF_A_STATE = pgettext_noop(
    "help",
    "%(organisation)s belongs to a state, or nobody has told us that it does not. What it hears, other offices of "
    "that state may learn. If the person or your family fled from there, please start the search alone, or with "
    "somebody else.",
)
_OF_NO_STATE = pgettext_noop(
    "help",
    "Whoever sits with you hears what you say and could repeat it. Tell only what this person may hear. The rest you "
    "can add alone, later.",
)


def help_text(tag: str, helper: HelperPass) -> ConsentText:
    """The text about one organisation, in one language."""
    named = {"organisation": isolate(helper.organisation)}
    of_no_state = helper.kind is not OrganisationKind.CONSULATE and helper.state_run is StateRun.NO
    parts = [_DONE, _LEARN, _NAMED, _OTHERS, (_RISK, _OF_NO_STATE if of_no_state else _OF_A_STATE), _BACK]
    return ConsentText(
        tag=tag,
        title=_said(tag, _TITLE, named),
        question=_said(tag, _QUESTION, named),
        parts=tuple((_said(tag, heading, named), _said(tag, words, named)) for heading, words in parts),
        yes=_said(tag, _YES, named),
        no=_said(tag, _NO, named),
    )


def language_of_help_text(digest: bytes, tags: Iterable[str], helper: HelperPass) -> str:
    """The language in which exactly this text is shown now; empty where its words have changed since it was read."""
    return next((tag for tag in tags if help_text(tag, helper).digest == digest), "")


def _said(tag: str, marked: Marked, named: dict[str, str]) -> str:
    return pgettext(tag, *marked, **named)
