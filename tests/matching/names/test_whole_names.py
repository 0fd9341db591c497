"""Names in several columns are compared as whole names."""

from matching import Engine, MatchRecord, NameKind, PersonName, Side
from matching.names.whole_names import whole_names

GIVEN, FAMILY, SECOND, FATHER = NameKind.GIVEN, NameKind.FAMILY, NameKind.SECOND_FAMILY, NameKind.FATHER


def names(*parts: tuple[str, NameKind]) -> tuple[PersonName, ...]:
    return tuple(PersonName(text, kind) for text, kind in parts)


def weight(sought: tuple[PersonName, ...], found: tuple[PersonName, ...]) -> float:
    engine = Engine.load()
    one = engine.prepare(MatchRecord(side=Side.SOUGHT, names=sought))
    other = engine.prepare(MatchRecord(side=Side.FOUND, kind="shelter", names=found))
    return engine.explain(one, other).evidence[0].weight


def test_given_and_family_names_weigh_as_much_as_the_same_name_in_one_cell() -> None:
    sought = names(("Amaru Iker Zubeldia Quispe", NameKind.FULL))
    whole = names(("Amaru Zubeldia Quispe", NameKind.FULL))
    parts = names(("Amaru", GIVEN), ("Zubeldia", FAMILY), ("Quispe", SECOND))
    assert weight(sought, parts) == weight(sought, whole)


def test_name_fathers_and_grandfathers_name_make_one_name() -> None:
    parts = names(("Tesfalem", GIVEN), ("Kidane", FATHER), ("Woldu", NameKind.GRANDFATHER))
    assert whole_names(parts) == [("Tesfalem Kidane Woldu", False)]


def test_a_single_name_is_completed_by_the_fathers() -> None:
    parts = names(("Selam", NameKind.FULL), ("Habte", FATHER))
    assert whole_names(parts) == [("Selam", False), ("Selam Habte", False)]


def test_a_fathers_name_beside_a_family_name_is_not_the_persons() -> None:
    parts = names(("Iker", GIVEN), ("Zubeldia", FAMILY), ("Ramiro Zubeldia", FATHER), ("Rosa Quispe", NameKind.MOTHER))
    assert whole_names(parts) == [("Iker Zubeldia", False)]


def test_a_father_is_not_found_in_the_place_of_his_son() -> None:
    sought = names(("Iker Zubeldia Quispe", NameKind.FULL), ("Ramiro Zubeldia Orozco", FATHER))
    son, father = names(("Iker Zubeldia", NameKind.FULL)), names(("Ramiro Zubeldia Orozco", NameKind.FULL))
    assert weight(sought, son) > 5 > weight(sought, father)


def test_a_maiden_name_is_one_more_whole_name() -> None:
    parts = names(("Rosa Prado", NameKind.FULL), ("Lemos", NameKind.MAIDEN))
    assert whole_names(parts) == [("Rosa Prado", False), ("Rosa Prado Lemos", False)]


def test_nothing_but_a_parents_name_is_still_something() -> None:
    assert whole_names(names(("Ramiro Zubeldia", FATHER))) == [("Ramiro Zubeldia", True)]
