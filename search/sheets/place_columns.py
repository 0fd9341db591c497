"""Columns of places made to agree: a department beside a municipality is a part of a country, beside a bed a ward."""

from dataclasses import replace

from search.sheets.cell_evidence import Column
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target
from search.values import lexicon
from search.values.folding import fold

_DEPARTMENT = frozenset({"department", "dept", "departamento", "departement", "dipartimento", "depto"})
_SHORT = 2
# Of these a hospital's sheet has one; of a part of a country none tells.
_OF_A_HOSPITAL = frozenset(
    {
        "bed",
        "ward",
        "unit",
        "doctor",
        "physician",
        "attending",
        "diagnosis",
        "mrn",
        "cama",
        "sala",
        "medico",
        "servicio",
    }
    | {"diagnostico", "lit", "chambre", "service", "medecin", "diagnostic", "letto", "reparto", "leito", "enfermaria"}
)


def departments(guesses: list[ColumnGuess], columns: list[Column]) -> list[ColumnGuess]:
    """Say of each department whether it is a place, by the columns beside it, where these tell."""
    words = [set(fold(column.header).split()) for column in columns]
    divided = any(len(said) <= _SHORT and said & lexicon.words("header_signs", "division") for said in words)
    hospital = any(said & _OF_A_HOSPITAL for said in words)
    return [_department(g, divided=divided, hospital=hospital) if _is_one(g) else g for g in guesses]


def _is_one(guess: ColumnGuess) -> bool:
    return fold(guess.header) in _DEPARTMENT and guess.target in (Target.WORDS, Target.FOUND_PLACE)


def _department(guess: ColumnGuess, *, divided: bool, hospital: bool) -> ColumnGuess:
    if divided:
        return replace(guess, target=Target.FOUND_PLACE, score=max(guess.score, 0.9), doubt="", suggested=None)
    return replace(guess, target=Target.WORDS, doubt="") if hospital else guess
