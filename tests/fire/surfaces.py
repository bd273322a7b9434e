"""Every client, over a transport of a test."""

from __future__ import annotations

from typing import Any

import alsorn
import asg_gateway
import ash_ai
import assetcore_sdk
import sbn

from tests.fire.probe import URL, Surface
from tests.fire.products import ALSORN, ASG, ASH, ASSETCORE, SBN


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


SURFACES = {
    "alsorn": Surface("alsorn", _alsorn),
    "ash": Surface("ash", _ash),
    "asg": Surface("asg", _asg),
    "assetcore": Surface("assetcore", _assetcore),
    "sbn": Surface("sbn", _sbn),
}
