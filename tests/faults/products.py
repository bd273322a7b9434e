"""The five products behind one face: built, called and closed by the same lines in sync and async."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any, NamedTuple
from uuid import uuid4

import alsorn
import alsorn.errors
import asg_gateway
import asg_gateway.errors
import ash_ai
import ash_ai.errors
import ash_sdk
import assetcore_sdk
import assetcore_sdk.errors
import sbn
import sbn.errors
import sbn_gateway
from assetcore_sdk.operations import AddFungible
from clientkit import errors as common

from tests.runtime.modes import MODES, Mode

Invoke = Callable[["Client"], Any]

SESSION = "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"


def another_session() -> str:
    """A session of its own: the client refuses one whose last turn was cut off."""
    return str(uuid4())


LABELS = {"question": "Cat or dog?", "options": ["cat", "dog"]}


class Sound(NamedTuple):
    """What a sound answer looks like on the wire."""

    body: str = "{}"
    media: str = "application/json"


class Client:
    """A client of a product in one mode; methods are called by the documented name and awaited when due."""

    def __init__(self, product: Product, mode: Mode, inner: Any) -> None:
        self.product = product
        self.mode = mode
        self.inner = inner

    def call(self, path: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method, such as `agents.get`, and return what it gives."""
        return self.mode.run(self.start(path, *args, **kwargs))

    def start(self, path: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method without awaiting what it gives."""
        if self.product.suffixed and not self.mode.is_async:
            path += "_sync"
        target = self.inner
        for name in path.split("."):
            target = getattr(target, name)
        return target(*args, **kwargs)

    def items(self, path: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Call a method that streams, and read the stream to its end."""
        return self.mode.list(self.call(path, *args, **kwargs))

    def error(self, invoke: Invoke) -> Exception:
        """Make a call that must fail; return what it raised."""
        try:
            result = invoke(self)
        except Exception as error:
            return error
        raise AssertionError(f"no error, but {result!r}")

    def view(self, **options: Any) -> Client:
        """The same client with other options."""
        return Client(self.product, self.mode, self.inner.with_options(**options))

    def close(self) -> None:
        """Close the client."""
        self.mode.close(self.inner)


@dataclass(frozen=True)
class Product:
    """What the tests have to know of a product.

    Attributes:
        name: The service.
        package: The import package; its errors are in `errors`.
        build: Makes a client: mode, address, key, further options.
        key: A credential of the documented form.
        calls: A call per policy. `read` may be repeated, `write` may not, `keyed` carries an idempotency
            key, `stream` reads server-sent events, `bytes` a body as it comes.
        answers: A sound answer to each of them that `{}` would not be.
        classes: The class of each kind of error, and of each status that has one; `4xx` and `5xx` are the
            others.
        root: The classes under which every error of the product is caught.
        options: Options of a client of these tests that differ from the product's defaults.
        suffixed: Whether sync methods are called `name_sync`.
        ends: Whether its stream of events is cut off when its last event is missing.
    """

    name: str
    package: ModuleType
    build: Callable[..., Any]
    key: str
    calls: Mapping[str, Invoke]
    classes: Mapping[str | int, type[Exception]]
    root: tuple[type[Exception], ...]
    answers: Mapping[str, Sound] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    suffixed: bool = False
    ends: bool = False

    def __repr__(self) -> str:
        return self.name

    @property
    def errors(self) -> ModuleType:
        """The module of its errors."""
        found: ModuleType = self.package.errors
        return found

    def answer(self, policy: str) -> Sound:
        """A sound answer to a call."""
        return self.answers.get(policy, Sound())

    def repeats(self, policy: str) -> bool:
        """Whether a call is repeated although an earlier attempt may have reached the service."""
        # Of the streams, reading a log and a file changes nothing; sending a message does.
        return policy in {"read", "keyed", "bytes"} or (policy == "stream" and self.name == "assetcore")

    def connect(self, mode: Mode, url: str, *, key: str | None = None, **options: Any) -> Client:
        """Make a client.

        Args:
            mode: Sync or async.
            url: Where the service is.
            key: The credential; the product's example key by default.
            options: Further options of the client.
        """
        inner = self.build(mode, url, self.key if key is None else key, **{**self.options, **options})
        return Client(self, mode, inner)


def _alsorn(mode: Mode, url: str, key: str, **options: Any) -> Any:
    made = alsorn.AsyncAlsornClient if mode.is_async else alsorn.AlsornClient
    return made(key, url, **options)


def _ash(mode: Mode, url: str, key: str, **options: Any) -> Any:
    made = ash_ai.AsyncAshClient if mode.is_async else ash_ai.AshClient
    return made(url, key, **options)


def _asg(mode: Mode, url: str, key: str, **options: Any) -> Any:
    made = asg_gateway.AsyncASGGatewayClient if mode.is_async else asg_gateway.ASGGatewayClient
    return made(key, base_url=url, **options)


def _assetcore(mode: Mode, url: str, key: str, **options: Any) -> Any:
    # One class for sync and async; an engine that is injected goes where this mode looks for it.
    if mode.is_async and "http_client" in options:
        options["http_client_async"] = options.pop("http_client")
    return assetcore_sdk.AssetCoreClient(url, key, **options)


def _sbn(mode: Mode, url: str, key: str, **options: Any) -> Any:
    client = (sbn.AsyncSbnClient if mode.is_async else sbn.SbnClient)(base_url=url, **options)
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
    {
        "connection": alsorn.errors.AlsornConnectionError,
        "timeout": alsorn.errors.AlsornTimeoutError,
        "decode": alsorn.errors.AlsornDecodeError,
        400: alsorn.errors.AlsornBadRequestError,
        401: alsorn.errors.AlsornAuthError,
        403: alsorn.errors.AlsornForbiddenError,
        404: alsorn.errors.AlsornNotFoundError,
        409: alsorn.errors.AlsornConflictError,
        422: alsorn.errors.AlsornValidationError,
        429: alsorn.errors.AlsornRateLimitError,
        "4xx": alsorn.errors.AlsornAPIError,
        "5xx": alsorn.errors.AlsornServerError,
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
        "stream": lambda c: c.items("send_message_stream", another_session(), "hello"),
        "bytes": lambda c: c.call("read_session_file", SESSION, "notes.txt"),
    },
    {
        "connection": ash_ai.errors.AshConnectionError,
        "timeout": ash_ai.errors.AshTimeoutError,
        "decode": ash_ai.errors.AshDecodeError,
        "stream": ash_ai.errors.AshStreamError,
        "stream_timeout": ash_ai.errors.AshStreamTimeoutError,
        400: ash_ai.errors.AshBadRequestError,
        401: ash_ai.errors.AshAuthenticationError,
        403: ash_ai.errors.AshPermissionDeniedError,
        404: ash_ai.errors.AshNotFoundError,
        409: ash_ai.errors.AshConflictError,
        410: ash_ai.errors.AshSessionEndedError,
        422: ash_ai.errors.AshUnprocessableError,
        429: ash_ai.errors.AshRateLimitError,
        "4xx": ash_ai.errors.AshApiError,
        "5xx": ash_ai.errors.AshServerError,
    },
    (ash_ai.errors.AshError,),
    {
        "read": Sound('{"agent": {"name": "helper"}}'),
        "write": Sound('{"session": {"id": "session_1"}}'),
        "stream": Sound(
            'event: message\ndata: {"type": "assistant"}\n\nevent: done\ndata: {"sessionId": "s"}\n\n',
            "text/event-stream",
        ),
        "bytes": Sound("the content of a file", "application/octet-stream"),
    },
    ends=True,
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
    {
        "connection": asg_gateway.errors.ASGGatewayConnectionError,
        "timeout": asg_gateway.errors.ASGGatewayTimeoutError,
        "decode": asg_gateway.errors.ASGGatewayDecodeError,
        400: asg_gateway.errors.ASGGatewayBadRequestError,
        401: asg_gateway.errors.ASGGatewayAuthenticationError,
        403: asg_gateway.errors.ASGGatewayForbiddenError,
        404: asg_gateway.errors.ASGGatewayNotFoundError,
        409: asg_gateway.errors.ASGGatewayConflictError,
        422: asg_gateway.errors.ASGGatewayUnprocessableError,
        429: asg_gateway.errors.ASGGatewayThrottledError,
        "4xx": asg_gateway.errors.ASGGatewayHTTPError,
        "5xx": asg_gateway.errors.ASGGatewayServerError,
    },
    (asg_gateway.errors.ASGGatewayError,),
    {
        "read": Sound('{"task_id": "task_1"}'),
        "write": Sound('{"job_id": "job_1"}'),
        "keyed": Sound('{"task_id": "task_1"}'),
    },
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
    {
        "connection": assetcore_sdk.errors.HttpConnectionError,
        "timeout": assetcore_sdk.errors.HttpTimeoutError,
        "decode": assetcore_sdk.errors.HttpDecodeError,
        "stream": assetcore_sdk.errors.HttpStreamError,
        "stream_timeout": assetcore_sdk.errors.HttpStreamTimeoutError,
        400: assetcore_sdk.errors.HttpBadRequestError,
        401: assetcore_sdk.errors.SDKUnauthorizedError,
        403: assetcore_sdk.errors.SDKForbiddenError,
        404: assetcore_sdk.errors.NotFoundError,
        409: assetcore_sdk.errors.ConflictError,
        422: assetcore_sdk.errors.ValidationError,
        429: assetcore_sdk.errors.SDKQuotaError,
        "4xx": assetcore_sdk.errors.HttpStatusError,
        "5xx": assetcore_sdk.errors.HttpServerError,
    },
    (assetcore_sdk.errors.AssetCoreError,),
    {
        "stream": Sound(
            'id: 1\ndata: {"world_seq": 1, "events": []}\n\nid: 2\ndata: {"world_seq": 2, "events": []}\n\n',
            "text/event-stream",
        ),
    },
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
    {
        "connection": sbn.errors.SbnConnectionError,
        "timeout": sbn.errors.SbnTimeoutError,
        "decode": sbn.errors.SbnDecodeError,
        400: sbn.errors.SbnBadRequestError,
        401: sbn.errors.SbnAuthenticationError,
        403: sbn.errors.SbnPermissionDeniedError,
        404: sbn.errors.SbnNotFoundError,
        409: sbn.errors.SbnConflictError,
        422: sbn.errors.SbnUnprocessableError,
        429: sbn.errors.SbnRateLimitError,
        "4xx": sbn.errors.SbnError,
        "5xx": sbn.errors.SbnServerError,
    },
    # Its documented classes have no root of their own next to the common one.
    (common.ClientError,),
    # Three attempts by default, as all others here.
    options={"max_retries": 2},
)


