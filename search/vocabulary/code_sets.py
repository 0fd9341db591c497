"""The codes that a choice offers, by the name that the table of fields calls them by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from matching.record import NameKind, PhoneRole, Remains, Sex
from search.vocabulary.belonging_codes import Colour, EffectItem
from search.vocabulary.body_codes import FEATURE_VALUES, BodyPlace, BodySide, MarkKind, Motif
from search.vocabulary.document_codes import DocumentKind
from search.vocabulary.enquirer_codes import ContactKind, MaySay, Relationship
from search.vocabulary.examination_codes import SampleKind, SampleStatus
from search.vocabulary.report_codes import PersonStatus, ReportAgreement, WantsContact


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSet:
    """`codes` in the order of the page, those offered to families and to reporting organisations.

    `table` names the words of the codes; `prefix` stands before a code there.
    """

    table: str
    family: tuple[str, ...]
    partner: tuple[str, ...]
    prefix: str = ""


def _all(table: str, codes: Iterable[StrEnum | str], prefix: str = "") -> CodeSet:
    offered = tuple(str(code) for code in codes)
    return CodeSet(table=table, family=offered, partner=offered, prefix=prefix)


_FAMILY_NAME_KINDS = (
    NameKind.SPELLING, NameKind.SPELLING_ON_PAPERS, NameKind.ROAD, NameKind.GIVEN, NameKind.FAMILY,
    NameKind.SECOND_FAMILY, NameKind.MAIDEN, NameKind.GRANDFATHER, NameKind.CLAN, NameKind.RELIGIOUS, NameKind.NICKNAME,
)  # fmt: skip
_PARTNER_NAME_KINDS = (
    NameKind.AS_HEARD, NameKind.ON_PAPERS_FOUND, NameKind.GIVEN, NameKind.FAMILY, NameKind.FATHER, NameKind.NICKNAME,
)  # fmt: skip
_FAMILY_PHONE_ROLES = (
    PhoneRole.SOUGHT, PhoneRole.CALLED_FROM, PhoneRole.COMPANION, PhoneRole.CARRIED, PhoneRole.CONTACT_GIVEN,
)  # fmt: skip
_PARTNER_PHONE_ROLES = (PhoneRole.SOUGHT, PhoneRole.CARRIED, PhoneRole.CONTACT_GIVEN, PhoneRole.CALLED_FROM)

CODE_SETS: Mapping[str, CodeSet] = {
    "sex": _all("sex", Sex),
    "name_kind": CodeSet(table="name_kind", family=_FAMILY_NAME_KINDS, partner=_PARTNER_NAME_KINDS),
    "phone_role": CodeSet(table="phone_role", family=_FAMILY_PHONE_ROLES, partner=_PARTNER_PHONE_ROLES),
    "mark_kind": _all("mark_kind", MarkKind),
    "body_place": _all("body_place", BodyPlace),
    "body_side": _all("body_side", BodySide),
    "motif": _all("motif", Motif),
    "effect_item": _all("effect_item", EffectItem),
    "colour": _all("colour", Colour),
    "document_kind": _all("document_kind", DocumentKind),
    "remains": _all("remains", Remains),
    "relationship": _all("relationship", Relationship),
    "relative": _all("relationship", (one for one in Relationship if one is not Relationship.COMPANION)),
    "contact_kind": _all("contact_kind", ContactKind),
    "may_say": _all("may_say", MaySay),
    "person_status": _all("person_status", PersonStatus),
    "wants_contact": _all("wants_contact", WantsContact),
    "report_agreement": _all("report_agreement", ReportAgreement),
    "sample_kind": _all("sample_kind", SampleKind),
    "sample_status": _all("sample_status", SampleStatus),
    **{f"feature.{feature}": _all("feature_value", codes, f"{feature}.") for feature, codes in FEATURE_VALUES.items()},
}
