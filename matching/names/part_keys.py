"""Keys under which a name part is found again: equal for spellings of one name, whatever their script.

A key is a consonant skeleton. Near keys, with one consonant left out, find also what differs by one: both sides use
them, so that a consonant may be missing, added or another. They are for an index in memory; what is stored elsewhere
uses the plain ones.
"""

from matching.names.name_parts import NamePart, Sounding

_MOST_READINGS = 8
# A skeleton as short as this says so little that the vowels are needed too.
_SHORT = 1
_SHORTEST_WITH_NEAR_KEYS = 3
_PREFIX = 3


def part_keys(part: NamePart) -> tuple[str, ...]:
    """The plain keys of a part: `sk:` skeleton, `so:` coarse sound where the skeleton is short, `s3:` its beginning."""
    keys: dict[str, None] = {}
    for reading in part.readings[:_MOST_READINGS]:
        if len(reading.skeleton) > _SHORT:
            keys[f"sk:{reading.skeleton}"] = None
        elif reading.sound:
            keys[f"so:{reading.coarse}"] = None
        if len(reading.skeleton) > _PREFIX:
            keys[f"s3:{reading.skeleton[:_PREFIX]}"] = None
    return tuple(keys)


def near_skeletons(one: Sounding) -> frozenset[str]:
    """A skeleton of at least three consonants with each one left out; none for a shorter one."""
    skeleton = one.skeleton
    if len(skeleton) < _SHORTEST_WITH_NEAR_KEYS:
        return frozenset()
    return frozenset(skeleton[:at] + skeleton[at + 1 :] for at in range(len(skeleton)))