def _gateway(mode: Mode, url: str, key: str, **options: Any) -> Any:
    minted = sbn_gateway.MintedToken(key, datetime.now(UTC) + timedelta(hours=1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return sbn_gateway.SbnGatewayClient(
            base_url=url, token_provider=lambda: minted, transport=options["http_client"]
        )


def _ash_sdk(mode: Mode, url: str, key: str, **options: Any) -> Any:
    # It has no place for an engine.
    return ash_sdk.AshClient(url, key)


def _read_by_other_world(client: Client) -> list[Any]:
    return MODES[1].list(client.inner.asend_message_stream(another_session(), "hello"))


GATEWAY = Product(
    "sbn_gateway",
    sbn_gateway,
    _gateway,
    "eyJ.0123456789abcdef.x",
    {
        "read": lambda c: c.call("fetch_receipt", "r-1"),
        "write": lambda c: c.call("create_slot", sbn_gateway.SlotCreateRequest("worker-1", "classify")),
    },
    {
        "connection": sbn_gateway.GatewayTransportError,
        "timeout": sbn_gateway.GatewayTransportError,
        "decode": sbn.errors.SbnDecodeError,
        "4xx": sbn_gateway.GatewayError,
        "5xx": sbn_gateway.GatewayError,
    },
    (common.ClientError,),
)
ASH_SDK = replace(ASH, name="ash_sdk", package=ash_sdk, build=_ash_sdk)

PRODUCTS = [ALSORN, ASH, ASG, ASSETCORE, SBN]
# The names of older packages; they block, but for one method.
OLDER = [GATEWAY, ASH_SDK, replace(ASH_SDK, name="ash_sdk-async", calls={"stream": _read_by_other_world})]
