"""The fields of a report out of the cells of one row, by the mapping; a cell that cannot be read stays in words."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from matching.record import (
    AgeRange,
    Calendar,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    PhoneRole,
    Remains,
    Sex,
    Trait,
)
from search.commands import ReportFound
from search.documents import Description, FieldNote, Identifiers, Journey
from search.documents.field_notes import Noted, with_note
from search.fields.table import row_filled_by
from search.sheets.cells_left import cells_left, denied_in
from search.sheets.column_mapping import Mapping
from search.sheets.column_targets import Target
from search.sheets.row_cells import Cells
from search.values import code_words, lexicon
from search.values.ages_and_heights import read_age, read_height
from search.values.blanks import is_blank
from search.values.country_names import STATELESS, nationalities
from search.values.dates.date_reading import DAY_FIRST, DateStyle, read_birth_date, read_date
from search.values.effect_words import read_effects, scan_effects
from search.values.folding import fold
from search.values.identity_documents import read_documents
from search.values.language_names import read_languages
from search.values.mark_words import read_marks, scan_marks
from search.values.name_cells import NameCell, read_name_cell
from search.values.names_and_sex import read_sex
from search.values.phone_numbers import read_phones
from search.values.place_texts import coordinate, coordinates, read_place
from search.values.weights import read_weight
from search.vocabulary import ReportKind

_T = TypeVar("_T")
_Noting = TypeVar("_Noting", bound=Noted)
_NAME_KINDS = {
    Target.FULL_NAME: NameKind.FULL,
    Target.GIVEN: NameKind.GIVEN,
    Target.FAMILY: NameKind.FAMILY,
    Target.SECOND_FAMILY: NameKind.SECOND_FAMILY,
    Target.FATHER: NameKind.FATHER,
    Target.GRANDFATHER: NameKind.GRANDFATHER,
    Target.MOTHER: NameKind.MOTHER,
    Target.NICKNAME: NameKind.NICKNAME,
}
_TRAITS = {
    Target.HAIR: "hair",
    Target.EYES: "eyes",
    Target.BUILD: "build",
    Target.SKIN: "skin",
    Target.FACIAL_HAIR: "facial_hair",
}
_KEPT_IN_WORDS = (Target.NOTES, Target.WORDS, Target.RELATIVE, Target.REPORTER, Target.CONDITION, Target.OUTCOME)
# More than several of the longest cells that a sheet may have.
_MAX_WORDS = 100_000
_WORDS = "description.words"
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class RowReader:
    """Reads one row; `warnings` collects (header, code) of what stayed in words, `unread` the words by field."""

    cells: Cells
    mapping: Mapping
    today: datetime.date
    regions: tuple[str, ...]
    is_living: bool
    warnings: list[tuple[str, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def description(self) -> Description:
        """Everything the row says of the person, without notes: they are known when all has been read (`noted`)."""
        nations = self._nationalities()
        birth, age = self._birth(), self._age()
        event, height = self._event(), self._height()
        weight = next(iter(self._read_each(Target.WEIGHT, read_weight, "weight_unread")), None)
        names, sex = self._names(), self._sex()
        traits = self._traits()
        languages = self._read_each(Target.LANGUAGES, read_languages, "language_unread")
        remains = self._remains()
        companions = self._names_in(Target.COMPANIONS, NameKind.FULL)
        marks, effects = self._marks(), self._effects()
        return Description(
            names=names,
            sex=sex,
            birth=birth,
            age=age,
            birth_place=self.cells.place(Target.BIRTH_PLACE),
            residence=None if self.is_living else self.cells.place(Target.RESIDENCE),
            nationalities=tuple(code for code in nations if code != STATELESS),
            stateless=True if STATELESS in nations else None,
            community=self.cells.text(Target.COMMUNITY),
            languages=tuple(dict.fromkeys(code for found in languages for code in found)),
            religion=self.cells.text(Target.RELIGION),
            marital_status=self.cells.text(Target.MARITAL_STATUS),
            occupation=self.cells.text(Target.OCCUPATION),
            event=event,
            journey=Journey(companions=companions) if companions else None,
            height=height,
            weight=weight,
            traits=traits,
            marks=marks,
            effects=effects,
            remains=remains,
            words=self._words(),
        )

    def identifiers(self) -> Identifiers:
        """Phones with their roles, and documents."""
        return Identifiers(phones=self._phones(), documents=self._documents())

    def with_place_words(self, description: Description, kind: ReportKind) -> Description:
        """The description with what a column says of the place, where the code that is filed says less."""
        lines = [
            f"{header}: {cell}" if header else cell
            for header, cell in self.cells.pairs(Target.KIND)
            if not is_blank(cell) and (kind is ReportKind.OTHER or code_words.report_kind(cell) is not kind)
        ]
        return replace(description, words="\n".join([*filter(None, [description.words]), *lines])[:_MAX_WORDS])

    def noted(self, document: _Noting, section: str) -> _Noting:
        """The document with the words that none of its fields could take."""
        for path in dict.fromkeys(path for path, _ in self.unread if path.partition(".")[0] == section):
            lines = dict.fromkeys(line for field_path, line in self.unread if field_path == path)
            document = with_note(document, FieldNote(field=path, words="\n".join(lines)))
        return document

    def keep_rest(self, report: ReportFound) -> None:
        """Keeps each cell of which a word would be lost, and says where "none" stands beside what there is."""
        for target, header, cell in list(cells_left(self.cells, report, [line for _, line in self.unread])):
            self.note(target, header, cell)
        for target, header, cell in denied_in(self.cells, report):
            self._keep(target, header, cell, "none_and_some")

    def note(self, target: Target, header: str, cell: str) -> None:
        """Keeps a cell in words under the field of its column; one without a field among the words of the row."""
        row = row_filled_by(target)
        path = row.path if row else _WORDS
        if target is Target.RESIDENCE and not self.is_living:
            path = "description.residence"
        self.unread.append((path, f"{header}: {cell}" if header else cell))

    def note_all(self, *targets: Target, path: str = "") -> None:
        """Keeps the cells of columns in words, under one field where a path is given."""
        for target in targets:
            for header, cell in self.cells.pairs(target):
                if not is_blank(cell):
                    self.note(target, header, cell)
                    if path:
                        self.unread[-1] = (path, self.unread[-1][1])

    def date(self, target: Target) -> PartialDate | None:
        """The date of a target, read in its column's own order and calendar."""
        return next((found for found in self._dates((target,))), None)

    def _dates(self, targets: tuple[Target, ...]) -> list[PartialDate]:
        found = []
        for column, cell in self.cells.columns:
            if column.target in targets and not is_blank(cell):
                calendar = Calendar(column.calendar) if column.calendar else Calendar.GREGORIAN
                style = DateStyle(self.today, column.order or DAY_FIRST, calendar)
                is_birth = column.target in (Target.BIRTH_DATE, Target.BIRTH_YEAR)
                date = read_birth_date(cell, style) if is_birth else read_date(cell, style)
                if date is None:
                    self._keep(column.target, column.header, cell, "date_unread")
                else:
                    found.append(date)
        return found

    def _keep(self, target: Target, header: str, cell: str, code: str) -> None:
        self.warnings.append((header, code))
        self.note(target, header, cell)

    def _read_each(self, target: Target, read: Callable[[str], _T | None], code: str) -> list[_T]:
        found = []
        for header, cell in self.cells.pairs(target):
            if is_blank(cell):
                continue
            value = read(cell)
            if value:
                found.append(value)
            else:
                self._keep(target, header, cell, code)
        return found

    def _names(self) -> tuple[PersonName, ...]:
        names = [name for target, kind in _NAME_KINDS.items() for name in self._names_in(target, kind)]
        return tuple(dict.fromkeys(names))

    def _names_in(self, target: Target, kind: NameKind) -> tuple[PersonName, ...]:
        found: list[PersonName] = []
        for header, cell in self.cells.pairs(target):
            said = NameCell() if is_blank(cell) else read_name_cell(cell, kind, self.mapping.language)
            names = said.names
            found.extend(names)
            if said.is_several:
                self.warnings.append((header, "several_people"))
            if not is_blank(cell) and not _says_all(names, cell):
                self.note(target, header, cell)
        return tuple(found)

    def _sex(self) -> Sex | None:
        said: Sex | None = None
        for header, cell in self.cells.pairs(Target.SEX):
            sex, understood = read_sex(cell, self.mapping.sex_coding)
            if not understood:
                self._keep(Target.SEX, header, cell, "sex_unread")
            elif said is None:
                said = sex
            elif sex not in (None, said):
                self.note(Target.SEX, header, cell)
        return said

    def _birth(self) -> PartialDate | None:
        """A birth column that holds an age or a bare year is read as what it holds."""
        found = self._dates((Target.BIRTH_DATE, Target.BIRTH_YEAR))
        return min(found, key=lambda d: d.latest - d.earliest) if found else None

    def _age(self) -> AgeRange | None:
        low = list(self._read_each(Target.AGE_LOW, read_age, "age_unread"))
        high = list(self._read_each(Target.AGE_HIGH, read_age, "age_unread"))
        ages = self._read_each(Target.AGE, self._age_or_birth, "age_unread")
        if low and high and low[0].low <= high[0].high:
            return AgeRange(low[0].low, high[0].high, True, f"{low[0].written}-{high[0].written}")
        found = [*ages, *low, *high]
        return found[0] if found else None

    def _age_or_birth(self, cell: str) -> AgeRange | None:
        if (age := read_age(cell)) is not None:
            return age
        birth = read_birth_date(cell, DateStyle(self.today))
        if birth is None:
            return None
        years = self.today.year - birth.latest.year
        return AgeRange(max(0, years - 6), max(0, years + 1), True, cell) if 0 <= years <= 110 else None

    def _height(self) -> HeightRange | None:
        low = self._read_each(Target.HEIGHT_LOW, read_height, "height_unread")
        high = self._read_each(Target.HEIGHT_HIGH, read_height, "height_unread")
        if low and high and low[0].low_cm <= high[0].high_cm:
            return HeightRange(low[0].low_cm, high[0].high_cm, True, f"{low[0].written}-{high[0].written}")
        return next(iter([*self._read_each(Target.HEIGHT, read_height, "height_unread"), *low, *high]), None)

    def _nationalities(self) -> tuple[str, ...]:
        found = self._read_each(Target.NATIONALITY, nationalities, "country_unread")
        return tuple(dict.fromkeys(code for codes_found in found for code in codes_found))

    def _traits(self) -> tuple[Trait, ...]:
        found: list[Trait] = []
        for target, feature in _TRAITS.items():
            for traits in self._read_each(target, partial(code_words.traits, feature), "trait_unread"):
                found.extend(traits)
        return tuple(found)

    def _remains(self) -> Remains | None:
        if self.is_living:
            return None
        condition = code_words.remains_condition(self.cells.text(Target.REMAINS)) or code_words.remains_condition(
            self.cells.text(Target.CONDITION)
        )
        return condition or Remains.UNKNOWN

    def _event(self) -> Event | None:
        when = self.date(Target.FOUND_DATE)
        words = [*self.cells.texts(Target.FOUND_PLACE), *self.cells.texts(Target.FOUND_COUNTRY)]
        place = read_place(", ".join(dict.fromkeys(words)), *self._coordinates())
        return Event(when, place) if when or place else None

    def _coordinates(self) -> tuple[float | None, float | None]:
        for point in self._read_each(Target.COORDINATES, coordinates, "coordinates_unread"):
            if point is not None:
                return point
        latitude = self._one_coordinate(Target.LATITUDE, 90.0)
        longitude = self._one_coordinate(Target.LONGITUDE, 180.0)
        if latitude is None or longitude is None or (latitude == 0 and longitude == 0):
            for target, value in ((Target.LATITUDE, latitude), (Target.LONGITUDE, longitude)):
                if value is not None:
                    self.note_all(target)
            return None, None
        return latitude, longitude

    def _one_coordinate(self, target: Target, limit: float) -> float | None:
        for header, cell in self.cells.pairs(target):
            if not is_blank(cell):
                value = coordinate(cell, limit)
                if value is None:
                    self._keep(target, header, cell, "coordinates_unread")
                return value
        return None

    def _phones(self) -> tuple[Phone, ...]:
        found: list[Phone] = []
        for target in (Target.PHONES, Target.CONTACT_PHONES):
            for header, cell in self.cells.pairs(target):
                if is_blank(cell):
                    continue
                phones = read_phones(cell, self.regions + self._nationalities_quietly(), self._role(target, header))
                if not phones:
                    self._keep(target, header, cell, "phone_unread")
                found.extend(phones)
        for cell in self.cells.texts(Target.NOTES):
            found.extend(phone for phone in read_phones(cell, (), PhoneRole.UNKNOWN) if phone.number.startswith("+"))
        return tuple({phone.number: phone for phone in reversed(found)}.values())[::-1]

    def _nationalities_quietly(self) -> tuple[str, ...]:
        return tuple(c for cell in self.cells.texts(Target.NATIONALITY) for c in nationalities(cell) if c != STATELESS)

    def _role(self, target: Target, header: str) -> PhoneRole:
        """What was found on a body was carried; a relative's number was given; whose a plain one is, nobody said."""
        if target is Target.CONTACT_PHONES:
            return PhoneRole.CONTACT_GIVEN
        if not self.is_living or _says_carried(header):
            return PhoneRole.CARRIED
        return PhoneRole.UNKNOWN

    def _documents(self) -> tuple[IdentityDocument, ...]:
        kind_words = self.cells.text(Target.DOCUMENT_KIND)
        found: list[IdentityDocument] = []
        for header, cell in self.cells.pairs(Target.DOCUMENT):
            if not is_blank(cell):
                documents = read_documents(cell, kind_words or header)
                found.extend(documents)
                if not documents:
                    self.note(Target.DOCUMENT, header, cell)
        if not found:
            self.note_all(Target.DOCUMENT_KIND)
        return tuple(dict.fromkeys(found))

    def _marks(self) -> tuple[Mark, ...]:
        languages = (self.mapping.language,)
        found: list[Mark] = []
        for header, cell in self.cells.pairs(Target.MARKS):
            read = read_marks(cell, languages)
            found.extend(read.marks)
            if read.left:
                self._keep(Target.MARKS, header, cell, "marks_unread")
            elif not read.marks and not is_blank(cell):
                self.note(Target.MARKS, header, cell)
        for text in self._free_texts():
            found.extend(scan_marks(text, languages))
        return tuple(dict.fromkeys(found))

    def _effects(self) -> tuple[Effect, ...]:
        languages = (self.mapping.language,)
        found: list[Effect] = []
        for header, cell in self.cells.pairs(Target.EFFECTS):
            read = read_effects(cell, languages)
            found.extend(read.effects)
            if read.left:
                self._keep(Target.EFFECTS, header, cell, "effects_unread")
            elif not read.effects and not is_blank(cell):
                self.note(Target.EFFECTS, header, cell)
        for text in self._free_texts():
            found.extend(scan_effects(text, languages))
        return tuple(dict.fromkeys(found))

    def _free_texts(self) -> list[str]:
        return [cell for target in (Target.NOTES, Target.WORDS) for cell in self.cells.texts(target)]

    def _words(self) -> str:
        """Notes as they are, and columns without a field of their own under their header."""
        lines = [
            cell if target is Target.NOTES else f"{header}: {cell}" if header else cell
            for target in _KEPT_IN_WORDS
            for header, cell in self.cells.pairs(target)
            if not is_blank(cell)
        ]
        words = "\n".join(dict.fromkeys(lines))
        if len(words) > _MAX_WORDS:
            self.unread.append((_WORDS, words[_MAX_WORDS:]))
        return words[:_MAX_WORDS]


def _says_all(names: Iterable[PersonName], cell: str) -> bool:
    """Whether every word of a cell stands in one of the names that were read from it."""
    said = {word for name in names for word in _WORD.findall(name.text.casefold())}
    return said.issuperset(_WORD.findall(cell.casefold()))


def _says_carried(header: str) -> bool:
    """`Numbers found`, but not `phone of found person`."""
    folded = f" {fold(header).replace('of found', '')} "
    return any(f" {word} " in folded for word in lexicon.words("header_signs", "carried"))
