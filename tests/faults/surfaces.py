"""Every client, over a transport of a test."""

from __future__ import annotations

import contextlib
import warnings
from typing import Any

import alsorn
import asg_gateway
import ash_ai
import ash_sdk
import assetcore_sdk
import sbn
import sbn_gateway
from clientkit._sync.channel import Channel
from clientkit._sync.core import Core
from clientkit.testing import answer

from tests.faults.probe import URL, Surface
from tests.faults.products import ALSORN, ASG, ASH, ASSETCORE, SBN


def _alsorn(transport: Any) -> Any:
    return alsorn.AlsornClient(ALSORN.key, URL, http_client=transport)


def _ash(transport: Any) -> Any:
    return ash_ai.AshClient(URL, ASH.key, http_client=transport)


def _asg(transport: Any) -> Any:
    return asg_gateway.ASGGatewayClient(ASG.key, URL, http_client=transport)


def _assetcore(transport: Any) -> Any:
    return assetcore_sdk.AssetCoreClient(URL, ASSETCORE.key, http_client=transport)


def _sbn(transport: Any) -> Any:
    client = sbn.SbnClient(base_url=URL, http_client=transport)
    client.authenticate_api_key(SBN.key)
    return client


def _atlas(transport: Any) -> Any:
    transport.first.append(
        answer(200, {"access_token": "atlas-token-0123", "expires_in": 86400, "app_id": "app-1"})
    )
    client = sbn.Atlas(client_id="app-1", client_secret=SBN.key, base_url=URL, http_client=transport)
    with contextlib.suppress(sbn.SbnError):
        client.list_frontiers()  # with it the token is there
    return client


def _slot(transport: Any) -> Any:
    transport.first.append(answer(201, {"id": "slot-1", "state": "open"}))
    session = _sbn(transport).open_slot(worker_id="worker-1", task_type="classify", domain="images")
    session.open()
    return session


def _gateway(transport: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return sbn_gateway.SbnGatewayClient(base_url=URL, transport=transport)


def _pgdag_py(transport: Any) -> Any:
    client = sbn.PGDagPyClient(base_url=URL, http_client=transport)
    client.authenticate_api_key(SBN.key)
    return client


def _tenant_gateway(transport: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return sbn_gateway.SbnGatewayClient(base_url=URL, tenant_id="tenant-1", transport=transport)


def _published(transport: Any) -> Any:
    client = ash_sdk.AshClient(URL, ASH.key)
    core = client._core
    # This package has no argument for it.
    client._core = Core(core.product, core.settings, core.auth, Channel(transport))
    return client


SURFACES = {
    "alsorn": Surface("alsorn", _alsorn),
    "ash": Surface("ash", _ash),
    "asg": Surface("asg", _asg),
    "assetcore": Surface("assetcore", _assetcore),
    "sbn": Surface("sbn", _sbn),
    "sbn-atlas": Surface("sbn", _atlas),
    "sbn-slot": Surface("sbn", _slot),
    "sbn-pgdag-py": Surface("sbn", _pgdag_py),
    "sbn_gateway": Surface("sbn", _gateway),
    "sbn_gateway-tenant": Surface("sbn", _tenant_gateway),
    "ash_sdk": Surface("ash", _published),
}
