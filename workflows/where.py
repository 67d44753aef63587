"""Where a store is, and how long one waits for it."""

SERVER = "postgresql://"
"""How the name of a store on a server begins; any other is a file."""

WAIT_SECONDS = 30
"""How long a writer waits for others, and for a database that went away to come back."""


def is_server(where: object) -> bool:
    """Tell the URL of a database from a file."""
    return str(where).startswith(SERVER)
