"""What a column's header words say about its meaning, in any of the lexicon's languages."""

import re
from dataclasses import replace
from functools import lru_cache

from search.sheets.column_targets import HARMFUL, Target
from search.sheets.header_grammar import HeaderParts, meaning, read_parts, turned
from search.sheets.header_phrases import EXACT, HeaderSense, is_known, known, likely, shortened
from search.sheets.header_slips import respelt
from search.values.folding import fold

__all__ = ["EXACT", "GROUP", "HeaderSense", "is_administrative", "is_known_header", "read_header"]

_GRAMMAR, _GRAMMAR_IN_PART = 0.95, 0.7
_LESS = 0.03
_CONTRADICTED = 0.6
_RESPELT, _RESPELT_HARMLESS = 0.84, 0.62
GROUP = " › "  # stands between a group title and the heading below it
_OF_A_RELATIVE = frozenset({"relative", "mother", "father"})
_ONLY_RELATIVE = frozenset({"relative"})
# `Father's age` is not the person's.
_OF_ONE_PERSON = frozenset(
    {
        Target.SEX,
        Target.AGE,
        Target.BIRTH_DATE,
        Target.BIRTH_YEAR,
        Target.BIRTH_PLACE,
        Target.NATIONALITY,
        Target.HEIGHT,
        Target.OCCUPATION,
        Target.FOUND_DATE,
        Target.FOUND_PLACE,
        Target.OUTCOME,
    }
)
_TRAITS = frozenset({Target.HEIGHT, Target.WEIGHT, Target.HAIR, Target.EYES, Target.BUILD, Target.SKIN})
_OF_A_CLERK = frozenset({"staff", "report"})
_NAMED_THINGS, _OF_A_HOME = frozenset({"place", "country", "facility", "carrier"}), frozenset({"address", "residence"})
_OF_A_NAME = frozenset({Target.FULL_NAME, Target.GIVEN, Target.FAMILY, Target.PHONES, Target.KIND})
_OF_SOMEBODY_ELSE = _OF_A_RELATIVE | {"staff", "report", "admin"}
# What the words of a group turn into another meaning.
_TURNED = frozenset(
    {
        Target.FULL_NAME,
        Target.GIVEN,
        Target.FAMILY,
        Target.PHONES,
        Target.AGE,
        Target.FOUND_DATE,
        Target.BIRTH_DATE,
        Target.BIRTH_YEAR,
        Target.FOUND_PLACE,
        Target.FOUND_COUNTRY,
        Target.RESIDENCE,
        Target.NATIONALITY,
        Target.SENDER_NUMBER,
        Target.NOTES,
        Target.CONDITION,
        Target.OUTCOME,
        Target.KIND,
    }
)
_SEGMENTS = re.compile(r"[/|\\\n()\[\]:;,،]| - | – ")
_MAX_HEADER_CHARS = 120
_IN_BRACKETS = re.compile(r"[^(\[]*[(\[]")
_LISTED = re.compile(r"[(\[][^)\]]*,[^)\]]*[)\]]")
_PATH, _STEP = re.compile(r"\w+(?:[/-]\w+)+"), re.compile(r"[/-]")
# `6. Date of birth`, `Q2.1 Age`: the number of a question.
_NUMBERING = re.compile(
    r"^\s*(?:[Qq]\.?\s?)?\d{1,2}(?:\.\d{1,2})*(?:[.):]|\s-)\s+(?=\S)|^\s*[Qq]?\d{1,2}(?:\.\d{1,2})+\s+(?=\S)"
)
# `Ημερ/νία`, with the sign that divides two languages elsewhere.
_SHORT_DAY = re.compile(r"\bημε?ρ?[./-]\s?ν[ιί]α\b", re.IGNORECASE)
# `(Yes/No)` behind a heading is no number.
_LEGEND = re.compile(
    r"[(\[]\s*(?:y(?:es)?\s*/\s*no?|s(?:[iíì]|im)?\s*/\s*n(?:o|ão)?|o(?:ui)?\s*/\s*n(?:on)?|ja?\s*/\s*n(?:ein|ee)?|"
    r"да\s*/\s*нет|так\s*/\s*ні|evet\s*/\s*hayır|e\s*/\s*h|نعم\s*/\s*لا|بله\s*/\s*خیر|ναι\s*/\s*[όο]χι|tak\s*/\s*nie|"
    r"da\s*/\s*n[eu]|ano\s*/\s*ne|igen\s*/\s*nem|po\s*/\s*jo|true\s*/\s*false|0\s*/\s*1|1\s*/\s*0)\s*[)\]]",
    re.IGNORECASE,
)
# `(type et n°)`, `(tipo y número)`: both are of the thing in front.
_KIND_AND_NUMBER = re.compile(
    r"[(\[]\s*(?:type|tipo|art|soort|вид|тип|نوع|نوعه|tür|τύπος)\s*"
    r"(?:,|/|&|\+|et|and|y|e|und|en|и|і|та|و|ve|και)\s*[^()\[\]]{1,12}[)\]]",
    re.IGNORECASE,
)
_OPTIONAL_ENDING = re.compile(r"(?<=\w\w)(?:\((?:e|s|es|a|as|o|os|n|en|in|nen)\))+")
# Signs for "number": with a degree or ordinal sign, with a point before a space or the end, or the sign by itself.
_NUMBER_SIGN = re.compile(r"(?<!\w)[nN]\s?\.?\s?[°º]|(?<!\w)[nN]\.(?=\s|$)|(?<!\w)#(?!\w)|#(?=\s*\w)")


