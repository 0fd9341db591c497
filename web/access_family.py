"""The addresses of the families' portal: who may, and what each is answered with.

One tuple for each part of the portal, so that a part is read, and added to, by itself.
"""

from dataclasses import replace

from web.access_rows import Access, Caching, Who, assets, photos, read, visits, with_words, write

_QUESTIONS, _NOTICES = "/case/questions", "/case/notices"

PORTAL_ROWS: tuple[Access, ...] = (
    *assets("family"),
    *visits("family", Who.FAMILY),
)

# Before anything is sent: what this is, the questions, the receipt, and with whose help.
SEARCH_ROWS: tuple[Access, ...] = (
    *read("family", Who.ANYONE, "/", "/how-it-works", "/search/<slug>", "/search/review"),
    *with_words(read("family", Who.ANYONE, "/filed", "/open", "/open/turn", "/together", "/together/done")),
    *read("family", Who.ANYONE, "/erased", "/search/<slug>/<int:number>"),
    *write("family", Who.ANYONE, "/search/<slug>", "/search/<slug>/<int:number>", "/search/review", "/search/erase"),
    *write("family", Who.ANYONE, "/search/erase/undo", "/filed", "/open"),
    *write("family", Who.ANYONE, "/together", "/together/begin"),
    *with_words(read("family", Who.FIRST_OPENING, "/new-words")),
    *write("family", Who.FIRST_OPENING, "/new-words"),
)

WITNESS_ROWS: tuple[Access, ...] = (
    *read("family", Who.ANYONE, "/witness", "/witness/<slug>", "/witness/review", "/witness/sent"),
    *write("family", Who.ANYONE, "/witness/<slug>", "/witness/review", "/witness/erase", "/witness/erase/undo"),
)

# The family's own case: reading, changing, stopping and erasing it.
CASE_ROWS: tuple[Access, ...] = (
    *read("family", Who.FAMILY, "/case", "/case/change/<slug>", "/case/change/review", "/case/withdraw"),
    *read("family", Who.FAMILY, "/case/change/<slug>/<int:number>"),
    *write("family", Who.FAMILY, "/case/change/<slug>", "/case/change/<slug>/<int:number>", "/case/change/review"),
    *write("family", Who.FAMILY, "/case/change/erase", "/case/change/erase/undo", "/case/withdraw", "/case/reopen"),
    *write("family", Who.ANYONE, "/case/sign-out"),
    *with_words(read("family", Who.FAMILY, "/case/erase", "/case/erase/turn")),
    *write("family", Who.FAMILY, "/case/erase"),
    *read("family", Who.FAMILY, "/case/done", "/case/print", "/case/export.json"),
)

