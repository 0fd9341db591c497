"""What they look like, their marks, and what they wore and carried."""

from dataclasses import replace

from wtforms import Field, Form
from wtforms.validators import ValidationError

from i18n.translate import gettext_noop as _
from matching.record import Effect, HeightRange, Mark, Trait
from search.documents import Medical
from search.values.ages_and_heights import read_height
from search.vocabulary import (
    FEATURE_VALUES,
    NUMBERED_TEETH,
    BodyPlace,
    BodySide,
    Colour,
    EffectItem,
    Feature,
    MarkKind,
    Motif,
)
from web.family.case_draft import CaseDraft, Typed, all_rebuilt, rebuilt
from web.family.field_groups import rows
from web.family.steps.step import Step, choice
from web.forms import CHOOSE, Coded, coded, dropdown, line, text

_HEIGHT = _("Please write a height, for example 170, or 165-170. You can also leave this empty.")

# A tooth is chosen by its number on the picture of the teeth.
_PLACES = [place for place in BodyPlace if place not in NUMBERED_TEETH]
# Asked one by one; whatever else a record says of the body is kept as it is.
_ASKED = (
    Feature.BUILD,
    Feature.HAIR_COLOUR,
    Feature.HAIR_FORM,
    Feature.FACIAL_HAIR,
    Feature.EYES,
    Feature.GLASSES,
    Feature.HANDEDNESS,
)


def _values(feature: Feature) -> dict[str, str]:
    """The values of a feature as choices."""
    return {"": CHOOSE, **{value: Coded(f"{feature}.{value}", "feature_value") for value in FEATURE_VALUES[feature]}}


class BodyForm(Form):
    """Lasting features."""

    height = line(_("How tall are they?"), _("In centimetres, for example 170. If you are not sure, write 165-170."))
    build = dropdown(_("Build"), _values(Feature.BUILD))
    hair_colour = dropdown(_("Hair colour"), _values(Feature.HAIR_COLOUR))
    hair_form = dropdown(_("Hair form"), _values(Feature.HAIR_FORM))
    facial_hair = dropdown(_("Beard or moustache"), _values(Feature.FACIAL_HAIR))
    eyes = dropdown(_("Eyes"), _values(Feature.EYES))
    glasses = dropdown(_("Glasses"), _values(Feature.GLASSES))
    handedness = dropdown(_("Which hand they use"), _values(Feature.HANDEDNESS))
    illnesses = text(_("Illnesses or operations that a doctor could notice, and medicines they take"))

    def validate_height(self, field: Field) -> None:
        """Centimetres, metres or feet."""
        if field.data and read_height(field.data) is None:
            raise ValidationError(_HEIGHT)


class MarkForm(Form):
    """One mark."""

    kind = dropdown(_("What is it?"), coded(MarkKind, CHOOSE))
    place = dropdown(_("Where on the body?"), coded(_PLACES, CHOOSE))
    side = dropdown(_("On which side?"), coded(BodySide, CHOOSE))
    motif = dropdown(_("If it is a picture: what does it show?"), coded(Motif, CHOOSE))
    words = line(_("In your own words"), _("How big it is, what it looks like, how they came by it."))


class MarksForm(Form):
    """All marks."""

    marks = rows(MarkForm)


class BelongingForm(Form):
    """One thing worn or carried."""

    item = dropdown(_("What is it?"), coded(EffectItem, CHOOSE))
    colour = dropdown(_("Colour"), coded(Colour, CHOOSE))
    brand = line(_("Brand, or what is written on it"))
    words = line(_("In your own words"))


class BelongingsForm(Form):
    """All things worn and carried."""

    effects = rows(BelongingForm, 2)


def _fill_height(height: HeightRange | None) -> str:
    if height is None:
        return ""
    exact = height.low_cm == height.high_cm
    return height.written or (str(height.low_cm) if exact else f"{height.low_cm}-{height.high_cm}")


def _fill_body(case: CaseDraft) -> Typed:
    known = {trait.feature: trait.value for trait in case.sought.traits}
    return {
        "height": _fill_height(case.sought.height),
        "illnesses": case.sought.medical.illnesses if case.sought.medical else "",
        **{feature.value: known.get(feature.value, "") for feature in _ASKED},
    }


def _read_body(case: CaseDraft, typed: Typed) -> CaseDraft:
    others = tuple(trait for trait in case.sought.traits if trait.feature not in _ASKED)
    chosen = ((feature, choice(typed[feature.value], FEATURE_VALUES[feature])) for feature in _ASKED)
    return case.with_sought(
        height=rebuilt(case.sought.height, typed["height"], _fill_height, read_height),
        traits=(*(Trait(feature.value, value) for feature, value in chosen if value), *others),
        medical=_medical(case.sought.medical, typed["illnesses"]),
    )


def _medical(old: Medical | None, illnesses: str) -> Medical | None:
    new = replace(old or Medical(), illnesses=illnesses)
    return None if new == Medical() else new


def _fill_mark(mark: Mark) -> Typed:
    return {"kind": mark.kind, "place": mark.place, "side": mark.side, "motif": mark.motif, "words": mark.words}


def _build_mark(typed: Typed) -> Mark | None:
    mark = Mark(
        kind=choice(typed["kind"], MarkKind),
        place=choice(typed["place"], BodyPlace),
        side=choice(typed["side"], BodySide),
        motif=choice(typed["motif"], Motif),
        words=typed["words"],
    )
    if not (mark.kind or mark.place or mark.motif or mark.words):
        return None
    return mark if mark.kind else Mark(MarkKind.OTHER.value, mark.place, mark.side, mark.motif, mark.words)


def _fill_effect(effect: Effect) -> Typed:
    return {"item": effect.item, "colour": effect.colour, "brand": effect.brand, "words": effect.words}


def _build_effect(typed: Typed) -> Effect | None:
    item = choice(typed["item"], EffectItem)
    colour = choice(typed["colour"], Colour)
    if not (item or colour or typed["brand"] or typed["words"]):
        return None
    return Effect(item or EffectItem.OTHER.value, colour, typed["brand"], typed["words"])


def _fill_marks(case: CaseDraft) -> Typed:
    return {"marks": [_fill_mark(mark) for mark in case.sought.marks]}


def _read_marks(case: CaseDraft, typed: Typed) -> CaseDraft:
    return case.with_sought(marks=all_rebuilt(case.sought.marks, typed["marks"], _fill_mark, _build_mark))


def _fill_effects(case: CaseDraft) -> Typed:
    return {"effects": [_fill_effect(effect) for effect in case.sought.effects]}


def _read_effects(case: CaseDraft, typed: Typed) -> CaseDraft:
    return case.with_sought(effects=all_rebuilt(case.sought.effects, typed["effects"], _fill_effect, _build_effect))


BODY = Step(
    slug="body",
    title=_("What do they look like?"),
    why=_("Answer only what you are sure of. Hair and weight change; we know that."),
    form=BodyForm,
    fill=_fill_body,
    read=_read_body,
)
MARKS = Step(
    slug="marks",
    title=_("Do they have marks on the body or teeth?"),
    why=_(
        "A tattoo, a scar, a birthmark, a missing tooth: one unusual mark says more than a name. "
        "Left and right are theirs, not those of somebody who faces them."
    ),
    form=MarksForm,
    fill=_fill_marks,
    read=_read_marks,
)
BELONGINGS = Step(
    slug="belongings",
    title=_("What did they wear or carry?"),
    why=_("Clothes, shoes, a ring, a bag, an amulet. Also what they always had with them."),
    form=BelongingsForm,
    fill=_fill_effects,
    read=_read_effects,
)
