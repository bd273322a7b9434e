"""Every client, over a transport of a test."""

from __future__ import annotations

from typing import Any

import alsorn
import ash_ai
import asg_gateway
import assetcore_sdk
import sbn

from tests.fire.probe import URL, Surface


def _sbn(transport: Any) -> Any:
    client = sbn.SbnClient(base_url=URL, http_client=transport)
    client.authenticate_api_key("sbn_live_0123456789abcdef")
    return client


SURFACES = {
    "alsorn": Surface("alsorn", lambda t: alsorn.AlsornClient("als_live_0123456789abcdef", URL, http_client=t)),
    "ash": Surface("ash", lambda t: ash_ai.AshClient(URL, "ash_0123456789abcdef", http_client=t)),
    "asg": Surface("asg", lambda t: asg_gateway.ASGGatewayClient("sk_sandbox_0123456789abcdef", URL, http_client=t)),
    "assetcore": Surface("assetcore", lambda t: assetcore_sdk.AssetCoreClient(URL, "act_0123456789abcdef", http_client=t)),
    "sbn": Surface("sbn", _sbn),
}
