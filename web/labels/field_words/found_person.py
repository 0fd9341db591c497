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
    "whereabouts.agreed": FieldWords(
        short=p_("whereabouts.agreed", "Agrees to this report"),
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
    "whereabouts.words_placeless": FieldWords(
        short=p_("whereabouts.words_placeless", "The words tell no place"),
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
    "post_mortem.samples": FieldWords(
        short=p_("post_mortem.samples", "Samples, one by one"),
        none=p_("post_mortem.samples", "No sample was taken"),
        item=p_("post_mortem.samples", "Sample"),
        add=p_("post_mortem.samples", "Add a sample"),
        another=p_("post_mortem.samples", "Add another sample"),
        remove=p_("post_mortem.samples", "Remove this sample"),
    ),
    "post_mortem.samples.kind": FieldWords(short=p_("post_mortem.samples.kind", "What was taken")),
    "post_mortem.samples.number": FieldWords(short=p_("post_mortem.samples.number", "Number of the sample")),
    "post_mortem.samples.held_at": FieldWords(short=p_("post_mortem.samples.held_at", "Who holds it")),
    "post_mortem.samples.status": FieldWords(short=p_("post_mortem.samples.status", "How far it is")),
    "post_mortem.parts": FieldWords(
        short=p_("post_mortem.parts", "Parts of remains with a tag of their own"),
        none=p_("post_mortem.parts", "There are no parts"),
        item=p_("post_mortem.parts", "Part"),
        add=p_("post_mortem.parts", "Add a part"),
        another=p_("post_mortem.parts", "Add another part"),
        remove=p_("post_mortem.parts", "Remove this part"),
    ),
    "post_mortem.parts.tag": FieldWords(short=p_("post_mortem.parts.tag", "Tag of the part")),
    "post_mortem.parts.what": FieldWords(short=p_("post_mortem.parts.what", "What it is")),
    "post_mortem.parts.found_with": FieldWords(
        short=p_("post_mortem.parts.found_with", "Tag of the body that it lay with"),
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
    "whereabouts.agreed": p_("report.whereabouts.agreed", "Do they agree that you report them?"),
    "whereabouts.minor": p_("report.whereabouts.minor", "Are they an adult?"),
    "whereabouts.words_placeless": p_(
        "report.whereabouts.words_placeless", "May a committee of relatives read your free words?"
    ),
}
# One element of a list, where a family's word for it speaks of other elements.
REPORT_ITEMS: Mapping[str, Marked] = {"description.names": p_("report.description.names", "Name")}
REPORT_HINTS: Mapping[str, Marked] = {
    "provenance.sender_number": p_(
        "report.provenance.sender_number",
        "If you send the same number again, we take it as news about the same person.",
    ),
    "whereabouts.found.place": p_("report.whereabouts.found.place", "Reviewers see the country only, never the place."),
    "whereabouts.present_place": p_(
        "report.whereabouts.present_place",
        "Only you can read this until the person agrees that the family may know.",
    ),
    "whereabouts.residence": p_("report.whereabouts.residence", "Only you can read this."),
    "whereabouts.words_placeless": p_(
        "report.whereabouts.words_placeless",
        "Say yes only if nothing in them tells where the person is: no house, no town, no name of yours. Without a yes "
        "only you read them.",
    ),
    "whereabouts.agreed": p_(
        "report.whereabouts.agreed",
        "Say what is written down, and that members of a family committee read it if somebody looks for them. Who says "
        "no is not reported.",
    ),
    "whereabouts.minor": p_(
        "report.whereabouts.minor",
        "Settle it face to face, not by a paper. Where nobody can say, a child is protected as one.",
    ),
    "post_mortem.samples": p_(
        "report.post_mortem.samples", "Only that they exist and who holds them. Never write down a profile."
    ),
    "post_mortem.parts": p_(
        "report.post_mortem.parts", "Several people may lie together. Each part keeps its own tag."
    ),
    "provenance.told_by": p_(
        "report.provenance.told_by", "Only if they want to say it. The family is not shown who told us."
    ),
    "post_mortem.manner": p_("report.post_mortem.manner", "For example: accident, illness, violence, not settled."),
    "description.event.place": p_(
        "report.description.event.place", "In words. You can add coordinates, such as 35.50, 12.61."
    ),
    "post_mortem.cause": p_("report.post_mortem.cause", "Never shown in a list, and not on the reviewers' card."),
    "post_mortem.samples_taken": p_(
        "report.post_mortem.samples_taken", "For example: bone sample, fingerprints, dental chart."
    ),
}
# What a kind of place asks in words of its own.
OF_A_PLACE: Mapping[tuple[str, str], Marked] = {
    ("hospital", "whereabouts.found.when"): p_("report.hospital", "Day of the admission"),
    ("hospital", "whereabouts.found.place"): p_("report.hospital", "Where they were found or brought from"),
    ("hospital", "whereabouts.present_place"): p_("report.hospital", "Hospital and ward"),
    ("detention", "whereabouts.found.when"): p_("report.detention", "Day of the visit"),
    ("detention", "whereabouts.found.place"): p_("report.detention", "Where you visited them"),
    ("consulate", "whereabouts.found.when"): p_("report.consulate", "When they came to you, or you to them"),
    ("rescue", "whereabouts.found.when"): p_("report.rescue", "Day of the rescue"),
    ("rescue", "whereabouts.found.place"): p_("report.rescue", "Where they were rescued"),
    ("rescue", "description.journey.vessel"): p_("report.rescue", "The boat or vehicle that they were on"),
    ("rescue", "whereabouts.present_place"): p_("report.rescue", "Where they were brought"),
    ("asks_for_family", "description.asks_for"): p_("report.asks_for_family", "Relatives this person is looking for"),
    ("witness", "whereabouts.found.when"): p_("report.witness", "When the witness saw them last"),
    ("witness", "whereabouts.found.place"): p_("report.witness", "Where that was"),
    ("witness", "description.journey.what_was_said"): p_("report.witness", "What the witness saw and heard"),
    ("witness", "description.journey.vessel"): p_("report.witness", "The boat or vehicle that they were on"),
    ("mortuary", "description.names"): p_("report.mortuary", "Names on papers that were found"),
    ("forensic", "description.names"): p_("report.mortuary", "Names on papers that were found"),
}
# The parts of a report, in the order of the table.
REPORT_PARTS: Mapping[str, Marked] = {
    "report": p_("report.part", "Your report"),
    "wishes": p_("report.part", "What the person wants"),
    "finding": p_("report.part", "Where they were met, and where they are"),
    "family": p_("report.part", "Relatives this person is looking for"),
    "who": p_("report.part", "Who they are"),
    "last": p_("report.part", "The finding"),
    "journey": p_("report.part", "The journey"),
    "body": p_("report.part", "What they look like"),
    "things": p_("report.part", "What they wore or carried"),
    "numbers": p_("report.part", "Phone numbers and papers"),
    "examination": p_("report.part", "Numbers and examination of the body"),
    "more": p_("report.part", "Anything else"),
}
