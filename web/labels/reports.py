"""Words for reports, proposals and judgements, which staff alone read."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from matching.record import Remains, Side
from search.vocabulary import (
    ConsentPurpose,
    FollowUpAct,
    GroupReason,
    JudgementKind,
    JudgementReason,
    ProposalState,
    ReportAgreement,
    SampleKind,
    SampleStatus,
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
    "report_agreement": {
        ReportAgreement.YES: _("They know of this report and agree"),
        ReportAgreement.NOT_ABLE: _("They could not be asked"),
        ReportAgreement.NO: _("They do not want to be reported"),
    },
    # Whether somebody is under eighteen.
    "age_group": {
        "no": _("An adult"),
        "yes": _("Under eighteen"),
        "?": _("Nobody can say"),
    },
    "sample_kind": {
        SampleKind.BONE: _("Bone"),
        SampleKind.TOOTH: _("Tooth"),
        SampleKind.BLOOD: _("Blood"),
        SampleKind.TISSUE: _("Muscle or other tissue"),
        SampleKind.HAIR: _("Hair with its root"),
        SampleKind.SWAB: _("Swab"),
        SampleKind.FINGERPRINTS: _("Fingerprints"),
        SampleKind.DENTAL_CHART: _("Dental chart"),
        SampleKind.X_RAY: _("X-ray picture"),
        SampleKind.OTHER: _("Something else"),
    },
    "sample_status": {
        SampleStatus.TAKEN: _("Taken"),
        SampleStatus.AT_LABORATORY: _("At a laboratory"),
        SampleStatus.RESULT: _("There is a result"),
        SampleStatus.USED_UP: _("Used up or lost"),
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
        ProposalState.AGREED: _("Agreed by two readers"),
        ProposalState.DISAGREED: _("Readers disagree"),
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
        "number_given": _("The case number was given to somebody else"),
        FollowUpAct.MOVED: _("Moved to another place"),
        FollowUpAct.DIED: _("Died"),
        FollowUpAct.SPOKE_FAMILY: _("Spoke with the family"),
        FollowUpAct.IDENTIFIED: _("It is known elsewhere who this is"),
        FollowUpAct.SENT_BY_MISTAKE: _("Sent by mistake"),
        FollowUpAct.TAKEN_UP_AGAIN: _("Compared again"),
    },
    # What can be told of a person after a report, as the headings of their pages.
    "follow_up_act": {
        FollowUpAct.MOVED: _("This person moved"),
        FollowUpAct.DIED: _("This person died"),
        FollowUpAct.SPOKE_FAMILY: _("This person spoke with their family"),
        FollowUpAct.IDENTIFIED: _("It is known elsewhere who this is"),
        FollowUpAct.SENT_BY_MISTAKE: _("This report was sent by mistake"),
        FollowUpAct.TAKEN_UP_AGAIN: _("Compare this report again"),
    },
    "follow_up_means": {
        FollowUpAct.MOVED: _("The new place is kept with the report. Only your organisation sees it."),
        FollowUpAct.DIED: _(
            "The report becomes one of somebody who died. No family is told that because of it: people look at it "
            "first, as at every report."
        ),
        FollowUpAct.SPOKE_FAMILY: _("It is kept with the report, which is compared as before."),
        FollowUpAct.IDENTIFIED: _(
            "The report is kept, and not compared with the searches of families any more. You can take this back."
        ),
        FollowUpAct.SENT_BY_MISTAKE: _(
            "The report is kept with its photos, and not compared any more. You can take this back. If it must not be "
            "kept at all, erase it instead."
        ),
        FollowUpAct.TAKEN_UP_AGAIN: _("The report is compared with the searches of families again."),
    },
    "follow_up_button": {
        FollowUpAct.MOVED: _("Keep the new place"),
        FollowUpAct.DIED: _("Yes, this person died"),
        FollowUpAct.SPOKE_FAMILY: _("Yes, this person spoke with their family"),
        FollowUpAct.IDENTIFIED: _("It is known who this is: compare no more"),
        FollowUpAct.SENT_BY_MISTAKE: _("It was a mistake: compare no more"),
        FollowUpAct.TAKEN_UP_AGAIN: _("Compare it again"),
    },
    "follow_up_field": {
        "moved.place": _("Where to"),
        "moved.when": _("When"),
        "died.when": _("When did they die?"),
        "died.place": _("Where did they die?"),
        "spoke_family.when": _("When did they speak?"),
        "identified.when": _("Since when is it known?"),
        "identified.place": _("Where is it known?"),
    },
    "row_outcome": {
        "accepted": _("Accepted"),
        "already_known": _("Already known, nothing new"),
        "updated": _("Updated"),
        "held": _("Waits for your answer, not stored yet"),
        "refused": _("Not taken"),
    },
}
