"""Atlas: frontiers, apps with their keys and bindings, couplings and calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, overload

from clientkit.arguments import choice, secret
from clientkit.facade import AsyncResource
from clientkit.operation import given
from sbn_api.api import atlas as api

from sbn import answers
from sbn.checks import filled, filled_object, filled_texts, identifier, optional_texts, specs, texts
from sbn.lazy import wire


class AsyncAtlasReader(AsyncResource):
    """What an app may ask of Atlas: frontiers, couplings, calibration, and its own keys and bindings.

    Every method returns the service's JSON.
    """

    async def resolve(
        self,
        *,
        workflow: str | None = None,
        event_type: str | None = None,
        frontier_hint: str | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Choose the frontier of a workflow.

        Args:
            workflow: The workflow.
            event_type: Type of the event.
            frontier_hint: The frontier that the caller has in mind.
            context: Anything.

        Returns:
            `scoring_frontier` and what is known of it.

        Operation: atlas_resolve
        """
        body = wire.ResolveRequest(
            workflow=given(filled(workflow)),
            event_type=given(filled(event_type)),
            frontier_hint=given(filled(frontier_hint)),
            context=filled_object("context", context),
        )
        return await self._send(api.atlas_resolve.OPERATION(body=body), answers.opened)

    async def list_frontiers(
        self, *, kind: str | None = None, family: str | None = None, regime: str | None = None
    ) -> dict[str, Any]:
        """List frontiers.

        Args:
            kind: Only of this kind.
            family: Only of this family of apps.
            regime: Only in this regime: `slack`, `intermediate` or `saturated`.

        Returns:
            `frontiers`, a list.

        Operation: atlas_list_frontiers
        """
        call = api.atlas_list_frontiers.OPERATION(
            kind=filled(kind), family=filled(family), regime=filled(regime)
        )
        return await self._send(call, answers.opened)

    async def get_frontier_snapshot(self, frontier_id: str) -> dict[str, Any]:
        """Get the present state of a frontier.

        Raises:
            SbnNotFoundError: There is no such frontier.

        Operation: atlas_get_frontier_snapshot
        """
        return await self._send(api.atlas_get_frontier_snapshot.OPERATION(frontier_id), answers.opened)

    async def get_frontier_history(
        self,
        frontier_id: str,
        *,
        window_hours: int | None = None,
        bucket_minutes: int | None = None,
        include_rollup: bool | None = None,
        include_coupling: bool | None = None,
        include_instrumentation: bool | None = None,
        include_interventions: bool | None = None,
    ) -> dict[str, Any]:
        """Get the history of a frontier in buckets.

        Args:
            frontier_id: The frontier.
            window_hours: How far to look back, in hours.
            bucket_minutes: Length of a bucket, in minutes.
            include_rollup: Whether to add the roll-up.
            include_coupling: Whether to add couplings.
            include_instrumentation: Whether to add the quality of payloads.
            include_interventions: Whether to add interventions.

        Operation: atlas_get_frontier_history
        """
        call = api.atlas_get_frontier_history.OPERATION(
            frontier_id,
            window_hours=window_hours,
            bucket_minutes=bucket_minutes,
            include_rollup=include_rollup,
            include_coupling=include_coupling,
            include_instrumentation=include_instrumentation,
            include_interventions=include_interventions,
        )
        return await self._send(call, answers.opened)

    async def get_frontier_history_delta(
        self,
        frontier_id: str,
        *,
        since: str,
        bucket_minutes: int | None = None,
        include_rollup: bool | None = None,
        include_coupling: bool | None = None,
        include_instrumentation: bool | None = None,
        include_interventions: bool | None = None,
    ) -> dict[str, Any]:
        """Get what changed in the history of a frontier.

        Args:
            frontier_id: The frontier.
            since: Cursor or time from which on.
            bucket_minutes: Length of a bucket, in minutes.
            include_rollup: Whether to add the roll-up.
            include_coupling: Whether to add couplings.
            include_instrumentation: Whether to add the quality of payloads.
            include_interventions: Whether to add interventions.

        Operation: atlas_get_frontier_history_delta
        """
        call = api.atlas_get_frontier_history_delta.OPERATION(
            frontier_id,
            since=since,
            bucket_minutes=bucket_minutes,
            include_rollup=include_rollup,
            include_coupling=include_coupling,
            include_instrumentation=include_instrumentation,
            include_interventions=include_interventions,
        )
        return await self._send(call, answers.opened)

    async def get_frontier_validation(
        self, frontier_id: str, *, tolerance: float | None = None
    ) -> dict[str, Any]:
        """Replay a frontier and check it.

        Args:
            frontier_id: The frontier.
            tolerance: How far a replayed value may be off, such as 1e-6.

        Operation: atlas_get_frontier_validation
        """
        call = api.atlas_get_frontier_validation.OPERATION(frontier_id, tolerance=tolerance)
        return await self._send(call, answers.opened)

    async def get_instrumentation_report(
        self,
        *,
        family: str | None = None,
        frontier_id: str | None = None,
        event_type: str | None = None,
        source_app: str | None = None,
        window_days: int | None = None,
        only_weak: bool | None = None,
        limit: int | None = None,
    ) -> dict[str, Any]:
        """Report on the quality of payloads.

        Args:
            family: Only of this family of apps.
            frontier_id: Only of this frontier.
            event_type: Only of this type.
            source_app: Only from this app.
            window_days: How far to look back, in days.
            only_weak: Whether to list weak segments alone.
            limit: Segments at most.

        Operation: atlas_get_instrumentation_report
        """
        call = api.atlas_get_instrumentation_report.OPERATION(
            family=filled(family),
            frontier_id=filled(frontier_id),
            event_type=filled(event_type),
            source_app=filled(source_app),
            window_days=window_days,
            only_weak=only_weak,
            limit=limit,
        )
        return await self._send(call, answers.opened)

    async def get_intervention_report(
        self,
        *,
        family: str | None = None,
        frontier_id: str | None = None,
        source_app: str | None = None,
        window_days: int | None = None,
        limit: int | None = None,
    ) -> dict[str, Any]:
        """Report on interventions.

        Args:
            family: Only of this family of apps.
            frontier_id: Only of this frontier.
            source_app: Only from this app.
            window_days: How far to look back, in days.
            limit: Interventions at most.

        Operation: atlas_get_intervention_report
        """
        call = api.atlas_get_intervention_report.OPERATION(
            family=filled(family),
            frontier_id=filled(frontier_id),
            source_app=filled(source_app),
            window_days=window_days,
            limit=limit,
        )
        return await self._send(call, answers.opened)

    async def mint_bound_key(
        self, app_id: str, *, label: str | None = None, scopes: Iterable[str] | None = None
    ) -> dict[str, Any]:
        """Mint a key that is bound to an app; the answer shows it, this once.

        Args:
            app_id: The app.
            label: Name of the key.
            scopes: What it may do; `attest.write` and `receipts.read` by default. An empty list is sent.

        Returns:
            `api_key`, `prefix`, `record`, `attestation_ready` and `effective_frontiers`.

        Raises:
            SbnNotFoundError: There is no such app.

        Operation: atlas_mint_bound_key
        """
        body = wire.KeyMint(label=given(filled(label)), scopes=optional_texts("scopes", scopes))
        return await self._send(api.atlas_mint_bound_key.OPERATION(app_id, body=body), answers.opened)

    async def bind_existing_key(self, app_id: str, *, key_id: str) -> dict[str, Any]:
        """Bind a key to an app.

        Args:
            app_id: The app.
            key_id: Id of the key.

        Raises:
            SbnNotFoundError: There is no such app or key.

        Operation: atlas_bind_existing_key
        """
        body = wire.KeyBind(key_id=identifier("key_id", key_id))
        return await self._send(api.atlas_bind_existing_key.OPERATION(app_id, body=body), answers.opened)

    async def upsert_binding(self, app_id: str, *, workflow: str, frontier_id: str) -> dict[str, Any]:
        """Set the frontier of a workflow.

        Args:
            app_id: The app.
            workflow: The workflow.
            frontier_id: The frontier.

        Raises:
            SbnNotFoundError: There is no such app.

        Operation: atlas_upsert_binding
        """
        body = wire.BindingUpsert(workflow=workflow, frontier_id=identifier("frontier_id", frontier_id))
        return await self._send(api.atlas_upsert_binding.OPERATION(app_id, body=body), answers.opened)

    async def list_couplings(
        self,
        *,
        frontier_id: str | None = None,
        coupling_type: str | None = None,
        min_strength: float | None = None,
    ) -> dict[str, Any]:
        """List couplings of frontiers.

        Args:
            frontier_id: Only of this frontier.
            coupling_type: Only of this type.
            min_strength: Only as strong as this; 0.0 is sent.

        Returns:
            `couplings`, a list.

        Operation: atlas_list_couplings
        """
        call = api.atlas_list_couplings.OPERATION(
            frontier_id=filled(frontier_id), coupling_type=filled(coupling_type), min_strength=min_strength
        )
        return await self._send(call, answers.opened)

    async def get_frontier_couplings(
        self, frontier_id: str, *, min_strength: float | None = None
    ) -> dict[str, Any]:
        """List the couplings of a frontier.

        Args:
            frontier_id: The frontier.
            min_strength: Only as strong as this.

        Operation: atlas_get_frontier_couplings
        """
        call = api.atlas_get_frontier_couplings.OPERATION(frontier_id, min_strength=min_strength)
        return await self._send(call, answers.opened)

    async def detect_couplings(self) -> dict[str, Any]:
        """Look for couplings.

        Returns:
            `detected`, how many were found.

        Operation: atlas_detect_couplings
        """
        return await self._send(api.atlas_detect_couplings.OPERATION(), answers.opened)

    async def calibrate_frontier(
        self, *, frontier_id: str, window_days: int = 7, force: bool = False
    ) -> dict[str, Any]:
        """Calibrate a frontier.

        Args:
            frontier_id: The frontier.
            window_days: How far to look back, in days.
            force: Whether to calibrate where there is little to go by.

        Operation: atlas_calibrate_frontier
        """
        body = wire.CalibrateRequest(
            frontier_id=identifier("frontier_id", frontier_id), window_days=window_days, force=force
        )
        return await self._send(api.atlas_calibrate_frontier.OPERATION(body=body), answers.opened)

    async def calibrate_all(self, *, window_days: int = 7, force: bool = False) -> dict[str, Any]:
        """Calibrate every frontier.

        Args:
            window_days: How far to look back, in days.
            force: Whether to calibrate where there is little to go by.

        Returns:
            `results`, a list.

        Operation: atlas_calibrate_all
        """
        call = api.atlas_calibrate_all.OPERATION(window_days=window_days, force=force)
        return await self._send(call, answers.opened)


