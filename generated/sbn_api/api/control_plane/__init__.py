"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        control_plane_create_rate_plan as control_plane_create_rate_plan,
        control_plane_create_tenant as control_plane_create_tenant,
        control_plane_get_tenant as control_plane_get_tenant,
        control_plane_heartbeat_validator as control_plane_heartbeat_validator,
        control_plane_list_rate_plans as control_plane_list_rate_plans,
        control_plane_list_tenants as control_plane_list_tenants,
        control_plane_list_validators as control_plane_list_validators,
        control_plane_register_validator as control_plane_register_validator,
        control_plane_update_tenant_rate_plan as control_plane_update_tenant_rate_plan,
    )

__all__ = (
    "control_plane_create_rate_plan",
    "control_plane_create_tenant",
    "control_plane_get_tenant",
    "control_plane_heartbeat_validator",
    "control_plane_list_rate_plans",
    "control_plane_list_tenants",
    "control_plane_list_validators",
    "control_plane_register_validator",
    "control_plane_update_tenant_rate_plan",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