@lru_cache(maxsize=4096)
def read_header(header: str) -> tuple[HeaderSense, ...]:
    """Return the readings of a header, best first; empty where no word of it is known."""
    group, _, heading = _spaced(_path(header.strip()[:_MAX_HEADER_CHARS])).rpartition(GROUP)
    found = _read_below(group, heading) if fold(group) else _read_alone(heading)
    best: dict[Target, HeaderSense] = {}
    for sense in sorted(found, key=lambda sense: (not sense.certain, -sense.score)):
        rival = best.get(sense.target)
        if rival is None or rival.score < sense.score:
            best[sense.target] = sense
    return tuple(sorted(best.values(), key=lambda sense: -sense.score))


def is_administrative(header: str, language: str = "") -> bool:
    """The header is about the record (who keeps it, where, since when) and not about a person.

    A word that is one thing in the sheet's language and another in English is what it is in the sheet's: `ÁREA` of a
    Spanish hospital is a ward.
    """
    spaced = _spaced(_path(header.strip()[:_MAX_HEADER_CHARS])).replace(GROUP, " ")
    said = read_parts(_without_list(spaced))
    senses = [sense for sense in read_header(header) if sense.certain]
    if language in said.languages:
        senses = [sense for sense in senses if language in sense.languages]
    return said.administrative and not senses


def is_known_header(text: str) -> bool:
    """The text is, word for word, a column name of some language."""
    return is_known(text)


def _path(header: str) -> str:
    """`grp_person/age` and `body-found_on`, as programs for forms write a question within its group."""
    if "_" not in header or not _PATH.fullmatch(header):
        return header
    *groups, heading = _STEP.split(header)
    return GROUP.join((" ".join(groups), heading))