PHOTO_ROWS: tuple[Access, ...] = (
    *read("family", Who.FAMILY, "/case/photos", "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
    *read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/preview.jpg"),
    *read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/picture.jpg"),
    *photos(write("family", Who.FAMILY, "/case/photos")),
    *read("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/about"),
    *write("family", Who.FAMILY, "/case/photos/<uuid:photo_id>/about"),
    *write("family", Who.FAMILY, "/case/photos/<uuid:photo_id>", "/case/photos/<uuid:photo_id>/remove"),
)

# Who may see a case, and which committee reads it.
CONSENT_ROWS: tuple[Access, ...] = (
    *read("family", Who.FAMILY, "/case/consents", "/case/consents/<purpose>"),
    *read("family", Who.FAMILY, "/case/consents/<purpose>/<kind>"),
    *read("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>"),
    *write("family", Who.FAMILY, "/case/consents/<purpose>/<kind>/<code>/take-back"),
    *read("family", Who.FAMILY, "/case/committee", "/case/committee/<uuid:committee_id>"),
    *write("family", Who.FAMILY, "/case/committee/<uuid:committee_id>"),
)

# First words that are passed on after a family was told, questions on common days, letters, notices.
TALK_ROWS: tuple[Access, ...] = (
    *read("family", Who.FAMILY, "/case/message"),
    *write("family", Who.FAMILY, "/case/message", "/case/message/<uuid:message_id>/take-back"),
    *read("family", Who.FAMILY, _QUESTIONS, "/case/inbox", _NOTICES),
    *write("family", Who.FAMILY, _QUESTIONS, "/case/inbox", _NOTICES, f"{_NOTICES}/take-back"),
)

# Drafts, receipts, and what a save answers.
KEPT_ROWS: tuple[Access, ...] = ()

# Leaving at once, and whose phone this is.
EXIT_ROWS: tuple[Access, ...] = (
    Access("family", "GET", "/leave", Who.ANYONE, unread=True),
    *read("family", Who.ANYONE, "/answer", "/phone"),
    *write("family", Who.ANYONE, "/phone", "/go-on"),
)

# The short way in, and several people who are sought together.
DOOR_ROWS: tuple[Access, ...] = (
    *read("family", Who.FAMILY, "/case/another"),
    *write("family", Who.FAMILY, "/case/another", "/case/party/<uuid:case_id>"),
)

# Coming back: history, closing, relatives, words.
BACK_ROWS: tuple[Access, ...] = (
    *with_words(read("family", Who.FAMILY, "/case/words", "/case/words/turn", "/case/words/new")),
    *write("family", Who.FAMILY, "/case/words", "/case/words/new", "/case/words/stop"),
    *read("family", Who.FAMILY, "/case/close", "/case/history", "/case/export.html", "/case/extortion"),
    *write("family", Who.FAMILY, "/case/close", "/case/still", "/case/extortion"),
    *read("family", Who.FAMILY, "/case/relatives"),
    *with_words(read("family", Who.FAMILY, "/case/relatives/words")),
    *write("family", Who.FAMILY, "/case/relatives", "/case/relatives/words"),
    *write("family", Who.FAMILY, "/case/relatives/<uuid:relative_id>/end"),
)

# Dates, places and spellings that are asked back.
DATES_ROWS: tuple[Access, ...] = (
    *read("family", Who.ANYONE, "/names/<listed>"),
    *read("family", Who.FAMILY, "/case/understood"),
)

# Pictures, photos and consents, a page for each.
CHOOSE_ROWS: tuple[Access, ...] = ()

# The other doors, information, paper.
DOORS_ROWS: tuple[Access, ...] = (
    *read("family", Who.ANYONE, "/about", "/privacy", "/kept", "/help-somebody"),
    *read("family", Who.ANYONE, "/info", "/info/<country>", "/info/<country>/<topic>", "/danger", "/talk"),
    *read("family", Who.ANYONE, "/its-me", "/its-me/<slug>", "/its-me/sent", "/complain", "/complain/sent"),
    *write("family", Who.ANYONE, "/its-me/<slug>", "/complain"),
    *read("family", Who.ANYONE, "/paper", "/together/paper/<int:number>"),
    *write("family", Who.ANYONE, "/together/paper/<int:number>"),
)

# Sentences that are read aloud. Who asks is not looked at: they are the same for everybody.
EAR_ROWS: tuple[Access, ...] = (
    Access("family", "GET", "/listen/<digest>.opus", Who.ANYONE, caching=Caching.IMMUTABLE),
)

# The choice of language, and what makes a page light.
LIGHT_ROWS: tuple[Access, ...] = ()

# What a relative may do too whom the family let in: read, add, answer and ask. The rest stays with whoever began it.
LET_IN: frozenset[str] = frozenset(
    {
        "/stay",
        "/typed",
        "/case",
        "/case/change/<slug>",
        "/case/change/<slug>/<int:number>",
        "/case/change/review",
        "/case/change/erase",
        "/case/change/erase/undo",
        "/case/still",
        "/case/understood",
        "/case/words",
        "/case/words/turn",
        "/case/words/new",
        "/case/history",
        "/case/extortion",
        "/case/done",
        "/case/print",
        "/case/export.json",
        "/case/export.html",
        "/case/photos",
        "/case/photos/<uuid:photo_id>/about",
        "/case/photos/<uuid:photo_id>/preview.jpg",
        "/case/photos/<uuid:photo_id>/picture.jpg",
        "/case/questions",
        "/case/inbox",
    }
)


def _with_let_in(row: Access) -> Access:
    return replace(row, who=Who.OF_CASE) if row.who is Who.FAMILY and row.rule in LET_IN else row


_ROWS: tuple[Access, ...] = (
    *PORTAL_ROWS,
    *SEARCH_ROWS,
    *WITNESS_ROWS,
    *CASE_ROWS,
    *PHOTO_ROWS,
    *CONSENT_ROWS,
    *TALK_ROWS,
    *KEPT_ROWS,
    *EXIT_ROWS,
    *DOOR_ROWS,
    *BACK_ROWS,
    *DATES_ROWS,
    *CHOOSE_ROWS,
    *DOORS_ROWS,
    *EAR_ROWS,
    *LIGHT_ROWS,
)

FAMILY: tuple[Access, ...] = tuple(_with_let_in(row) for row in _ROWS)
