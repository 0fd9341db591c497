"""Sentences for what stops a command: in English, as the whole command line is.

An error that has no sentence here is told by its code.
"""

from i18n.errors import LanguageIncomplete, LanguageNotOffered
from search.errors import SearchError

_SENTENCES = {
    "only_in_demonstration": "this is for the demonstration alone; nothing was done",
    "database_of_other_keys": "the database was made with another master key, or under this project's former name: "
    "give the key that it was made with, or an empty database; nothing was started",
    "audit_head_unreadable": "that is no head of an audit: it is a number, a colon and 64 letters and digits, as "
    "`ovillo audit verify` printed it",
    "audit_head_unsigned": "the audit of this database has no head that was signed with these keys: it was emptied, or "
    "it was begun before beginnings were signed; `ovillo audit verify` says more; nothing was started",
    "audit_is_another": "the audit of this database is not the one that the head file knows: it was made anew, or the "
    "file is another database's; if that is meant, move the file away or set OVILLO_AUDIT_HEAD; nothing was started",
    "audit_put_back": "the audit of this database has {entries} entries and the head file knows of {known}: it was put "
    "back; if that is meant, as when a backup was restored, run `ovillo audit accept-head`; nothing was started",
    "head_file_altered": "the head file {name} was altered: it does not fit these keys",
    "erasure_not_confirmed": "that is not its number: nothing was erased",
    "another_database": "{name} lies where the database would be made, and is of another name: nothing reads it here; "
    "move it away, or set OVILLO_VAR to another folder; nothing was started",
    "master_key_absent": "the master key is not there: set OVILLO_MASTER_KEY or OVILLO_MASTER_KEY_FILE, or run `ovillo "
    "setup` where there is no database yet; without its own key a database cannot be read",
    "master_key_unreadable": "the master key is none: 32 bytes in base64 are expected, as `ovillo setup` writes them",
    "setting_unknown": "there is no setting {name}: see docs/operating.md",
    "setting_unreadable": "{name} is set to something that it cannot be: see docs/operating.md",
    "parameters_unreadable": "the parameters file {name} cannot be used: `ovillo model estimate` writes such files",
    "part_frequencies_unreadable": "the file of part frequencies {name} cannot be used: "
    "`ovillo model frequencies-of-registry` writes such files",
    "public_address": "{host} is an address that other machines reach, and this version is not in service: for "
    "invented people alone, set OVILLO_I_KNOW_IT_IS_NOT_IN_SERVICE=yes; nothing was started",
    "master_key_open_to_others": "the key file {name} can be read by others than its owner: chmod 600 it, and think of "
    "the key as known to whoever could read it",
    "parser_user_unknown": "there is no user {name} on this machine: see OVILLO_PARSER_USER",
    "parser_user_needs_root": "only root can read strangers' files as another user: unset OVILLO_PARSER_USER, which "
    "is {name}",
    "password_too_short": "the password needs {least} letters or more; nothing was changed",
    "password_too_long": "the password may have {most} letters at most; nothing was changed",
    "password_common": "that is a common password, or one that is easily guessed; nothing was changed",
    "password_is_a_name": "the password is made of the login or the organisation's name; nothing was changed",
    "password_missing": "no password came: type it when you are asked, or give it by --password-file or standard "
    "input; nothing was changed",
    "password_in_address": "a password on the command line is shown to everybody on this machine: leave it out of the "
    "address and give it by a password file (PGPASSFILE, or .pgpass in your home); nothing was started",
    "organisation_unknown": "there is no organisation of that name: `ovillo organisation list` names them",
    "not_a_committee": "only a committee reads searches: `ovillo organisation committees` names them",
    "language_unknown": "that is no code of a language: two or three small letters, as in ISO 639",
    "country_unknown": "that is no code of a country: two capital letters, as in ISO 3166-1",
    "port_taken": "port {port} on {host} is taken: end what listens there, or set OVILLO_PORT to another",
    "port_unusable": "nothing can listen on port {port} of {host}: set OVILLO_HOST and OVILLO_PORT to what is allowed",
}


def sentence(error: Exception) -> str:
    """What an operator reads behind "ovillo: "; never a value that was set, which may be a secret."""
    if isinstance(error, LanguageIncomplete):
        return (
            f"the language {error.tag} was promised and {error.missing} messages of its catalogue {error.catalogue} "
            f"have no words: "
            f"`python -m i18n.check` lists them; nothing was started"
        )
    if isinstance(error, LanguageNotOffered):
        return f"OVILLO_DEFAULT_LANGUAGE must be one of {', '.join(error.offered)}; nothing was started"
    if isinstance(error, SearchError) and error.code in _SENTENCES:
        return _SENTENCES[error.code].format_map(error.params)
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename or 'this machine'}"
    return str(error)
