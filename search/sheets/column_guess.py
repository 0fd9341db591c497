"""What one column means on its own: its header says it, and its cells confirm or refute; alone they raise a doubt."""

from dataclasses import dataclass, replace

from search.sheets.cell_evidence import EXPECTED, FEW_CELLS, OF_NAMES, REFUTED, SPEAKING, Column, are_answers, borne_out
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import HARMFUL, Target
from search.sheets.header_words import HeaderSense
from search.sheets.outcome_codes import unread_outcomes
from search.values import lexicon
from search.values.folding import fold

_EXAMPLES = 3
_SURE = 0.55
_FOREIGN = 0.3
_CODES = 0.6
# `Location description`: what is no field stays in words under its own header.
_ONLY_WORDS = -1.0
_MOSTLY_SAID, _ALIKE = 0.66, 0.3
# `Responsible for the bombing`, `Admit source`: who wrote a row, and when, is said by a whole header or by none.
_NEVER_IN_PART = frozenset({Target.NOTES, Target.REPORTER, Target.REPORT_DATE})
_TOLD_BY_CELLS = frozenset({Target.NATIONALITY, Target.FOUND_COUNTRY, Target.MARKS, Target.EFFECTS, Target.COORDINATES})
# What cells alone can say of a column that has no header, and for what part of them; the first that fits.
_TELLING: tuple[tuple[Target, float], ...] = (
    (Target.SEX, 0.9),
    (Target.COORDINATES, 0.8),
    (Target.FOUND_DATE, 0.8),
    (Target.NATIONALITY, 0.7),
    (Target.EFFECTS, 0.6),
    (Target.MARKS, 0.5),
    (Target.PHONES, 0.7),
    (Target.SENDER_NUMBER, 0.8),
    (Target.HEIGHT, 0.9),
    (Target.AGE, 0.9),
    (Target.FULL_NAME, 0.8),
)
# Languages that are read beside each other without a question: their words for a thing are mostly the same.
_KIN: tuple[frozenset[str], ...] = (
    frozenset({"es", "pt", "ca", "it"}),
    frozenset({"ru", "uk", "bg", "sr"}),
    frozenset({"sv", "da", "nb"}),
    frozenset({"cs", "sk", "hr", "sr", "pl"}),
    frozenset({"ar", "fa", "ur"}),
    frozenset({"de", "nl"}),
    frozenset({"am", "ti"}),
)


def guess_meaning(column: Column, language: str) -> ColumnGuess:
    """Return what the header says, as far as the cells bear it out; what nobody knows keeps its words."""
    examples = tuple(dict.fromkeys(column.values))[:_EXAMPLES]
    kept = ColumnGuess(column.index, column.header, Target.WORDS, 0.0, "", examples)
    if column.administrative:
        return replace(kept, score=1.0)
    weighed = [_weighed(sense, column, language) for sense in column.senses]
    best = max(weighed, key=lambda one: one.score, default=None)
    if best is not None and best.doubt and _numbers_rows(column):
        best = None
    if best is not None and best.score >= _SURE:
        return replace(kept, target=best.target, score=round(min(best.score, 1.0), 3), doubt=best.doubt)
    if not column.values:
        return ColumnGuess(column.index, column.header, Target.IGNORE)
    if _numbers_rows(column):
        return replace(kept, target=Target.SENDER_NUMBER, score=1.0)
    if not fold(column.header):
        return _by_content(kept, column)
    return _refuted(kept, column) or replace(kept, doubt="unknown_column")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A reading of a header with what the cells and the sheet's language make of it."""

    target: Target
    score: float
    doubt: str


def _weighed(sense: HeaderSense, column: Column, language: str) -> _Weighed:
    foreign = not sense.languages & _read_beside(language)
    score = sense.score + (0.02 if language in sense.languages else 0.0) - (_FOREIGN if foreign else 0.0)
    score += borne_out(sense.target, column)
    if not sense.certain or (foreign and sense.target not in HARMFUL and sense.target is not Target.ROW_COUNTER):
        # A word of another language that could do no harm and is asked about by nobody: `Signalement`.
        score += _by_likeness(replace(sense, score=0.0) if foreign else sense, column)
    return _Weighed(sense.target, score, _question(sense, foreign=foreign))


def _question(sense: HeaderSense, *, foreign: bool) -> str:
    """What must be asked of a meaning that could do harm and is not certain."""
    if sense.target not in HARMFUL or (sense.certain and not foreign):
        return ""
    return "other_language" if sense.certain else "is_this_right"


def _numbers_rows(column: Column) -> bool:
    """Codes under `No`, `#`, `م`: whoever counts rows in such a column gave each row a number of its own."""
    counter = any(sense.certain and sense.target is Target.ROW_COUNTER for sense in column.senses)
    codes = column.shapes.share(Target.SENDER_NUMBER) >= _CODES
    return counter and codes and not column.counts and borne_out(Target.SENDER_NUMBER, column) > REFUTED


def _read_beside(language: str) -> frozenset[str]:
    return frozenset({language, "en"}).union(*(kin for kin in _KIN if language in kin))


def _by_likeness(sense: HeaderSense, column: Column) -> float:
    """A header that is not certain is not even asked about where its cells look like nothing of the kind.

    What could do no harm and is not asked needs most of the header's words, or cells that look like it.
    """
    target = sense.target
    if target in _NEVER_IN_PART:
        return _ONLY_WORDS
    if target in OF_NAMES:
        return 0.0 if column.shapes.share(Target.FULL_NAME) >= 0.5 else -0.4
    if target in EXPECTED or target in HARMFUL:
        return 0.0
    bare = lexicon.words("header_signs", "bare_country")
    if target is Target.NATIONALITY and bare & set(fold(column.header).split()):
        # `País que retorna`: a country, and nobody knows whose or which.
        return _ONLY_WORDS
    alike = target in _TOLD_BY_CELLS and column.shapes.share(target) >= _ALIKE
    return 0.0 if alike or sense.score >= _MOSTLY_SAID else _ONLY_WORDS


def _refuted(kept: ColumnGuess, column: Column) -> ColumnGuess | None:
    """A header that says one thing for certain, over cells that say another: asked, where either could do harm."""
    if are_answers(column) and not any(sense.target in SPEAKING for sense in column.senses):
        return None
    for sense in column.senses:
        refuted = sense.target not in SPEAKING and borne_out(sense.target, column) <= REFUTED
        if sense.certain and refuted and sense.target in HARMFUL:
            return replace(kept, doubt="header_and_content_differ", suggested=sense.target)
        if sense.certain and sense.target is Target.OUTCOME and _are_codes(column):
            return replace(kept, doubt="header_and_content_differ", suggested=sense.target)
    return None


def _are_codes(column: Column) -> bool:
    """Letters or figures instead of words, all of them (`k`, `i`), or some beside words (`ex`, `taburcu`)."""
    return bool(unread_outcomes(column.values, {}))


def _by_content(kept: ColumnGuess, column: Column) -> ColumnGuess:
    """A column without a header: its cells tell what can do no harm, and of the rest they raise the question."""
    if column.counts:
        return replace(kept, target=Target.ROW_COUNTER, score=0.8)
    for target, least in _TELLING:
        share = column.shapes.share(target)
        if share < least or (target is Target.SEX and len(column.values) <= FEW_CELLS and _are_figures(column)):
            continue
        if target in HARMFUL:
            return replace(kept, doubt="unknown_column", suggested=target)
        return replace(kept, target=target, score=0.5 * share)
    return replace(kept, doubt="unknown_column")


def _are_figures(column: Column) -> bool:
    return all(value.isdigit() for value in column.values)