class AsyncAtlasClient(AsyncAtlasReader):
    """Atlas: frontiers, apps with their keys and bindings, couplings and calibration.

    Every method returns the service's JSON.
    """

    async def register_app(
        self,
        *,
        app_name: str,
        app_family: str,
        declared_workflows: Iterable[str],
        declared_event_types: Iterable[str] | None = None,
        workflow_specs: Iterable[Mapping[str, Any]] | None = None,
        token_ttl_seconds: int = 3600,
    ) -> dict[str, Any]:
        """Register an app with its workflows; the answer shows its client secret, this once.

        Args:
            app_name: Name of the app.
            app_family: Family of apps.
            declared_workflows: Its workflows.
            declared_event_types: Types of its events.
            workflow_specs: Its workflows in full: `workflow`, `frontier_id` (None to have one
                provisioned), `pulse_type` (`slot_stream`, `pgdag` or `batch`) and `event_types`.
            token_ttl_seconds: Lifetime of its tokens, in seconds.

        Returns:
            `app_id`, `client_id`, `client_secret`, `bindings` and `workflow_specs`.

        Operation: atlas_register_app
        """
        body = wire.AppRegister(
            app_name=app_name,
            app_family=app_family,
            declared_workflows=texts("declared_workflows", declared_workflows),
            token_ttl_seconds=token_ttl_seconds,
            declared_event_types=filled_texts("declared_event_types", declared_event_types),
            workflow_specs=specs(workflow_specs),
        )
        return await self._send(api.atlas_register_app.OPERATION(body=body), answers.opened)

    async def exchange_token(self, *, client_id: str, client_secret: str) -> dict[str, Any]:
        """Exchange client credentials for a bearer token. It does not log this client in.

        Args:
            client_id: Id of the client, `atl_…`.
            client_secret: Secret of the client, `atl_sec_…`.

        Returns:
            `access_token`, `expires_in` (seconds) and `app_id`.

        Raises:
            SbnAuthenticationError: The credentials are not known.

        Operation: atlas_exchange_token
        """
        client_secret = secret("client_secret", client_secret)
        body = wire.TokenRequest(client_id=client_id, client_secret=client_secret)
        return await self._send(api.atlas_exchange_token.OPERATION(body=body), answers.opened)

    @overload
    async def get_env(self, app_id: str, *, format: Literal["json"] = "json") -> dict[str, Any]: ...
    @overload
    async def get_env(self, app_id: str, *, format: Literal["dotenv"]) -> str: ...
    async def get_env(self, app_id: str, *, format: str = "json") -> dict[str, Any] | str:
        """Get the variables that were provisioned for an app.

        Args:
            app_id: The app.
            format: `json` for an object, `dotenv` for the lines of a `.env` file.

        Raises:
            SbnNotFoundError: There is no such app.
            ValueError: The format is another; nothing was sent.

        Operation: atlas_get_env
        """
        call = api.atlas_get_env.OPERATION(app_id, format_=choice("format", format, ("json", "dotenv")))
        if format == "dotenv":
            return await self._send(call, parse=lambda answer: answers.text(answer.text))
        found: dict[str, Any] = await self._send(call, answers.opened)
        return found

    async def list_apps(self) -> dict[str, Any]:
        """List the caller's apps.

        Returns:
            `apps`, a list.

        Operation: atlas_list_apps
        """
        return await self._send(api.atlas_list_apps.OPERATION(), answers.opened)

    async def revoke_app(self, app_id: str) -> dict[str, Any]:
        """Revoke an app and its tokens.

        Raises:
            SbnNotFoundError: There is no such app.

        Operation: atlas_revoke_app
        """
        return await self._send(api.atlas_revoke_app.OPERATION(app_id), answers.opened)
