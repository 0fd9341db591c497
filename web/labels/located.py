"""Words for what people who were met answer, what is decided with children, what a forensic service enters."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import (
    AgeFinding,
    AnswerMoment,
    ChildDecision,
    ClaimKind,
    ClaimOutcome,
    ForensicWish,
    IdentificationMethod,
    IdentificationResult,
    PersonAnswer,
    StandingKind,
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
