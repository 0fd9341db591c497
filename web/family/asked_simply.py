"""Fields as families are asked them: with fewer controls than an office fills in, and no lists to look through."""

from dataclasses import replace

from web.fields.drawing import DrawnField
from web.fields.widget import Control


def asked_simply(field: DrawnField) -> DrawnField:
    """The field without the suggestions of hundreds of names, which every page would carry along."""
    return replace(field, controls=tuple(_simple(control) for control in field.controls))


def _simple(control: Control) -> Control:
    return replace(control, listed="") if control.listed else control
