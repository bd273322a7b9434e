"""Every place where a secret can be given: how a client gets it, and the calls that carry it."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import ash_sdk
import sbn
import sbn_gateway
from clientkit.lowlevel import AuthenticatedClient
from clientkit.testing import Step, answer

from tests.runtime.modes import Mode

from .products import ALSORN, ASG, ASH, ASSETCORE, LABELS, SBN, Client, Invoke, Product

Build = Callable[[Mode, str, str, dict[str, Any]], Client]
TAIL = "Zq7x0Wm4Kp9Ls2Vd"


@dataclass(frozen=True)
class Place:
    """Where a secret can be given.

    Attributes:
        name: Product and place.
        build: Makes a client of mode, address, secret and options.
        call: Makes the call that carries the secret, given the secret.
        secret: A secret that fits.
        modes: The modes that have the place.
        first: Answers before the one that is tested.
    """

    name: str
    build: Build
    call: Callable[[Client, str], Any]
    secret: str
    modes: tuple[str, ...] = ("sync", "async")
    first: tuple[Step, ...] = ()

    def __repr__(self) -> str:
        return self.name


def _key(product: Product) -> Build:
    return lambda mode, url, secret, options: product.connect(mode, url, key=secret, **options)


def _header(product: Product) -> Build:
    return lambda mode, url, secret, options: product.connect(
        mode, url, headers={"X-Custom-Token": secret}, **options
    )


def _client(product: Product) -> Build:
    return lambda mode, url, secret, options: product.connect(mode, url, **options)


def _read(product: Product) -> Callable[[Client, str], Any]:
    invoke: Invoke = product.calls["read"]
    return lambda client, secret: invoke(client)


# -- Asset Core: refresh hooks -------------------------------------------------------------------------


def _refreshing(old: Callable[[str], str], new: Callable[[str], str]) -> Build:
    def build(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
        async def awaited() -> str:
            return new(secret)

        hooks = {"refresh_token": lambda: new(secret), "refresh_token_async": awaited}
        return ASSETCORE.connect(mode, url, key=old(secret), **hooks, **options)

    return build


# -- SmartBlocks Network: the other credentials --------------------------------------------------------


def _bearer(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
    client = SBN.connect(mode, url, **options)
    client.inner.authenticate_bearer(secret)
    return client


def _atlas(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
    kind = sbn.AsyncAtlas if mode.is_async else sbn.Atlas
    return Client(SBN, mode, kind(client_id="atl_1", client_secret=secret, base_url=url, **options))


def _gateway(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
    ends = datetime.now(UTC) + timedelta(hours=1)
    # Its argument has another name.
    options = {"transport": options.get("http_client")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        inner = sbn_gateway.SbnGatewayClient(
            base_url=url, token_provider=lambda: sbn_gateway.MintedToken(secret, ends), **options
        )
    return Client(SBN, mode, inner)


# -- other names ---------------------------------------------------------------------------------------


def _published(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
    engine = options.pop("http_client", None)
    inner = ash_sdk.AshClient(url, secret, **options)
    if engine is not None:
        inner._core.channel._http_client = engine
    return Client(ASH, mode, inner)


class _Generated(Client):
    """A client of a generated package: it returns error answers, and raises what it cannot read."""

    def close(self) -> None:
        if self.mode.is_async:
            self.mode.run(self.inner.__aexit__())
        else:
            self.inner.__exit__()


def _generated(**given: Callable[[str], Any]) -> Build:
    def build(mode: Mode, url: str, secret: str, options: dict[str, Any]) -> Client:
        arguments = {"token": "another-token-0123", **{name: make(secret) for name, make in given.items()}}
        inner = AuthenticatedClient(base_url=url, **arguments)
        engine = options.pop("http_client", None)
        if engine is not None:
            (inner.set_async_httpx_client if mode.is_async else inner.set_httpx_client)(engine)
        return _Generated(ALSORN, mode, inner)

    return build


def _generated_call(client: Client, secret: str) -> Any:
    call = import_module("alsorn_api.api.agents.get_agent").OPERATION("agent_1")
    send = client.inner.asend if client.mode.is_async else client.inner.send
    return client.mode.run(send(call))


def _s3(client: Client, **changes: str) -> Any:
    credentials = {"access_key_id": "AKIA0123", "secret_access_key": "x", "region": "eu-1", **changes}
    return client.call("create_job", "s3://bucket/manifest.jsonl", LABELS, credentials=credentials)


def _gcs(client: Client, secret: str) -> Any:
    account = json.dumps({"type": "service_account", "private_key": secret, "client_email": "a@b"})
    return client.call(
        "create_job", "gs://bucket/m.jsonl", LABELS, credentials={"service_account_json": account}
    )


PLACES = [
    *(
        Place(f"{product}-key", _key(product), _read(product), product.key[:9] + TAIL)
        for product in (ALSORN, ASH, ASSETCORE, SBN)
    ),
    Place("asg-key", _key(ASG), _read(ASG), "sk_sandbox_" + TAIL),
    *(
        Place(f"{product}-headers", _header(product), _read(product), TAIL)
        for product in (ALSORN, ASH, ASG, ASSETCORE, SBN)
    ),
    Place(
        "ash-credential",
        _client(ASH),
        lambda c, s: c.call("create_credential", "anthropic", s),
        f"sk-ant-{TAIL}",
    ),
    Place(
        "ash-bedrock-key",
        _client(ASH),
        lambda c, s: c.call("create_bedrock_credential", "AKIA0123456789", s, "us-east-1"),
        TAIL,
    ),
    Place(
        "ash-bedrock-token",
        _client(ASH),
        lambda c, s: c.call(
            "create_bedrock_credential", "AKIA0123456789", "x" * 20, "us-east-1", session_token=s
        ),
        TAIL,
    ),
    Place(
        "ash-deployed-env",
        _client(ASH),
        lambda c, s: c.call("deploy_agent", "helper", env={"API_KEY": s}),
        TAIL,
    ),
    Place(
        "ash-deployed-files-env",
        _client(ASH),
        lambda c, s: c.call("deploy_agent_files", "helper", {"CLAUDE.md": "be kind"}, env={"API_KEY": s}),
        TAIL,
    ),
    Place(
        "ash-updated-env",
        _client(ASH),
        lambda c, s: c.call("update_agent", "helper", env={"API_KEY": s}),
        TAIL,
    ),
    Place(
        "ash-session-env",
        _client(ASH),
        lambda c, s: c.call("create_session", "helper", extra_env={"API_KEY": s}),
        TAIL,
    ),
    Place(
        "ash-mcp-env",
        _client(ASH),
        lambda c, s: c.call(
            "create_session", "helper", mcp_servers={"git": {"command": "git-mcp", "env": {"TOKEN": s}}}
        ),
        TAIL,
    ),
    Place(
        "ash-mcp-url",
        _client(ASH),
        lambda c, s: c.call(
            "create_session", "helper", mcp_servers={"web": {"url": f"https://mcp.test/?key={s}"}}
        ),
        TAIL,
    ),
    Place(
        "ash-mcp-args",
        _client(ASH),
        lambda c, s: c.call(
            "create_session", "helper", mcp_servers={"db": {"command": "db", "args": ["--password", s]}}
        ),
        TAIL,
    ),
    Place("ash-published-name", _published, _read(ASH), f"ash_{TAIL}", ("sync",)),
    Place("asg-s3-id", _client(ASG), lambda c, s: _s3(c, access_key_id=s), "AKIA" + TAIL),
    Place("asg-s3-key", _client(ASG), lambda c, s: _s3(c, secret_access_key=s), TAIL),
    Place("asg-gcs", _client(ASG), _gcs, TAIL),
    Place(
        "asg-webhook",
        _client(ASG),
        lambda c, s: c.call("register_webhook", "https://example.com/hook", s),
        f"whsec_{TAIL}",
    ),
    Place(
        "assetcore-old-token",
        _refreshing(lambda secret: secret, lambda secret: "act_another_0123456789"),
        _read(ASSETCORE),
        f"act_{TAIL}",
    ),
    Place(
        "assetcore-new-token",
        _refreshing(lambda secret: "act_another_0123456789", lambda secret: secret),
        _read(ASSETCORE),
        f"act_{TAIL}",
        first=(answer(401),),
    ),
    Place("sbn-bearer", _bearer, _read(SBN), TAIL),
    Place("sbn-atlas", _atlas, lambda c, s: c.call("load"), f"atl_sec_{TAIL}"),
    Place(
        "sbn-atlas-token",
        _atlas,
        lambda c, s: c.call("load"),
        f"atl_tok_{TAIL}",
        first=(answer(200, {"access_token": f"atl_tok_{TAIL}", "expires_in": 3600, "app_id": "a-1"}),),
    ),
    Place(
        "sbn-exchange",
        _client(SBN),
        lambda c, s: c.call("atlas.exchange_token", client_id="atl_1", client_secret=s),
        f"atl_sec_{TAIL}",
    ),
    Place(
        "sbn-webhook",
        _client(SBN),
        lambda c, s: c.call("console.create_webhook", "p-1", url="https://example.com", secret=s),
        TAIL,
    ),
    Place(
        "sbn-changed-webhook",
        _client(SBN),
        lambda c, s: c.call("console.update_webhook", "p-1", "w-1", secret=s),
        TAIL,
    ),
    Place("sbn_gateway-token", _gateway, lambda c, s: c.inner.fetch_receipt("r-1"), TAIL, ("sync",)),
    Place("generated-token", _generated(token=lambda secret: secret), _generated_call, TAIL),
    Place(
        "generated-headers", _generated(headers=lambda secret: {"X-Api-Key": secret}), _generated_call, TAIL
    ),
    Place("generated-cookies", _generated(cookies=lambda secret: {"session": secret}), _generated_call, TAIL),
]
