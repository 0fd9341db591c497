"""Sentences for error codes that anybody can meet: what happened and what to do now.

Placeholders are the error's own parameters. What only staff meet is in `staff_error_sentences`.
"""

from i18n.translate import gettext_noop as _

SENTENCES: dict[str, str] = {
    "access_denied": _(
        "This page is for other people. If you think it should be yours, please ask whoever invited you."
    ),
    "not_found": _("There is nothing here that we can show you."),
    "page_too_old": _(
        "This page was open for too long, or your browser does not keep cookies. Please go back, load the page again, "
        "and send it once more."
    ),
    # Filing
    "search_says_nothing": _(
        "Please tell us at least one thing about the person. Half a name, a nickname or a phone number is enough."
    ),
    "witness_says_nothing": _(
        "Please tell us at least one thing about the person whom you saw. Half a name or how they looked is enough."
    ),
    "search_was_erased": _("This search was erased. If you want to search again, please begin a new form."),
    "erasure_not_proven": _(
        "These are not the reference and the five words of this search. Nothing was erased. Please look at each letter "
        "and word again, and take your time."
    ),
    "erasure_not_confirmed": _(
        "That is not the number that stands above. Nothing was erased. Please look at each letter and number again."
    ),
    "many_filings": _(
        "Many searches came in the last hour, and we cannot take this one right now. What you wrote is kept. Please "
        "press the button again on this device in %(minutes)s minutes. A short search is taken first."
    ),
    "draft_too_large": _(
        "This is more text than we can keep before the search is sent. What you saved before is kept. Please go back "
        "and write a little less. You can add more after sending it."
    ),
    "no_room_now": _(
        "We can only take short texts right now. What you saved before is kept. Please go back and write less. You can "
        "add more later."
    ),
    "help_is_over": _(
        "The time for starting this search together is over. What you wrote is kept on this device. Whoever helps you "
        "can begin again from the page of their organisation. You go on with it there."
    ),
    "helped_used": _(
        "The person who helps you has helped with too many searches in a short time. What you wrote is kept on this "
        "device. Please press the button again later, or send the search alone. A family needs no help."
    ),
    "no_committee": _("No committee reads new searches here yet. What you wrote is kept. Please try again tomorrow."),
    "consent_not_asked": _("This answer cannot be kept. Please go back and choose again from the list."),
    # Questions, letters, notices
    "questions_are_over": _("The time for these questions is over. New questions come on the next day of questions."),
    "answer_unreadable": _("This answer cannot be kept. Please choose again."),
    "self_report_without_name": _("Please write a name, or a nickname."),
    "self_report_without_reach": _("Please write a way to reach you."),
    "complaint_says_nothing": _("Please write a few words about what happened."),
    "letter_is_empty": _("Please write what you want to ask."),
    "letter_too_long": _("Please write it shorter: at most %(most)s letters and signs."),
    "extortion_empty": _("Please write the number, or what they said."),
    "extortion_too_long": _("Please write a little less here."),
    "extortion_too_many": _(
        "You have written down as many calls as one person can here. Please tell your committee about any other call."
    ),
    "search_is_stopped": _(
        "This search was stopped already, perhaps in another window. What stands here is not kept. To say it, first "
        "search again. Then close the search once more."
    ),
    "sent_already": _(
        "This was sent before, and one person was let in. Their words were shown then. Did nobody write them down? "
        "Then stop letting that person in, and begin again."
    ),
    "relative_unnamed": _("Please write what you call this person, so that you know later whom you let in."),
    "too_many_relatives": _(
        "%(most)s people may come in already. Please stop letting one of them in before you let in another."
    ),
    "letters_wait": _(
        "Several of your questions are already waiting for an answer. Please wait until the day that is written there."
    ),
    "notice_unreadable": _("Please look at the address and the hours again."),
    # Files and photos
    "places_taken": _("Other files are being read at this moment. Please wait a minute, then send yours again."),
    "choose_a_photo": _("Please choose a photo first."),
    "photo_of_unknown_kind": _(
        "We cannot read this kind of file. Please send the photo as JPEG, PNG, WebP or HEIC. A photo of a screen or of "
        "paper is good enough."
    ),
    "photo_unreadable": _(
        "This photo is damaged, or only part of it arrived. Please choose it again, or take a photo of it and send "
        "that one."
    ),
    "photo_has_too_many_pixels": _(
        "This photo is too large. Please send a smaller copy of it: a photo of the photo is good enough."
    ),
    "photo_too_large": _(
        "This photo has more than %(megabytes)s MB. Please send a smaller copy of it: a photo of the photo is good "
        "enough."
    ),
    "photos_full": _("There are %(limit)s photos here already. Please remove one before you add another."),
    "photo_store_full": _(
        "We have no room for more photos at the moment. What you wrote counts without them. Please try again in some "
        "days."
    ),
    "photo_kind_not_here": _("A photo of this kind cannot be sent here. Please choose another kind."),
    # First words that are passed on
    "write_something": _("Please write a few words."),
    "too_many_words": _("Please write less, or wait until what you wrote was given to the person."),
    "too_late_to_take_back": _("It is too late to take this back."),
}
