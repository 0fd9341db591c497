"""What parts one thing from the next in a list: words for `and` of many languages, commas and stops of scripts."""

COMMAS, STOPS = ",،፣", ";؛፤"
FULL_STOPS = "።۔।"
AND = r"y|e|et|and|und|ve|και|и|та|و|iyo|oo|epi|avèk|û|và|اور|এবং|ও|আর|እና|ከምኡውን"
"""Alternatives of a pattern, between blanks."""

OF_ONE_LANGUAGE = {"nl": "en", "ht": "ak|ansanm ak", "ps": "او"}
"""Words that are `and` in one language and something else in another: `en` is `in` and `of` in Spanish and French."""
