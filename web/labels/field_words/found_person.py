"""Words for what only those who report a found person fill in."""

from collections.abc import Mapping

from i18n.translate import pgettext_noop as p_
from web.labels.field_words.entry import FieldWords, Marked

WORDS: Mapping[str, FieldWords] = {
    "provenance.sender_number": FieldWords(
        short=p_("provenance.sender_number", "Your own case number"),
    ),
    "provenance.source_date": FieldWords(
        short=p_("provenance.source_date", "Day of the report"),
    ),
    "whereabouts.found.when": FieldWords(
        short=p_("whereabouts.found.when", "When they were found or met"),
    ),
    "whereabouts.found.place": FieldWords(
        short=p_("whereabouts.found.place", "Where they were found or met"),
    ),
    "whereabouts.present_place": FieldWords(
        short=p_("whereabouts.present_place", "Where they are now"),
    ),
    "whereabouts.residence": FieldWords(
        short=p_("whereabouts.residence", "Where they live or lived"),
    ),
    "whereabouts.transfers": FieldWords(
        short=p_("whereabouts.transfers", "Where they were taken since"),
    ),
    "whereabouts.condition": FieldWords(
        short=p_("whereabouts.condition", "How they are"),
    ),
    "whereabouts.minor": FieldWords(
        short=p_("whereabouts.minor", "Under 18"),
    ),
    "whereabouts.wants_contact": FieldWords(
        short=p_("whereabouts.wants_contact", "Contact with the family"),
    ),
    "post_mortem.body_tag": FieldWords(
        short=p_("post_mortem.body_tag", "Body tag"),
    ),
    "post_mortem.mortuary_number": FieldWords(
        short=p_("post_mortem.mortuary_number", "Number in the mortuary's register"),
    ),
    "post_mortem.prosecutor_number": FieldWords(
        short=p_("post_mortem.prosecutor_number", "Prosecutor's file number"),
    ),
    "post_mortem.completeness": FieldWords(
        short=p_("post_mortem.completeness", "How complete the body is"),
    ),
    "post_mortem.interval": FieldWords(
        short=p_("post_mortem.interval", "Estimated time since death"),
    ),
    "post_mortem.sex_method": FieldWords(
        short=p_("post_mortem.sex_method", "How the sex was determined"),
    ),
    "post_mortem.age_method": FieldWords(
        short=p_("post_mortem.age_method", "How the age was estimated"),
    ),
    "post_mortem.stature_method": FieldWords(
        short=p_("post_mortem.stature_method", "How the height was estimated"),
    ),
    "post_mortem.samples_taken": FieldWords(
        short=p_("post_mortem.samples_taken", "Samples and records taken"),
    ),
    "post_mortem.burial_place": FieldWords(
        short=p_("post_mortem.burial_place", "Place of burial"),
    ),
    "post_mortem.cause": FieldWords(
        short=p_("post_mortem.cause", "Cause of death"),
    ),
    "post_mortem.manner": FieldWords(
        short=p_("post_mortem.manner", "Manner of death"),
    ),
}

# What an organisation is asked in its form where the noun of the card is not enough, or not true of whom it reports.
REPORTED: Mapping[str, Marked] = {
    "description.names": p_("report.description.names", "Names"),
    "description.event.when": p_("report.description.event.when", "When the body was found"),
    "description.event.place": p_("report.description.event.place", "Where the body was found"),
    "whereabouts.wants_contact": p_("report.whereabouts.wants_contact", "Do they want contact with their family?"),
    "whereabouts.minor": p_("report.whereabouts.minor", "Are they under 18?"),
}
# One element of a list, where a family's word for it speaks of other elements.
REPORT_ITEMS: Mapping[str, Marked] = {"description.names": p_("report.description.names", "Name")}
REPORT_HINTS: Mapping[str, Marked] = {
    "provenance.sender_number": p_(
        "report.provenance.sender_number",
        "If you send the same number again, we take it as news about the same person.",
    ),
    "whereabouts.found.place": p_(
        "report.whereabouts.found.place", "Reviewers see the country and the region only, never the exact place."
    ),
    "whereabouts.present_place": p_(
        "report.whereabouts.present_place",
        "Only you can read this until the person agrees that the family may know.",
    ),
    "whereabouts.residence": p_("report.whereabouts.residence", "Only you can read this."),
    "post_mortem.manner": p_("report.post_mortem.manner", "For example: accident, illness, violence, not settled."),
    "description.event.place": p_(
        "report.description.event.place", "In words. You can add coordinates, such as 35.50, 12.61."
    ),
    "post_mortem.cause": p_("report.post_mortem.cause", "Never shown in a list, and not on the reviewers' card."),
    "post_mortem.samples_taken": p_(
        "report.post_mortem.samples_taken", "For example: bone sample, fingerprints, dental chart."
    ),
}
# The parts of a report, in the order of the table.
REPORT_PARTS: Mapping[str, Marked] = {
    "report": p_("report.part", "Your report"),
    "finding": p_("report.part", "Where they were met, and where they are"),
    "who": p_("report.part", "Who they are"),
    "last": p_("report.part", "The finding"),
    "journey": p_("report.part", "The journey"),
    "body": p_("report.part", "What they look like"),
    "things": p_("report.part", "What they wore or carried"),
    "numbers": p_("report.part", "Phone numbers and papers"),
    "examination": p_("report.part", "Numbers and examination of the body"),
    "more": p_("report.part", "Anything else"),
}
