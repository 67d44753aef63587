"""Where the store is and who is asking, before anything is opened."""

import os
from pathlib import Path
from typing import NamedTuple

from domain.errors import BadInput


class StorePaths(NamedTuple):
    """The files of an embedded store: events, vault, key-encryption key, read models."""

    store: Path
    vault: Path
    key: Path
    views: Path

    @property
    def url(self) -> str:
        """The store as it is named on the command line."""
        return f"sqlite:///{self.store}"


def locate(store: str | None) -> StorePaths:
    """
    Find the store: ``--store``, ``TRAJET_STORE``, the user's config file, the data folder.

    Raises :class:`BadInput` for a URL this version does not open.
    """
    named = store or os.environ.get("TRAJET_STORE") or _configured()
    path = _path_of(named) if named else _home("XDG_DATA_HOME", ".local/share") / "trajet.db"
    return StorePaths(
        path,
        path.with_name(f"{path.stem}.vault.db"),
        path.with_name(f"{path.stem}.kek"),
        path.with_name(f"{path.stem}.views.db"),
    )


def remember(paths: StorePaths) -> Path | None:
    """Make a new store the user's usual one, unless there is one; return the file if written."""
    file = _config_file()
    if file.exists():
        return None
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:  # a home that cannot be written to: the store is named at each call then
        return None
    with os.fdopen(handle, "w", encoding="utf-8") as written:
        quoted = paths.url.replace("\\", "\\\\").replace('"', '\\"')
        written.write(f'store = "{quoted}"\n')
    return file


def system_account() -> str:
    """Return the account as the kernel gives it; ``$USER`` is whatever somebody typed."""
    try:
        import pwd
    except ImportError:  # Windows has no user database of this kind
        import getpass

        return getpass.getuser().lower()
    try:
        return pwd.getpwuid(os.getuid()).pw_name.lower()
    except KeyError:
        return f"uid-{os.getuid()}"


def _configured() -> str | None:
    file = _config_file()
    if not file.exists():
        return None
    import tomllib

    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get("store")
    except (OSError, ValueError) as trouble:
        raise BadInput("the config file {file} cannot be read", file=file) from trouble
    return str(found) if found else None


def _config_file() -> Path:
    return _home("XDG_CONFIG_HOME", ".config") / "config.toml"


def _home(variable: str, usual: str) -> Path:
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home() / usual) / "trajet"


def _path_of(url: str) -> Path:
    scheme, separator, rest = url.partition("://")
    if not separator:
        return Path(url).absolute()
    if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/"):
        return Path(rest[1:]).absolute()
    raise BadInput("{url} is not a store; a store is sqlite:///FILE", url=_without_password(url))


def _without_password(url: str) -> str:
    head, separator, tail = url.rpartition("@")
    if not separator:
        return url
    scheme, _, who = head.partition("://")
    return f"{scheme}://{who.partition(':')[0]}@{tail}"
