"""Code written for the published package `alsorn` 0.2.3: its arguments and names, each with a warning.

What is here is accepted and nothing more: the names to write are those of the SDK page. The table of all
differences is in the documentation under "Coming from `alsorn` 0.2.3".
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar, cast

from clientkit.kinds import is_async_function, is_number
from clientkit.secrets import Secret

F = TypeVar("F", bound=Callable[..., Any])

_MODELS = {
    "AgentList": "alsorn._sync.pages.AgentPage",
    "AgentListItem": "alsorn.models.Agent",
    "AuditChain": "alsorn._sync.pages.AuditPage",
    "DeliveryResult": "alsorn.models.WebhookDelivery",
    "DisputeRecord": "alsorn.models.Dispute",
    "TransactionList": "alsorn._sync.pages.TransactionPage",
    "TrustQueryResponse": "alsorn.models.TrustBatch",
    "TrustRecordFull": "alsorn.models.TrustRecord",
    "TrustRecordSummary": "alsorn.models.TrustRecord",
    "VerificationResult": "alsorn.models.AgentVerification",
}
# Its modules that have no counterpart here, with the home of each name.
_MODULES = {
    "alsorn.models": _MODELS,
    "alsorn.decorators": {"track": "alsorn.track"},
    "alsorn.client": {"AlsornClient": "alsorn.AlsornClient"},
}


def names(module: str, others: Callable[[str], Any] | None = None) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module that the published package had.

    Args:
        module: Its name.
        others: Finds the names that are not the published package's.
    """

    def find(name: str) -> Any:
        home = _MODULES[module].get(name)
        if home is None:
            if others is not None:
                return others(name)
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        # A page of a list is not for callers to make: its class has no public module.
        public = home.replace("._sync.pages", "")
        _warn(f"{module}.{name} is a name of the published package: write {public}", stacklevel=3)
        place, _, attribute = home.rpartition(".")
        return getattr(import_module(place), attribute)

    return find


def renamed(**ours: str) -> Callable[[F], F]:
    """Return a decorator that accepts the published names of arguments.

    Args:
        ours: Our name of each argument, by its published name.
    """

    def decorate(method: F) -> F:
        if is_async_function(method):

            @functools.wraps(method)
            async def awaited(*args: Any, **options: Any) -> Any:
                return await method(*_ordered(args, options), **_translated(method.__name__, options, ours))

            return cast(F, awaited)

        @functools.wraps(method)
        def call(*args: Any, **options: Any) -> Any:
            return method(*_ordered(args, options), **_translated(method.__name__, options, ours))

        return cast(F, call)

    return decorate


def tracked(client: Callable[[Callable[..., Any]], Callable[..., Any]]) -> Callable[[F], F]:
    """Return a decorator that accepts the published arguments of `track`, also without their names.

    Args:
        client: Returns the class of the client that records the calls of a function.
    """

    def decorate(track: F) -> F:
        @functools.wraps(track)
        def call(agent_id: str, *args: Any, **options: Any) -> Any:
            _named(options, args, _TRACK)
            account = _account("track", options)
            options = _translated("track", options, _TRACK_NAMES)
            if account is None:
                return track(agent_id, **options)
            key, url = account

            def tracking(function: Any) -> Any:
                kind = client(function)
                return track(agent_id, client=lambda: client_of(kind, key, url), **options)(function)

            return tracking

        return cast(F, call)

    return decorate


def callback(client: Callable[..., Any]) -> Callable[[F], F]:
    """Return a decorator that accepts the published arguments of `AlsornCallback`.

    Args:
        client: The class of its client.
    """

    def decorate(init: F) -> F:
        @functools.wraps(init)
        def call(self: Any, agent_id: str, *args: Any, **options: Any) -> None:
            _named(options, args, ("api_key", "base_url", "counterparty_id"))
            account = _account("AlsornCallback", options)
            options = _translated("AlsornCallback", options, {"counterparty_id": "to_agent"})
            if account is not None:
                key, url = account
                options["client"] = lambda: client_of(client, key, url)
            init(self, agent_id, **options)

        return cast(F, call)

    return decorate


@functools.cache
def client_of(kind: Callable[..., Any], api_key: str, base_url: str | None) -> Any:
    """Return the client of a key, one for the whole process, as callers who name no client have it."""
    return kind(api_key=api_key) if base_url is None else kind(api_key=api_key, base_url=base_url)


_TRACK = ("api_key", "action_type", "extract_amount", "base_url", "counterparty_id", "currency")
_TRACK_NAMES = {"action_type": "action", "extract_amount": "amount", "counterparty_id": "to_agent"}


def _named(options: dict[str, Any], args: Sequence[Any], published: Sequence[str]) -> None:
    """Give arguments without names the published ones."""
    if len(args) > len(published):
        raise TypeError(f"takes at most {len(published) + 1} positional arguments, got {len(args) + 1}")
    for name, value in zip(published, args, strict=False):
        if name in options:
            raise TypeError(f"got {name} twice")
        options[name] = value


def _account(where: str, options: dict[str, Any]) -> tuple[Secret, str | None] | None:
    """Take key and URL out of the arguments; None when there is neither."""
    given = {name: options.pop(name) for name in ("api_key", "base_url") if name in options}
    if not given:
        return None
    if options.get("client") is not None:
        raise TypeError(f"{where} takes a client, or {' and '.join(given)} for one, not both")
    _warn(f"{where}({', '.join(f'{name}=…' for name in given)}) is the published package's: write client=…")
    # Hidden before anything else: a traceback must not show it.
    return Secret(given.get("api_key") or ""), given.get("base_url")


def _ordered(args: tuple[Any, ...], options: dict[str, Any]) -> tuple[Any, ...]:
    """Return the arguments of `execute` in our order: the published one has the amount before the action."""
    if len(args) < 4 or not is_number(args[3]):
        return args
    if len(args) == 4:
        options["amount"] = args[3]
        _warn("execute(…, amount, …) is the published package's order: write amount=…")
        return args[:3]
    if not isinstance(args[4], str):
        return args
    _warn("execute(…, amount, action_type) is the published package's order: write action=…, amount=…")
    return (*args[:3], args[4], args[3], *args[5:])


def _translated(where: str, options: dict[str, Any], ours: dict[str, str]) -> dict[str, Any]:
    for old, new in ours.items():
        if old in options:
            if new in options:
                raise TypeError(f"{where} takes {new} or {old}, its published name, not both")
            value = options.pop(old)
            if value is not None:
                options[new] = value
            _warn(f"{where}({old}=…) is the published package's name: write {new}=…")
    return options


def _warn(message: str, stacklevel: int = 4) -> None:
    # For the caller's line, behind the helper and the wrapper.
    warnings.warn(message, DeprecationWarning, stacklevel=stacklevel)
