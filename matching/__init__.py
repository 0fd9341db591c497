"""Pure record linkage: records in, weights and evidence out. No I/O beyond its own tables, no clock, no database."""

from matching.engine import Engine
from matching.errors import MatchingError, ParametersError, TrainingError
from matching.evidence import AlignedPart, Evidence, Outcome, ScoredPair
from matching.model import probability
from matching.names.batch_comparison import compare_batch
from matching.names.name_columns import NameColumns
from matching.names.name_comparison import NameComparison, PreparedName, compare_names, compare_prepared
from matching.names.name_comparison import prepare as prepare_name
from matching.names.name_index import NameIndex
from matching.prepared_record import PreparedRecord
from matching.record import (
    AgeRange,
    Calendar,
    DatePrecision,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    PhoneRole,
    Place,
    PlacePrecision,
    Remains,
    Sex,
    Side,
    Trait,
)

__all__ = [
    "AgeRange",
    "AlignedPart",
    "Calendar",
    "DatePrecision",
    "Effect",
    "Engine",
    "Event",
    "Evidence",
    "HeightRange",
    "IdentityDocument",
    "Mark",
    "MatchRecord",
    "MatchingError",
    "NameColumns",
    "NameComparison",
    "NameIndex",
    "NameKind",
    "Outcome",
    "ParametersError",
    "PartialDate",
    "PersonName",
    "Phone",
    "PhoneRole",
    "Place",
    "PlacePrecision",
    "PreparedName",
    "PreparedRecord",
    "Remains",
    "ScoredPair",
    "Sex",
    "Side",
    "TrainingError",
    "Trait",
    "compare_batch",
    "compare_names",
    "compare_prepared",
    "prepare_name",
    "probability",
]
