"""The fields of a report out of the cells of one row, by the mapping; a cell that cannot be read stays in words."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from matching.record import (
    Effect,
    Event,
    IdentityDocument,
    Mark,
    NameKind,
    Phone,
    PhoneRole,
    Remains,
    Sex,
    Trait,
)
from search.commands import ReportFound
from search.documents import Description, FieldNote, Identifiers, Journey
from search.documents.field_notes import Noted, with_note
from search.sheets.cells_left import cells_left, denied_in
from search.sheets.column_targets import Target
from search.sheets.row_dates import birth_of, date_of
from search.sheets.row_keeping import WORDS, RowKeeping
from search.sheets.row_names import names_in, names_of
from search.sheets.row_numbers import age_of, height_and_weight_of
from search.values import code_words, lexicon
from search.values.blanks import is_blank
from search.values.country_names import STATELESS, nationalities
from search.values.effect_words import read_effects, scan_effects
from search.values.folding import fold
from search.values.identity_documents import read_documents
from search.values.language_names import read_languages
from search.values.mark_words import read_marks, scan_marks
from search.values.names_and_sex import read_sex
from search.values.phone_numbers import read_phones
from search.values.place_texts import coordinate, coordinates, read_place
from search.vocabulary import ReportKind

_Noting = TypeVar("_Noting", bound=Noted)
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


@dataclass(slots=True)
class RowReader(RowKeeping):
    """Reads one row into the documents of a report."""

    def description(self) -> Description:
        """Everything the row says of the person, without notes: they are known when all has been read (`noted`)."""
        nations = self._nationalities()
        birth, age = birth_of(self), age_of(self)
        event = self._event()
        height, weight = height_and_weight_of(self, age, birth)
        names, sex = names_of(self), self._sex()
        traits = self._traits()
        languages = self.read_each(Target.LANGUAGES, read_languages, "language_unread")
        remains = self._remains()
        companions = names_in(self, Target.COMPANIONS, NameKind.FULL)
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
            self.keep(target, header, cell, "none_and_some")

    def _sex(self) -> Sex | None:
        said: Sex | None = None
        for header, cell in self.cells.pairs(Target.SEX):
            sex, understood = read_sex(cell, self.mapping.sex_coding)
            if not understood:
                self.keep(Target.SEX, header, cell, "sex_unread")
            elif said is None:
                said = sex
            elif sex not in (None, said):
                self.note(Target.SEX, header, cell)
        return said

    def _nationalities(self) -> tuple[str, ...]:
        found = self.read_each(Target.NATIONALITY, nationalities, "country_unread")
        return tuple(dict.fromkeys(code for codes_found in found for code in codes_found))

    def _traits(self) -> tuple[Trait, ...]:
        found: list[Trait] = []
        for target, feature in _TRAITS.items():
            for traits in self.read_each(target, partial(code_words.traits, feature), "trait_unread"):
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
        when = date_of(self, Target.FOUND_DATE)
        words = [*self.cells.texts(Target.FOUND_PLACE), *self.cells.texts(Target.FOUND_COUNTRY)]
        place = read_place(", ".join(dict.fromkeys(words)), *self._coordinates())
        return Event(when, place) if when or place else None

    def _coordinates(self) -> tuple[float | None, float | None]:
        for point in self.read_each(Target.COORDINATES, coordinates, "coordinates_unread"):
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
                    self.keep(target, header, cell, "coordinates_unread")
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
                    self.keep(target, header, cell, "phone_unread")
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
                self.keep(Target.MARKS, header, cell, "marks_unread")
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
                self.keep(Target.EFFECTS, header, cell, "effects_unread")
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
            self.unread.append((WORDS, words[_MAX_WORDS:]))
        return words[:_MAX_WORDS]


def _says_carried(header: str) -> bool:
    """`Numbers found`, but not `phone of found person`."""
    folded = f" {fold(header).replace('of found', '')} "
    return any(f" {word} " in folded for word in lexicon.words("header_signs", "carried"))
