"""The clients that the functions of the endpoints take."""

from clientkit.operation.client import AuthenticatedClient, Client

__all__ = ("AuthenticatedClient", "Client")
