"""Sentences for error codes that only staff can meet, in the manner of `error_sentences`."""

from i18n.translate import gettext_noop as _

SENTENCES: dict[str, str] = {
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
    # Erasing
    "second_person_must_differ": _("You asked for this. A second, different person must confirm it."),
    "number_and_organisation_needed": _(
        "Please write the name of the organisation and the number that the person has from it."
    ),
    "photo_needs_agreement": _(
        "We keep a photo of somebody who lives only if that person knows of it and agrees. Please ask first."
    ),
    # Signing in and judging
    "code_needed": _("Please also write the six digits that your phone shows for this account."),
    "proposal_changed": _("Somebody decided while you were reading. Please read the card again as it is now."),
    "second_reader_must_differ": _("You have read this already. A second, different person must confirm it."),
    "not_own_judgement": _("Only the person who gave this judgement can take it back."),
    "reason_needed": _("Please write why you need to read contacts and documents."),
    "daily_reads_used": _("You have read contacts and documents often today. You can read more of them tomorrow."),
    # Sheets
    "number_twice_in_file": _("The same case number stands twice in the file."),
    "empty_file": _("This file is empty. Please look whether it is the right one."),
    "no_rows": _("This file has no rows under its header. Please look whether it is the right one."),
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
}
