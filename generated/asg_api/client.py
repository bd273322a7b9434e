"""The clients that the functions of the endpoints take."""

from clientkit.lowlevel import AuthenticatedClient, Client

__all__ = ("AuthenticatedClient", "Client")
