"""Errors of the engine.

MatchingError
├── PackingError       a packed record was made by another version
├── ParametersError    a parameters file cannot be used
└── TrainingError      the labelled pairs do not suffice to estimate from
"""


class MatchingError(Exception):
    """Anything the engine refuses; the message is a code, never a person's data."""


class PackingError(MatchingError):
    """Bytes that another version packed, or that are no packed record: the record has to be prepared anew."""


class ParametersError(MatchingError):
    """A parameters file is missing, unreadable, or lacks a level that a comparison needs."""


class TrainingError(MatchingError):
    """There are too few labelled pairs to estimate a comparison."""
