"""The five products behind one face: built, called and closed by the same lines in both worlds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import alsorn
import alsorn.errors
import asg_gateway
import asg_gateway.errors
import ash_ai
import ash_ai.errors
import assetcore_sdk
import assetcore_sdk.errors
import sbn
import sbn.errors
from assetcore_sdk.operations import AddFungible
from clientkit import errors as common

from tests.runtime.worlds import World

Invoke = Callable[["Client"], Any]

SESSION = "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"
LABELS = {"question": "Cat or dog?", "options": ["cat", "dog"]}


class Client:
    """A client of a product in one world; methods are called by the documented name and awaited when due."""

    def __init__(self, product: Product, world: World, inner: Any) -> None:
        self.product = product
        self.world = world
        self.inner = inner

    def call(self, path: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method, such as `agents.get`, and return what it gives."""
        return self.world.run(self.start(path, *args, **kwargs))

    def start(self, path: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method without awaiting what it gives."""
        if self.product.suffixed and not self.world.is_async:
            path += "_sync"
        target = self.inner
        for name in path.split("."):
            target = getattr(target, name)
        return target(*args, **kwargs)

    def items(self, path: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Call a method that streams, and read the stream to its end."""
        return self.world.list(self.call(path, *args, **kwargs))

    def error(self, invoke: Invoke) -> Exception:
        """Make a call that must fail; return what it raised."""
        try:
            result = invoke(self)
        except Exception as error:
            return error
        raise AssertionError(f"no error, but {result!r}")

    def close(self) -> None:
        """Close the client."""
        self.world.close(self.inner)


@dataclass(frozen=True)
class Product:
    """What the tests have to know of a product.

    Attributes:
        name: The service.
        package: The import package; its errors are in `errors`.
        build: Makes a client: world, address, key, further options.
        key: A credential of the documented form.
        calls: A call per policy. `read` may be repeated, `write` may not, `keyed` carries an idempotency
            key, `stream` reads server-sent events.
        root: The classes under which every error of the product is caught.
        options: Options of a client of these tests that differ from the product's defaults.
        suffixed: Whether blocking methods are called `name_sync`.
    """

    name: str
    package: ModuleType
    build: Callable[..., Any]
    key: str
    calls: Mapping[str, Invoke]
    root: tuple[type[Exception], ...]
    options: Mapping[str, Any] = field(default_factory=dict)
    suffixed: bool = False

    def __repr__(self) -> str:
        return self.name

    @property
    def errors(self) -> ModuleType:
        """The module of its errors."""
        found: ModuleType = self.package.errors
        return found

    def connect(self, world: World, url: str, *, key: str | None = None, **options: Any) -> Client:
        """Make a client.

        Args:
            world: Sync or async.
            url: Where the service is.
            key: The credential; the product's example key by default.
            options: Further options of the client.
        """
        inner = self.build(world, url, self.key if key is None else key, **{**self.options, **options})
        return Client(self, world, inner)


def _alsorn(world: World, url: str, key: str, **options: Any) -> Any:
    made = alsorn.AsyncAlsornClient if world.is_async else alsorn.AlsornClient
    return made(key, url, **options)


def _ash(world: World, url: str, key: str, **options: Any) -> Any:
    made = ash_ai.AsyncAshClient if world.is_async else ash_ai.AshClient
    return made(url, key, **options)


def _asg(world: World, url: str, key: str, **options: Any) -> Any:
    made = asg_gateway.AsyncASGGatewayClient if world.is_async else asg_gateway.ASGGatewayClient
    return made(key, base_url=url, **options)


def _assetcore(world: World, url: str, key: str, **options: Any) -> Any:
    # One class for both worlds; an engine that is injected goes where this world looks for it.
    if world.is_async and "http_client" in options:
        options["http_client_async"] = options.pop("http_client")
    return assetcore_sdk.AssetCoreClient(url, key, **options)


def _sbn(world: World, url: str, key: str, **options: Any) -> Any:
    client = (sbn.AsyncSbnClient if world.is_async else sbn.SbnClient)(base_url=url, **options)
    client.authenticate_api_key(key)
    return client


ALSORN = Product(
    "alsorn",
    alsorn,
    _alsorn,
    "als_live_0123456789abcdef",
    {
        "read": lambda c: c.call("agents.get", "agent_7f3k9x2m"),
        "write": lambda c: c.call("agents.register", "Payer", ["transfer_funds"], 100.0),
        "keyed": lambda c: c.call(
            "transactions.execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", 25.0
        ),
    },
    (alsorn.errors.AlsornError,),
    options={"max_retries": 2},
)
ASH = Product(
    "ash",
    ash_ai,
    _ash,
    "ash_0123456789abcdef",
    {
        "read": lambda c: c.call("get_agent", "helper"),
        "write": lambda c: c.call("create_session", "helper"),
        "stream": lambda c: c.items("send_message_stream", SESSION, "hello"),
    },
    (ash_ai.errors.AshError,),
)
ASG = Product(
    "asg",
    asg_gateway,
    _asg,
    "sk_sandbox_0123456789abcdef",
    {
        "read": lambda c: c.call("get_task", "task_1"),
        "write": lambda c: c.call("create_job", "s3://bucket/manifest.jsonl", LABELS),
        "keyed": lambda c: c.call("submit_task", "image_classification", "https://example.com/1.png", LABELS),
    },
    (asg_gateway.errors.ASGGatewayError,),
    # It repeats nothing unless it is told to.
    options={"max_retries": 2},
)
ASSETCORE = Product(
    "assetcore",
    assetcore_sdk,
    _assetcore,
    "act_0123456789abcdef",
    {
        "read": lambda c: c.call("get_container_balances", "vault"),
        "write": lambda c: c.call("create_namespace", 2, "arena"),
        "keyed": lambda c: c.call(
            "commit_operations",
            [
                AddFungible(
                    class_id="credits", quantity=5, location={"kind": "balance", "container_id": "vault"}
                )
            ],
        ),
        "stream": lambda c: c.items("read_stream"),
    },
    (assetcore_sdk.errors.AssetCoreError,),
    suffixed=True,
)
SBN = Product(
    "sbn",
    sbn,
    _sbn,
    "sbn_live_0123456789abcdef",
    {
        "read": lambda c: c.call("gateway.fetch_receipt", "r-1"),
        "write": lambda c: c.call("gateway.create_slot", "worker-1", "classify"),
    },
    # Its documented classes have no root of their own beside the common one.
    (common.ClientError,),
    # Three attempts by default, as all others here.
    options={"max_retries": 2},
)

PRODUCTS = [ALSORN, ASH, ASG, ASSETCORE, SBN]
