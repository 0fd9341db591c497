"""A sheet of a sender who meets the living, whose columns speak of the dead: asked, never decided in silence."""

from collections.abc import Mapping as AnyMapping

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import POST_MORTEM_TARGETS, Target
from search.sheets.header_grammar import read_parts
from search.vocabulary import LIVING_KINDS, MAY_REPORT, OrganisationKind

LIVING_OR_DEAD = "living_or_dead"
_KEY = f"sheet.{LIVING_OR_DEAD}"
_LIVING, _DEAD = "living", "dead"
# Where rows say it themselves, the sheet need not.
_SAID_BY_ROW = frozenset({Target.KIND, Target.OUTCOME})
_OF_EVENTS = frozenset({Target.FOUND_DATE, Target.FOUND_PLACE})


def speaks_of_the_dead(mapping: Mapping) -> bool:
    """A column that only lists of the dead have, or whose finding is a death by its header."""
    targets = {column.target for column in mapping.columns}
    if targets & (POST_MORTEM_TARGETS - {Target.SAMPLES}):
        return True
    events = [column.header for column in mapping.columns if column.target in _OF_EVENTS]
    return any("death" in read_parts(header).parts for header in events)


def said_dead(answers: AnyMapping[str, str] | None) -> bool | None:
    """What the sender answered; None where nobody answered."""
    said = (answers or {}).get(_KEY, "")
    return said == _DEAD if said in (_LIVING, _DEAD) else None


def living_or_dead(
    mapping: Mapping, organisation: OrganisationKind | None, answers: AnyMapping[str, str] | None
) -> tuple[SheetDoubt, ...]:
    """The question, where the sender's own kind says living and the sheet dead and no row says it for itself."""
    own = next(iter(MAY_REPORT[organisation]), None) if organisation else None
    asks = (
        own in LIVING_KINDS
        and organisation is not OrganisationKind.HUMANITARIAN
        and not {column.target for column in mapping.columns} & _SAID_BY_ROW
        and speaks_of_the_dead(mapping)
    )
    if not asks:
        return ()
    said = said_dead(answers)
    chosen = "" if said is None else (_DEAD if said else _LIVING)
    return (SheetDoubt(code=LIVING_OR_DEAD, options=(_LIVING, _DEAD), chosen=chosen),)
