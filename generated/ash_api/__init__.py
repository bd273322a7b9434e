"""A client library for accessing Ash agent server API"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AuthenticatedClient as AuthenticatedClient, Client as Client

__all__ = ("SERVERS", "AuthenticatedClient", "Client")

# Base URLs that the spec documents; one may have {variables}.
SERVERS: tuple[str, ...] = ("http://localhost:4100",)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in ("AuthenticatedClient", "Client"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import client

        return getattr(client, name)
