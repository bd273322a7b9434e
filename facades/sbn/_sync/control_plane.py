# Derived from facades/sbn/_async/control_plane.py by make generate; edit that file.
"""The control plane: rate plans, tenants and validators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.arguments import nonempty
from clientkit.facade import Resource
from clientkit.operation import given
from sbn.checks import filled
from sbn.lazy import models, wire
from sbn_api.api import control_plane as api

if TYPE_CHECKING:
    from sbn.models import RatePlan, TenantDetail, TenantSummary, Validator


class ControlPlaneClient(Resource):
    """Rate plans, tenants and validators."""

    def list_rate_plans(self) -> list[RatePlan]:
        """List rate plans.

        Operation: control_plane_list_rate_plans
        """
        read = models.list_of(models.RatePlan, "rate_plans", "items")
        return self._send(api.control_plane_list_rate_plans.OPERATION(), read)

    def create_rate_plan(
        self,
        *,
        name: str,
        sla_tier: str,
        daily_quota: int,
        burst_limit_per_minute: int,
        description: str | None = None,
    ) -> RatePlan:
        """Create a rate plan. Never repeated by itself when its outcome is not clear.

        Args:
            name: Name of the plan.
            sla_tier: Level of service.
            daily_quota: Calls a day.
            burst_limit_per_minute: Calls a minute.
            description: What it is for.

        Operation: control_plane_create_rate_plan
        """
        body = wire.RatePlanCreate(
            name=name,
            sla_tier=sla_tier,
            daily_quota=daily_quota,
            burst_limit_per_minute=burst_limit_per_minute,
            description=given(filled(description)),
        )
        return self._send(api.control_plane_create_rate_plan.OPERATION(body=body), models.RatePlan.from_dict)

    def list_tenants(self) -> list[TenantSummary]:
        """List tenants.

        Operation: control_plane_list_tenants
        """
        read = models.list_of(models.TenantSummary, "tenants", "items")
        return self._send(api.control_plane_list_tenants.OPERATION(), read)

    def get_tenant(self, tenant_id: str) -> TenantDetail:
        """Get a tenant with its plan and validators.

        Args:
            tenant_id: Id of the tenant.

        Raises:
            SbnNotFoundError: There is no such tenant.

        Operation: control_plane_get_tenant
        """
        return self._send(api.control_plane_get_tenant.OPERATION(tenant_id), models.TenantDetail.from_dict)

    def create_tenant(
        self,
        *,
        name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        activate: bool = True,
    ) -> TenantDetail:
        """Create a tenant. Never repeated by itself when its outcome is not clear.

        Args:
            name: Name of the tenant.
            contact_email: Whom to write to.
            aggregator_endpoint: Address of the tenant's aggregator.
            rate_plan_id: Rate plan of the tenant.
            activate: Whether it starts at once.

        Raises:
            SbnNotFoundError: There is no such rate plan.

        Operation: control_plane_create_tenant
        """
        body = wire.TenantCreate(
            name=name,
            contact_email=contact_email,
            aggregator_endpoint=aggregator_endpoint,
            rate_plan_id=nonempty("rate_plan_id", rate_plan_id),
            activate=activate,
        )
        return self._send(api.control_plane_create_tenant.OPERATION(body=body), models.TenantDetail.from_dict)

    def update_tenant_rate_plan(
        self, tenant_id: str, rate_plan_id: str, *, activate: bool | None = None
    ) -> TenantDetail:
        """Move a tenant to another rate plan.

        Args:
            tenant_id: The tenant.
            rate_plan_id: The plan.
            activate: Whether to activate the tenant; the service decides by default.

        Raises:
            SbnNotFoundError: There is no such tenant or plan.

        Operation: control_plane_update_tenant_rate_plan
        """
        body = wire.TenantRatePlanUpdate(
            rate_plan_id=nonempty("rate_plan_id", rate_plan_id), activate=given(activate)
        )
        call = api.control_plane_update_tenant_rate_plan.OPERATION(tenant_id, body=body)
        return self._send(call, models.TenantDetail.from_dict)

    def list_validators(self, tenant_id: str) -> list[Validator]:
        """List the validators of a tenant.

        Args:
            tenant_id: Id of the tenant.

        Raises:
            SbnNotFoundError: There is no such tenant.

        Operation: control_plane_list_validators
        """
        read = models.list_of(models.Validator, "validators", "items")
        return self._send(api.control_plane_list_validators.OPERATION(tenant_id), read)

    def register_validator(
        self, tenant_id: str, *, validator_id: str, endpoint: str, region: str | None = None
    ) -> Validator:
        """Register a validator. Never repeated by itself when its outcome is not clear.

        Args:
            tenant_id: The tenant.
            validator_id: Id of the validator.
            endpoint: Address of the validator.
            region: Where it is.

        Raises:
            SbnNotFoundError: There is no such tenant.

        Operation: control_plane_register_validator
        """
        body = wire.ValidatorRegister(
            validator_id=nonempty("validator_id", validator_id),
            endpoint=endpoint,
            region=given(filled(region)),
        )
        call = api.control_plane_register_validator.OPERATION(tenant_id, body=body)
        return self._send(call, models.Validator.from_dict)

    def heartbeat_validator(self, tenant_id: str, validator_id: str) -> Validator:
        """Give a sign of life for a validator.

        Args:
            tenant_id: Id of the tenant.
            validator_id: Id of the validator.

        Raises:
            SbnNotFoundError: There is no such tenant or validator.

        Operation: control_plane_heartbeat_validator
        """
        call = api.control_plane_heartbeat_validator.OPERATION(tenant_id, validator_id, body=wire.Empty())
        return self._send(call, models.Validator.from_dict)
