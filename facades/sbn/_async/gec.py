"""GEC: coefficients of frontiers, and the calibration of custom ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import function, integer
from clientkit.facade import AsyncResource
from clientkit.operation import Answer, given
from sbn_api.api import gec as api

from sbn import answers
from sbn.checks import filled, optional_object, unless
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api import dicts


class AsyncGecClient(AsyncResource):
    """GEC: coefficients of frontiers, and the calibration of custom ones.

    A custom frontier is a draft, then calibrating, then active; an active one can be suspended. Every method
    returns the service's JSON.
    """

    async def list_frontiers(self, *, if_none_match: str | None = None) -> dicts.GecRegistry:
        """Get the registry of frontiers.

        Args:
            if_none_match: The version that you have, as the header `ETag` of an earlier answer named it;
                `raw` shows headers.

        Returns:
            `domains`; or `not_modified`, true, when the registry is still what you have.

        Operation: gec_list_frontiers
        """
        call = api.gec_list_frontiers.OPERATION(if_none_match=filled(if_none_match))
        return await self._send(call, parse=_registry)

    async def get_frontier_bundle(self) -> dicts.GecBundle:
        """Get the registry of frontiers as a signed bundle.

        Returns:
            `bundle`, `snapchore_hash`, `version` and `loaded_at`.

        Operation: gec_get_frontier_bundle
        """
        return await self._send(api.gec_get_frontier_bundle.OPERATION(), answers.opened)

    async def compute(
        self,
        y: float,
        x: float,
        *,
        frontier_id: str | None = None,
        c_max: float | None = None,
        var_y: float = 0.0,
        var_x: float = 0.0,
        var_cmax: float = 0.0,
        n: int | None = None,
        cov_yx: float | None = None,
        alpha: float = 0.05,
        csk: Mapping[str, Any] | None = None,
    ) -> dicts.GecCoefficient:
        """Compute a GEC coefficient.

        Args:
            y: Outcome.
            x: Input.
            frontier_id: The frontier to measure against.
            c_max: Capacity, when no frontier gives it.
            var_y: Variance of y.
            var_x: Variance of x.
            var_cmax: Variance of the capacity.
            n: Number of observations.
            cov_yx: Covariance of y and x.
            alpha: Level of significance, above 0 and below 1.
            csk: The dimensions S, H, D, R and E, 0 to 1; an empty mapping is sent.

        Returns:
            `gec0`, `ci`, `csk`, `lambda_score`, `metallic_label`, `attractor` and `frontier`.

        Raises:
            SbnError: The service refused.
            ValueError: A number is none, or not finite; nothing was sent.

        Operation: gec_compute
        """
        body = wire.GecComputeRequest(
            y=y,
            x=x,
            frontier_id=given(frontier_id),
            c_max=given(c_max),
            var_y=unless(var_y, 0.0),
            var_x=unless(var_x, 0.0),
            var_cmax=unless(var_cmax, 0.0),
            n=given(n),
            cov_yx=given(cov_yx),
            alpha=unless(alpha, 0.05),
            csk=optional_object("csk", csk),
        )
        return await self._send(api.gec_compute.OPERATION(body=body), answers.opened)

    async def get_frontier_health(self, frontier_id: str, *, days: int = 30) -> dicts.GecHealth:
        """Get the live health of a frontier.

        Args:
            frontier_id: The frontier.
            days: How far to look back, in days.

        Returns:
            `current_gec0`, `avg_gec`, `trend` and what else is known of it.

        Raises:
            SbnNotFoundError: There is no such frontier.

        Operation: gec_get_frontier_health
        """
        call = api.gec_get_frontier_health.OPERATION(frontier_id, days=unless(days, 30))
        return await self._send(call, answers.opened)

    async def start_calibration(self, frontier_id: str) -> dicts.GecCalibrationStart:
        """Start the calibration of a custom frontier that is a draft.

        Never repeated by itself when its outcome is not clear.

        Args:
            frontier_id: The custom frontier.

        Returns:
            `custom_frontier` and `instructions`.

        Raises:
            SbnNotFoundError: There is no such custom frontier.

        Operation: gec_start_calibration
        """
        return await self._send(api.gec_start_calibration.OPERATION(frontier_id), answers.opened)

    async def complete_calibration(self, frontier_id: str) -> dicts.GecCalibration:
        """Try to activate a custom frontier that is calibrating.

        Never repeated by itself when its outcome is not clear.

        Args:
            frontier_id: The custom frontier.

        Returns:
            `state`: `active`, with `measured` and `custom_frontier`; or `calibrating`, with `reason` and
            `current`.

        Raises:
            SbnNotFoundError: There is no such custom frontier.

        Operation: gec_complete_calibration
        """
        return await self._send(api.gec_complete_calibration.OPERATION(frontier_id), answers.opened)

    async def suspend_frontier(self, frontier_id: str) -> dict[str, Any]:
        """Suspend a custom frontier.

        Args:
            frontier_id: Id of the frontier.

        Raises:
            SbnNotFoundError: There is no such custom frontier.

        Operation: gec_suspend_frontier
        """
        return await self._send(api.gec_suspend_frontier.OPERATION(frontier_id), answers.opened)

    async def unsuspend_frontier(self, frontier_id: str) -> dict[str, Any]:
        """Activate a suspended custom frontier again.

        Args:
            frontier_id: Id of the frontier.

        Raises:
            SbnNotFoundError: There is no such custom frontier.

        Operation: gec_unsuspend_frontier
        """
        return await self._send(api.gec_unsuspend_frontier.OPERATION(frontier_id), answers.opened)

    async def calibrate_frontier(
        self,
        frontier_id: str,
        workflow_fn: Callable[[], Any],
        *,
        n: int = 30,
        submit_fn: Callable[[Any], Any] | None = None,
    ) -> dicts.GecCalibration:
        """Calibrate a custom frontier with runs of a workflow.

        The calibration is started, the workflow runs, and the service is asked to activate the frontier. When
        the workflow raises, that goes on to the caller and the frontier stays calibrating.

        Args:
            frontier_id: The custom frontier, a draft.
            workflow_fn: Runs the workflow once: a function or an async function.
            n: How often it runs, 0 or more.
            submit_fn: Takes what a run gave, unless it is None, to where the service sees it, such as into a
                slot: a function or an async function. Without it the workflow itself must do so.

        Returns:
            What `complete_calibration` returns.

        Raises:
            SbnNotFoundError: There is no such custom frontier.
            TypeError: A function cannot be called, or `n` is not an int; nothing was sent.
            ValueError: `n` is below 0; nothing was sent.

        Operation: gec_start_calibration, gec_complete_calibration
        """
        function("workflow_fn", workflow_fn)
        if submit_fn is not None:
            function("submit_fn", submit_fn)
        runs = integer("n", n, 0)
        await self.start_calibration(frontier_id)
        for _ in range(runs):
            found = await self._core.outcome(workflow_fn())
            if submit_fn is not None and found is not None:
                await self._core.outcome(submit_fn(found))
        return await self.complete_calibration(frontier_id)


def _registry(answer: Answer) -> Any:
    return {"not_modified": True} if answer.status == 304 else answers.opened(answer.json())
