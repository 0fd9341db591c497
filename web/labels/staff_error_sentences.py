"""Sentences for error codes that only staff can meet, in the manner of `error_sentences`."""

from i18n.translate import gettext_noop as _

SENTENCES: dict[str, str] = {
    "talk_to_come": _("This day has not come yet. Please write the day on which you spoke."),
    "claim_words_needed": _("Please write in a few words who they are, how they reached you and what they said."),
    "claimant_said_nothing": _(
        "Please write down first what they answered. If they answered nothing, write that they answered nothing."
    ),
    "no_control_question": _(
        "This family left no question that only it can answer, so the claim was not written down. Treat it as not "
        "known who speaks."
    ),
    "already_answered": _("Somebody else answered this meanwhile."),
    "no_right_answer": _(
        "Nobody has answered rightly, within the last thirty days, what only this family knows. Please check that "
        "first."
    ),
    "own_request": _(
        "Somebody else has to confirm this: not whoever asked for it, and not whoever compared the answer."
    ),
    "still_waiting": _("The wait is not over yet, so no words were given."),
    "letter_is_answered": _("Somebody else answered this letter meanwhile."),
    "person_said_no": _(
        "The person does not want to be reported, so nothing was stored. Please forget what you wrote. If you reported "
        "this person before, please have that report erased."
    ),
    "list_not_filed": _(
        "This list cannot be filed as searches: it has more than 200 people, or does not say that they are missing."
    ),
    "name_not_shown_like_this": _("Please write a name of two to forty letters."),
    "shown_name_taken": _("Somebody here is called so already, or signs in so. Please choose another name."),
    "committee_is_the_same": _("This committee reads the search already."),
    "no_family_to_ask": _(
        "Nobody was ever given words for this search, so there is nobody who could agree. It stays with your committee."
    ),
    "agreed_in_the_future": _("Please choose the day of the talk."),
    "day_not_ahead": _("Please choose a day that is still ahead, within a year."),
    "look_up_needs_more": _(
        "Please write a reference, a name or a number; or choose a mark and where it is, with a country or a time."
    ),
    "look_ups_used": _(
        "You have looked up as many people as one person may for now. If you need more, please speak with whoever "
        "coordinates your committee."
    ),
    "threshold_not_offered": _("Please choose one of the thresholds."),
    # Reporting
    "report_says_nothing": _("Please tell us at least one thing about the person who was found."),
    "kind_not_yours": _(
        "An organisation of your kind does not report from such a place. If it should, please ask whoever runs Ovillo "
        "here."
    ),
    "report_was_erased": _(
        "A report with this number was erased for good, so it is not stored again. If this is another person, please "
        "give another number."
    ),
    "number_used_again": _(
        "Your report of this case number says something that cannot be of the same person. Nothing was stored. Please "
        "say whether it is the same person or another one."
    ),
    "number_twice": _(
        "This case number was sent twice at once, with different answers. Only the first one was stored."
    ),
    "report_was_erased_alike": _(
        "A report that said the same was erased for good, so nothing was stored. Please say whether this is another "
        "person."
    ),
    "key_used_again": _(
        "Something else was sent with this Idempotency-Key before, so nothing was stored. Each report needs a key of "
        "its own."
    ),
    "told_as_dead": _(
        "You reported this person living. That somebody died is told by an act of its own, on the page of the report, "
        "so nothing was stored."
    ),
    "follow_up_does_not_fit": _(
        "This does not fit the report as it is now, so nothing was stored. Please look at the report again."
    ),
    "say_where_to": _("Please write where the person is now, even if only roughly."),
    "correction_not_read": _(
        "One of these changes cannot be made, so nothing was stored. Please look at the report and try again."
    ),
    "changed_meanwhile": _(
        "The report does not say any more what you want to correct. Please read it again as it is now."
    ),
    "number_of_another_report": _(
        "Another report of yours has this case number, so nothing was stored. Please look whether it is about the same "
        "person, or write another number."
    ),
    "batch_refused": _(
        "Something in this batch cannot be taken, and all or none was asked: nothing was stored. Please look at the "
        "problem of each report."
    ),
    "batch_changed_meanwhile": _("A report of this batch changed meanwhile. Nothing was stored; please send it again."),
    "cursor_unknown": _("This is not the cursor of a page of this list. Please begin with the first page."),
    "birth_in_future": _("This date of birth is in the future. Nothing was stored; please look at the date again."),
    "date_in_future": _(
        "This day has not come yet. Nothing was stored. Please look at the date again; if it is meant as it stands, "
        "say so with “as_meant”."
    ),
    "found_before_birth": _(
        "This says that the person was found before their birth. Nothing was stored. Please look at both dates again; "
        "if they are meant as they stand, say so with “as_meant”."
    ),
    # Erasing
    "second_person_must_differ": _("You asked for this. A second, different person must confirm it."),
    "number_and_organisation_needed": _(
        "Please write the name of the organisation and the number that the person has from it."
    ),
    "photo_needs_agreement": _(
        "We keep a photo of somebody who lives only if that person knows of it and agrees. Please ask first."
    ),
    "kind_not_of_token": _("This token was not made for reports of this kind."),
    "calls_too_fast": _("This token calls too often. Please wait %(seconds)s seconds."),
    # People
    "password_too_short": _("Please choose a password of %(least)s letters or more."),
    "password_too_long": _("Please choose a password of at most %(most)s letters."),
    "password_common": _(
        "This password is easy to guess. Please choose another: three or four words that have nothing to do with each "
        "other are good."
    ),
    "password_is_a_name": _("Please choose a password that is not made of your login or your organisation's name."),
    "proof_does_not_fit": _("Password or code do not fit. Please try again."),
    "code_does_not_fit": _("The six digits do not fit. Please write those that the app shows now."),
    "invitation_unknown": _(
        "This code opens nothing. It works once, and for three days. Please ask a coordinator of your organisation for "
        "a new one."
    ),
    "login_taken": _("Somebody has this login already, or had it. Please choose another."),
    "role_not_here": _("There is no such role in your organisation."),
    "roles_held": _("This person has these roles already."),
    "choose_a_role": _("Please choose at least one role."),
    "too_many_waiting": _("Too much waits for a second person. Please confirm or take back something first."),
    "request_is_over": _("This was confirmed, taken back or too old already."),
    "another_person_confirms": _("Another person must confirm this: nobody confirms what they asked for themselves."),
    "another_coordinator_confirms": _("Another coordinator of the organisation must confirm this."),
    "last_coordinator": _(
        "Nobody else coordinates here. Please let another coordinator in first, or ask whoever runs Ovillo here."
    ),
    "words_needed": _("Please write in a few words what you found out."),
    "name_needed": _("Please write what will use the token."),
    "choose_a_scope": _("Please choose at least one thing that the token may do."),
    "days_out_of_range": _("A token lasts from 1 to %(most)s days."),
    "too_many_tokens": _("There are %(most)s tokens already. Please revoke one that is not used any more."),
    # Signing in and judging
    "code_needed": _("Please also write the six digits that your phone shows for this account."),
    "proposal_changed": _("Somebody decided while you were reading. Please read the card again as it is now."),
    "second_reader_must_differ": _("You have decided on this already. A second reader must be a different person."),
    "has_read_others": _(
        "You took your judgement back after you could read what others said. A reader must not know that: somebody "
        "else has to read this pair."
    ),
    "meeting_decided": _("A meeting has decided on this pair. Only what the meeting decided can be taken back."),
    "coordinator_keeps_minutes": _(
        "Readers disagree on this pair. You coordinate, so you keep the minutes of the meeting, and somebody else is "
        "the third reader."
    ),
    "agreed_already": _("Two readers agreed on this pair already. You can only say that you do not agree."),
    "nothing_for_a_meeting": _("A meeting decides only where readers disagree."),
    "minutes_by_another": _("You are one of the readers of this pair. Somebody else has to keep the minutes."),
    "minutes_needed": _("Please write in a few words who was there and what decided it."),
    "taking_back_needs_words": _("Please write in a few words why you take it back."),
    "reasons_needed": _(
        "Please say what decided it for you: choose a reason, or choose “Another reason” and write it down."
    ),
    "primary_not_read_here": _(
        "Only a forensic service says that DNA, teeth or fingerprints agree. Please choose what you read here yourself."
    ),
    "families_are_asked_in_turn": _("Families are asked on fixed days, and never because of one pair."),
    "not_own_judgement": _("Only the person who gave this judgement can take it back."),
    "reason_needed": _("Please write in a few words why you need to read contacts and documents."),
    "contacts_used": _(
        "You have read contacts and documents as often as one person may within 24 hours. The coordinators of your "
        "committee were told. You can read more of them later."
    ),
    "shared_used": _(
        "You have read as many searches that families shared as one person or program may in so short a time. The "
        "coordinators of your organisation were told. You can read more of them later. Those that you have read "
        "already stay open to you."
    ),
    "erasures_used": _(
        "You have erased as many reports as one person may in so short a time, and this one was not erased. The "
        "coordinators of your organisation were told. You can erase more of them later. If a whole sheet was wrong, "
        "please tell whoever runs Ovillo here."
    ),
    "removals_used": _(
        "You have removed as many photos as one person or program may in so short a time, and this one was not "
        "removed. The coordinators of your organisation were told. You can remove more of them later."
    ),
    "laid_aside_used": _(
        "You have laid as many reports aside as one person may in so short a time, and this one was not laid aside. "
        "The coordinators of your organisation were told. You can lay more of them aside later. If a whole sheet was "
        "wrong, please take it back on its page."
    ),
    "cards_used": _(
        "You have opened as many pairs as one person may in so short a time. The coordinators of your committee were "
        "told. You can open more of them later."
    ),
    # People who were met, children, and bodies that are handed over
    "not_agreed": _("Two readers have not agreed on this pair, so nobody is approached."),
    "nobody_was_met": _("A witness saw the person. Nobody was met who could be asked."),
    "can_be_undone": _("The last decision can still be undone, so nothing was begun. Please wait a few minutes."),
    "who_asks_unknown": _(
        "It is not known yet who asks, so nobody is approached. The pair stands in the list “Waiting”."
    ),
    "nobody_may_ask": _(
        "No organisation may ask the person on behalf of this family, so nobody is approached. The pair stands in the "
        "list “Waiting”."
    ),
    "no_officer": _(
        "Nobody who protects children can decide here, so nobody is approached. The pair stands in the list “Waiting”."
    ),
    "no_such_coordinator": _("Please choose the coordinator of your committee who will read the answer."),
    "too_late_to_undo": _("The hour in which this could be taken back is over."),
    "settle_age_first": _("Please settle first, face to face, whether the person is an adult."),
    "officer_decides": _(
        "This person is protected as a child. A protection officer decides with them; please do not ask."
    ),
    "ask_alone": _("An answer counts only if the person was alone with you. Nothing was kept; please ask again alone."),
    "person_said_nobody": _("The person said that nobody should ask now. Nothing was kept."),
    "ask_first": _("The person has not agreed to anything yet, so they are not asked once more."),
    "ask_person_again": _(
        "The person has to be asked once more, now that it is planned how their family is told. Nothing was kept."
    ),
    "day_to_come_needed": _("Please write a day that is still to come."),
    "child_view_needed": _("Please write down in a few words what the child says itself."),
    "officer_reasons_needed": _("Please write in a few words why you decide this with the child."),
    "service_not_allowed": _("The family has not allowed this forensic service. Please choose one that is offered."),
    "document_needed": _("Please write the number of the document in which this is stated."),
    # Sheets
    "number_twice_in_file": _("The same case number stands twice in the file."),
    "empty_file": _("This file is empty. Please look whether it is the right one."),
    "no_rows": _("This file has no rows under its header. Please look whether it is the right one."),
    "sheet_has_questions": _("Questions about this sheet are open. Please answer them; the sheet is sent after that."),
    "no_such_answer": _("This answer cannot be kept for a layout. Please choose one of those that are offered."),
    "file_too_large": _("This file is larger than we can read. Please send it in parts."),
    "cell_too_long": _(
        "A cell of this file has more text than we can read. Please shorten it and send the file again."
    ),
    "too_many_columns": _("This file has more columns than we can read. Please leave out the empty ones."),
    "parser_failed": _("We cannot read this file. Please save it again as XLSX or CSV and send it once more."),
    "parser_too_slow": _("This file takes too long to read. Please send it in parts."),
    "archive_too_large": _("This file unpacks to more than we can read. Please send it in parts."),
    "encrypted": _("This file is protected by a password. Please save it without one and send it again."),
    "not_a_sheet": _("We cannot read this kind of file. Please save it as XLSX or CSV and send it again."),
    "pfif": _(
        "This is a PFIF file, as registries of missing persons exchange them, and not a sheet. It goes to the reader "
        "of such files."
    ),
    "not_pfif": _("This file holds no records in PFIF. Please look whether it is the right one."),
    "pfif_too_many": _("This file holds more records, or longer ones, than we can read. Please send it in parts."),
    "xml_doctype": _(
        "This file declares a document type, which we do not read. Please leave out the line that begins with "
        "<!DOCTYPE and send it again."
    ),
    "xml_too_deep": _("The elements of this file lie deeper in each other than we read. Please send it without them."),
    "xml_broken": _(
        "This file breaks off, or is not well-formed XML: line %(line)s, sign %(column)s. Nothing of it was read. "
        "Please have it written again."
    ),
    "html_page": _(
        "This is a web page without a table of persons; perhaps a sign-in page was saved in place of the list. "
        "Please save the list itself as XLSX or CSV and send that."
    ),
    "xml": _("This is an XML file and not a sheet. Please save the list as XLSX or CSV and send that."),
    "json": _(
        "This is a JSON file and not a sheet. Programs send reports to the address that begins with /api/; a list of "
        "persons goes here as XLSX or CSV."
    ),
    "geojson": _(
        "This is a file for maps (GeoJSON) and not a sheet. Please save the list as XLSX or CSV and send that."
    ),
    "vcard": _("These are contacts (vCard) and not a sheet. Please write the persons into a sheet and send that."),
    "calendar": _(
        "These are entries of a calendar and not a sheet. Please write the persons into a sheet and send that."
    ),
    "mail": _("This is an e-mail and not a sheet. Please save the list that came with it and send that."),
    "code": _("This is the text of a program and not a sheet. Please save the list as XLSX or CSV and send that."),
    "letter": _(
        "This is a running text and not a sheet. Please write the persons into a table, one in each row, or report "
        "them one by one."
    ),
    "one_column": _(
        "This file has one column, and nothing says what stands in it. Please write the name of the column in the "
        "first row and send the file again."
    ),
    "too_many_rows": _("This file has more rows than we can read at once. Please send it in parts."),
    "unreadable_text": _("We cannot read the letters of this file. Please save it as CSV in UTF-8, or as XLSX."),
    "unreadable_workbook": _(
        "This file is damaged, or only part of it arrived. Please save it again and send it once more."
    ),
    "sheet_being_stored": _(
        "Another sheet of yours is being stored. Please wait until all of it is there, then send this again."
    ),
    "too_many_sheets": _("Too many sheets wait to be sent here. Please try again tomorrow; nothing of yours is lost."),
    "choose_a_file": _("Please choose a file first."),
    # Telling
    "plan_incomplete": _("The plan leaves something open, so nothing was kept: nobody is told before it is known."),
    "nobody_to_tell": _("We do not know the family of this search: there is nobody here to tell."),
    "too_many_talks": _("No more relatives can be added to this plan."),
    "told_on_another_day": _("That day is not there yet, or it was before the talk was planned."),
    "already_told": _("Somebody said already that this relative was spoken with. This is the plan as it stands now."),
    "nothing_to_correct": _("There is nothing to correct here any more. This is the plan as it stands now."),
    "passed_on_already": _("Somebody kept already that the person has had these words."),
    "choose_correction": _("Please say what it was really: another day, or no talk."),
    # Offices that were asked
    "office_needed": _("Please write the name of the office, or its number."),
    "days_in_another_order": _("These days do not fit: nothing is asked tomorrow, and nothing is answered before."),
    "day_not_read": _("Please choose the day, or write it like 2026-03-01."),
    "no_such_search": _("Your committee has no search with this reference."),
    # Sentences that are read aloud
    "choose_a_recording": _("Please choose the file with the recording first."),
    "recording_not_opus": _(
        "This file is not a recording in Opus, or it is broken. Please save it as Opus (.opus or .ogg) and send it "
        "again."
    ),
    "recording_too_large": _(
        "This recording is too large: a family would pay for it. Please record these words alone, or save it smaller."
    ),
    "recording_too_long": _("This recording is longer than forty seconds. Please record these words alone."),
    "recording_too_short": _("There is hardly a sound in this recording. Please record these words again."),
}
