"""What a type checker sees of Asset Core's client; it is checked, not run."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

import pyarrow as pa
from assetcore_sdk import ActionOptions, AssetCoreClient, Session
from assetcore_sdk.errors import AssetCoreError, SDKQuotaError
from assetcore_sdk.models import (
    Balance,
    CommitRecord,
    CommitResponse,
    ContainerSummary,
    Document,
    PreflightOperation,
    StreamEntry,
)
from assetcore_sdk.operations import AddFungible, Builder, CreateContainer, Operation, from_envelope
from clientkit.facade import AsyncItems, Items


def results(client: AssetCoreClient) -> None:
    commit = client.commit_operations_sync(
        [
            CreateContainer(container_id=1001, kind={"type": "balance"}, owner=None, policies=None),
            AddFungible(class_id=100, quantity=Decimal(5), location={"kind": "balance", "container_id": 1}),
            Operation("Other", {}),
            {"op": "Other", "args": {}},
        ],
        namespace_id=5001,
    )
    assert_type(commit, CommitResponse)
    assert_type(commit.world_seq_end, int)
    assert_type(commit.idempotency_key, str | None)
    assert_type(commit.metadata, Document | None)
    for balance in client.get_container_balances_sync(1001).balances:
        assert_type(balance, Balance)
        assert_type(balance.class_id, int | str | None)
    for container in client.iter_containers_sync():
        assert_type(container, ContainerSummary)
        assert_type(container.kind_type, str | None)
    assert_type(client.iter_commits_sync(), Items[CommitRecord])
    assert_type(client.iter_commits_sync().to_arrow(), pa.Table)
    for each in client.list_commits_sync():
        assert_type(each, CommitRecord)
    assert_type(client.preflight_operations_sync([]).failed, PreflightOperation | None)
    with client.read_stream_sync() as stream:
        for entry in stream:
            assert_type(entry, StreamEntry)
            assert_type(entry.event_id, int | None)
    assert_type(client.whoami_sync(), Document)
    assert_type(client.with_session(Session()), AssetCoreClient)
    assert_type(from_envelope({"op": "Other", "args": {}}), Builder | Operation)


async def awaited(client: AssetCoreClient) -> None:
    commit = await client.actions.remove_container(container_id=1, options=ActionOptions(preflight=True))
    assert_type(commit, CommitResponse)
    assert_type(client.iter_commits(), AsyncItems[CommitRecord])
    assert_type(await client.iter_commits().to_arrow(), pa.Table)
    async for container in client.iter_containers(owner=7):
        assert_type(container, ContainerSummary)
    async for entry in await client.read_stream():
        assert_type(entry, StreamEntry)
    assert_type((await client.get_freshness()).lag, int)


def failures(error: AssetCoreError, quota: SDKQuotaError) -> None:
    assert_type(error.error_code, str | None)
    assert_type(error.retryable, bool | None)
    assert_type(quota.retry_after, float | None)
