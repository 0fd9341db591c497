"""Words for reports, proposals and judgements, which staff alone read."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from matching.record import Remains, Side
from search.vocabulary import (
    ConsentPurpose,
    GroupReason,
    JudgementKind,
    JudgementReason,
    ProposalState,
    WantsContact,
)

TABLES: dict[str, Mapping[str, str]] = {
    "group_reason": {
        GroupReason.NAMES_EACH_OTHER: _("each names the other as a companion"),
        GroupReason.NAMES_THIS_PERSON: _("names this person as a companion"),
        GroupReason.NAMED_BY_THIS_PERSON: _("is named here as a companion"),
        GroupReason.SAME_VESSEL: _("the same boat or vehicle in the same weeks"),
        GroupReason.SAME_INCIDENT: _("near the same incident in place and time"),
    },
    "side": {
        Side.SOUGHT: _("The family's words"),
        Side.FOUND: _("The report's words"),
    },
    "remains": {
        Remains.FRESH: _("Recently died"),
        Remains.DECOMPOSED: _("Changed by time"),
        Remains.SKELETAL: _("Bones only"),
        Remains.PARTIAL: _("Part of a body"),
        Remains.UNKNOWN: _("Condition not stated"),
    },
    "wants_contact": {
        WantsContact.YES: _("Wants contact with the family"),
        WantsContact.NO: _("Does not want contact"),
        WantsContact.NOT_ASKED: _("Nobody has asked them yet"),
    },
    "judgement_kind": {
        JudgementKind.POSITIVE: _("The same person"),
        JudgementKind.NEGATIVE: _("Not the same person"),
        JudgementKind.UNSURE: _("I cannot tell"),
        JudgementKind.ASK_FAMILY: _("Ask the family first"),
    },
    "duplicate_answer": {
        JudgementKind.POSITIVE: _("The same person"),
        JudgementKind.NEGATIVE: _("Different people"),
        JudgementKind.UNSURE: _("I cannot tell"),
    },
    "judgement_reason": {
        JudgementReason.NAMES: _("Names"),
        JudgementReason.DATES: _("Dates or ages"),
        JudgementReason.PLACES: _("Places"),
        JudgementReason.MARKS: _("Marks on the body"),
        JudgementReason.EFFECTS: _("Clothing and belongings"),
        JudgementReason.PHONES: _("Phone numbers"),
        JudgementReason.DOCUMENTS: _("Documents"),
        JudgementReason.INTERVIEW: _("A conversation with somebody who knows"),
        JudgementReason.DNA: _("DNA"),
        JudgementReason.FINGERPRINTS: _("Fingerprints"),
        JudgementReason.TEETH: _("Teeth"),
        JudgementReason.OTHER: _("Another reason"),
    },
    "proposal_state": {
        ProposalState.OPEN: _("Nobody has read it yet"),
        ProposalState.AWAITING_SECOND: _("Waiting for a second reader"),
        ProposalState.CONFIRMED: _("Confirmed by two readers"),
        ProposalState.RULED_OUT: _("Ruled out"),
        ProposalState.UNSURE: _("Left open"),
    },
    # For what a family opened its search to an organisation.
    "shared_for": {
        ConsentPurpose.SHARING: _("to look for the person"),
        ConsentPurpose.FORENSIC: _("to identify somebody who has died"),
    },
    # A question about one report before it is stored, and what speaks against one person.
    "report_question": {
        "number_used_again": _("You gave this case number to somebody before. Is this the same person?"),
        "perhaps_again": _("You may have reported this person before. Is it the same person?"),
        "report_was_erased_alike": _("A report that said the same was erased for good. Is this another person?"),
    },
    "contradiction": {
        "sex": _("The sex is another one."),
        "birth": _("Birth or age cannot be those of one person."),
        "names": _("The names are not alike."),
        "life": _("One report is of a living person, the other of somebody who has died."),
    },
    # What made a version of a report.
    "report_act": {
        "filed": _("Filed"),
        "news": _("News"),
        "read_again": _("The same file, understood otherwise"),
        "corrected": _("Corrected"),
        "brought_back": _("An earlier version brought back"),
    },
    "row_outcome": {
        "accepted": _("Accepted"),
        "already_known": _("Already known, nothing new"),
        "updated": _("Updated"),
        "held": _("Waits for your answer, not stored yet"),
        "refused": _("Not taken"),
    },
}
