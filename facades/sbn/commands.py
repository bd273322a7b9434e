"""What the SmartBlocks Network says of the commands and tools that are derived from its client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit.commands.catalog import Method
from clientkit.commands.declaration import Declaration

from sbn.config import PRODUCTION_URL

_AUTH: Final = "SBN_API_KEY, SBN_TENANT_ID or a profile"
_SESSION: Final = "a session lives in one process; see gateway create-slot, bitblocks submit"
_SENSITIVE: Final = "a secret goes in or comes out"
_LOCAL: Final = "it reads local files"


def _connect(client: type[Any], settings: Mapping[str, Any], method: Method | None) -> Any:
    made = client(base_url=settings.get("base_url") or PRODUCTION_URL, tenant_id=settings.get("tenant_id"))
    if key := settings.get("api_key"):
        made.authenticate_api_key(key)
    return made


DECLARATION: Final = Declaration(
    "sbn",
    "sbn:SbnClient",
    "sbn:AsyncSbnClient",
    settings=("base_url", "api_key", "tenant_id"),
    required=(),
    connect=_connect,
    without={
        "authenticate_api_key": _AUTH,
        "authenticate_bearer": _AUTH,
        "set_tenant": _AUTH,
        "authenticate_signing_key": "a signing key is an object of the program",
        "gateway.request_attestation": "a summary is an object of the program, which a session makes",
        "gec.calibrate_frontier": "it runs a function of the program",
        "open_slot": _SESSION,
        "open_surface": _SESSION,
    },
    reads=(
        "atlas.resolve",
        "gec.compute",
        "snapchore.capture",
        "snapchore.verify",
        "snapchore.verify_block",
        "snapchore.verify_chain",
        "numa.poll_signals_multilane",
        "lattice.verify_evidence_packet",
        "lattice.export_workflows",
    ),
    pays=(
        "acp.finalize_invoice",
        "acp.mark_invoice_paid",
        "acp.test_lease",
        "console.create_checkout",
        "console.pay_overage",
    ),
    tools_without={
        "atlas.exchange_token": _SENSITIVE,
        "atlas.get_env": _SENSITIVE,
        "atlas.mint_bound_key": _SENSITIVE,
        "atlas.register_app": _SENSITIVE,
        "console.create_api_key": _SENSITIVE,
        "console.create_webhook": _SENSITIVE,
        "console.rotate_api_key": _SENSITIVE,
        "snapchore.create_api_key": _SENSITIVE,
        "reality.upload_source": _LOCAL,
        "snapchore.artifact_descriptor_from_bytes": _LOCAL,
        "snapchore.artifact_descriptor_from_file": _LOCAL,
        "snapchore.capture_artifact_file": _LOCAL,
        "snapchore.seal_artifact_file": _LOCAL,
    },
)
