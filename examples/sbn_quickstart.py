"""Capture a payload, stream a slot, have it attested, and register an Atlas app.

It goes to `SBN_BASE_URL` with `SBN_API_KEY` when they are set, else to a sandbox that it starts itself.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack

from sbn import AsyncSbnClient, SbnClient, SbnError, snapchore_hash


def main() -> None:
    with ExitStack() as stack:
        base_url, api_key = os.environ.get("SBN_BASE_URL"), os.environ.get("SBN_API_KEY")
        if not base_url or not api_key:
            from clientkit_sandbox import running

            sandbox = stack.enter_context(running("sbn"))
            base_url, api_key = sandbox.base_url, sandbox.api_key
        client = stack.enter_context(SbnClient(base_url=base_url))
        client.authenticate_api_key(api_key)
        integrity(client)
        streaming(client)
        atlas(client)
        asyncio.run(concurrent(base_url, api_key))


def integrity(client: SbnClient) -> None:
    payload = {"event": "signup", "user": "u-42"}
    block = client.snapchore.capture(payload)
    same = block["hash"] == snapchore_hash(payload)
    print(f"captured {block['hash'][:16]}…, the same as computed here: {same}")
    changed = client.snapchore.verify(block["hash"], {**payload, "user": "u-43"})
    print(f"a changed payload verifies: {changed['valid']}")


def streaming(client: SbnClient) -> None:
    with client.open_slot(
        worker_id="quickstart", task_type="delivery", domain="grid.atomic_rentals.streaming"
    ) as stream:
        stream.events([{"event_type": "picked_up", "booking_id": "b-1"}, {"event_type": "complete"}])
    final = stream.finalize(
        request_attestation=True,
        snap_hash=snapchore_hash({"booking_id": "b-1"}),
        frontier_id="grid.atomic_rentals.streaming",
    )
    sent, composed = len(stream.submitted), final.close.blocks_composed
    print(f"slot {stream.slot_id}: {sent} events, {composed} block composed")
    print(f"attestation: {final.attestation['status'] if final.attestation else 'none'}")
    try:
        client.gateway.close_slot(stream.slot_id)
    except SbnError as error:
        print(f"closing it again: {error.message}")


def atlas(client: SbnClient) -> None:
    app = client.atlas.register_app(
        app_name="quickstart", app_family="demo.sessions", declared_workflows=["checkout"]
    )
    minted = client.atlas.mint_bound_key(app["app_id"], label="quickstart key")
    frontiers = ", ".join(minted.get("effective_frontiers") or [])
    print(f"app {app['app_id']} has a key {minted['prefix']}… for {frontiers}")
    client.atlas.revoke_app(app["app_id"])


async def concurrent(base_url: str, api_key: str) -> None:
    async with AsyncSbnClient(base_url=base_url) as client:
        client.authenticate_api_key(api_key)
        captured = await asyncio.gather(*(client.snapchore.capture({"n": n}) for n in range(20)))
        print(f"captured {len({block['hash'] for block in captured})} payloads at once")


if __name__ == "__main__":
    main()