def _spaced(header: str) -> str:
    """`caseNumber` as `case Number`; `Arrivé(e)` as `Arrivé`; `N°`, `N.º`, `n.`, `#` as the word that they mean."""
    header = _SHORT_DAY.sub("ημερομηνια", header)
    plain = _OPTIONAL_ENDING.sub("", _KIND_AND_NUMBER.sub("", _LEGEND.sub("", _NUMBERING.sub("", header))))
    return _NUMBER_SIGN.sub(" no ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)).strip()


def _read_below(group: str, heading: str) -> list[HeaderSense]:
    """A heading below a group title: both together, else the heading as the group's words turn it."""
    together = f"{group} {heading}"
    of_group, own = read_parts(group), known(heading)
    # `Nombre › Apellidos`: a word for any name over another says less than what stands below it.
    titled = bool(own) and any(sense.target is Target.FULL_NAME for sense in known(group))
    if (whole := known(together)) and not titled:
        return whole
    if turned(of_group):
        senses = _unturned(heading, of_group) or _by_grammar(together)
        if senses or read_parts(together).administrative:
            return senses
        if of_group.parts & _OF_A_RELATIVE:
            return [HeaderSense(Target.RELATIVE, _GRAMMAR, of_group.languages, certain=True)]
    own = [replace(sense, score=0.99 * sense.score) for sense in _read_alone(heading)]
    return own + [HeaderSense(s.target, 0.5 * s.score, s.languages) for s in known(group)]


def _unturned(heading: str, of_group: HeaderParts) -> list[HeaderSense]:
    """What a heading names that no event turns: a latitude, a sex, a mark is the person's under `Found` too."""
    if of_group.parts & _OF_SOMEBODY_ELSE:
        return []
    own = known(heading)
    return own if own and not {sense.target for sense in own} & _TURNED else []


def _by_time(said: HeaderParts) -> list[HeaderSense]:
    """`Auffindezeit`, over days as over hours: which, the cells tell."""
    if "time" not in said.parts or meaning((said.parts - {"time"}) | {"date"}) is not Target.FOUND_DATE:
        return []
    return [HeaderSense(Target.FOUND_DATE, _GRAMMAR_IN_PART, said.languages)]


def _read_alone(header: str) -> list[HeaderSense]:
    """The whole header, each part of a bilingual or explained one (`Fecha / Date`, `Height (cm)`), then its words."""
    if whole := known(header) or list(shortened(header)):
        return whole
    turns, segments = _by_grammar(header), _by_segments(header)
    if segments is None:
        return turns + _by_examples(header)
    if segments or (turns and turns[0].certain):
        return turns + segments
    if corrected := _respelt(header):
        return turns + corrected
    parts = _SEGMENTS.split(header)[:6]
    found = [sense for part in dict.fromkeys([header, *parts]) for sense in likely(part)]
    return turns + _of_the_person(found, read_parts(header).parts)


def _of_the_person(found: list[HeaderSense], parts: frozenset[str]) -> list[HeaderSense]:
    """Without what other words of the header turn: a relative's age, a clerk's name, the name of a place."""
    turned_away: frozenset[Target] = _OF_ONE_PERSON if parts & _OF_A_RELATIVE else frozenset()
    if parts & _OF_A_CLERK or ("name" in parts and parts & _NAMED_THINGS and not parts & _OF_A_HOME):
        turned_away |= _OF_A_NAME
    return [sense for sense in found if sense.target not in turned_away]


def _by_segments(header: str) -> list[HeaderSense] | None:
    """Each part of a bilingual header; certain unless a word of another part could turn it.

    None where a first part that nobody reads is only explained by the others.
    """
    # A letter alone is a code (`Genre (H/F)`), no word for another thing.
    parts = [part for part in _SEGMENTS.split(header) if len(fold(part)) > 1]
    if not parts or parts == [header]:
        return []
    read = [known(part) or _by_grammar(part) for part in parts]
    explained = _IN_BRACKETS.match(header) or read_parts(parts[0]).parts
    if not read[0] and explained and _same_script(parts[0], "".join(parts[1:])):
        return None
    found = [
        replace(sense, score=sense.score * (0.97 - 0.04 * min(place, 5)))
        for place, senses in enumerate(read)
        for sense in senses
    ]
    bracketed = bool(read[0] and _IN_BRACKETS.match(header))
    whole = read_parts(_without_list(header))
    plain = (all(read) or not whole.administrative) and meaning(whole.parts) in (None, *(s.target for s in found))
    # What all known parts say is certain; `DOB / Age` are two things.
    common = set.intersection(*({sense.target for sense in senses} for senses in read if senses)) if found else set()
    first = {sense.target for sense in next(filter(None, read), [])}
    if first == {Target.MARKS} and (traits := {sense.target for sense in found} & _TRAITS):
        # `Connotati: statura` is the height.
        first, found = traits, [sense for sense in found if sense.target is not Target.MARKS]
    return [
        replace(sense, certain=sense.certain and plain)
        if sense.target in common
        else _doubted(sense, first, contradicted=bracketed)
        for sense in found
    ]


def _respelt(header: str) -> list[HeaderSense]:
    """What a header means whose misspelt words are put right: `Fehca de nacimiento`; never for certain."""
    plain = respelt(header)
    senses = (known(plain) or _by_grammar(plain)) if plain else []
    return [replace(sense, score=_slipped(sense.target) * sense.score, certain=False) for sense in senses]


def _slipped(target: Target) -> float:
    """`lugares` is not `lunares`: words for marks and things are believed with cells that look like it."""
    return _RESPELT_HARMLESS if target in (Target.MARKS, Target.EFFECTS) else _RESPELT


def _by_examples(header: str) -> list[HeaderSense]:
    """`Xyz (tattoo, scar)`: words that only explain tell of what is described by examples, and of nothing else."""
    found = [sense for part in _SEGMENTS.split(header)[:6] for sense in likely(part)]
    return [replace(sense, certain=False) for sense in found if sense.target in (Target.MARKS, Target.EFFECTS)]


def _without_list(header: str) -> str:
    """`Home address (ZIP, town, street)` without its list, of which no word is what the heading is about."""
    bare = _LISTED.sub(" ", header)
    return bare if known(bare) or any(sense.certain for sense in _by_grammar(bare)) else header


def _same_script(one: str, other: str) -> bool:
    """Both are written in Latin letters, or neither is: words in brackets explain what they do not translate."""
    return any(c.isascii() and c.isalpha() for c in one) == any(c.isascii() and c.isalpha() for c in other)


def _doubted(sense: HeaderSense, first: set[Target], *, contradicted: bool) -> HeaderSense:
    """What one part says and another does not: the first of them names the thing, unless brackets say another."""
    said_first = _CONTRADICTED if contradicted and sense.target not in HARMFUL else 1.0
    return replace(sense, score=sense.score * (said_first if sense.target in first else 0.5), certain=False)


def _by_grammar(text: str) -> list[HeaderSense]:
    """What the thing that a header names is, as its other words turn it; certain where no word is left over."""
    said = read_parts(text)
    target = meaning(said.parts)
    if target is None and said.parts == _ONLY_RELATIVE and said.whole and len(fold(text).split()) > 1:
        # `Datos del familiar`, `Next of kin details`.
        return [HeaderSense(Target.RELATIVE, _GRAMMAR, said.languages, certain=True)]
    if target is None:
        return _by_time(said)
    found = HeaderSense(target, _GRAMMAR if said.whole else _GRAMMAR_IN_PART, said.languages, certain=said.whole)
    # `Nombre del contacto de emergencia`: the cells tell whether it is the name or the number.
    named = target is Target.CONTACT_PHONES and "name" in said.parts
    return [found, replace(found, target=Target.RELATIVE, score=found.score - _LESS)] if named else [found]
