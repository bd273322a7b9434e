"""Versions, and the settings that change how calls are sent: their names, never their values."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path
from urllib.request import getproxies

from clientkit._io.libraries import chosen
from clientkit.doctor.installation import OURS, Installation
from clientkit.errors import ConfigurationError

_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSLKEYLOGFILE")
_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([\w.-]+)['"]""")


def versions(installation: Installation) -> list[dict[str, str]]:
    """Return the versions of Python, of this distribution, and of what it stands on."""
    rows = {
        "python": f"{platform.python_version()} ({platform.python_implementation()}, {platform.platform()})"
    }
    rows[OURS] = installation.ours.version if installation.ours else "no record"
    core, extras = _requirements()
    rows |= {name: _version(name) or "not installed" for name in core}
    rows |= {name: found for name in _ENGINES if name not in rows and (found := _version(name))}
    for extra, names in extras.items():
        missing = [name for name in names if not _version(name)]
        rows[f"[{extra}]"] = f"lacks {', '.join(missing)}" if missing else "complete"
    rows["engine"], _ = engine()
    return [{"name": name, "version": value} for name, value in rows.items()]


def engine() -> tuple[str, str]:
    """Return the engine of clients with its version, and what is wrong with it; empty when nothing is."""
    try:
        name = chosen()
    except ConfigurationError as error:
        return "none", str(error)
    return f"{name} {_version(name)}", ""


_ENGINES = ("httpx", "httpcore", "httpcore2", "h11", "h2", "anyio", "trio", "aiohttp", "orjson", "certifi")


def settings(products: Iterable[str]) -> list[dict[str, str]]:
    """Return the settings of the environment that calls depend on, by name."""
    rows = [
        *(("proxy", name, "") for name in _set(*_PROXIES, *map(str.lower, _PROXIES))),
        *(("proxy", f"of the system, for {kind}", "") for kind in _system_proxies()),
        *(("certificates", name, _note(name)) for name in _set(*_CERTIFICATES)),
        *(("clientkit", name, "") for name in sorted(os.environ) if name.startswith("CLIENTKIT_")),
    ]
    for product in products:
        prefix = f"{product.upper()}_"
        rows += [(product, name, "") for name in sorted(os.environ) if name.startswith(prefix)]
    return [{"kind": kind, "name": name, "note": note} for kind, name, note in rows]


def _set(*names: str) -> list[str]:
    return [name for name in names if os.environ.get(name)]


def _system_proxies() -> Iterator[str]:
    """Yield the kinds of proxies that the system has, and no variable."""
    for kind in sorted(getproxies()):
        if not _set(f"{kind}_proxy", f"{kind}_proxy".upper()):
            yield kind


def _note(name: str) -> str:
    """Return what is wrong with a setting that is a path; empty when it can be read."""
    if name == "SSLKEYLOGFILE":
        return ""
    return "" if os.access(Path(os.environ[name]), os.R_OK) else ": what it points to cannot be read"


def _requirements() -> tuple[list[str], dict[str, list[str]]]:
    """Return the names of what this distribution needs: always, and for each extra."""
    core: list[str] = []
    extras: dict[str, list[str]] = {}
    try:
        known = distribution(OURS).metadata.get_all("Provides-Extra") or []
    except PackageNotFoundError:
        return core, extras
    extras |= {extra: [] for extra in known if extra not in {"dev", "all"}}
    for line in requires(OURS) or ():
        if not (found := _NAME.match(line)) or found[0] == OURS:
            continue
        if not (extra := _EXTRA.search(line)):
            core.append(found[0])
        elif extra[1] in extras:
            extras[extra[1]].append(found[0])
    return core, extras


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
