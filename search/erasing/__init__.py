"""Erasing what was filed or reported, whole: by whom it is of, by its organisation, by the operator."""
