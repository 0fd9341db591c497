"""Every code has its words."""

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import matching.evidence
import matching.record
import search
import search.access
import search.errors
import search.vocabulary
from search.vocabulary import FEATURE_VALUES
from web.labels import TABLES, error_sentences, group_of, staff_error_sentences

# Codes that never reach a page: what is stored, asked or written to the audit, not shown.
INSIDE = {search.access.Action}
MODULES = (search.vocabulary, search.access, matching.record, matching.evidence)
# Errors that only the command line or a log shows, which speak in codes.
OPERATORS_ONLY = {
    "login_taken", "no_account", "no_organisation", "organisation_unknown", "country_unknown", "substitute_outside",
    "not_a_committee", "language_unknown",
    "setting_unknown", "setting_unreadable",
    "master_key_exists", "master_key_absent", "master_key_unreadable", "record_key_destroyed", "seal_broken",
    "database_of_other_keys", "another_database", "audit_head_unreadable",
    "audit_head_unsigned", "audit_is_another", "audit_put_back", "head_file_altered",
    "pgserver_not_installed", "file_missing", "too_few_true_pairs", "parameters_unreadable", "registry_too_small",
    "filling_failed", "one_size_for_one_database", "password_missing", "password_in_address",
    "part_frequencies_unreadable", "too_few_names", "not_a_table", "column_missing", "row_too_short",
    "peer_not_installed", "peer_failed", "folder_not_empty",
    "not_an_incident_list",
    "scale_not_installed", "key_file_exists", "key_file_unreadable", "not_an_export", "part_damaged", "engine_differs",
    "master_key_open_to_others", "parser_user_needs_root", "parser_user_unknown", "port_unusable", "public_address",
    # Whoever asked the confined child says it in the words of sheets or of photos.
    "confined_failed", "confined_too_large", "confined_too_slow",
    # Taken by whoever stores a large sheet, who begins that step again.
    "report_changed",
    # Answered by a page of their own: one that waits for a turn, or asks the reader first.
    "not_yet", "turn_used", "conflict_not_asked", "practice_first",
    "results_incomplete", "results_of_another_run", "work_file_unreadable", "process_lost", "command_failed",
    "only_in_demonstration",
}  # fmt: skip
ERRORS = {name for name, kind in vars(search.errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)}


def _enumerations() -> Iterator[type[StrEnum]]:
    for module in MODULES:
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, StrEnum) and kind is not StrEnum and kind not in INSIDE:
                yield kind


@pytest.mark.parametrize("kind", sorted(set(_enumerations()), key=str))
def test_every_member_of_an_enumeration_has_words(kind: type[StrEnum]) -> None:
    assert set(TABLES[group_of(kind)]) == {str(member) for member in kind}


def test_every_value_of_a_feature_has_words() -> None:
    values = {f"{feature}.{value}" for feature, listed in FEATURE_VALUES.items() for value in listed}
    assert set(TABLES["feature_value"]) == values


def test_every_error_that_a_page_can_meet_has_a_sentence() -> None:
    raised = set(_raised_codes())
    assert raised - OPERATORS_ONLY - set(error_sentences.SENTENCES) - set(staff_error_sentences.SENTENCES) == set()


def test_no_two_codes_of_a_table_share_their_words() -> None:
    for kind in _enumerations():
        table = TABLES[group_of(kind)]
        assert len(set(table.values())) == len(table), kind


def _raised_codes() -> Iterator[str]:
    """The literal first argument of every error that the domain constructs."""
    for path in sorted(Path(search.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value
