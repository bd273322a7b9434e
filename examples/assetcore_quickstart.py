"""Asset Core in a minute: a transaction that happens once, a read that sees it, a preflight, a reversal.

Runs against ASSETCORE_WRITE_URL and ASSETCORE_READ_URL with ASSETCORE_WRITE_TOKEN and ASSETCORE_READ_TOKEN
when those are set, and against the sandbox without them.
"""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import ExitStack
from decimal import Decimal

from assetcore_sdk import ActionOptions, AssetCoreClient, Session
from assetcore_sdk.errors import SDKForbiddenError, ValidationError
from assetcore_sdk.operations import AddFungible, CreateContainer, RegisterClass, TransferFungible

# Ids of this run, so that it can be run again.
RUN = f"{time.time_ns():x}"
CREDITS, VAULT, TILL = f"credits-{RUN}", f"vault-{RUN}", f"till-{RUN}"
BALANCE = {"type": "balance", "quantization_inv": 100}


def main() -> None:
    with ExitStack() as stack:
        writer, reader = connect(stack)
        session = Session()
        writer, reader = writer.with_session(session), reader.with_session(session)
        print(f"writing to {writer.base_url}, reading from {reader.base_url}")

        commit = writer.commit_operations_sync(
            [
                RegisterClass(request={"class_id": CREDITS, "name": "Credits", "flags": 2}),
                CreateContainer(external_id=VAULT, kind=BALANCE),
                CreateContainer(external_id=TILL, kind=BALANCE),
                AddFungible(
                    class_id=CREDITS, quantity=500, location={"kind": "balance", "container_id": VAULT}
                ),
            ],
            metadata={"why": "quickstart"},
        )
        print(f"committed {commit.event_count} events as {commit.commit_id[:12]}…")

        payment = [
            TransferFungible(
                from_container=VAULT, to_container=TILL, class_id=CREDITS, quantity=Decimal("12.50")
            )
        ]
        key = f"payment-{RUN}"
        first = writer.commit_operations_sync(payment, idempotency_key=key)
        again = writer.commit_operations_sync(payment, idempotency_key=key)
        print(f"paid with the key {key}, twice; the same commit: {first.commit_id == again.commit_id}")
        show(reader)

        try:
            writer.actions.transfer_fungible_sync(
                from_container=TILL,
                to_container=VAULT,
                class_id=CREDITS,
                quantity="1000000",
                options=ActionOptions(preflight=True),
            )
        except ValidationError as error:
            print(f"refused before it was committed: {error.error_code}")

        try:
            writer.reverse_commit_sync(first.commit_id, "the wrong till")
            print("reversed the payment")
        except SDKForbiddenError:
            print("this token may commit and not reverse, which is a permission of its own")
        asyncio.run(awaited(reader))


def connect(stack: ExitStack) -> tuple[AssetCoreClient, AssetCoreClient]:
    """Return a client for each daemon: those of the environment, or of a sandbox of our own."""
    environment = os.environ
    if "ASSETCORE_WRITE_URL" in environment:
        write_url, read_url = environment["ASSETCORE_WRITE_URL"], environment["ASSETCORE_READ_URL"]
        write_token, read_token = environment["ASSETCORE_WRITE_TOKEN"], environment["ASSETCORE_READ_TOKEN"]
    else:
        from clientkit_sandbox import running

        sandbox = stack.enter_context(running("assetcore"))
        write_url, read_url = sandbox.write_url, sandbox.read_url
        write_token, read_token = sandbox.write_token, sandbox.read_token
    writer = stack.enter_context(AssetCoreClient(write_url, write_token))
    reader = stack.enter_context(AssetCoreClient(read_url, read_token))
    return writer, reader


def show(reader: AssetCoreClient) -> None:
    """Print what the two containers hold; the reads wait until the projection has the payment."""
    for container in (VAULT, TILL):
        answer = reader.get_container_balances_sync(container)
        held = ", ".join(str(each.quantity) for each in answer.balances)
        print(f"  {container} holds {held}, as of world sequence {answer.freshness.world_seq}")


async def awaited(reader: AssetCoreClient) -> None:
    """Read the history of a container with the same client, awaited."""
    async for commit in reader.iter_commits(container_id=VAULT):
        print(f"  {VAULT} was touched by {commit.commit_id} at {commit.world_seq_start}")
    await reader.aclose()


if __name__ == "__main__":
    main()
