"""The codes of the domain, shared by forms, sheets, records and pages; their words are in the catalogues."""

from search.vocabulary.belonging_codes import Colour, EffectItem
from search.vocabulary.body_codes import (
    FEATURE_VALUES,
    MARKS_OF_TEETH,
    NUMBERED_TEETH,
    BodyPlace,
    BodySide,
    Feature,
    MarkKind,
    Motif,
)
from search.vocabulary.consent_codes import ConsentAnswer, ConsentPurpose, Network, ReceiverKind
from search.vocabulary.document_codes import DocumentKind
from search.vocabulary.enquirer_codes import ContactKind, Relationship
from search.vocabulary.examination_codes import SampleKind, SampleStatus
from search.vocabulary.organisation_codes import (
    MAY_FILE_FOR_FAMILIES,
    MAY_LIST_MISSING,
    MAY_REPORT,
    AlarmKind,
    OrganisationKind,
    StaffRole,
    StateRun,
    filed_as,
    first_role,
    roles_in,
)
from search.vocabulary.photo_codes import BODY_PHOTOS, FAMILY_PHOTOS, LIVING_PHOTOS, PAPERS, PhotoKind, PhotoUse
from search.vocabulary.report_codes import (
    LAYING_ASIDE,
    LIVING_KINDS,
    Channel,
    FollowUpAct,
    PersonStatus,
    ReportAgreement,
    ReportKind,
    WantsContact,
)
from search.vocabulary.review_codes import GroupReason, JudgementKind, JudgementReason, ProposalState

__all__ = [
    "BODY_PHOTOS",
    "FAMILY_PHOTOS",
    "FEATURE_VALUES",
    "LAYING_ASIDE",
    "LIVING_KINDS",
    "LIVING_PHOTOS",
    "MARKS_OF_TEETH",
    "MAY_FILE_FOR_FAMILIES",
    "MAY_LIST_MISSING",
    "MAY_REPORT",
    "NUMBERED_TEETH",
    "PAPERS",
    "AlarmKind",
    "BodyPlace",
    "BodySide",
    "Channel",
    "Colour",
    "ConsentAnswer",
    "ConsentPurpose",
    "ContactKind",
    "DocumentKind",
    "EffectItem",
    "Feature",
    "FollowUpAct",
    "GroupReason",
    "JudgementKind",
    "JudgementReason",
    "MarkKind",
    "Motif",
    "Network",
    "OrganisationKind",
    "PersonStatus",
    "PhotoKind",
    "PhotoUse",
    "ProposalState",
    "ReceiverKind",
    "Relationship",
    "ReportAgreement",
    "ReportKind",
    "SampleKind",
    "SampleStatus",
    "StaffRole",
    "StateRun",
    "WantsContact",
    "filed_as",
    "first_role",
    "roles_in",
]
