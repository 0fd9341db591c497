"""Who is sought: names, sex and age, where they come from."""

from collections.abc import Sequence
from functools import partial

from wtforms import Field, FieldList, Form
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from matching.record import AgeRange, NameKind, PersonName, Sex
from search.values.ages_and_heights import read_age
from web.family.case_draft import CaseDraft, Typed, all_rebuilt, rebuilt
from web.family.country_choices import COUNTRIES, LANGUAGES
from web.family.field_groups import DateForm, PlaceForm, built_date, built_place, filled_date, filled_place, group, rows
from web.family.steps.step import Step, choice
from web.forms import CHOOSE, DO_NOT_KNOW, coded, dropdown, line, radios

_OTHER_KINDS = (
    NameKind.SPELLING_ON_PAPERS,
    NameKind.NICKNAME,
    NameKind.ROAD,
    NameKind.GIVEN,
    NameKind.FAMILY,
    NameKind.SECOND_FAMILY,
    NameKind.MAIDEN,
    NameKind.GRANDFATHER,
    NameKind.CLAN,
    NameKind.RELIGIOUS,
    NameKind.FULL,
)
_AGE = _("Please write an age in years, for example 30, or 30-35. You can also leave this empty.")


class OtherNameForm(Form):
    """Another name of the same person."""

    text = line(_("Another name or another spelling"))
    kind = dropdown(_("What kind of name is this?"), coded(_OTHER_KINDS, CHOOSE))


class NamesForm(Form):
    """All names, each in the script in which the family writes it."""

    name = line(
        _("Their name, as you write it"),
        _("In your own language and letters. Half a name or a nickname is enough to begin."),
    )
    father = line(_("Their father's name"))
    mother = line(_("Their mother's name"))
    others = rows(OtherNameForm)


class AgeForm(Form):
    """Sex, birth and age."""

    sex = radios(_("Are they female or male?"), coded(Sex, DO_NOT_KNOW))
    birth = group(DateForm, _("When were they born?"))
    age = line(
        _("Or how old were they when you last heard from them?"),
        _("A number of years, for example 30. If you are not sure, write 30-35."),
    )

    def validate_age(self, field: Field) -> None:
        """An age in years, or two."""
        if field.data and read_age(field.data) is None:
            raise ValidationError(_AGE)


class OriginForm(Form):
    """Where somebody comes from and what they speak."""

    nationalities = FieldList(
        dropdown(_("Nationality"), coded(COUNTRIES, CHOOSE, "country")), min_entries=1, max_entries=10
    )
    languages = FieldList(
        dropdown(_("Language they speak"), coded(LANGUAGES, CHOOSE, "language")), min_entries=2, max_entries=20
    )
    birth_place = group(PlaceForm, _("Where were they born?"))
    community = line(
        _("Their people or community, if you want to say"), _("It helps to understand names. You can skip this.")
    )
    occupation = line(_("Their work"))


def _first(names: Sequence[PersonName], kind: NameKind) -> PersonName | None:
    return next((name for name in names if name.kind is kind), None)


def _fill_name(name: PersonName | None) -> str:
    return name.text if name else ""


def _build_name(kind: NameKind, text: str) -> PersonName | None:
    return PersonName(text, kind) if text else None


def _fill_other(name: PersonName) -> Typed:
    return {"text": name.text, "kind": name.kind.value}


def _build_other(typed: Typed) -> PersonName | None:
    kind = choice(typed["kind"], _OTHER_KINDS) or NameKind.SPELLING_ON_PAPERS
    return PersonName(typed["text"], NameKind(kind)) if typed["text"] else None


_ALONE = {"name": NameKind.FULL, "father": NameKind.FATHER, "mother": NameKind.MOTHER}


def _parted(case: CaseDraft) -> tuple[dict[str, PersonName | None], list[PersonName]]:
    """The names that have a field of their own, and the others."""
    alone = {field: _first(case.sought.names, kind) for field, kind in _ALONE.items()}
    return alone, [name for name in case.sought.names if name not in alone.values()]


def _fill_names(case: CaseDraft) -> Typed:
    alone, others = _parted(case)
    return {
        **{field: _fill_name(name) for field, name in alone.items()},
        "others": [_fill_other(name) for name in others],
    }


def _read_names(case: CaseDraft, typed: Typed) -> CaseDraft:
    alone, others = _parted(case)
    named = [
        rebuilt(alone[field], typed[field], _fill_name, partial(_build_name, kind)) for field, kind in _ALONE.items()
    ]
    return case.with_sought(
        names=(*(name for name in named if name), *all_rebuilt(others, typed["others"], _fill_other, _build_other))
    )


def _fill_age(age: AgeRange | None) -> str:
    if age is None:
        return ""
    return age.written or (str(age.low) if age.low == age.high else f"{age.low}-{age.high}")


def _fill_ages(case: CaseDraft) -> Typed:
    sought = case.sought
    return {"sex": sought.sex or "", "birth": filled_date(sought.birth), "age": _fill_age(sought.age)}


def _read_ages(case: CaseDraft, typed: Typed) -> CaseDraft:
    sex = choice(typed["sex"], Sex)
    return case.with_sought(
        sex=Sex(sex) if sex else None,
        birth=rebuilt(case.sought.birth, typed["birth"], filled_date, built_date),
        age=rebuilt(case.sought.age, typed["age"], _fill_age, read_age),
    )


def _fill_origin(case: CaseDraft) -> Typed:
    sought = case.sought
    return {
        "nationalities": list(sought.nationalities),
        "languages": list(sought.languages),
        "birth_place": filled_place(sought.birth_place),
        "community": sought.community,
        "occupation": sought.occupation,
    }


def _read_origin(case: CaseDraft, typed: Typed) -> CaseDraft:
    sought = case.sought
    return case.with_sought(
        nationalities=_codes(typed["nationalities"], (*COUNTRIES, *sought.nationalities)),
        languages=_codes(typed["languages"], (*LANGUAGES, *sought.languages)),
        birth_place=rebuilt(sought.birth_place, typed["birth_place"], filled_place, built_place),
        community=typed["community"],
        occupation=typed["occupation"],
    )


def _codes(typed: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in typed if code in allowed))


NAMES = Step(
    slug="names",
    title=_("Who are you looking for?"),
    why=_("Names are written in many ways. The more spellings we know, the better we can compare."),
    form=NamesForm,
    fill=_fill_names,
    read=_read_names,
)
AGE = Step(
    slug="age",
    title=_("How old are they?"),
    why=_("The year alone helps, also when you are not sure. A wrong age never closes a search."),
    form=AgeForm,
    fill=_fill_ages,
    read=_read_ages,
)
ORIGIN = Step(
    slug="origin",
    title=_("Where do they come from?"),
    why=_("Clerks often write down a nationality or a language even when they misheard the name."),
    form=OriginForm,
    fill=_fill_origin,
    read=_read_origin,
)
