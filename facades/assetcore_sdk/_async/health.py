"""Health of the daemons, the change stream, the history as a data set, and how far the projection is."""

# unasync: suffix _sync

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, AsyncIterator
from functools import partial
from typing import TYPE_CHECKING

from assetcore_api.api import health as api
from assetcore_api.api import stream as stream_api
from clientkit.arguments import integer
from clientkit.opening import opened
from clientkit.operation import given

from assetcore_sdk._async.base import AsyncCalls
from assetcore_sdk.checks import namespace
from assetcore_sdk.errors import AssetCoreError
from assetcore_sdk.lazy import exporting, following, models

if TYPE_CHECKING:
    import pyarrow as pa
    from clientkit.facade import AsyncEventStream

    from assetcore_sdk.exporting import HistoryExport
    from assetcore_sdk.models import (
        FreshnessResponse,
        HealthResponse,
        ProbeResponse,
        ReadHealthResponse,
        StreamEntry,
    )


class AsyncHealth(AsyncCalls):
    """Health of the daemons, the change stream, the history as a data set, and how far the projection is."""

    async def write_health(self) -> HealthResponse:
        """Get health, version and uptime of the write daemon.

        Raises:
            HttpError: The daemon is not healthy (`status` is 503).

        Operation: health_endpoint
        """
        return await self._send(api.health_endpoint.OPERATION(), models.HealthResponse.from_dict)

    async def write_livez(self) -> ProbeResponse:
        """Get a sign of life of the write daemon.

        Raises:
            HttpError: There is none.

        Operation: livez_endpoint
        """
        return await self._send(api.livez_endpoint.OPERATION(), models.ProbeResponse.from_dict)

    async def write_metrics(self) -> str:
        """Get the metrics of the write daemon, in the text format of Prometheus.

        The service has a listener of its own for them, off by default: make a client with its address.

        Raises:
            NotFoundError: This address has none.

        Operation: metrics_endpoint
        """
        call = api.metrics_endpoint.OPERATION()
        return await self._async_core.send(call, parse=lambda answer: answer.text)

    async def read_health(self, *, namespace_id: int = 1) -> ReadHealthResponse:
        """Get readiness of the read daemon, and how far its projection of a namespace is.

        Args:
            namespace_id: The namespace, from 1.

        Raises:
            HttpError: The daemon is not available.

        Operation: read_health_endpoint
        """
        call = api.read_health_endpoint.OPERATION(x_assetcore_namespace=namespace(namespace_id))
        return await self._send(call, models.ReadHealthResponse.from_dict)

    async def read_livez(self, *, namespace_id: int = 1) -> ProbeResponse:
        """Get a sign of life of the read daemon.

        Args:
            namespace_id: The namespace, from 1.

        Raises:
            HttpError: There is none.

        Operation: read_livez_endpoint
        """
        call = api.read_livez_endpoint.OPERATION(x_assetcore_namespace=namespace(namespace_id))
        return await self._send(call, models.ProbeResponse.from_dict)

    async def read_metrics(self) -> str:
        """Get the metrics of the read daemon, in the text format of Prometheus.

        The service has a listener of its own for them, off by default: make a client with its address.

        Raises:
            NotFoundError: This address has none.

        Operation: read_metrics_endpoint
        """
        call = api.read_metrics_endpoint.OPERATION()
        return await self._async_core.send(call, parse=lambda answer: answer.text)

    async def get_freshness(
        self, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> FreshnessResponse:
        """Get how far the projection of a namespace is.

        Provisional: the endpoint is inferred from an older page.

        Args:
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_freshness_endpoint
        """
        call = stream_api.get_freshness_endpoint.OPERATION(
            namespace_id, x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq)
        )
        return await self._send(call, models.FreshnessResponse.from_dict)

    @opened
    async def read_stream(
        self,
        from_world_seq: int | None = None,
        limit: int = 1000,
        last_event_id: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> AsyncEventStream[StreamEntry]:
        """Replay committed batches, and go on with new ones, until `limit` were read.

        Iterate over the result, best within a `with` block. To go on after a broken stream, or after
        `limit`, call again with the `event_id` of the last entry; `follow_history` does that by itself.

        Args:
            from_world_seq: The first world sequence, inclusive; the service's default is 0.
            limit: Entries before the service closes the stream, 1 to 10000.
            last_event_id: Read on after the entry with this `event_id`; it wins over `from_world_seq`.
            namespace_id: The namespace, from 1.
            min_world_seq: What the projection must include before the stream begins.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425), or, while
                reading, the stream broke or fell silent.

        Operation: read_stream_endpoint
        """
        call = stream_api.read_stream_endpoint.OPERATION(
            namespace_id,
            from_world_seq=given(from_world_seq),
            limit=integer("limit", limit, 1, following.MOST_ENTRIES),
            last_event_id=given(
                None if last_event_id is None else integer("last_event_id", last_event_id, 1)
            ),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return await self._events(call)

    async def follow_history(
        self, after: int | None = None, *, from_world_seq: int | None = None, namespace_id: int = 1
    ) -> AsyncIterator[StreamEntry]:
        """Yield committed batches for ever: those there are, and new ones as they come.

        A stream that ends, breaks or falls silent is opened again behind the last entry, after a pause that
        grows while nothing comes; no entry is lost and none comes twice. Keep the `event_id` of the last
        entry that you are done with, and give it as `after` to go on in another process.

        Args:
            after: Begin behind the entry with this `event_id`; at the beginning of the history by default.
            from_world_seq: Begin at this world sequence, inclusive; `after` wins over it.
            namespace_id: The namespace, from 1.

        Raises:
            AssetCoreError: The daemon refuses the stream (401, 403, 404), or breaks it off again and again
                before a single entry: nothing that waiting helps against.

        Operation: read_stream_endpoint
        """
        history = self._follow(following.Tail(after), from_world_seq, namespace_id)
        try:
            async for entry in history:
                yield entry
        finally:
            await history.aclose()

    async def _follow(
        self, tail: following.Tail, from_world_seq: int | None, namespace_id: int
    ) -> AsyncGenerator[StreamEntry]:
        clock = self._async_core.clock
        while True:
            try:
                async with self.read_stream(
                    from_world_seq, following.MOST_ENTRIES, tail.last, namespace_id=namespace_id
                ) as stream:
                    async for entry in stream:
                        if tail.takes(entry):
                            yield entry
            except AssetCoreError as error:
                pause = tail.broken(error)
            else:
                pause = tail.ended()
            if pause:
                await clock.sleep(pause)

    async def iter_batches(
        self, after: int | None = None, *, namespace_id: int = 1, batch_size: int = 10_000
    ) -> AsyncIterator[pa.RecordBatch]:
        """Yield the history up to now as Arrow record batches: a row for each operation, in bounded memory.

        The columns are always `commit_id`, `world_seq`, `position`, `op`, `class_id`, `container_id`, `key`,
        `quantity`, `raw`, `to_container_id`, `event_id` and `commit_time`: ids are strings, quantities exact
        decimals, `raw` is the operation as JSON. `world_seq` is the one that the commit ends with.

        Args:
            after: Begin behind the commit with this `event_id`; at the beginning of the history by default.
            namespace_id: The namespace, from 1.
            batch_size: Rows of a batch, 1 or more; a commit is never divided.

        Raises:
            AssetCoreError: The daemon refuses the stream, or breaks it off again and again.
            HttpDecodeError: A quantity or key does not fit its column.
            ImportError: pyarrow is not installed; the message says what to type.

        Operation: get_freshness_endpoint, read_stream_endpoint
        """
        rows = exporting.Rows(integer("batch_size", batch_size, 1))
        history = self._history(after, namespace(namespace_id))
        try:
            async for entry in history:
                rows.add(entry)
                for batch in rows.batches():
                    yield batch
        finally:
            await history.aclose()
        for batch in rows.batches(rest=True):
            yield batch

    async def export_history(
        self, path: str | os.PathLike[str], *, namespace_id: int = 1, after: int | None = None
    ) -> HistoryExport:
        """Write the history up to now to a Parquet file, or add to one what is new.

        The file knows the last event that it has, so a second run adds what came since, and nothing twice.
        It is replaced in one step when everything is there: what ends in between leaves it as it was. The
        columns are those of `iter_batches`.

        Args:
            path: The file; made when it is not there.
            namespace_id: The namespace, from 1.
            after: Begin a new file behind the commit with this `event_id`.

        Returns:
            What was added, and where the file ends now.

        Raises:
            AssetCoreConfigurationError: The file is another one, or of another namespace; nothing was sent.
            ValueError: The file cannot be written there, or `after` is out of bounds; nothing was sent.
            HttpDecodeError: A quantity or key does not fit its column.
            AssetCoreError: As `iter_batches`.
            ImportError: pyarrow is not installed; the message says what to type.

        Operation: get_freshness_endpoint, read_stream_endpoint
        """
        rows = exporting.Rows(exporting.BATCH)
        core = self._async_core
        with exporting.HistoryFile(path, namespace(namespace_id), after) as file:
            history = self._history(file.last, namespace_id)
            try:
                async for entry in history:
                    rows.add(entry)
                    for batch in rows.batches():
                        await core.in_thread(partial(file.write, batch))
            finally:
                await history.aclose()
            for batch in rows.batches(rest=True):
                file.write(batch)
            await core.in_thread(partial(file.commit, rows.last))
        return exporting.HistoryExport(file.path, rows.commits, file.added, file.total, file.last)

    async def _history(self, after: int | None, namespace_id: int) -> AsyncGenerator[StreamEntry]:
        """Yield the commits behind an event, up to what the projection has now."""
        after = None if after is None else integer("after", after, 0)
        end = (await self.get_freshness(namespace_id=namespace_id)).world_seq
        if not end:
            return
        # From the event itself on: its entry says whether there is anything behind it.
        tail = following.Tail(after and after - 1, ends=True)
        entries = self._follow(tail, None, namespace_id)
        try:
            async for entry in entries:
                if after is None or entry.event_id is None or entry.event_id > after:
                    yield entry
                if exporting.reaches(entry, end):
                    return
        finally:
            await entries.aclose()
