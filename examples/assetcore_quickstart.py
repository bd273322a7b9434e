"""Asset Core in two minutes: a commit that happens once, a read that sees it, balances, and a refusal.

Runs against ASSETCORE_WRITE_URL and ASSETCORE_READ_URL with ASSETCORE_WRITE_TOKEN and ASSETCORE_READ_TOKEN
when they are set. Else it starts a sandbox of its own.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack

from assetcore_sdk import AssetCoreClient, Session
from assetcore_sdk.errors import ConflictError, ValidationError
from assetcore_sdk.operations import AddFungible, CreateContainer, RegisterClass, TransferFungible

NAMESPACE = 5001


def main() -> None:
    """Tell the story, first blocking and then awaited: both are methods of one class."""
    with ExitStack() as stack:
        writer, reader = connect(stack)
        print(f"Writing to {writer.base_url}, reading from {reader.base_url}")
        stock_and_move(writer, reader)
        asyncio.run(look_again(reader))
        be_refused(writer)


def connect(stack: ExitStack) -> tuple[AssetCoreClient, AssetCoreClient]:
    """Return a client for each daemon; a session makes reads of the one see commits of the other."""
    names = ("write_url", "read_url", "write_token", "read_token")
    if "ASSETCORE_WRITE_URL" in os.environ:
        facts = {name: os.environ[f"ASSETCORE_{name.upper()}"] for name in names}
    else:
        from clientkit_sandbox import running

        sandbox = stack.enter_context(running("assetcore"))
        facts = {name: sandbox.facts[name] for name in names}
    session = Session()
    writer = stack.enter_context(AssetCoreClient(facts["write_url"], facts["write_token"]))
    reader = stack.enter_context(AssetCoreClient(facts["read_url"], facts["read_token"]))
    return writer.with_session(session), reader.with_session(session)


def stock_and_move(writer: AssetCoreClient, reader: AssetCoreClient) -> None:
    """Commit twice under one key, and see that it happened once."""
    operations = [
        RegisterClass(request={"class_id": 300, "flags": 1, "name": "Reagent"}),
        CreateContainer(container_id=7001, kind={"type": "balance"}),
        CreateContainer(container_id=7002, kind={"type": "balance"}),
        AddFungible(class_id=300, key=1, quantity=500, location={"container_id": 7001, "kind": "balance"}),
        TransferFungible(class_id=300, key=1, quantity=120, from_container=7001, to_container=7002),
    ]
    first = writer.commit_operations_sync(operations, idempotency_key="stock-1", namespace_id=NAMESPACE)
    again = writer.commit_operations_sync(operations, idempotency_key="stock-1", namespace_id=NAMESPACE)
    print(f"commit {first.commit_id}: world seq {first.world_seq_start} to {first.world_seq_end}")
    print(f"the same key again: commit {again.commit_id}, nothing happened twice")
    for container in (7001, 7002):
        answer = reader.get_container_balances_sync(container, namespace_id=NAMESPACE)
        held = ", ".join(f"{each.quantity} of class {each.class_id}" for each in answer.balances)
        print(f"container {container} holds {held}, as of world seq {answer.freshness.world_seq}")


async def look_again(reader: AssetCoreClient) -> None:
    """Read through the other half of the same client."""
    answer = await reader.get_container(7001, namespace_id=NAMESPACE)
    print(f"awaited: container {answer.container_id} is there")
    await reader.aclose()


def be_refused(writer: AssetCoreClient) -> None:
    """Take out more than there is: the whole commit is refused."""
    try:
        writer.commit_operations_sync(
            [TransferFungible(class_id=300, key=1, quantity=9999, from_container=7002, to_container=7001)],
            namespace_id=NAMESPACE,
        )
    except (ConflictError, ValidationError) as error:
        print(f"refused with {error.status_code} {error.error_code}: {error.message}")


if __name__ == "__main__":
    main()
