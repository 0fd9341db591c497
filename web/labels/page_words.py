"""Words for the parts of a case and for the pages that ask for its fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import Marked

# The parts of a case, in the order of a page.
GROUPS: Mapping[str, Marked] = {
    "who": p_("group.who", "Who they are"),
    "last": p_("group.last", "The last contact"),
    "journey": p_("group.journey", "Their journey"),
    "body": p_("group.body", "What they look like"),
    "things": p_("group.things", "What they wore or carried"),
    "numbers": p_("group.numbers", "Phone numbers, papers and accounts"),
    "more": p_("group.more", "Anything else"),
    "you": p_("group.you", "About you"),
    "sharing": p_("group.sharing", "Who may see this search"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """`title` heads a page of several fields; a page of one field is headed by its question. `why` says why we ask."""

    title: Marked | None = None
    why: Marked | None = None


PAGES: Mapping[str, PageWords] = {
    # The short way in.
    "who": PageWords(
        title=p_("page.who", "Who are you looking for?"),
        why=p_("page.who", "A name, a nickname or a phone number is enough, in any letters."),
    ),
    "last": PageWords(
        title=p_("page.last", "When and where did you last hear from them?"),
        why=p_("page.last", "As much as you know. You can leave it empty."),
    ),
    "reach": PageWords(
        title=p_("page.reach", "May we reach you, and how?"),
        why=p_(
            "page.reach",
            "You can leave all of this empty. Then nobody calls you or writes to you. You come back here to read what "
            "we ask and answer.",
        ),
    ),
    # The long form.
    "names": PageWords(
        title=p_("page.names", "Who are you looking for?"),
        why=p_("page.names", "Names are written in many ways. The more spellings we know, the better we can compare."),
    ),
    "parents": PageWords(
        title=p_("page.parents", "What are their parents called?"),
        why=p_("page.parents", "People in offices often write a father’s or a mother’s name as the family name."),
    ),
    "other-names": PageWords(
        why=p_("page.other-names", "Names on papers, on the road, before a marriage, or in other letters."),
    ),
    "age": PageWords(
        title=p_("page.age", "How old are they?"),
        why=p_("page.age", "The year alone helps, also when you are not sure. A wrong age never closes a search."),
    ),
    "nationality": PageWords(
        why=p_(
            "page.nationality", "People in offices often write down a nationality, even when they heard the name wrong."
        ),
    ),
    "languages": PageWords(
        why=p_("page.languages", "People in offices often write down a language, even when they heard the name wrong."),
    ),
    "community": PageWords(title=p_("page.community", "Their people and their work")),
    "last-contact": PageWords(
        why=p_(
            "page.last-contact", "It does not have to be exact. We look before and after the time that you remember."
        ),
    ),
    "last-words": PageWords(title=p_("page.last-words", "What did you hear?")),
    "departure": PageWords(title=p_("page.departure", "Where and when did they set out?")),
    "vessel": PageWords(title=p_("page.vessel", "How did they travel?")),
    "companions": PageWords(
        why=p_(
            "page.companions",
            "People who travelled together are often found together. Write the names that you know.",
        ),
    ),
    "height": PageWords(
        title=p_("page.height", "Height and build"),
        why=p_("page.height", "Answer only what you are sure of. Hair and weight change; we know that."),
    ),
    "hair": PageWords(title=p_("page.hair", "Their hair")),
    "face": PageWords(title=p_("page.face", "Their face")),
    "habits": PageWords(title=p_("page.habits", "Glasses and hands")),
    "marks": PageWords(
        why=p_(
            "page.marks",
            "A tattoo, a scar, a birthmark, a missing tooth: one unusual mark says more than a name.",
        ),
    ),
    "belongings": PageWords(
        why=p_("page.belongings", "Clothes, shoes, a ring, a bag, an amulet. Also what they always had with them."),
    ),
    "phones": PageWords(
        why=p_(
            "page.phones",
            "A number on a scrap of paper can be enough to find somebody. We compare these numbers with "
            "those that others report.",
        ),
    ),
    "accounts": PageWords(title=p_("page.accounts", "Accounts and money")),
    "anything-else": PageWords(
        why=p_("page.anything-else", "Whatever you think of: habits, skills, a song, a way of walking."),
    ),
    "you": PageWords(
        title=p_("page.you", "About you"),
        why=p_("page.you", "You can leave all of this empty."),
    ),
    "contacts": PageWords(
        why=p_(
            "page.contacts", "So that people can ask you a question, or bring you news themselves. You can skip this."
        ),
    ),
    "only-you": PageWords(
        why=p_(
            "page.only-you",
            "Somebody may say that they are your family, or that they have the person. The committee can then ask them "
            "such a question. One or two are enough.",
        ),
    ),
}
NO_WORDS = PageWords()
