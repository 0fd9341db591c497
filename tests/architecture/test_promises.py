"""Every sentence that a family can meet and that promises something has a test that holds it.

**The rule.** A sentence promises when it says what we, these pages, the program, a committee, whoever helps or an
organisation does, does not do or will do here; what is kept, erased, counted, compared, shown or told, to whom, when
and for how long; what is enough and what is not needed; or what the reader can do here or take back. It promises
nothing when it is a label, a question, a plea, an example, advice, a state that is read from what was written, or when
it tells of the world and its dangers.

`docs/promises.tsv` has a row for each promise and each test that holds it, with the words of that test in which the
sentence, or the act behind it, can be seen. `docs/no-promises.txt` has the sentences of which somebody decided that
they promise nothing. What stands in neither fails here, and is printed: decide, and add its line. Labels, questions
and pleas in which no word of a promise stands are decided by themselves (`is_plain`).
"""

import ast
import difflib
import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po

from i18n.catalogue_files import pot_path
from i18n.division import Catalogue
from tests.architecture.source import ROOT, parsed

PROMISES = ROOT / "docs" / "promises.tsv"
NOTHING = ROOT / "docs" / "no-promises.txt"
HEADER = "sentence\ttest\tseen in the test"
_BETWEEN = re.compile(r"(?<=[.!?])\s+|(?<=[.!?]”)\s+(?=[A-Z])")
_STRONG = re.compile(
    r"\b(we|us|our|nobody|anybody|never|always|only|no|nothing|none|without|kept|will|erased|lost|shown|until|free|cannot|enough|counts|account)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!]”?$")
# What is not run with the others holds nothing.
_NOT_RUN = {"measurement", "skip", "skipif", "xfail"}


def test_of_every_sentence_of_families_it_is_decided_whether_it_promises_something() -> None:
    decided = {sentence for sentence, _test, _seen in promises()} | set(no_promises())
    undecided = [one for one in sentences() if not is_plain(one) and one not in decided]
    assert undecided == [], _what_to_do(undecided, decided - set(sentences()))


def test_no_line_is_left_of_a_sentence_that_is_gone_or_decided_twice() -> None:
    said = set(sentences())
    rows, silent = [row[:2] for row in promises()], no_promises()
    assert sorted({one for one, _ in rows if one not in said} | {one for one in silent if one not in said}) == []
    assert sorted(set(silent) & {one for one, _ in rows}) == []
    # In order and each once, so that two people who add a line at the same time do not meet.
    assert rows == sorted(set(rows))
    assert silent == sorted(set(silent))
    assert [one for one in silent if is_plain(one)] == []


def test_every_promise_names_a_test_that_is_run_and_speaks_of_it() -> None:
    rows = promises()
    assert len({sentence for sentence, _test, _seen in rows}) > 400
    faults = [(sentence, test, fault) for sentence, test, seen in rows if (fault := _fault(test, seen))]
    assert faults == []


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Which hand do they use most?", True),
        ("Please look at each digit again.", True),
        ("Gap between the teeth", True),
        ("Please sign in again, and you will see it.", False),
        ("You can change an answer whenever you want.", False),
        ("Nobody outside this service", False),
        ("A person speaks with you.", False),
    ],
)
def test_labels_questions_and_pleas_need_no_line_and_anything_that_may_promise_does(
    sentence: str, *, plain: bool
) -> None:
    assert is_plain(sentence) is plain


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the catalogue of families, in English and each once."""
    with pot_path(Catalogue.FAMILY).open("rb") as template:
        said = [message.id for message in read_po(template)]
    forms = [form for one in said for form in ([one] if isinstance(one, str) else one)]
    return tuple(dict.fromkeys(part.strip() for form in forms for part in _BETWEEN.split(form) if part.strip()))


def is_plain(sentence: str) -> bool:
    """A label, a question or a plea in which no word of a promise stands."""
    if sentence.endswith("?"):
        return True
    asks = sentence.startswith("Please ")
    return not _STRONG.search(sentence) and (asks or not _ENDS.search(sentence))


@cache
def promises() -> list[tuple[str, str, str]]:
    """The rows: a sentence, `path::test`, and what of it can be seen in the test."""
    header, *lines = PROMISES.read_text("utf-8").splitlines()
    assert header == HEADER
    rows = [tuple(line.split("\t")) for line in lines]
    return [(sentence, test, seen) for sentence, test, seen in rows]


def no_promises() -> list[str]:
    """The sentences of which somebody decided that they promise nothing."""
    return NOTHING.read_text("utf-8").splitlines()


def _what_to_do(undecided: list[str], gone: set[str]) -> str:
    """The sentences to decide, each beside one that is gone where it may be that one in other words."""
    lines = [f"Put each into {PROMISES.name} with its test, or into {NOTHING.name}:"]
    for one in undecided:
        was = difflib.get_close_matches(one, sorted(gone), 1)
        lines += [one, *(f"    in place of: {before}" for before in was)]
    return "\n".join(lines)


def _fault(test: str, seen: str) -> str:
    """What is wrong with a row; empty where nothing is."""
    path, _, name = test.partition("::")
    source = _functions(path).get(name)
    if source is None:
        return "there is no such test"
    if _NOT_RUN & set(_marks(path, name)):
        return "it is not run with the others"
    return "" if seen and seen in source else f"nothing there reads {seen!r}"


@cache
def _functions(path: str) -> dict[str, str]:
    """The source of each test of a file with its marks, on one line; none of a file in which none is looked for."""
    file = ROOT / path
    if not (path.startswith("tests/") and file.name.startswith("test_") and file.is_file()):
        return {}
    lines = file.read_text("utf-8").splitlines()
    return {
        one.name: " ".join(" ".join(lines[_first_line(one) - 1 : one.end_lineno]).split())
        for one in _tree(path).body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    }


def _first_line(test: ast.FunctionDef) -> int:
    return min([test.lineno, *(one.lineno for one in test.decorator_list)])


@cache
def _tree(path: str) -> ast.Module:
    return parsed(ROOT / path)


def _marks(path: str, name: str) -> Iterator[str]:
    """The marks of a test and of its file."""
    for one in _tree(path).body:
        if isinstance(one, ast.FunctionDef) and one.name == name:
            yield from re.findall(r"mark[.](\w+)", " ".join(map(ast.unparse, one.decorator_list)))
        if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "pytestmark":
            yield from re.findall(r"mark[.](\w+)", ast.unparse(one.value))
