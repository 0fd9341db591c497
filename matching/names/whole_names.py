"""Names given in several columns put together as whole names, because only whole names are compared.

A sheet has "given name", "father's surname", "mother's surname"; an Eritrean form has name, father's name and
grandfather's name. A parent's name alone is not the person's: it would agree with every report of the parent.
"""

from collections.abc import Iterable, Sequence

from matching.record import NameKind, PersonName

# A single name out of several: what it says alone is little.
SHORT_NAMES = frozenset({NameKind.NICKNAME, NameKind.ROAD, NameKind.RELIGIOUS, NameKind.CLAN})
_FAMILY = (NameKind.FAMILY, NameKind.SECOND_FAMILY)
_FATHERS = (NameKind.FATHER, NameKind.GRANDFATHER)
_PARTS = frozenset({NameKind.GIVEN, *_FAMILY, *_FATHERS, NameKind.MOTHER, NameKind.MAIDEN})


def whole_names(names: Sequence[PersonName]) -> list[tuple[str, bool]]:
    """Each name to compare and whether it is a short one, in the order given; those put together come last.

    Where nothing but a parent's name is known, it stands alone as a short one: little, but not nothing.
    """
    whole = [(name.text, name.kind in SHORT_NAMES) for name in names if name.kind not in _PARTS]
    whole += [(text, False) for text in dict.fromkeys(_put_together(names)) if text]
    return whole or [(name.text, True) for name in names]


def _put_together(names: Sequence[PersonName]) -> Iterable[str]:
    given, family = _texts(names, (NameKind.GIVEN,)), _texts(names, _FAMILY)
    fathers = _texts(names, _FATHERS)
    full = [name.text for name in names if name.kind is NameKind.FULL]
    if given and not family:
        yield " ".join([*given, *fathers])
    elif given or family:
        yield " ".join([*given, *family])
    # Somebody known by one name and a father's: that is a whole name in many countries.
    if fathers and not given and not family:
        yield from (" ".join([text, *fathers]) for text in full if len(text.split()) == 1)
    for maiden in _texts(names, (NameKind.MAIDEN,)):
        yield from (f"{text} {maiden}" for text in (full or [" ".join(given)]) if text)
        if not full and not given:
            yield maiden


def _texts(names: Sequence[PersonName], kinds: Sequence[NameKind]) -> list[str]:
    return [name.text for kind in kinds for name in names if name.kind is kind]
