"""Words for what people who were met answer, what is decided with children, what a forensic service enters."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    ChildSays,
    ClaimKind,
    ClaimOutcome,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    PersonAnswer,
    StandingKind,
    WaitingReason,
)

TABLES: dict[str, Mapping[str, str]] = {
    "age_finding": {
        AgeFinding.ADULT: _("An adult"),
        AgeFinding.UNDER_18: _("Under eighteen"),
        AgeFinding.CANNOT_SAY: _("Nobody can say"),
    },
    "person_answer": {
        PersonAnswer.YES: _("Yes, they may be told"),
        PersonAnswer.NO: _("No"),
        PersonAnswer.LATER: _("Later"),
        PersonAnswer.MESSAGE_ONLY: _("Only this message"),
        PersonAnswer.NOT_REACHED: _("The person was not reached"),
    },
    "answer_moment": {
        AnswerMoment.FIRST: _("When asked first"),
        AnswerMoment.AT_TELLING: _("When the family is about to be told"),
    },
    "standing_kind": {
        StandingKind.NOBODY: _("Nobody may be told"),
        StandingKind.NOT_BEFORE: _("Nobody before a day"),
    },
    "child_decision": {
        ChildDecision.AGREES: _("The next step is good for the child"),
        ChildDecision.DOES_NOT: _("The next step is not good for the child"),
        ChildDecision.LATER: _("Later"),
    },
    "child_says": {
        ChildSays.YES: _("The child wants it"),
        ChildSays.NO: _("The child does not want it"),
        ChildSays.UNSURE: _("The child does not know yet"),
        ChildSays.TOO_YOUNG: _("The child is too young to say"),
    },
    "waiting_reason": {
        WaitingReason.NOT_AGREED: _("Two readers have not agreed on this pair."),
        WaitingReason.NOBODY_WAS_MET: _("A witness saw the person. Nobody was met who could be asked."),
        WaitingReason.CAN_BE_UNDONE: _("The last decision can still be undone. Please wait a few minutes."),
        WaitingReason.WHO_ASKS_UNKNOWN: _("It is not known yet who asks."),
        WaitingReason.NOBODY_MAY_ASK: _("No organisation may ask the person on behalf of this family."),
        WaitingReason.NO_OFFICER: _("Nobody who protects children can decide here."),
        WaitingReason.NO_SERVICE: _("The family has allowed no forensic service to be handed this."),
        WaitingReason.TO_BE_STARTED: _("Everything is there. Somebody has to begin."),
    },
    "identification_method": {
        IdentificationMethod.DNA: _("DNA"),
        IdentificationMethod.FINGERPRINTS: _("Fingerprints"),
        IdentificationMethod.TEETH: _("Teeth"),
        IdentificationMethod.IMPLANT_NUMBER: _("Number of an implant"),
        IdentificationMethod.COMBINED: _("Several methods together"),
    },
    "identification_result": {
        IdentificationResult.IDENTIFIED: _("It is this person"),
        IdentificationResult.EXCLUDED: _("It is not this person"),
        IdentificationResult.OPEN: _("It stays open"),
    },
    "forensic_wish": {
        ForensicWish.SAMPLE_FROM_PARENT: _("A sample of a parent"),
        ForensicWish.SAMPLE_FROM_CHILD: _("A sample of a son or daughter"),
        ForensicWish.SAMPLE_FROM_SIBLING: _("A sample of a brother or sister"),
        ForensicWish.DENTAL_RECORDS: _("Records of a dentist"),
        ForensicWish.FINGERPRINT_CARD: _("A card with fingerprints"),
        ForensicWish.PHOTO_OF_TEETH: _("A photo that shows the teeth"),
    },
    "heard_alone": {
        "yes": _("Yes, nobody else heard it"),
        "no": _("No, or the person was not reached"),
    },
    # What is missing of a case before anybody is approached because of it.
    "readiness_part": {
        "talk": _("Nobody has talked with the family"),
        "control_fact": _("The family has written down nothing that only it knows"),
        "naming": _("The family has not said, yes or no, who may tell the person who is looking"),
        "forensic": _("The family has not said, yes or no, whether a forensic service may be handed the search"),
    },
    "claim_kind": {
        ClaimKind.FAMILY: _("Says that they are the family"),
        ClaimKind.HOLDS_PERSON: _("Says that they hold the person"),
    },
    "claim_outcome": {
        ClaimOutcome.SUPPLIED: _("They said what only the family knows"),
        ClaimOutcome.NOT_SUPPLIED: _("They could not say it"),
        ClaimOutcome.PARTLY: _("They said a part of it"),
    },
}
