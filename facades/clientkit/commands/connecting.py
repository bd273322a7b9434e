"""Clients for commands and tools: settings from options, the environment, profiles, or a sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from clientkit.commands import profiles
from clientkit.commands.declaration import Declaration
from clientkit.commands.values import UsageError
from clientkit.secrets import Secret


def settings(
    declaration: Declaration, given: Mapping[str, str | None] | None = None, profile: str | None = None
) -> dict[str, Any]:
    """Return what a client is made with: what is given, then the environment, then the profile.

    Args:
        declaration: Of the product.
        given: Settings from options, by name.
        profile: The profile; None for the one of the environment.

    Raises:
        UsageError: A profile cannot be read.
    """
    found: dict[str, Any] = {}
    kept = profiles.settings(profile, declaration.name)
    for name in declaration.settings:
        is_secret = name in declaration.secrets
        value = (given or {}).get(name) or os.environ.get(declaration.variable(name))
        if not value and is_secret:
            value = _kept_secret(declaration, name, profile)
        elif not value:
            value = kept.get(name)
        if value:
            found[name] = Secret(value) if is_secret else value
    return found


def _kept_secret(declaration: Declaration, name: str, profile: str | None) -> Secret | None:
    try:
        return profiles.secret(profile, declaration.name, name)
    except profiles.KeyringError:
        # Without a keyring the environment is the way; what is missing is said where it is missed.
        return None


def check(declaration: Declaration, found: Mapping[str, Any]) -> None:
    """Refuse to go on without the settings that a client cannot do without.

    Raises:
        UsageError: A secret is missing.
    """
    missing = [name for name in declaration.required if name not in found]
    if missing:
        variables = " and ".join(declaration.variable(name) for name in missing)
        raise UsageError(
            f"{', '.join(missing)}: not set; set {variables}, "
            f"or type: clientkit profile login {declaration.name}"
        )


@contextmanager
def sandboxed(declaration: Declaration) -> Iterator[dict[str, Any]]:
    """Serve a sandbox of a product while the block runs; give what a client of it is made with.

    Raises:
        ImportError: The extra `sandbox` is not installed.
    """
    running = import_module("clientkit_sandbox").running
    with running(declaration.name) as sandbox:
        facts = {**sandbox.facts}
        yield {
            name: Secret(value) if name in declaration.secrets else value
            for name, value in facts.items()
            if name in declaration.settings
        }


def services() -> dict[str, str]:
    """Return the facade of each service, by the name of the service.

    A new service is a line in the table of services, and nothing here.
    """
    catalog = import_module("clientkit_sandbox._catalog")
    tomllib = import_module("tomllib")
    text = (catalog.specs_folder() / "services.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text).get("services", {})
    return {name: row["facades"][0] for name, row in table.items() if row.get("facades")}


def facade_of(service: str) -> str:
    """Return the facade of a service.

    Raises:
        UsageError: There is no such service.
    """
    known = services()
    if service not in known and find_spec(service) is not None:
        # A product of another repository, which is run by its own name.
        return service
    if service not in known:
        raise UsageError(f"there is no product {service!r}; there is: {', '.join(known)}")
    return known[service]
