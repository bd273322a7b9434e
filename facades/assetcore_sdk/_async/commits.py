"""Commits: making, trying, reversing and finding them."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from assetcore_api.api import commits as api
from clientkit.facade import AsyncItems
from clientkit.operation import given

from assetcore_sdk._async.base import AsyncCalls
from assetcore_sdk.checks import namespace, path_id
from assetcore_sdk.lazy import models, requests

if TYPE_CHECKING:
    from assetcore_sdk.models import CommitListResponse, CommitRecord, CommitResponse, PreflightResponse
    from assetcore_sdk.operations import AnyOperation


class AsyncCommits(AsyncCalls):
    """Commits: making, trying, reversing and finding them."""

    async def commit_operations(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = 1,
        idempotency_key: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        actor_id: str | None = None,
        policy_id: str | None = None,
        origin: Mapping[str, Any] | None = None,
        *,
        correlation_id: str | None = None,
    ) -> CommitResponse:
        """Commit a transaction, once.

        Every call carries an idempotency key, so a call whose answer was lost is repeated with the same
        bytes, and the daemon gives back the commit that it already has. The key is on the response, and on
        the error when even the repetitions fail: commit again with it to find out.

        Args:
            operations: At least one: builders of `assetcore_sdk.operations`, or dicts with `op` and `args`.
                They run in this order, all or none.
            namespace_id: The namespace, from 1.
            idempotency_key: Names this commit; made here when not given.
            metadata: Yours; it comes back with the commit.
            actor_id: Who acts, for the audit.
            policy_id: Reserved by the service.
            origin: Where it comes from; it comes back with the commit.
            correlation_id: 1 to 128 printable ASCII characters without blanks; it comes back as
                `client_correlation_id`.

        Returns:
            The commit; look at its `outcome`.

        Raises:
            ValidationError: A precondition of an operation does not hold; nothing was committed.
            ConflictError: Something exists already, or the key was used with another payload.
            NotFoundError: Something that an operation names does not exist.
            ValueError: An argument is out of bounds; nothing was sent.
            TypeError: An argument is of the wrong type; nothing was sent.

        Operation: commit_endpoint
        """
        body = requests.commit_request(
            operations,
            idempotency_key=idempotency_key,
            metadata=metadata,
            actor_id=actor_id,
            policy_id=policy_id,
            origin=origin,
        )
        return await self._commit(namespace_id, body, correlation_id)

    async def preflight_operations(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = 1,
        metadata: Mapping[str, Any] | None = None,
        actor_id: str | None = None,
        policy_id: str | None = None,
        origin: Mapping[str, Any] | None = None,
        *,
        correlation_id: str | None = None,
    ) -> PreflightResponse:
        """Try a transaction without any effect.

        Args:
            operations: As `commit_operations` takes them.
            namespace_id: The namespace, from 1.
            metadata: As in `commit_operations`, and so are the others.
            actor_id: Who acts.
            policy_id: Reserved by the service.
            origin: Where it comes from.
            correlation_id: 1 to 128 printable ASCII characters without blanks.

        Returns:
            What a commit would have met, up to the first operation that fails: `passed`, `failed`. It holds
            for `validated_world_seq` alone; when newer commits land, try again.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument is out of bounds; nothing was sent.

        Operation: preflight_endpoint
        """
        body = requests.commit_request(
            operations, metadata=metadata, actor_id=actor_id, policy_id=policy_id, origin=origin
        )
        return await self._preflight(namespace_id, body, correlation_id)

    async def reverse_commit(
        self,
        commit_id: str,
        reason: str,
        namespace_id: int = 1,
        idempotency_key: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        actor_id: str | None = None,
        origin: Mapping[str, Any] | None = None,
        *,
        correlation_id: str | None = None,
    ) -> CommitResponse:
        """Reverse a commit by a compensating one; history is never rewritten.

        It works as long as the state still is what the commit left. The token needs a permission of its
        own for it. As safe to repeat as `commit_operations`.

        Args:
            commit_id: `commit_id` of the commit.
            reason: Why, for the audit; not empty.
            namespace_id: The namespace, from 1.
            idempotency_key: Names this reversal; made here when not given.
            metadata: Yours; it comes back with the commit.
            actor_id: Who acts, for the audit.
            origin: Where it comes from.
            correlation_id: 1 to 128 printable ASCII characters without blanks.

        Returns:
            The compensating commit.

        Raises:
            NotFoundError: There is no such commit.
            ConflictError: It cannot be reversed any more; that this is a 409 is not documented.
            SDKForbiddenError: The token may not reverse.
            ValueError: An argument is out of bounds; nothing was sent.

        Operation: reverse_commit_endpoint
        """
        body = requests.reverse_request(
            reason, idempotency_key=idempotency_key, metadata=metadata, actor_id=actor_id, origin=origin
        )
        call = api.reverse_commit_endpoint.OPERATION(
            namespace(namespace_id), commit_id, body=body, x_correlation_id=given(correlation_id)
        )
        read = models.CommitResponse.reader(call.idempotency_key, namespace_id, self._session)
        return await self._send(call, read)

    async def list_commits(
        self,
        from_world_seq: int | None = None,
        limit: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> CommitListResponse:
        """List the commits of a namespace, one page by world sequence.

        Provisional: the endpoint is inferred from its neighbour.

        Args:
            from_world_seq: The first world sequence, inclusive; the service's default is 0.
            limit: Commits of a page, 1 to 100; the service's default is 10.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: list_commits_endpoint
        """
        call = api.list_commits_endpoint.OPERATION(
            namespace_id,
            from_world_seq=given(from_world_seq),
            limit=given(limit),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return await self._send(call, models.CommitListResponse.from_dict)

    async def query_container_history(
        self,
        container_id: int | str,
        from_world_seq: int | None = None,
        limit: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> CommitListResponse:
        """List the commits that touched a container, one page by world sequence.

        Args:
            container_id: The container.
            from_world_seq: The first world sequence, inclusive; the service's default is 0.
            limit: Commits of a page, 1 to 100; the service's default is 10.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: query_container_history_endpoint
        """
        call = api.query_container_history_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            from_world_seq=given(from_world_seq),
            limit=given(limit),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return await self._send(call, models.CommitListResponse.from_dict)

    @AsyncItems.of("assetcore_sdk.models:CommitRecord")
    async def iter_commits(
        self,
        from_world_seq: int | None = None,
        limit: int | None = None,
        *,
        container_id: int | str | None = None,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> AsyncIterator[CommitRecord]:
        """Go over all commits of a namespace or a container; pages are fetched when they are reached.

        Args:
            from_world_seq: The first world sequence, inclusive; the service's default is 0.
            limit: Commits of a page, 1 to 100; the service's default is 10.
            container_id: Only commits that touched this container.
            namespace_id: The namespace, from 1.
            min_world_seq: What the first page must include.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: list_commits_endpoint, query_container_history_endpoint
        """
        following = from_world_seq
        while True:
            if container_id is None:
                page = await self.list_commits(
                    following, limit, namespace_id=namespace_id, min_world_seq=min_world_seq
                )
            else:
                page = await self.query_container_history(
                    container_id, following, limit, namespace_id=namespace_id, min_world_seq=min_world_seq
                )
            for commit in page:
                yield commit
            if not page.has_more or page.next_world_seq is None or page.next_world_seq == following:
                return
            following = page.next_world_seq
