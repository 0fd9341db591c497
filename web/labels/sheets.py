"""Words for a sender's sheet: what a column can mean, what is doubtful about it, why a row was not taken."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.fields.table import row_filled_by
from search.sheet_summaries import SheetDoubt
from web.labels import reports
from web.labels.field_words import short_label
from web.locale import gettext

TABLES: dict[str, Mapping[str, str]] = {
    # Follows "→": what a column is understood as, where it is no field, a part of one, or one of several that fill it.
    # Any other column is called what its field is called (`column_words`).
    "column_target": {
        "kind": _("kind of place"),
        "outcome": _("living or dead"),
        "found_date": _("found on"),
        "found_place": _("found at"),
        "found_country": _("country of finding"),
        "latitude": _("latitude"),
        "longitude": _("longitude"),
        "coordinates": _("coordinates"),
        "full_name": _("whole name"),
        "given": _("given name"),
        "family": _("family name or names"),
        "second_family": _("second family name"),
        "grandfather": _("grandfather's name"),
        "birth_year": _("year of birth"),
        "age_low": _("lowest age"),
        "age_high": _("highest age"),
        "height_low": _("lowest height"),
        "height_high": _("greatest height"),
        "contact_phones": _("phone numbers of contacts"),
        "document": _("document number"),
        "document_kind": _("kind of document"),
        "notes": _("notes"),
        "relative": _("a relative, kept as words"),
        "reporter": _("who wrote the row"),
        "row_counter": _("row number"),
        "words": _("kept as words"),
        "ignore": _("not used"),
    },
    "date_order": {
        "dmy": _("day, month, year"),
        "mdy": _("month, day, year"),
        "ymd": _("year, month, day"),
    },
    # A doubt is one question about one column.
    "column_doubt": {
        "unknown_column": _("We do not know this column, so we keep it as words. What is it?"),
        "second_column": _("Another column reads the same. What is this one?"),
        "header_and_content_differ": _("The header says one thing, the cells another. What is it?"),
        "date_order": _("Day and month cannot be told apart here. Which comes first?"),
        "calendar": _("In which calendar are these dates?"),
        "sex_coding": _("What do these letters or numbers mean?"),
        "outcome_coding": _("What do these words or letters say: living or dead?"),
        "numbers_repeat": _("These numbers repeat, so they may not be your case numbers. What are they?"),
        "is_this_right": _("We are not sure what this column is. What is it?"),
        "other_language": _("This header means something in another language than the rest. What is this column?"),
        "counter_or_number": _("These are 1, 2, 3 and so on. Are they your case numbers, or do they count the rows?"),
        "few_names": _("The same few names stand in many rows. What are they?"),
    },
    # What a value of the sheet's own column for sex is taken for.
    "sheet_sex": {
        "female": _("Female"),
        "male": _("Male"),
        "other": _("Neither female nor male"),
        "unknown": _("Not known"),
    },
    # What a value of the sheet's own column for living or dead is taken for.
    "sheet_life": {
        "living": _("This person is alive"),
        "dead": _("This person has died"),
        "unknown": _("It says neither"),
    },
    # A question about the whole sheet, or some rows of it; `count` is how many.
    "sheet_doubt": {
        "kind_of_place": _("Nothing in the sheet says where these people were met. Which kind of place is it?"),
        "living_or_dead": _("Some words of this sheet speak of the living, others of the dead. Who are these people?"),
        "missing_persons": _(
            "This looks like a list of people who are missing. Only people who were found can be reported here; a "
            "family that is looking for somebody files a search. Were these people found?"
        ),
        "missing_persons_listed": _(
            "This looks like a list of people who are missing. Were these people found, or does somebody look for them?"
        ),
        "nobody_in_it": _("No column of this sheet says anything about a person. Is each row one person?"),
        "other_list": _(
            "This looks like a list of people who work, visit or give, or of suppliers. Only people who were found can "
            "be reported here. Were these people found?"
        ),
        "counts_not_persons": _("This looks like a table of counts. Is each row one person?"),
        "incidents": _(
            "This looks like a list of incidents. Such lists are for whoever runs Ovillo here, who can bring them in. "
            "Is each row one person?"
        ),
        "several_in_row": _("Some rows seem to speak of several people. Is each row one person?"),
        "equal_rows": _("%(count)s rows are equal. Is each of them another person, or is one person repeated?"),
        "number_twice": _("%(count)s rows carry a case number of another row and say something else. Whose is it?"),
        "perhaps_again": _("You may have reported these people before. Are they the same people?"),
        "number_used_again": _(
            "You gave this case number to somebody who seems to be another person. Is it the same person?"
        ),
        "other_domain": _("Records of another registry stand in the file. Do you pass them on for it?"),
        "no_status": _("Nothing says whether these people are looked for or were found. Which is it?"),
        "believed_dead": _(
            "A note says that somebody believes these people have died. Nobody is told of that. Whom are these records "
            "about?"
        ),
        "ended_records": _(
            "The time of some records is over, as their registry says. What you sent of these people before is "
            "compared with nobody any more."
        ),
        "row_used_again": _(
            "This row came back before, for somebody who seems to be another person. Is it the same person?"
        ),
        "report_was_erased_alike": _(
            "A report that says the same was erased for good. Is this the same person, or another one?"
        ),
        "worksheet_is_copy": _("A worksheet repeats another one, so it was not read."),
        "hidden_worksheets": _("Hidden worksheets were not read."),
        "reads_otherwise": _(
            "We read this sheet otherwise than your last one of this kind. Please look at its columns before you send."
        ),
        "many_refused": _(
            "More than a tenth of the rows cannot be taken. Please look whether this is the right sheet, and whether "
            "we understood its columns."
        ),
        "many_records_refused": _(
            "More than a tenth of the records cannot be taken. Please look whether this is the right file."
        ),
    },
    "sheet_option": {
        "people": _("Each row is another person"),
        "once": _("One person, repeated"),
        "same": _("The same person"),
        "other": _("Another person"),
        "leave": _("Do not take these rows"),
        "living": _("The living"),
        "dead": _("The dead"),
        "found": _("People who were found"),
        "searches": _("People who are missing: file them as searches"),
        "persons": _("Each row is one person"),
        "take": _("Yes, take them under their own numbers"),
        "sought": _("People who are looked for"),
        "body": _("Bodies that we report"),
    },
    # Options that mean something else for one question.
    "sheet_option.worksheet_is_copy": {
        "leave": _("Leave it out: the same people stand in the other worksheet"),
        "persons": _("Read it as well: these are other people"),
    },
    "sheet_option.number_twice": {
        "same": _("The same person"),
        "people": _("Different people: the first row keeps the number, the others keep it in words only"),
        "leave": _("Do not take these rows"),
    },
    # What it means where nobody answers a question that nothing waits for.
    "sheet_silence": {
        "equal_rows": _("Without your answer, each row is another person."),
        "number_twice": _("Without your answer, these rows are not taken."),
        "other_domain": _("Without your answer, the records of the other registry are not taken."),
        "no_status": _("Without your answer, the records of these people are not taken."),
        "believed_dead": _("Without your answer, nothing of these records is taken."),
    },
    # What most rows of a sheet do not say.
    "quality_hint": {
        "sender_number": _(
            "%(percent)s %% of your rows have no case number of yours. With one, you can send news of the same person."
        ),
        "names": _("The name is missing in %(percent)s %% of your rows."),
        "sex": _("The sex is missing in %(percent)s %% of your rows."),
        "age_or_birth": _("Age and date of birth are missing in %(percent)s %% of your rows."),
        "found_date": _("The day of finding is missing in %(percent)s %% of your rows."),
        "found_place": _("The place of finding is missing in %(percent)s %% of your rows."),
        "height": _("The height is missing in %(percent)s %% of your rows."),
        "marks_or_effects": _("Marks and belongings are missing in %(percent)s %% of your rows."),
    },
    "row_reason": {
        "number_twice": _("This case number stands in the file twice, with different rows. Please say whose it is."),
        "number_used_again": _("This case number belongs to somebody who seems to be another person."),
        "row_used_again": _("This row came back before, for somebody who seems to be another person."),
        "report_was_erased_alike": _(
            "A report that says the same was erased for good. Please say whether this is another person."
        ),
        "told_as_dead": _("You reported this person living. If they died, please open the report and tell it there."),
        "report_was_erased": _(
            "A report with this number was erased for good. If this is another person, give another number."
        ),
        "id_missing": _("The record has no number (person_record_id)."),
        "id_malformed": _(
            "The number of this record has to be a domain, a slash and a name, for example example.org/1234."
        ),
        "test_domain": _("The record is of a domain for trying things out, so it is of nobody."),
        "outside_domain": _("The record is of another registry than this file."),
        "older_version": _("The file holds a newer version of this record."),
        "field_too_long": _("This field has more text than we can read."),
        "person_unknown": _("The note is about a person whom you have not reported."),
        "no_status": _("Nothing says whether the person is looked for or was found. Please answer the question."),
        "believed_dead": _("Somebody believes that the person has died. Please answer the question."),
        "death_alone": _(
            "This note says that somebody believes the person has died, and the record of the person is not in the "
            "file. The note was not taken: please send both together."
        ),
        "searches_not_yours": _(
            "Somebody is looking for this person. Only people who were found can be reported here; files of searches "
            "are brought in by whoever runs Ovillo here."
        ),
        "several_in_row": _("The row speaks of several people. Please give each of them a row of their own."),
        "nothing_said": _("The row says nothing about a person."),
        "duplicate_number": _("This case number stands in the file twice, for different people."),
        "kind_not_yours": _("An organisation of your kind does not report this, so the row was not taken."),
        "date_unread": _("No date that we can read"),
        "date_in_future": _("This day has not come yet. It is kept; please check it."),
        "no_such_day": _("This month has no such day, so only the month is kept; please check it."),
        "sex_unread": _("No word for sex that we know"),
        "age_unread": _("No age that we can read"),
        "height_unread": _("No height that we can read"),
        "weight_unread": _("No weight that we can read"),
        "country_unread": _("No country that we know"),
        "coordinates_unread": _("No coordinates that we can read"),
        "phone_unread": _("No telephone number that we can read"),
        "marks_unread": _("No mark that we know by a code"),
        "effects_unread": _("No thing that we know by a code"),
        "trait_unread": _("No feature that we know by a code"),
        "language_unread": _("No language that we know"),
        "several_people": _("Several people stand in one cell. Each needs a row of their own; all words are kept."),
        "none_and_some": _("This cell says that there is none, but another cell of the row names one. Both are kept."),
    },
}


def doubt_words(doubt: SheetDoubt) -> str:
    """A question about a sheet in the reader's language."""
    # Whoever may file such a list as searches is asked another question.
    code = f"{doubt.code}_listed" if "searches" in doubt.options else doubt.code
    source = TABLES["sheet_doubt"].get(code)
    if doubt.code == "perhaps_again" and len(doubt.rows) == 1:
        source = reports.TABLES["report_question"][doubt.code]
    return gettext(source, count=len(doubt.rows)) if source else doubt.code.replace("_", " ")


def hint_words(code: str, percent: int) -> str:
    """What most rows of a sheet do not say, in the reader's language."""
    source = TABLES["quality_hint"].get(code)
    return gettext(source, percent=percent) if source else code.replace("_", " ")


def column_words(target: str) -> str:
    """What a column is understood as, in the reader's language: words of its own, else those of its field."""
    source = TABLES["column_target"].get(target)
    row = None if source else row_filled_by(target)
    return short_label(row.path) if row else gettext(source or target)
