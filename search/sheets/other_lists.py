"""Lists in which nobody was found: of staff, givers and suppliers, and tables whose columns say nothing of anybody.

A list of staff has names and telephone numbers as a list of people found has. What tells it is a column for a post, a
shift, wages or a price, beside no column that describes anybody.
"""

from search.sheet_summaries import SheetDoubt
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import POST_MORTEM_TARGETS, Target
from search.sheets.sheet_table import Table
from search.values import lexicon
from search.values.folding import fold

_LEAST_MARKED, _SIGNS = 3, 2
NOBODY, NOT_FOUND = "nobody_in_it", "other_list"
_NAMES = frozenset({Target.FULL_NAME, Target.GIVEN, Target.FAMILY, Target.SECOND_FAMILY, Target.NICKNAME})
# What a list of staff may have as well: how to reach somebody, and when the row was written.
_OF_ANY_LIST = frozenset(
    {
        Target.PHONES,
        Target.CONTACT_PHONES,
        Target.RESIDENCE,
        Target.OCCUPATION,
        Target.REPORT_DATE,
        Target.FOUND_DATE,
        Target.FOUND_PLACE,
        Target.FOUND_COUNTRY,
        Target.COORDINATES,
        Target.LATITUDE,
        Target.LONGITUDE,
        Target.SENDER_NUMBER,
        Target.KIND,
        Target.OUTCOME,
        Target.NOTES,
        Target.RELATIVE,
        Target.REPORTER,
        Target.ROW_COUNTER,
        Target.WORDS,
        Target.IGNORE,
    }
)
# Of a table in which nobody is named these say nothing of anybody.
_OF_NOBODY = _OF_ANY_LIST - {Target.PHONES, Target.NOTES}


def other_list_doubts(table: Table, mapping: Mapping) -> tuple[SheetDoubt, ...]:
    """The question whether the people of a list were found, or whether its rows are people at all."""
    if not table.rows:
        return ()
    targets = {column.target for column in mapping.columns}
    asked = {column.suggested for column in mapping.columns if column.must_answer}
    if not (targets | asked) - _OF_NOBODY:
        return (SheetDoubt(code=NOBODY, options=("persons",)),)
    describing = targets - _OF_ANY_LIST - _NAMES
    if not describing and not targets & POST_MORTEM_TARGETS and (_is_of_others(table) or _is_of_marks(table)):
        return (SheetDoubt(code=NOT_FOUND, options=("found",)),)
    return ()


def _is_of_marks(table: Table) -> bool:
    """Whether most columns hold one sign each, in some rows (`x`, `✓`, `P`): a list of who was there on which day."""
    columns = [table.column(at) for at in range(len(table.headers))]
    marked = [cells for cells in columns if cells and len(set(cells)) <= _SIGNS and max(map(len, cells)) == 1]
    return len(marked) >= max(_LEAST_MARKED, len(columns) // 2) and not any(c.isdigit() for m in marked for c in m)


def _is_of_others(table: Table) -> bool:
    """Whether a header is a word for work, wages, gifts, prices or visits, and none speaks of a finding."""
    headers = [fold(header) for header in table.headers if header]
    words, found = lexicon.words("count_headers", "other_list"), lexicon.words("missing_words", "found")
    if any(f" {word}" in f" {header}" for word in found for header in headers):
        return False
    return any(f" {word} " in f" {header} " for word in words for header in headers)
