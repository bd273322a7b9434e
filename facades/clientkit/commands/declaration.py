"""What a product says of its commands and tools; everything else is derived from its client."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

_NOTHING: Mapping[str, str] = MappingProxyType({})

# Methods that every client may have and that no command makes sense of.
COMMON: Mapping[str, str] = MappingProxyType(
    {
        "close": "a command closes its client itself",
        "resolve": "every command resolves what is unclear, and says what it found",
        "with_options": "the options --timeout, --deadline and --max-retries of every command",
    }
)


class Declaration(NamedTuple):
    """What a product says of its commands; a facade has one as `DECLARATION` in its module `commands`.

    Methods are named as in Python: `agents.list`, `send_message`.

    Attributes:
        name: The name of the service, which is that of its sandbox.
        client: The sync client, as `module:class`.
        async_client: The async client.
        generated: The generated package, which has the operations.
        settings: What the client is made with, by argument. The value comes from the environment variable
            `<NAME>_<SETTING>`, else from the profile; without one, the client's default holds.
        secrets: The settings that are secret; a profile keeps them in the keyring.
        required: The settings that no call does without.
        connect: Makes a client of its class, the settings and the method that it is for (None for several);
            None where the settings are arguments of the class.
        side: Says which of several servers a method is for; a client is made for each. None for one server.
        names: Commands that are called in another way than their method: words with blanks between them.
        without: Methods that have no command, and why.
        tools_without: Methods that have a command and are no tool for agents, and why.
        reads: Methods that change nothing although their HTTP method is not GET.
        pays: Methods that move money or order what costs money.
        all_pages: The method that goes over all pages, by the method that lists one of them.
        exit_code: Says of the result of a method which exit code it deserves; None for 0.
        resolves_by: The method whose server finds out what became of a call; by default that of the call.
        guarded: Returns further arguments of the client that limit what it spends, of `per_call`, `per_day`,
            `currency` and `path`; None where the client has no guard.
    """

    name: str
    client: str
    async_client: str
    generated: str = ""
    settings: Sequence[str] = ("base_url", "api_key")
    secrets: Sequence[str] = ("api_key",)
    required: Sequence[str] = ("api_key",)
    connect: Callable[[type[Any], Mapping[str, Any], Any], Any] | None = None
    side: Callable[[Any], str] | None = None
    names: Mapping[str, str] = _NOTHING
    without: Mapping[str, str] = _NOTHING
    tools_without: Mapping[str, str] = _NOTHING
    reads: Sequence[str] = ()
    pays: Sequence[str] = ()
    all_pages: Mapping[str, str] = _NOTHING
    exit_code: Callable[[str, Any], int | None] | None = None
    resolves_by: str = ""
    guarded: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None

    @property
    def package(self) -> str:
        """The generated package."""
        return self.generated or f"{self.name}_api"

    def variable(self, setting: str) -> str:
        """Return the environment variable of a setting."""
        return f"{self.name}_{setting}".upper().replace("-", "_")

    def load(self, *, is_async: bool = False) -> type[Any]:
        """Import the client's class."""
        module, _, name = (self.async_client if is_async else self.client).partition(":")
        loaded: type[Any] = getattr(import_module(module), name)
        return loaded

    def make(self, settings: Mapping[str, Any], method: Any = None, *, is_async: bool = False) -> Any:
        """Return a client.

        Args:
            settings: What it is made with.
            method: The `Method` that it is for; None for several.
            is_async: Whether it is the async client.

        Raises:
            ClientError: A setting is missing, or cannot work.
        """
        client = self.load(is_async=is_async)
        return client(**settings) if self.connect is None else self.connect(client, settings, method)


def declared(facade: str) -> Declaration:
    """Return the declaration of a facade; a facade without one gets what its names suggest.

    Args:
        facade: Its import name.

    Raises:
        LookupError: It has no client.
    """
    try:
        found: Declaration = import_module(f"{facade}.commands").DECLARATION
    except ModuleNotFoundError as error:
        if error.name != f"{facade}.commands":
            raise
        return _suggested(facade)
    return found


def _suggested(facade: str) -> Declaration:
    module = import_module(facade)
    names = [name for name in dir(module) if name.endswith("Client") and not name.startswith(("_", "Async"))]
    if not names:
        raise LookupError(f"{facade} has no client to make commands of")
    taken = inspect.signature(getattr(module, names[0])).parameters
    settings = [name for name in ("base_url", "server_url", "api_key") if name in taken]
    secrets = [name for name in settings if name == "api_key"]
    return Declaration(
        facade,
        f"{facade}:{names[0]}",
        f"{facade}:Async{names[0]}",
        settings=settings,
        secrets=secrets,
        required=[name for name in secrets if taken[name].default is inspect.Parameter.empty],
    )
