"""
Every error this project raises on purpose; the desk sees its message and its exit code.

TrajetError
├── BadInput              what was typed or given cannot be read (exit code 2)
│   ├── UnknownDossier    nothing is recorded under that number
│   └── CommandIdReused   the command id was used for another act
├── Refused               the procedure does not allow it (exit code 3); lists every guard
├── NotAllowed            account, function or separation forbid it (exit code 4)
├── ConcurrentChange      someone recorded a step first; read again (exit code 5)
└── StoreTrouble          the store, its vault or a file cannot be used (exit code 6)
    ├── KeyLost           a key needed to open or seal is missing
    ├── Contradiction     the log is not the continuation of what was signed before
    └── OutcomeUnknown    the connection broke; the step was recorded, or not
"""


class TrajetError(Exception):
    """
    Root of the tree: an English template and the values to fill it with.

    The template doubles as the key of its translations.
    """

    exit_code = 1

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values


class BadInput(TrajetError):
    """What was typed or given cannot be read."""

    exit_code = 2


class UnknownDossier(BadInput):
    """Nothing is recorded under the given dossier number."""


class CommandIdReused(BadInput):
    """The command id was already used for another act."""


class NotAllowed(TrajetError):
    """The account, its function or the separation of duties forbids the act."""

    exit_code = 4


class ConcurrentChange(TrajetError):
    """Another step was recorded between reading and writing."""

    exit_code = 5


class StoreTrouble(TrajetError):
    """The store, its vault or a file cannot be used."""

    exit_code = 6


class KeyLost(StoreTrouble):
    """A key needed to open or seal personal content is missing."""


class Contradiction(StoreTrouble):
    """The log is not the continuation of what was signed before; nothing is signed."""


class OutcomeUnknown(StoreTrouble):
    """The connection broke while something was recorded, and nobody can say whether it was."""
