"""NUMA: signals, hints, forecasts and diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import nonempty
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET, given
from sbn_api.api import numa as api

from sbn import answers
from sbn.checks import cursors as lane_cursors
from sbn.checks import filled, json_object, json_objects, texts
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api import dicts

Items = Iterable[Mapping[str, Any]]


class AsyncNUMAClient(AsyncResource):
    """NUMA: signals on lanes, hints, forecasts and diagnostics.

    Types of signals are `GEC_HEALTH`, `PRIORITY_SHIFT`, `GOVERNANCE_ALERT`, `ESCALATION`, `FORECAST`,
    `INSTRUCTION`, `META` and `AUDIT`; lanes are `gec_health`, `forecast` and `control`. Others may be sent.
    Every method returns the service's JSON.
    """

    async def publish_signals(self, signals: Items) -> dicts.NumaPublished:
        """Publish signals. Never repeated by itself when its outcome is not clear.

        Args:
            signals: The signals, each a mapping such as `signal_type`, `priority`, `frontier_id`, `payload`
                and `expires_at`.

        Returns:
            `published` and `distilled`, numbers.

        Raises:
            SbnError: The service refused.
            TypeError: The signals are no list; nothing was sent.
            ValueError: A signal is no mapping; nothing was sent.

        Operation: numa_publish_signals
        """
        body = wire.NumaSignalsPublish(signals=json_objects("signals", signals))
        return await self._send(api.numa_publish_signals.OPERATION(body=body), answers.opened)

    async def get_signals(
        self,
        *,
        signal_type: str | None = None,
        frontier_id: str | None = None,
        active_only: bool = True,
        since: str | None = None,
        lane: str | None = None,
        limit: int = 100,
    ) -> dicts.NumaSignals:
        """List signals.

        Args:
            signal_type: Only of this type.
            frontier_id: Only of this frontier.
            active_only: Whether to leave out those that are over.
            since: Only from this cursor on.
            lane: Only on this lane.
            limit: Signals at most.

        Returns:
            `signals`, `cursor` and `count`.

        Operation: numa_get_signals
        """
        call = api.numa_get_signals.OPERATION(
            limit=limit,
            signal_type=filled(signal_type),
            frontier_id=filled(frontier_id),
            active_only=UNSET if active_only is True else active_only,
            since=filled(since),
            lane=filled(lane),
        )
        return await self._send(call, answers.opened)

    async def poll_signals_multilane(
        self,
        *,
        cursors: Mapping[str, str | None],
        frontier_id: str | None = None,
        limit_per_lane: int = 10,
    ) -> dicts.NumaLanes:
        """Get what is new on several lanes.

        Args:
            cursors: By lane, the cursor of the last answer; None for the beginning.
            frontier_id: Only of this frontier.
            limit_per_lane: Signals of a lane at most.

        Returns:
            `lanes`, each with `lane`, `signals`, `cursor` and `count`.

        Raises:
            SbnError: The service refused.
            ValueError: The cursors are no mapping, or one is not a string; nothing was sent.

        Operation: numa_poll_signals
        """
        body = wire.NumaPoll(
            cursors=lane_cursors(cursors),
            limit_per_lane=limit_per_lane,
            frontier_id=given(filled(frontier_id)),
        )
        return await self._send(api.numa_poll_signals.OPERATION(body=body), answers.opened)

    async def ack_signals(
        self, signal_ids: Iterable[str], *, agent_id: str | None = None
    ) -> dicts.NumaAcknowledged:
        """Acknowledge signals.

        Args:
            signal_ids: The signals.
            agent_id: Who acknowledges them.

        Returns:
            `acknowledged`, a number.

        Raises:
            SbnError: The service refused.
            TypeError: The ids are no list of strings; nothing was sent.

        Operation: numa_ack_signals
        """
        body = wire.NumaAck(signal_ids=texts("signal_ids", signal_ids), agent_id=given(filled(agent_id)))
        return await self._send(api.numa_ack_signals.OPERATION(body=body), answers.opened)

    async def publish_hints(self, hints: Items) -> dict[str, Any]:
        """Publish hints. Never repeated by itself when its outcome is not clear.

        Args:
            hints: The hints, each a mapping.

        Raises:
            SbnError: The service refused.
            TypeError: The hints are no list; nothing was sent.
            ValueError: A hint is no mapping; nothing was sent.

        Operation: numa_publish_hints
        """
        body = wire.NumaHintsPublish(hints=json_objects("hints", hints))
        return await self._send(api.numa_publish_hints.OPERATION(body=body), answers.opened)

    async def get_hints(self, *, frontier_id: str | None = None) -> dicts.NumaHints:
        """List hints.

        Args:
            frontier_id: Only of this frontier.

        Returns:
            `hints`, a list.

        Operation: numa_get_hints
        """
        return await self._send(api.numa_get_hints.OPERATION(frontier_id=filled(frontier_id)), answers.opened)

    async def publish_forecast(
        self, *, frontier_id: str, report: Mapping[str, Any], generated_at: str | None = None
    ) -> dict[str, Any]:
        """Publish the forecast of a frontier. Never repeated by itself when its outcome is not clear.

        Args:
            frontier_id: The frontier.
            report: The forecast itself.
            generated_at: When it was made, as ISO 8601.

        Raises:
            SbnError: The service refused.
            ValueError: There is no frontier, or the report is no mapping; nothing was sent.

        Operation: numa_publish_forecast
        """
        body = wire.NumaForecastPublish(
            frontier_id=nonempty("frontier_id", frontier_id),
            report=json_object("report", report),
            generated_at=given(filled(generated_at)),
        )
        return await self._send(api.numa_publish_forecast.OPERATION(body=body), answers.opened)

    async def get_forecast(self, frontier_id: str) -> dicts.NumaForecast:
        """Get the forecast of a frontier.

        Args:
            frontier_id: Id of the frontier.

        Returns:
            `frontier_id`, `report`, `generated_at` and what else is known of it.

        Raises:
            SbnNotFoundError: There is none.

        Operation: numa_get_forecast
        """
        return await self._send(api.numa_get_forecast.OPERATION(frontier_id), answers.opened)

    async def list_forecasts(self) -> dicts.NumaForecasts:
        """List forecasts.

        Returns:
            `items`, a list; some services name it `forecasts` or `reports`.

        Operation: numa_list_forecasts
        """
        return await self._send(api.numa_list_forecasts.OPERATION(), answers.opened)

    async def get_diagnostics(self) -> dicts.NumaDiagnostics:
        """Get the diagnostics of NUMA.

        Returns:
            `status`, `summary` and `frontiers`.

        Operation: numa_get_diagnostics
        """
        return await self._send(api.numa_get_diagnostics.OPERATION(), answers.opened)
