"""What a record has in common with those who travelled along, as plain keys: incidents, vessel, and names.

The keys of a companion are made of two parts of the name together, so that they are rare; a single name makes none.
`companion:` are those of the companions' names and `named:` those of the person's own, so that a record finds those who
name it and those whom it names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from matching.names.name_parts import NamePart
from matching.names.part_keys import part_keys
from matching.places.named_places import fold_words
from matching.prepared_record import PreparedRecord, RecordName
from matching.record import MatchRecord, PartialDate, Side
from search.groups.near_incidents import IncidentsNear

COMPANION, NAMED, VESSEL, INCIDENT = "companion", "named", "vessel", "incident"
_WORD = re.compile(r"\w+")
_MOST_COMPANIONS = 12
_MOST_SEGMENTATIONS = 3
_MOST_READINGS = 3
_MOST_OF_A_KIND = 120
_MOST_MONTHS = 3
# What a vessel is, in the languages of the lists and of those who travel: alone it is no name.
_KINDS_AND_COLOURS = (
    "a an the of de del la el le les du un una une do da e y et and unknown desconocido inconnu",
    "boat boats ship vessel dinghy rubber wooden fishing small big large bus truck lorry van car train ferry raft",
    "trawler barco barca bote lancha patera cayuco pesquero embarcacion balsa camion camioneta autobus carro tren",
    "madera bateau embarcation pirogue zodiac chalutier camionnette voiture bois barcone peschereccio gommone nave",
    "قارب مركب سفينة زورق مطاطي خشبي حافلة شاحنة سيارة",
    "blue white red green black yellow grey gray azul blanco blanca rojo roja verde negro negra amarillo gris",
    "bleu blanc blanche rouge vert noir noire jaune",
)
_NOT_A_NAME = frozenset(word for line in _KINDS_AND_COLOURS for word in line.split())


@dataclass(frozen=True, slots=True)
class Travelled:
    """A record as far as groups go: its row's number, what the engine sees of it, and the name of the vessel."""

    number: int
    view: MatchRecord
    vessel: str = ""


def group_keys(near: IncidentsNear, one: Travelled, prepared: PreparedRecord) -> frozenset[str]:
    """Every key of a record, in plain; they hold personal data, store digests only."""
    return frozenset(
        {
            *near.keys(one.view),
            *vessel_keys(one),
            *name_keys(COMPANION, prepared.companions),
            *name_keys(NAMED, prepared.names),
        }
    )


def name_keys(kind: str, names: Iterable[RecordName]) -> frozenset[str]:
    """`kind:` and the sounds of two parts of one name, in either order; none for nicknames and single names."""
    found: dict[str, None] = {}
    for one in list(names)[:_MOST_COMPANIONS]:
        if not one.short:
            for segmentation in one.name.segmentations[:_MOST_SEGMENTATIONS]:
                for key in _of_two_parts(segmentation):
                    found[f"{kind}:{key}"] = None
    return frozenset(list(found)[:_MOST_OF_A_KIND])


def vessel_keys(one: Travelled) -> frozenset[str]:
    """The vessel's name with each month of the event; none where the words name no single vessel, or for no date.

    A search has the month after its last contact too, so that a finding early in it is met.
    """
    words = [word for word in _WORD.findall(" ".join(fold_words(one.vessel))) if word not in _NOT_A_NAME]
    when = one.view.event.when if one.view.event else None
    if when is None or not any(len(word) > 1 for word in words):
        return frozenset()
    name = " ".join(words)
    return frozenset(f"{VESSEL}:{name}:{month}" for month in _months(when, following=one.view.side is Side.SOUGHT))


def _of_two_parts(parts: tuple[NamePart, ...]) -> Iterator[str]:
    for one, other in combinations(parts, 2):
        for pair in product(_sounds(one), _sounds(other)):
            yield "+".join(sorted(pair))


def _sounds(part: NamePart) -> list[str]:
    """The whole sounds of a part, the likeliest first; its beginning alone would be too common."""
    return [key for key in part_keys(part) if not key.startswith("s3:")][:_MOST_READINGS]


def _months(when: PartialDate, *, following: bool) -> list[str]:
    """Months as `2025-06`; none where the interval is longer than a quarter."""
    first = when.earliest.year * 12 + when.earliest.month - 1
    last = when.latest.year * 12 + when.latest.month - 1
    if last - first >= _MOST_MONTHS:
        return []
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + (2 if following else 1))]
