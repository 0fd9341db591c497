"""What may be done in a confined child: each task by name, with where its function is found there.

A task is a function of bytes to bytes. `prepare`, a function of the same module, is called before the child is locked:
it imports and loads whatever the task needs, because afterwards nothing can be opened any more. An expected failure is
part of a task's own answer; whatever it raises ends the child.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """Where a task is: named, never imported here, so that the parent does not load a parser.

    `threads`: a library of the task starts threads of its own; no task starts a process.
    """

    module: str
    function: str
    prepare: str = ""
    threads: bool = False


TASKS: dict[str, Task] = {
    "pfif": Task("search.files.pfif_answer", "pfif_answer", prepare="prepare"),
    # libde265, which decodes HEIC, decodes in a thread of its own even if it is told not to.
    "picture": Task("search.photos.picture_decoding", "picture_answer", prepare="prepare", threads=True),
    "sheet": Task("search.sheets.sheet_understanding", "sheet_answer", prepare="prepare"),
}
