"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        atlas_bind_existing_key as atlas_bind_existing_key,
        atlas_calibrate_all as atlas_calibrate_all,
        atlas_calibrate_frontier as atlas_calibrate_frontier,
        atlas_detect_couplings as atlas_detect_couplings,
        atlas_exchange_token as atlas_exchange_token,
        atlas_get_card as atlas_get_card,
        atlas_get_env as atlas_get_env,
        atlas_get_frontier_couplings as atlas_get_frontier_couplings,
        atlas_get_frontier_history as atlas_get_frontier_history,
        atlas_get_frontier_history_delta as atlas_get_frontier_history_delta,
        atlas_get_frontier_snapshot as atlas_get_frontier_snapshot,
        atlas_get_frontier_validation as atlas_get_frontier_validation,
        atlas_get_instrumentation_report as atlas_get_instrumentation_report,
        atlas_get_intervention_report as atlas_get_intervention_report,
        atlas_list_apps as atlas_list_apps,
        atlas_list_cards as atlas_list_cards,
        atlas_list_couplings as atlas_list_couplings,
        atlas_list_frontiers as atlas_list_frontiers,
        atlas_mint_bound_key as atlas_mint_bound_key,
        atlas_register_app as atlas_register_app,
        atlas_register_card as atlas_register_card,
        atlas_resolve as atlas_resolve,
        atlas_revoke_app as atlas_revoke_app,
        atlas_run_card as atlas_run_card,
        atlas_upsert_binding as atlas_upsert_binding,
        atlas_version_card as atlas_version_card,
    )

__all__ = (
    "atlas_bind_existing_key",
    "atlas_calibrate_all",
    "atlas_calibrate_frontier",
    "atlas_detect_couplings",
    "atlas_exchange_token",
    "atlas_get_card",
    "atlas_get_env",
    "atlas_get_frontier_couplings",
    "atlas_get_frontier_history",
    "atlas_get_frontier_history_delta",
    "atlas_get_frontier_snapshot",
    "atlas_get_frontier_validation",
    "atlas_get_instrumentation_report",
    "atlas_get_intervention_report",
    "atlas_list_apps",
    "atlas_list_cards",
    "atlas_list_couplings",
    "atlas_list_frontiers",
    "atlas_mint_bound_key",
    "atlas_register_app",
    "atlas_register_card",
    "atlas_resolve",
    "atlas_revoke_app",
    "atlas_run_card",
    "atlas_upsert_binding",
    "atlas_version_card",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
