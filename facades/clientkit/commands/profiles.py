"""Profiles: settings in a file, by profile and service; secrets in the keyring of the system.

    [profiles.work.alsorn]
    base_url = "https://alsorn.example"

The environment goes before a profile. `CLIENTKIT_PROFILE` names the one to use; else it is `default`.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from clientkit.commands.values import UsageError
from clientkit.files import write_file
from clientkit.secrets import Secret

VARIABLE: Final = "CLIENTKIT_PROFILE"
DEFAULT: Final = "default"
_SERVICE: Final = "clientkit"

Profiles = dict[str, dict[str, dict[str, str]]]


class KeyringError(Exception):
    """The keyring cannot be used; the message says what to do instead."""


def path() -> Path:
    """Return the file of profiles."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "clientkit" / "config.toml"


def chosen(name: str | None) -> str:
    """Return the profile to use: the one that is named, else that of the environment, else `default`."""
    return name or os.environ.get(VARIABLE) or DEFAULT


def read() -> Profiles:
    """Return all profiles.

    Raises:
        UsageError: The file cannot be read.
    """
    file = path()
    try:
        loaded = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from None
    profiles = loaded.get("profiles", {})
    if not isinstance(profiles, dict) or not all(map(_is_profile, profiles.values())):
        raise UsageError(f"{file} must have tables such as [profiles.work.alsorn] with strings in them")
    return profiles


def _is_profile(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(settings, dict) and all(isinstance(each, str) for each in settings.values())
        for settings in value.values()
    )


def settings(name: str | None, service: str) -> Mapping[str, str]:
    """Return the settings of a service in a profile, without its secrets.

    Args:
        name: The profile; None for the one of the environment.
        service: The service.

    Raises:
        UsageError: The file cannot be read, or there is no such profile and it was asked for.
    """
    profiles = read()
    wanted = chosen(name)
    if wanted not in profiles and wanted != DEFAULT and not is_known(wanted, profiles):
        known = ", ".join(sorted(profiles)) or "none"
        raise UsageError(
            f"there is no profile {wanted!r}; there is: {known} (clientkit profile set makes one)"
        )
    return profiles.get(wanted, {}).get(service, {})


def is_known(name: str, profiles: Profiles) -> bool:
    """Whether there is a profile of a name."""
    return name in profiles


def write(profiles: Profiles) -> Path:
    """Write all profiles into the file, which its owner alone can read; return the file.

    Raises:
        OSError: It cannot be written.
    """
    lines = []
    for name, services in profiles.items():
        for service, values in services.items():
            lines.append(f"[profiles.{json.dumps(name)}.{json.dumps(service)}]")
            lines += [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in values.items()]
            lines.append("")
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_file(file, "\n".join(lines).encode(), mode=0o600, follow_links=True)
    return file


def _keyring() -> Any:
    try:
        return import_module("keyring")
    except ModuleNotFoundError as error:
        raise KeyringError(
            f"the keyring needs {error.name}, which is not installed; type: pip install 'clientkit[cli]'"
        ) from None


def _entry(profile: str, service: str, setting: str) -> str:
    return f"{profile}/{service}/{setting}"


def secret(name: str | None, service: str, setting: str) -> Secret | None:
    """Return a secret of a profile from the keyring; None when it has none.

    Raises:
        KeyringError: The keyring cannot be used.
    """
    keyring = _keyring()
    try:
        found = keyring.get_password(_SERVICE, _entry(chosen(name), service, setting))
    except keyring.errors.KeyringError as error:
        raise KeyringError(f"the keyring cannot be read: {error}") from None
    return None if found is None else Secret(found)


def keep(name: str | None, service: str, setting: str, value: Secret) -> None:
    """Keep a secret of a profile in the keyring.

    Raises:
        KeyringError: The keyring cannot be used.
    """
    keyring = _keyring()
    try:
        keyring.set_password(_SERVICE, _entry(chosen(name), service, setting), value.reveal())
    except keyring.errors.KeyringError as error:
        raise KeyringError(
            f"the keyring cannot keep it: {error}; set the environment variable instead"
        ) from None


def forget(name: str | None, service: str, setting: str) -> bool:
    """Take a secret of a profile out of the keyring; return whether there was one.

    Raises:
        KeyringError: The keyring cannot be used.
    """
    keyring = _keyring()
    try:
        keyring.delete_password(_SERVICE, _entry(chosen(name), service, setting))
    except keyring.errors.PasswordDeleteError:
        return False
    except keyring.errors.KeyringError as error:
        raise KeyringError(f"the keyring cannot be used: {error}") from None
    return True
