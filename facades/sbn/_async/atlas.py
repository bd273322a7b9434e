"""Atlas: frontiers, apps with their keys and bindings, couplings and calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from clientkit.arguments import choice, nonempty, secret
from clientkit.facade import AsyncResource
from clientkit.operation import given
from sbn_api.api import atlas as api

from sbn import answers, bindings
from sbn.checks import (
    filled,
    filled_object,
    filled_strings,
    filled_texts,
    json_object,
    optional_object,
    optional_texts,
    specs,
    texts,
)
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api import dicts

    from sbn.gec_contract import GecOperationContract


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
    ) -> dicts.ResolveResult:
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
    ) -> dicts.FrontierList:
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

        Args:
            frontier_id: Id of the frontier.

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
    ) -> dicts.InstrumentationReport:
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
    ) -> dicts.KeyBindingResult:
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

    async def bind_existing_key(self, app_id: str, *, key_id: str) -> dicts.KeyBindingResult:
        """Bind a key to an app.

        Args:
            app_id: The app.
            key_id: Id of the key.

        Raises:
            SbnNotFoundError: There is no such app or key.

        Operation: atlas_bind_existing_key
        """
        body = wire.KeyBind(key_id=nonempty("key_id", key_id))
        return await self._send(api.atlas_bind_existing_key.OPERATION(app_id, body=body), answers.opened)

    async def upsert_binding(
        self,
        app_id: str,
        *,
        workflow: str,
        frontier_id: str,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = None,
        pulse_type: str | None = None,
        event_types: Iterable[str] | None = None,
        derives_from_frontiers: Iterable[str] | None = None,
        accepted_pulse_types: Iterable[str] | None = None,
        accepted_action_types: Iterable[str] | None = None,
        accepted_interaction_types: Iterable[str] | None = None,
        accepted_event_types: Iterable[str] | None = None,
        action_weight_map: Mapping[str, float] | None = None,
        interaction_weight_map: Mapping[str, float] | None = None,
        event_polarity_weights: Mapping[str, float] | None = None,
        weighting_strategy: str | None = None,
        rollup_mode: str | None = None,
        anchor_requirement: str | None = None,
        fallback_policy: str | None = None,
        history_action: str | None = None,
    ) -> dicts.BindingResult:
        """Set the frontier of a workflow, and the contract that it has for it.

        Args:
            app_id: The app.
            workflow: The workflow.
            frontier_id: The frontier.
            gec_contract: A contract, or a mapping with its members; its own frontier id is not sent, and
                the arguments below go before its members.
            pulse_type: How it is fed.
            event_types: Types of its events.
            derives_from_frontiers: Frontiers that it derives from.
            accepted_pulse_types: Types of pulses that count.
            accepted_action_types: Actions that count.
            accepted_interaction_types: Interactions that count.
            accepted_event_types: Events that count.
            action_weight_map: Weight by action.
            interaction_weight_map: Weight by interaction.
            event_polarity_weights: Weight by polarity.
            weighting_strategy: How weights are put together.
            rollup_mode: How it rolls up.
            anchor_requirement: Which anchor it needs.
            fallback_policy: What happens without one.
            history_action: What the history says of it, such as `updated`, `attached` or `restored`.

        Raises:
            SbnNotFoundError: There is no such app.
            ValueError: The frontier is empty, or the contract no mapping; nothing was sent.

        Operation: atlas_upsert_binding
        """
        found = bindings.contract_members(gec_contract)
        found |= bindings.members(
            pulse_type=filled(pulse_type),
            event_types=event_types,
            derives_from_frontiers=derives_from_frontiers,
            accepted_pulse_types=accepted_pulse_types,
            accepted_action_types=accepted_action_types,
            accepted_interaction_types=accepted_interaction_types,
            accepted_event_types=accepted_event_types,
            action_weight_map=action_weight_map,
            interaction_weight_map=interaction_weight_map,
            event_polarity_weights=event_polarity_weights,
            weighting_strategy=weighting_strategy,
            rollup_mode=rollup_mode,
            anchor_requirement=anchor_requirement,
            fallback_policy=fallback_policy,
            history_action=filled(history_action),
        )
        named = {"workflow": workflow, "frontier_id": nonempty("frontier_id", frontier_id)}
        body = wire.BindingUpsert.from_dict({**named, **found})
        return await self._send(api.atlas_upsert_binding.OPERATION(app_id, body=body), answers.opened)

    async def list_cards(self) -> dicts.CardList:
        """List frontier cards.

        Returns:
            `cards`, a list.

        Operation: atlas_list_cards
        """
        return await self._send(api.atlas_list_cards.OPERATION(), answers.opened)

    async def get_card(self, card_ref: str) -> dicts.Card:
        """Get a frontier card.

        Args:
            card_ref: The card, a dotted name.

        Raises:
            SbnNotFoundError: There is no such card.

        Operation: atlas_get_card
        """
        return await self._send(api.atlas_get_card.OPERATION(card_ref), answers.opened)

    async def register_card(
        self,
        *,
        card_id: str | None = None,
        scope: str | None = None,
        domain: str | None = None,
        app_family: str,
        family_class: str,
        authored_by: str,
        label: str | None = None,
        description: str | None = None,
        ecology: str | None = None,
        frontier: str | None = None,
        policy: str | None = None,
        surface: str | None = None,
        path_id: str | None = None,
        pulse_type: str | None = None,
        app_id: str | None = None,
        card_version: str | None = None,
        cmax_source: str | None = None,
        c_max: float | None = None,
        cmax_default: float | None = None,
        scientific_contract: Mapping[str, Any] | None = None,
        operational_form: Mapping[str, Any] | None = None,
        diagnostics: Mapping[str, Any] | None = None,
        notes: Mapping[str, Any] | None = None,
        workflow_bindings: Iterable[str] | None = None,
        api_key_ids: Iterable[str] | None = None,
    ) -> dicts.Card:
        """Register a frontier card. Never repeated by itself when its outcome is not clear.

        Args:
            card_id: Id of the card, a dotted name.
            scope: The same, where there is no `card_id`.
            domain: The same, where there is neither.
            app_family: Family of apps.
            family_class: Class of the family.
            authored_by: Who wrote it.
            label: Its label.
            description: What it is.
            ecology: Its ecology.
            frontier: Its frontier.
            policy: Its policy.
            surface: Its surface.
            path_id: Its path.
            pulse_type: How it is fed.
            app_id: Its app.
            card_version: Its version.
            cmax_source: Where its capacity is from.
            c_max: Its capacity; 0 is sent.
            cmax_default: Its capacity by default; 0 is sent.
            scientific_contract: What it rests on.
            operational_form: How it is worked.
            diagnostics: Diagnostics.
            notes: Notes.
            workflow_bindings: Its workflows.
            api_key_ids: Keys that may run it.

        Returns:
            The card.

        Raises:
            SbnError: The service refused.
            ValueError: Nothing names the card; nothing was sent.

        Operation: atlas_register_card
        """
        named = filled_strings(card_id=card_id, scope=scope, domain=domain)
        known = next(iter(named.values()), "").strip()
        body = wire.CardRegister(
            card_id=nonempty("card_id (or scope, or domain)", known),
            app_family=app_family,
            family_class=family_class,
            authored_by=authored_by,
            label=given(label),
            description=given(description),
            ecology=given(ecology),
            frontier=given(frontier),
            policy=given(policy),
            surface=given(surface),
            path_id=given(path_id),
            pulse_type=given(pulse_type),
            app_id=given(app_id),
            card_version=given(card_version),
            cmax_source=given(cmax_source),
            c_max=given(c_max),
            cmax_default=given(cmax_default),
            scientific_contract=optional_object("scientific_contract", scientific_contract),
            operational_form=optional_object("operational_form", operational_form),
            diagnostics=optional_object("diagnostics", diagnostics),
            notes=optional_object("notes", notes),
            workflow_bindings=filled_texts("workflow_bindings", workflow_bindings),
            api_key_ids=filled_texts("api_key_ids", api_key_ids),
        )
        return await self._send(api.atlas_register_card.OPERATION(body=body), answers.opened)

    async def version_card(
        self,
        card_ref: str,
        *,
        authored_by: str,
        family_class: str | None = None,
        app_family: str | None = None,
        label: str | None = None,
        description: str | None = None,
        ecology: str | None = None,
        frontier: str | None = None,
        policy: str | None = None,
        surface: str | None = None,
        path_id: str | None = None,
        pulse_type: str | None = None,
        app_id: str | None = None,
        card_version: str | None = None,
        cmax_source: str | None = None,
        c_max: float | None = None,
        cmax_default: float | None = None,
        scientific_contract: Mapping[str, Any] | None = None,
        operational_form: Mapping[str, Any] | None = None,
        diagnostics: Mapping[str, Any] | None = None,
        notes: Mapping[str, Any] | None = None,
        workflow_bindings: Iterable[str] | None = None,
        api_key_ids: Iterable[str] | None = None,
        change_note: str | None = None,
    ) -> dicts.Card:
        """Add a version of a frontier card. Never repeated by itself when its outcome is not clear.

        Args:
            card_ref: The card, a dotted name.
            authored_by: Who wrote the version.
            family_class: Class of the family.
            app_family: Family of apps.
            label: Its label.
            description: What it is.
            ecology: Its ecology.
            frontier: Its frontier.
            policy: Its policy.
            surface: Its surface.
            path_id: Its path.
            pulse_type: How it is fed.
            app_id: Its app.
            card_version: Its version.
            cmax_source: Where its capacity is from.
            c_max: Its capacity; 0 is sent.
            cmax_default: Its capacity by default; 0 is sent.
            scientific_contract: What it rests on.
            operational_form: How it is worked.
            diagnostics: Diagnostics.
            notes: Notes.
            workflow_bindings: Its workflows; an empty list is sent.
            api_key_ids: Keys that may run it; an empty list is sent.
            change_note: What changed.

        Returns:
            The card.

        Raises:
            SbnNotFoundError: There is no such card.

        Operation: atlas_version_card
        """
        body = wire.CardVersion(
            authored_by=authored_by,
            family_class=given(family_class),
            app_family=given(app_family),
            label=given(label),
            description=given(description),
            ecology=given(ecology),
            frontier=given(frontier),
            policy=given(policy),
            surface=given(surface),
            path_id=given(path_id),
            pulse_type=given(pulse_type),
            app_id=given(app_id),
            card_version=given(card_version),
            cmax_source=given(cmax_source),
            c_max=given(c_max),
            cmax_default=given(cmax_default),
            scientific_contract=optional_object("scientific_contract", scientific_contract),
            operational_form=optional_object("operational_form", operational_form),
            diagnostics=optional_object("diagnostics", diagnostics),
            notes=optional_object("notes", notes),
            workflow_bindings=optional_texts("workflow_bindings", workflow_bindings),
            api_key_ids=optional_texts("api_key_ids", api_key_ids),
            change_note=given(change_note),
        )
        return await self._send(api.atlas_version_card.OPERATION(card_ref, body=body), answers.opened)

    async def run_card(
        self,
        card_ref: str,
        *,
        workflow: str | None = None,
        inputs: Mapping[str, Any] | None = None,
        actor: str = "sbn.atlas.card_runner",
        config: Mapping[str, Any] | None = None,
        run_id: str | None = None,
        api_key_id: str | None = None,
    ) -> dicts.CardRun:
        """Run the workflow of a frontier card. Never repeated by itself when its outcome is not clear.

        Args:
            card_ref: The card, a dotted name.
            workflow: One of its workflows.
            inputs: What it starts with.
            actor: Who runs it.
            config: Options of the run.
            run_id: Your id of the run.
            api_key_id: The key that it runs with.

        Returns:
            `run_id`, `workflow`, `edge` and `artifacts`.

        Raises:
            SbnNotFoundError: There is no such card.

        Operation: atlas_run_card
        """
        body = wire.CardRunRequest(
            inputs=json_object("inputs", {} if inputs is None else inputs),
            actor=actor,
            config=json_object("config", {} if config is None else config),
            workflow=given(filled(workflow)),
            run_id=given(filled(run_id)),
            api_key_id=given(filled(api_key_id)),
        )
        return await self._send(api.atlas_run_card.OPERATION(card_ref, body=body), answers.opened)

    async def list_couplings(
        self,
        *,
        frontier_id: str | None = None,
        coupling_type: str | None = None,
        min_strength: float | None = None,
    ) -> dicts.CouplingList:
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

    async def detect_couplings(self) -> dicts.CouplingDetection:
        """Look for couplings.

        Returns:
            `detected`, how many were found.

        Operation: atlas_detect_couplings
        """
        return await self._send(api.atlas_detect_couplings.OPERATION(), answers.opened)

    async def calibrate_frontier(
        self, *, frontier_id: str, window_days: int = 7, force: bool = False
    ) -> dicts.CalibrationResult:
        """Calibrate a frontier.

        Args:
            frontier_id: The frontier.
            window_days: How far to look back, in days.
            force: Whether to calibrate where there is little to go by.

        Operation: atlas_calibrate_frontier
        """
        body = wire.CalibrateRequest(
            frontier_id=nonempty("frontier_id", frontier_id), window_days=window_days, force=force
        )
        return await self._send(api.atlas_calibrate_frontier.OPERATION(body=body), answers.opened)

    async def calibrate_all(self, *, window_days: int = 7, force: bool = False) -> dicts.CalibrationList:
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
    ) -> dicts.AppRegistration:
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

    async def exchange_token(self, *, client_id: str, client_secret: str) -> dicts.TokenResponse:
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
    async def get_env(self, app_id: str, *, format: Literal["json"] = "json") -> dicts.AtlasEnv: ...
    @overload
    async def get_env(self, app_id: str, *, format: Literal["dotenv"]) -> str: ...
    async def get_env(self, app_id: str, *, format: str = "json") -> dicts.AtlasEnv | str:
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
        found: dicts.AtlasEnv = await self._send(call, answers.opened)
        return found

    async def list_apps(self) -> dicts.AppList:
        """List the caller's apps.

        Returns:
            `apps`, a list.

        Operation: atlas_list_apps
        """
        return await self._send(api.atlas_list_apps.OPERATION(), answers.opened)

    async def revoke_app(self, app_id: str) -> dict[str, Any]:
        """Revoke an app and its tokens.

        Args:
            app_id: Id of the app.

        Raises:
            SbnNotFoundError: There is no such app.

        Operation: atlas_revoke_app
        """
        return await self._send(api.atlas_revoke_app.OPERATION(app_id), answers.opened)
