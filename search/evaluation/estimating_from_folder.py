"""The model's parameters estimated from a folder with known truth, or from the same folder without looking at it.

Reports that belong to requests that are held back are left out altogether, so that these stay unseen.
"""

import datetime
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from matching import Engine
from matching.coefficient_fitting import fit_coefficients
from matching.errors import MatchingError, TrainingError
from matching.model import Model, load_model, parse_model
from matching.pairs import Pairs
from matching.scoring import Scorer
from matching.training import Sample, parameters_document
from matching.unjudged_training import unjudged_document
from search.errors import Refused
from search.evaluation.training_folder import Candidates, Material, Numbers, read_material
from search.records.chunks import chunks

# Requests that are compared with every report: blind pairs, next to none of which is one person.
BLIND_REQUESTS = 400
_IN_PIECE = 20_000
_SEED = 7


def estimate_parameters(
    folder: Path, today: datetime.date, threshold: float, *, judged: bool = True
) -> dict[str, object]:
    """The content of a parameters file. `threshold`, in bits, is chosen by what it lets through: written as given.

    Without `judged`, m comes from expectation-maximisation over the candidates and nothing is fitted to the truth.
    Raises Refused where the folder lacks a file or has too few true pairs to learn from.
    """
    engine = Engine.without_weights()
    material = read_material(folder, engine, today)
    sample, unseen = _sample(material)
    made = {
        "date": today.isoformat(),
        "data": f"{len(sample.true) if judged else 'no'} judged pairs of {int(material.learnt.sum())} requests and "
        f"{len(material.found) - len(unseen)} reports, all invented; {sum(map(len, sample.blind))} blind pairs",
        "command": f"ovillo model estimate FOLDER FILE --threshold {threshold:g}" + ("" if judged else " --unjudged"),
    }
    records = [record for at, record in enumerate(material.found) if at not in unseen]
    candidates = _learnt(material.candidates(engine), unseen)
    try:
        if not judged:
            return unjudged_document(sample.blind, candidates.pairs, records, made) | {"proposal_threshold": threshold}
        document = parameters_document(sample, records, made)
        return document | fitted(document, candidates) | {"proposal_threshold": threshold}
    except TrainingError as error:
        raise Refused("too_few_true_pairs", pairs=len(sample.true)) from error


def read_parameters(path: Path | None) -> Model:
    """A parameters file, or the shipped one; raises Refused where it is none."""
    if path is None:
        return load_model()
    try:
        return parse_model(json.loads(path.read_text(encoding="utf-8")))
    except (RecursionError, ValueError, MatchingError) as error:
        raise Refused("parameters_unreadable", name=path.name) from error


def fitted(document: dict[str, object], candidates: Candidates) -> dict[str, object]:
    """Prior and coefficients that fit the truth of candidate pairs; raises TrainingError for too few."""
    scorer = Scorer(parse_model(document))
    found = fit_coefficients(weights_of(scorer, candidates.pairs), candidates.true, scorer.prior)
    return {"prior": found.prior, "coefficients": dict(zip(scorer.codes, found.coefficients, strict=True))}


def weights_of(scorer: Scorer, pairs: Pairs) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Weights in bits of shape (pairs, comparisons), worked out in pieces."""
    pieces = [scorer.weights(pairs.chosen(piece)) for piece in chunks(np.arange(len(pairs)), _IN_PIECE)]
    return np.concatenate(pieces) if pieces else np.zeros((0, len(scorer.codes)))


def _sample(material: Material) -> tuple[Sample, frozenset[int]]:
    """Learnt true pairs and blind pairs; and the reports of requests that are held back."""
    true = np.array(material.true_pairs, dtype=np.int64).reshape(-1, 2)
    learnt = material.learnt[true[:, 0]]
    unseen = frozenset(true[~learnt, 1].tolist())
    reports = np.array([at for at in range(len(material.found)) if at not in unseen], dtype=np.int64)
    requests = np.flatnonzero(material.learnt).tolist()
    chosen = random.Random(_SEED).sample(requests, min(BLIND_REQUESTS, len(requests)))  # noqa: S311 - a sample, not a secret
    return Sample(material.pairs(*true[learnt].T), _blind(material, chosen, reports)), unseen


def _blind(material: Material, requests: Sequence[int], reports: Numbers) -> list[Pairs]:
    return [material.pairs(np.full(len(reports), request), reports) for request in requests] if len(reports) else []


def _learnt(candidates: Candidates, unseen: frozenset[int]) -> Candidates:
    kept = np.flatnonzero(candidates.learnt & ~np.isin(candidates.pairs.j, list(unseen)))
    return replace(
        candidates,
        pairs=candidates.pairs.chosen(kept),
        true=candidates.true[kept],
        learnt=candidates.learnt[kept],
    )
