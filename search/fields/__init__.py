"""The one table of fields (`search/field_rules.tsv`): what each is, whom it is asked of, and who may see it."""

from search.fields.disclosure import (
    EVIDENCE_PATHS,
    Purpose,
    can_see,
    levels_seen,
    visible,
    visible_evidence,
)
from search.fields.document_types import SECTIONS, field_paths
from search.fields.placeless import is_placeless, placeless, placeless_evidence, placeless_weight
from search.fields.shared_fields import SHARED_FIELDS
from search.fields.table import DisclosureLevel, Encryption, FieldRow, LogRule, Retention, catalogue

__all__ = [
    "EVIDENCE_PATHS",
    "SECTIONS",
    "SHARED_FIELDS",
    "DisclosureLevel",
    "Encryption",
    "FieldRow",
    "LogRule",
    "Purpose",
    "Retention",
    "can_see",
    "catalogue",
    "field_paths",
    "is_placeless",
    "levels_seen",
    "placeless",
    "placeless_evidence",
    "placeless_weight",
    "visible",
    "visible_evidence",
]
