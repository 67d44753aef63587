"""Where the store is and who is asking, before anything is opened."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from domain.errors import BadInput


class StorePaths(NamedTuple):
    """
    Where a store keeps its events, its vault, the key-encryption key and its read models.

    Each is a file or the URL of a PostgreSQL database; the key is always a file.
    """

    store: Path | str
    vault: Path | str
    key: Path
    views: Path | str

    @property
    def url(self) -> str:
        """The store as it is named on the command line, without any password."""
        return without_password(_url(self.store))

    @property
    def vault_name(self) -> str:
        """The vault as it is named to people."""
        vault = self.vault
        return vault.name if isinstance(vault, Path) else without_password(vault)


def locate(store: str | None) -> StorePaths:
    """
    Find the store: ``--store``, ``TRAJET_STORE``, the user's config file, the data folder.

    On PostgreSQL, vault and read models are in schemas of their own in the database of
    the store, unless ``TRAJET_VAULT`` or ``TRAJET_VIEWS`` (in the config file ``vault``
    or ``views``) names another; ``TRAJET_KEK`` (``kek``) names the key file. Raises
    :class:`BadInput` for a URL that is no store.
    """
    if store and without_password(store) != store:
        raise BadInput(
            "a password on the command line can be read by everybody on this machine; "
            "put it in ~/.pgpass, or the URL in {file}",
            file=_config_file(),
        )
    named = store or _set("store")
    kept = _place(named) if named else _home("XDG_DATA_HOME", ".local/share") / "trajet.db"
    if isinstance(kept, Path):
        return StorePaths(
            kept,
            kept.with_name(f"{kept.stem}.vault.db"),
            kept.with_name(f"{kept.stem}.kek"),
            kept.with_name(f"{kept.stem}.views.db"),
        )
    vault, views, key = _set("vault"), _set("views"), _set("kek")
    return StorePaths(
        kept,
        _place(vault) if vault else kept,
        Path(key) if key else _home("XDG_DATA_HOME", ".local/share") / f"{_name_of(kept)}.kek",
        _place(views) if views else kept,
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
    told = {"store": paths.url}
    for name, kept in (("vault", paths.vault), ("views", paths.views), ("kek", paths.key)):
        if os.environ.get(f"TRAJET_{name.upper()}"):
            told[name] = without_password(str(kept))
    with os.fdopen(handle, "w", encoding="utf-8") as written:
        for name, value in told.items():
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            written.write(f'{name} = "{quoted}"\n')
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


def _set(name: str) -> str | None:
    """Return a setting: the environment's, else the config file's."""
    return os.environ.get(f"TRAJET_{name.upper()}") or _configured().get(name)


def _configured() -> dict[str, str]:
    file = _config_file()
    if not file.exists():
        return {}
    import tomllib

    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as trouble:
        raise BadInput("the config file {file} cannot be read", file=file) from trouble
    return {name: str(value) for name, value in found.items() if value}


def _config_file() -> Path:
    return _home("XDG_CONFIG_HOME", ".config") / "config.toml"


def _home(variable: str, usual: str) -> Path:
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home() / usual) / "trajet"


def _place(url: str) -> Path | str:
    """Read the URL of a store; what has no scheme is a file."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return Path(url).absolute()
    if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/"):
        return Path(rest[1:]).absolute()
    if scheme in ("postgresql", "postgres"):
        place = f"postgresql://{rest}"
        _name_of(place)
        return place
    raise BadInput(
        "{url} is not a store; a store is sqlite:///FILE or postgresql://HOST/DATABASE",
        url=without_password(url),
    )


def _name_of(url: str) -> str:
    """Return the database a URL names; :class:`BadInput` when it names none."""
    from workflows.postgres import database_of

    return database_of(url)


def _url(place: Path | str) -> str:
    return f"sqlite:///{place}" if isinstance(place, Path) else place


def without_password(url: str) -> str:
    """Leave out what must not be shown: a password before the host or among the settings."""
    url = re.sub(r"^(\w+://[^:/?@]*):[^/]*@", r"\1@", url)
    place, _, settings = url.partition("?")
    head, separator, tail = place.rpartition("@")
    if separator:
        scheme, slashes, who = head.partition("://")
        place = f"{scheme}{slashes}{who.partition(':')[0]}@{tail}"
    told = [one for one in settings.split("&") if one and not _is_password(one)]
    return "?".join([place, "&".join(told)] if told else [place])


def _is_password(setting: str) -> bool:
    from urllib.parse import unquote

    return unquote(setting.partition("=")[0]).lower().endswith("password")
