"""What product clients are made of: everything that a facade needs of the runtime's flows.

A facade writes its async code with the `Async…` names; its sync code is derived from that.

- `AsyncBaseClient`: the client itself, with options, views and closing. `AsyncResource`: a group of its
  operations. Both send through an `AsyncCore`: `send`, `stream`, `poll`, `view(timeout=…)`, `anonymous()`,
  `clock`, `tasks(limit)`.
- `AsyncFixedAuth`, `AsyncRefreshingAuth`: where tokens come from.
- `AsyncPage`: a page of a list; `AsyncItems`: an iterator over one. `AsyncByteStream`, `AsyncEventStream`:
  answers that are read as they come.
- `AsyncExclusive`: lets one at a time through.

Each name is loaded when it is first used.
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports
from clientkit.operation import Answer

if TYPE_CHECKING:
    from clientkit._async.channel import AsyncChannel
    from clientkit._async.client import AsyncBaseClient, AsyncResource
    from clientkit._async.core import AsyncCore
    from clientkit._async.exclusive import AsyncExclusive
    from clientkit._async.pages import AsyncItems, AsyncPage
    from clientkit._async.resolving import AsyncReader
    from clientkit._async.streams import AsyncByteStream, AsyncEventStream
    from clientkit._async.tokens import AsyncAuth, AsyncFixedAuth, AsyncRefreshingAuth
    from clientkit._io.asynchronous import in_thread
    from clientkit._sync.channel import Channel
    from clientkit._sync.client import BaseClient, Resource
    from clientkit._sync.core import Core
    from clientkit._sync.exclusive import Exclusive
    from clientkit._sync.pages import Items, Page
    from clientkit._sync.resolving import Reader
    from clientkit._sync.streams import ByteStream, EventStream
    from clientkit._sync.tokens import Auth, FixedAuth, RefreshingAuth

__all__ = [
    "AsyncAuth",
    "AsyncBaseClient",
    "AsyncByteStream",
    "AsyncChannel",
    "AsyncCore",
    "AsyncEventStream",
    "AsyncExclusive",
    "AsyncFixedAuth",
    "AsyncItems",
    "AsyncPage",
    "AsyncReader",
    "AsyncRefreshingAuth",
    "AsyncResource",
    "Auth",
    "BaseClient",
    "ByteStream",
    "Channel",
    "Core",
    "EventStream",
    "Exclusive",
    "FixedAuth",
    "Items",
    "Page",
    "Reader",
    "RefreshingAuth",
    "Resource",
    "in_thread",
    "nothing",
]

_FLOWS = {
    "Channel": "channel",
    "BaseClient": "client",
    "Resource": "client",
    "Core": "core",
    "Exclusive": "exclusive",
    "Items": "pages",
    "Reader": "resolving",
    "Page": "pages",
    "ByteStream": "streams",
    "EventStream": "streams",
    "Auth": "tokens",
    "FixedAuth": "tokens",
    "RefreshingAuth": "tokens",
}
__getattr__, __dir__ = exports(
    __name__,
    {
        **{name: f"clientkit._sync.{module}" for name, module in _FLOWS.items()},
        **{f"Async{name}": f"clientkit._async.{module}" for name, module in _FLOWS.items()},
        "in_thread": "clientkit._io.asynchronous",
    },
)


def nothing(answer: Answer) -> None:
    """Read an answer that has nothing to say, whatever its body; for the `parse` of `send`."""
