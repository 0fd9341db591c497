"""Every act that shows a person what a record says writes the reading down."""

import ast

from search.records.vouched_tables import ANCHORED, NOT_ANCHORED
from tests.architecture.source import name_of, parsed, python_files

# What takes a value out of a record's documents.
SHOWING = {"visible", "visible_evidence"}
NOTING = "note_reading"
# Rooms in which people read what is not their own.
ROOMS = (
    "search/review",
    "search/approaching",
    "search/finding",
    "search/photos",
    "search/filing/shared_searches.py",
    "search/filing/shared_photos.py",
    "search/filing/search_feed.py",
)
# A line of a list: a first name or what photos there are, so that somebody can choose what to open.
LINES_ONLY = {"read_approaches", "read_children", "read_queue", "photos_of_pair", "shared_photos"}


def test_every_act_that_shows_a_record_writes_the_reading_down() -> None:
    acts = {name for name, function in FUNCTIONS.items() if _is_act(function) and _reaches(name, SHOWING)}
    silent = {name for name in acts - LINES_ONLY if not _reaches(name, {NOTING})}
    assert {"open_card", "reveal_identifiers", "open_group", "read_duplicates", "open_photo"} <= acts
    assert {"list_shared_searches", "read_shared_search", "export_shared_searches", "read_search_feed"} <= acts
    assert silent == set()


def test_what_is_excused_is_there_and_shows_something() -> None:
    assert {name for name in LINES_ONLY if not (name in FUNCTIONS and _reaches(name, SHOWING))} == set()


def test_an_act_that_forgot_it_would_be_found() -> None:
    assert _reaches("open_card", {NOTING})
    assert not _reaches("read_queue", {NOTING})


def test_rows_that_the_audit_vouches_for_are_written_by_the_session_that_notes_them() -> None:
    """A statement that writes past it would leave a row that no entry knows, or one that says something else."""
    vouched = {table.__name__ for table in ANCHORED}
    past = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("search", "web")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"insert", "update", "delete"}
        and any(isinstance(one, ast.Name) and one.id in vouched for one in node.args)
        and node.lineno not in harmless_statements(parsed(path))
    ]
    assert past == []


def _functions() -> dict[str, ast.FunctionDef]:
    found = {
        (name_of(path), node.name): node
        for path in python_files(*ROOMS)
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef)
    }
    # Private functions of two files may be called alike: what one reaches, both are taken to reach.
    return {name: node for (_, name), node in found.items()}


FUNCTIONS = _functions()


def _is_act(function: ast.FunctionDef) -> bool:
    arguments = [argument.arg for argument in function.args.args]
    return arguments[:2] == ["session", "actor"] and not function.name.startswith("_")


def _reaches(name: str, wanted: set[str], seen: frozenset[str] = frozenset()) -> bool:
    called = {
        node.func.id
        for node in ast.walk(FUNCTIONS[name])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if called & wanted:
        return True
    return any(_reaches(one, wanted, seen | {name}) for one in (called & FUNCTIONS.keys()) - seen - {name})


def harmless_statements(tree: ast.Module) -> set[int]:
    """The lines of updates of nothing but columns that no anchor covers."""
    left_out = {name.partition(".")[2] for name in NOT_ANCHORED}
    return {
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "values"
        if node.keywords and {one.arg for one in node.keywords} <= left_out
        for inner in ast.walk(node.func)
        if isinstance(inner, ast.Name)
    }


def test_only_one_place_says_whose_a_report_is_to_a_committee() -> None:
    """There it is also said that no place is shown of somebody living; whoever said it apart would forget that."""
    made = [
        name_of(path)
        for path in python_files("search", "web")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Subject"
        if {"organisation_id", "committee_id"} <= {one.arg for one in node.keywords}
    ]
    assert made == ["search/records/report_subjects.py"]
