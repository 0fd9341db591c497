"""Sentences for what stops a command: in English, as the whole command line is.

An error that has no sentence here is told by its code.
"""

from i18n.errors import LanguageIncomplete, LanguageNotOffered
from search.errors import SearchError

_SENTENCES = {
    "database_of_other_keys": "the database was made with another master key, or under this project's former name: "
    "give the key that it was made with, or an empty database; nothing was started",
    "port_taken": "port {port} on {host} is taken: end what listens there, or set OVILLO_PORT to another",
    "port_unusable": "nothing can listen on port {port} of {host}: set OVILLO_HOST and OVILLO_PORT to what is allowed",
}


def sentence(error: Exception) -> str:
    """What an operator reads behind "ovillo: "; never a value that was set, which may be a secret."""
    if isinstance(error, LanguageIncomplete):
        return (
            f"the language {error.tag} was promised to families and {error.missing} of its messages have no words: "
            f"`python -m i18n.check` lists them; nothing was started"
        )
    if isinstance(error, LanguageNotOffered):
        return f"OVILLO_DEFAULT_LANGUAGE must be one of {', '.join(error.offered)}; nothing was started"
    if isinstance(error, SearchError) and error.code in _SENTENCES:
        return _SENTENCES[error.code].format_map(error.params)
    return str(error)
