"""A sheet as the command line tells of it: columns with examples and questions, questions about the whole, counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from search.sheet_summaries import ColumnPreview, SheetDoubt
from search.sheets.column_mapping import ColumnGuess
from search.sheets.sheet_reading import SheetReading

# Questions in English, as the whole command line is; the portal has them in every language.
_OF_COLUMNS = {
    "unknown_column": "We do not know this column. What is it?",
    "second_column": "Another column reads the same. What is this one?",
    "header_and_content_differ": "The header says one thing, the cells another. What is it?",
    "date_order": "Day and month cannot be told apart here. Which comes first?",
    "calendar": "In which calendar are these dates?",
    "sex_coding": "What do these letters or numbers mean?",
    "outcome_coding": "What do these words or letters say, living or dead? (outcome.VALUE=living, dead or unknown)",
    "numbers_repeat": "These numbers repeat, so they may not be your case numbers. What are they?",
    "is_this_right": "We are not sure what this column is. What is it?",
    "other_language": "This header means something in another language than the rest. What is this column?",
    "counter_or_number": "These are 1, 2, 3 and so on. Are they your case numbers, or do they count the rows?",
    "few_names": "The same few names stand in many rows. What are they?",
}
_OF_SHEETS = {
    "kind_of_place": "Nothing in the sheet says where these people were met. Which kind of place is it?",
    "living_or_dead": "Some words of the sheet say living, others dead. Which is it?",
    "missing_persons": "This looks like a list of missing persons. Were these people found?",
    "nobody_in_it": "No column says anything about a person. Is every row one person?",
    "other_list": "This looks like a list of staff, visitors, givers or suppliers. Were these people found?",
    "counts_not_persons": "This looks like a table of counts. Is every row one person?",
    "incidents": "This looks like a list of incidents (`ovillo import incidents`). Is every row one person?",
    "several_in_row": "Some rows seem to hold several persons. Is every row one person?",
    "equal_rows": "Some rows are equal. Is each another person, or is one person repeated?",
    "perhaps_again": "You may have reported these persons before. Are they the same persons?",
    "number_used_again": "Your case number is that of somebody else whom you reported. Is it the same person?",
    "row_used_again": "A row that came back before was of somebody else. Is it the same person?",
    "report_was_erased_alike": "A report that says the same was erased for good. Is this another person?",
    "number_twice": "A case number stands in the file twice, with different rows. Whose is it?",
    "worksheet_is_copy": "A worksheet repeats another one. It was not read.",
    "hidden_worksheets": "Hidden worksheets were not read.",
    "reads_otherwise": "This layout reads otherwise than last time.",
    "other_domain": "Records of another registry stand in the file. May the sender pass them on?",
    "no_status": "Nothing says whether these persons are looked for or were found. Which is it?",
    "believed_dead": "Somebody believes that these persons have died. Whom are the records about?",
    "ended_records": "The time of some records is over. What is known of them is compared no more.",
    "many_refused": "More than a tenth of the rows cannot be taken.",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A column as it is told, whoever understood it."""

    index: int
    header: str
    target: str
    examples: tuple[str, ...]
    order: str
    doubt: str
    suggested: str
    must_answer: bool


def columns_in_words(columns: Iterable[ColumnGuess | ColumnPreview]) -> Iterator[str]:
    """Each column with its meaning, up to three cells, and its question."""
    for one in map(_asked, columns):
        order = f" ({one.order})" if one.order else ""
        examples = f": {', '.join(map(repr, one.examples[:3]))}" if one.examples else ""
        yield f"{one.header!r} -> {one.target}{order}{examples}"
        if one.doubt:
            yield f"  {_mark(must=one.must_answer)} {one.doubt}: {_OF_COLUMNS.get(one.doubt, one.doubt)}{_perhaps(one)}"


def doubts_in_words(doubts: Iterable[SheetDoubt]) -> Iterator[str]:
    """Each question about the whole sheet, with how to answer it."""
    for doubt in doubts:
        yield f"{_mark(must=doubt.must_answer)} {doubt.code}: {_OF_SHEETS.get(doubt.code, doubt.code)}{_of_rows(doubt)}"
        if doubt.options:
            yield f"  --answer {doubt.key}={'|'.join(doubt.options)}{_unless(doubt)}"


def counts_in_words(read: SheetReading) -> Iterator[str]:
    """How many rows were read, refused and passed over, and how often each warning was given."""
    yield f"rows read {len(read.rows)}, refused {len(read.refused)}"
    yield from _each("refused", Counter(one.code for one in read.refused))
    yield from _each("passed over", read.skipped)
    yield from warnings_in_words(warning.code for row in read.rows for warning in row.warnings)
    if read.left_out:
        yield f"worksheets not read: {', '.join(map(repr, read.left_out))}"


def warnings_in_words(codes: Iterable[str]) -> Iterator[str]:
    """How many cells were kept as words only, by reason."""
    yield from _each("kept as words", Counter(codes))


def printable(line: str) -> str:
    """A line without what a cell may hold to steer the terminal that shows it."""
    return "".join(sign if sign.isprintable() else " " for sign in line)


def _each(what: str, counted: Mapping[str, int]) -> Iterator[str]:
    for code, times in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {what}: {code} {times}"


def _mark(*, must: bool) -> str:
    return "??" if must else "?"


def _perhaps(one: _Asked) -> str:
    return f" (its cells look like {one.suggested})" if one.suggested else ""


def _of_rows(doubt: SheetDoubt) -> str:
    return f" rows {', '.join(map(str, doubt.rows))}" if doubt.rows else ""


def _unless(doubt: SheetDoubt) -> str:
    return f" (without an answer: {doubt.chosen})" if doubt.chosen else ""


def _asked(one: ColumnGuess | ColumnPreview) -> _Asked:
    if isinstance(one, ColumnPreview):
        order, suggested, target = one.date_order, one.suggested, one.target
    else:
        order, suggested, target = one.order, one.suggested.value if one.suggested else "", one.target.value
    return _Asked(one.index, one.header, target, one.examples, order, one.doubt, suggested, one.must_answer)
