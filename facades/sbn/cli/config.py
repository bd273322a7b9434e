"""Where the command takes its settings from: flags before the environment before the file."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from clientkit.files import write_file
from clientkit.secrets import Secret

from sbn.config import PRODUCTION_URL

OUTPUTS: Final = ("table", "json", "yaml", "quiet")
# Setting by its name in the file: its environment variable and its default.
_SETTINGS: Final[Mapping[str, tuple[str, str | None]]] = {
    "base_url": ("SBN_BASE_URL", PRODUCTION_URL),
    "api_key": ("SBN_API_KEY", None),
    "tenant": ("SBN_TENANT_ID", None),
    "output": ("SBN_OUTPUT_FORMAT", "table"),
    "atlas_client_id": ("ATLAS_CLIENT_ID", None),
    "atlas_client_secret": ("ATLAS_CLIENT_SECRET", None),
}
SECRETS: Final = frozenset({"api_key", "atlas_client_secret"})


class ConfigError(Exception):
    """The settings cannot be used; the message says what to write instead."""


class Setting(NamedTuple):
    """A setting and where it is from.

    Attributes:
        value: Its value; None when there is none.
        source: `flag`, `environment`, `file` or `default`.
    """

    value: str | None
    source: str


def default_path() -> Path:
    """Return where the file is by default."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "sbn" / "config.toml"


def resolve(flags: Mapping[str, str | None], path: Path | None) -> dict[str, Setting]:
    """Return every setting.

    Args:
        flags: Values from the command line; None where none was given.
        path: The file that was asked for; None for the default one, which need not be there.

    Raises:
        ConfigError: The file cannot be read, or a value cannot work.
    """
    file = read(path or default_path(), required=path is not None)
    found = {}
    for name, (variable, default) in _SETTINGS.items():
        candidates = (
            (flags.get(name), "flag"),
            (_hidden(name, os.environ.get(variable)), "environment"),
            (file.get(name), "file"),
        )
        value, source = next(((each, where) for each, where in candidates if each), (default, "default"))
        found[name] = Setting(value, source)
    output = found["output"]
    if output.value not in OUTPUTS:
        raise ConfigError(f"the output must be {', '.join(OUTPUTS)}, not {output.value!r} ({output.source})")
    return found


def read(path: Path, *, required: bool = False) -> dict[str, str]:
    """Return the settings of a file.

    Raises:
        ConfigError: It is not TOML, or has something else than settings.
    """
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if required:
            raise ConfigError(f"there is no file {path}") from None
        return {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from None
    table = {name: _hidden(name, value) for name, value in loaded.items()}
    # What a traceback would show of it.
    del loaded
    for name, value in table.items():
        if name not in _SETTINGS or not isinstance(value, str):
            raise ConfigError(f"{path}: {name} is no setting; write one of {', '.join(_SETTINGS)} as text")
    return table


def write(path: Path, settings: Mapping[str, str]) -> None:
    """Write settings into a file that its owner alone can read; when it fails, the file is as it was.

    Raises:
        ConfigError: It cannot be written.
    """
    text = Secret("".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items()))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.chmod(0o600)
        # In one step: a full disk leaves the settings that were there.
        write_file(path, text.encode(), mode=0o600, follow_links=True)
    except OSError as error:
        raise ConfigError(f"{path} cannot be written: {error.strerror or error}") from None


def _hidden(name: str, value: Any) -> Any:
    return Secret(value) if name in SECRETS and isinstance(value, str) else value


def masked(secret: str | None) -> str:
    """Return what may be shown of a secret."""
    if not secret:
        return "(not set)"
    plain = secret.reveal() if isinstance(secret, Secret) else secret
    return f"{plain[:4]}..." if len(plain) <= 16 else f"{plain[:8]}...{plain[-4:]}"
