"""Models of the service, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .add_fungible_args import AddFungibleArgs as AddFungibleArgs
    from .add_fungible_operation import AddFungibleOperation as AddFungibleOperation
    from .add_instance_args import AddInstanceArgs as AddInstanceArgs
    from .add_instance_operation import AddInstanceOperation as AddInstanceOperation
    from .adjust_stack_args import AdjustStackArgs as AdjustStackArgs
    from .adjust_stack_operation import AdjustStackOperation as AdjustStackOperation
    from .attach_args import AttachArgs as AttachArgs
    from .attach_operation import AttachOperation as AttachOperation
    from .auth_permissions_response import AuthPermissionsResponse as AuthPermissionsResponse
    from .auth_whoami_response import AuthWhoamiResponse as AuthWhoamiResponse
    from .balance_entry import BalanceEntry as BalanceEntry
    from .balance_kind import BalanceKind as BalanceKind
    from .balance_location import BalanceLocation as BalanceLocation
    from .balance_share import BalanceShare as BalanceShare
    from .burn_instance_args import BurnInstanceArgs as BurnInstanceArgs
    from .burn_instance_operation import BurnInstanceOperation as BurnInstanceOperation
    from .class_behavior import ClassBehavior as ClassBehavior
    from .class_definition import ClassDefinition as ClassDefinition
    from .class_list_response import ClassListResponse as ClassListResponse
    from .class_response import ClassResponse as ClassResponse
    from .class_shape import ClassShape as ClassShape
    from .class_shape_definition import ClassShapeDefinition as ClassShapeDefinition
    from .class_shapes_response import ClassShapesResponse as ClassShapesResponse
    from .class_stats_response import ClassStatsResponse as ClassStatsResponse
    from .class_summary import ClassSummary as ClassSummary
    from .commit_list_response import CommitListResponse as CommitListResponse
    from .commit_pagination import CommitPagination as CommitPagination
    from .commit_record import CommitRecord as CommitRecord
    from .commit_request import CommitRequest as CommitRequest
    from .commit_response import CommitResponse as CommitResponse
    from .consolidate_stacks_args import ConsolidateStacksArgs as ConsolidateStacksArgs
    from .consolidate_stacks_operation import ConsolidateStacksOperation as ConsolidateStacksOperation
    from .container_balances_response import ContainerBalancesResponse as ContainerBalancesResponse
    from .container_contents import ContainerContents as ContainerContents
    from .container_contents_response import ContainerContentsResponse as ContainerContentsResponse
    from .container_grid_free_response import ContainerGridFreeResponse as ContainerGridFreeResponse
    from .container_grid_response import ContainerGridResponse as ContainerGridResponse
    from .container_list_response import ContainerListResponse as ContainerListResponse
    from .container_response import ContainerResponse as ContainerResponse
    from .container_slots_response import ContainerSlotsResponse as ContainerSlotsResponse
    from .container_summary import ContainerSummary as ContainerSummary
    from .continuous_grid_2d_kind import ContinuousGrid2DKind as ContinuousGrid2DKind
    from .continuous_line_1d_kind import ContinuousLine1DKind as ContinuousLine1DKind
    from .continuous_shape_1d_definition import ContinuousShape1DDefinition as ContinuousShape1DDefinition
    from .continuous_shape_2d_definition import ContinuousShape2DDefinition as ContinuousShape2DDefinition
    from .create_container_args import CreateContainerArgs as CreateContainerArgs
    from .create_container_operation import CreateContainerOperation as CreateContainerOperation
    from .detach_args import DetachArgs as DetachArgs
    from .detach_operation import DetachOperation as DetachOperation
    from .distribute_balance_args import DistributeBalanceArgs as DistributeBalanceArgs
    from .distribute_balance_operation import DistributeBalanceOperation as DistributeBalanceOperation
    from .freshness import Freshness as Freshness
    from .freshness_response import FreshnessResponse as FreshnessResponse
    from .grid_cell_location import GridCellLocation as GridCellLocation
    from .grid_kind import GridKind as GridKind
    from .grid_measures import GridMeasures as GridMeasures
    from .health_response import HealthResponse as HealthResponse
    from .idempotency_key import IdempotencyKey as IdempotencyKey
    from .json_object import JsonObject as JsonObject
    from .merge_stacks_args import MergeStacksArgs as MergeStacksArgs
    from .merge_stacks_operation import MergeStacksOperation as MergeStacksOperation
    from .move_fungible_args import MoveFungibleArgs as MoveFungibleArgs
    from .move_fungible_operation import MoveFungibleOperation as MoveFungibleOperation
    from .move_instance_args import MoveInstanceArgs as MoveInstanceArgs
    from .move_instance_operation import MoveInstanceOperation as MoveInstanceOperation
    from .namespace import Namespace as Namespace
    from .namespace_changes_response import NamespaceChangesResponse as NamespaceChangesResponse
    from .namespace_create_request import NamespaceCreateRequest as NamespaceCreateRequest
    from .namespace_fork_request import NamespaceForkRequest as NamespaceForkRequest
    from .namespace_lifecycle_request import NamespaceLifecycleRequest as NamespaceLifecycleRequest
    from .namespace_list_response import NamespaceListResponse as NamespaceListResponse
    from .namespace_operational_state_request import (
        NamespaceOperationalStateRequest as NamespaceOperationalStateRequest,
    )
    from .namespace_placement_request import NamespacePlacementRequest as NamespacePlacementRequest
    from .namespace_status import NamespaceStatus as NamespaceStatus
    from .namespace_status_list_response import NamespaceStatusListResponse as NamespaceStatusListResponse
    from .other_kind import OtherKind as OtherKind
    from .other_location import OtherLocation as OtherLocation
    from .other_operation import OtherOperation as OtherOperation
    from .place_in_slot_args import PlaceInSlotArgs as PlaceInSlotArgs
    from .place_in_slot_operation import PlaceInSlotOperation as PlaceInSlotOperation
    from .placement import Placement as Placement
    from .preflight_operation import PreflightOperation as PreflightOperation
    from .preflight_response import PreflightResponse as PreflightResponse
    from .probe_response import ProbeResponse as ProbeResponse
    from .problem_details import ProblemDetails as ProblemDetails
    from .read_health_response import ReadHealthResponse as ReadHealthResponse
    from .register_class_args import RegisterClassArgs as RegisterClassArgs
    from .register_class_continuous_shape_1d_args import (
        RegisterClassContinuousShape1DArgs as RegisterClassContinuousShape1DArgs,
    )
    from .register_class_continuous_shape_1d_operation import (
        RegisterClassContinuousShape1DOperation as RegisterClassContinuousShape1DOperation,
    )
    from .register_class_continuous_shape_2d_args import (
        RegisterClassContinuousShape2DArgs as RegisterClassContinuousShape2DArgs,
    )
    from .register_class_continuous_shape_2d_operation import (
        RegisterClassContinuousShape2DOperation as RegisterClassContinuousShape2DOperation,
    )
    from .register_class_operation import RegisterClassOperation as RegisterClassOperation
    from .register_class_request import RegisterClassRequest as RegisterClassRequest
    from .register_class_shape_args import RegisterClassShapeArgs as RegisterClassShapeArgs
    from .register_class_shape_operation import RegisterClassShapeOperation as RegisterClassShapeOperation
    from .register_class_shape_request import RegisterClassShapeRequest as RegisterClassShapeRequest
    from .register_response import RegisterResponse as RegisterResponse
    from .remove_container_args import RemoveContainerArgs as RemoveContainerArgs
    from .remove_container_operation import RemoveContainerOperation as RemoveContainerOperation
    from .remove_from_slot_args import RemoveFromSlotArgs as RemoveFromSlotArgs
    from .remove_from_slot_operation import RemoveFromSlotOperation as RemoveFromSlotOperation
    from .remove_fungible_args import RemoveFungibleArgs as RemoveFungibleArgs
    from .remove_fungible_operation import RemoveFungibleOperation as RemoveFungibleOperation
    from .reverse_commit_request import ReverseCommitRequest as ReverseCommitRequest
    from .shape import Shape as Shape
    from .shape_view import ShapeView as ShapeView
    from .slot_entry import SlotEntry as SlotEntry
    from .slot_location import SlotLocation as SlotLocation
    from .slots_kind import SlotsKind as SlotsKind
    from .split_stack_args import SplitStackArgs as SplitStackArgs
    from .split_stack_operation import SplitStackOperation as SplitStackOperation
    from .stream_entry import StreamEntry as StreamEntry
    from .swap_slots_args import SwapSlotsArgs as SwapSlotsArgs
    from .swap_slots_operation import SwapSlotsOperation as SwapSlotsOperation
    from .transfer_fungible_args import TransferFungibleArgs as TransferFungibleArgs
    from .transfer_fungible_operation import TransferFungibleOperation as TransferFungibleOperation
    from .transfer_many_args import TransferManyArgs as TransferManyArgs
    from .transfer_many_operation import TransferManyOperation as TransferManyOperation

_MODULES = {
    "AddFungibleArgs": "add_fungible_args",
    "AddFungibleOperation": "add_fungible_operation",
    "AddInstanceArgs": "add_instance_args",
    "AddInstanceOperation": "add_instance_operation",
    "AdjustStackArgs": "adjust_stack_args",
    "AdjustStackOperation": "adjust_stack_operation",
    "AttachArgs": "attach_args",
    "AttachOperation": "attach_operation",
    "AuthPermissionsResponse": "auth_permissions_response",
    "AuthWhoamiResponse": "auth_whoami_response",
    "BalanceEntry": "balance_entry",
    "BalanceKind": "balance_kind",
    "BalanceLocation": "balance_location",
    "BalanceShare": "balance_share",
    "BurnInstanceArgs": "burn_instance_args",
    "BurnInstanceOperation": "burn_instance_operation",
    "ClassBehavior": "class_behavior",
    "ClassDefinition": "class_definition",
    "ClassListResponse": "class_list_response",
    "ClassResponse": "class_response",
    "ClassShape": "class_shape",
    "ClassShapeDefinition": "class_shape_definition",
    "ClassShapesResponse": "class_shapes_response",
    "ClassStatsResponse": "class_stats_response",
    "ClassSummary": "class_summary",
    "CommitListResponse": "commit_list_response",
    "CommitPagination": "commit_pagination",
    "CommitRecord": "commit_record",
    "CommitRequest": "commit_request",
    "CommitResponse": "commit_response",
    "ConsolidateStacksArgs": "consolidate_stacks_args",
    "ConsolidateStacksOperation": "consolidate_stacks_operation",
    "ContainerBalancesResponse": "container_balances_response",
    "ContainerContents": "container_contents",
    "ContainerContentsResponse": "container_contents_response",
    "ContainerGridFreeResponse": "container_grid_free_response",
    "ContainerGridResponse": "container_grid_response",
    "ContainerListResponse": "container_list_response",
    "ContainerResponse": "container_response",
    "ContainerSlotsResponse": "container_slots_response",
    "ContainerSummary": "container_summary",
    "ContinuousGrid2DKind": "continuous_grid_2d_kind",
    "ContinuousLine1DKind": "continuous_line_1d_kind",
    "ContinuousShape1DDefinition": "continuous_shape_1d_definition",
    "ContinuousShape2DDefinition": "continuous_shape_2d_definition",
    "CreateContainerArgs": "create_container_args",
    "CreateContainerOperation": "create_container_operation",
    "DetachArgs": "detach_args",
    "DetachOperation": "detach_operation",
    "DistributeBalanceArgs": "distribute_balance_args",
    "DistributeBalanceOperation": "distribute_balance_operation",
    "Freshness": "freshness",
    "FreshnessResponse": "freshness_response",
    "GridCellLocation": "grid_cell_location",
    "GridKind": "grid_kind",
    "GridMeasures": "grid_measures",
    "HealthResponse": "health_response",
    "IdempotencyKey": "idempotency_key",
    "JsonObject": "json_object",
    "MergeStacksArgs": "merge_stacks_args",
    "MergeStacksOperation": "merge_stacks_operation",
    "MoveFungibleArgs": "move_fungible_args",
    "MoveFungibleOperation": "move_fungible_operation",
    "MoveInstanceArgs": "move_instance_args",
    "MoveInstanceOperation": "move_instance_operation",
    "Namespace": "namespace",
    "NamespaceChangesResponse": "namespace_changes_response",
    "NamespaceCreateRequest": "namespace_create_request",
    "NamespaceForkRequest": "namespace_fork_request",
    "NamespaceLifecycleRequest": "namespace_lifecycle_request",
    "NamespaceListResponse": "namespace_list_response",
    "NamespaceOperationalStateRequest": "namespace_operational_state_request",
    "NamespacePlacementRequest": "namespace_placement_request",
    "NamespaceStatus": "namespace_status",
    "NamespaceStatusListResponse": "namespace_status_list_response",
    "OtherKind": "other_kind",
    "OtherLocation": "other_location",
    "OtherOperation": "other_operation",
    "PlaceInSlotArgs": "place_in_slot_args",
    "PlaceInSlotOperation": "place_in_slot_operation",
    "Placement": "placement",
    "PreflightOperation": "preflight_operation",
    "PreflightResponse": "preflight_response",
    "ProbeResponse": "probe_response",
    "ProblemDetails": "problem_details",
    "ReadHealthResponse": "read_health_response",
    "RegisterClassArgs": "register_class_args",
    "RegisterClassContinuousShape1DArgs": "register_class_continuous_shape_1d_args",
    "RegisterClassContinuousShape1DOperation": "register_class_continuous_shape_1d_operation",
    "RegisterClassContinuousShape2DArgs": "register_class_continuous_shape_2d_args",
    "RegisterClassContinuousShape2DOperation": "register_class_continuous_shape_2d_operation",
    "RegisterClassOperation": "register_class_operation",
    "RegisterClassRequest": "register_class_request",
    "RegisterClassShapeArgs": "register_class_shape_args",
    "RegisterClassShapeOperation": "register_class_shape_operation",
    "RegisterClassShapeRequest": "register_class_shape_request",
    "RegisterResponse": "register_response",
    "RemoveContainerArgs": "remove_container_args",
    "RemoveContainerOperation": "remove_container_operation",
    "RemoveFromSlotArgs": "remove_from_slot_args",
    "RemoveFromSlotOperation": "remove_from_slot_operation",
    "RemoveFungibleArgs": "remove_fungible_args",
    "RemoveFungibleOperation": "remove_fungible_operation",
    "ReverseCommitRequest": "reverse_commit_request",
    "Shape": "shape",
    "ShapeView": "shape_view",
    "SlotEntry": "slot_entry",
    "SlotLocation": "slot_location",
    "SlotsKind": "slots_kind",
    "SplitStackArgs": "split_stack_args",
    "SplitStackOperation": "split_stack_operation",
    "StreamEntry": "stream_entry",
    "SwapSlotsArgs": "swap_slots_args",
    "SwapSlotsOperation": "swap_slots_operation",
    "TransferFungibleArgs": "transfer_fungible_args",
    "TransferFungibleOperation": "transfer_fungible_operation",
    "TransferManyArgs": "transfer_many_args",
    "TransferManyOperation": "transfer_many_operation",
}

__all__ = (
    "AddFungibleArgs",
    "AddFungibleOperation",
    "AddInstanceArgs",
    "AddInstanceOperation",
    "AdjustStackArgs",
    "AdjustStackOperation",
    "AttachArgs",
    "AttachOperation",
    "AuthPermissionsResponse",
    "AuthWhoamiResponse",
    "BalanceEntry",
    "BalanceKind",
    "BalanceLocation",
    "BalanceShare",
    "BurnInstanceArgs",
    "BurnInstanceOperation",
    "ClassBehavior",
    "ClassDefinition",
    "ClassListResponse",
    "ClassResponse",
    "ClassShape",
    "ClassShapeDefinition",
    "ClassShapesResponse",
    "ClassStatsResponse",
    "ClassSummary",
    "CommitListResponse",
    "CommitPagination",
    "CommitRecord",
    "CommitRequest",
    "CommitResponse",
    "ConsolidateStacksArgs",
    "ConsolidateStacksOperation",
    "ContainerBalancesResponse",
    "ContainerContents",
    "ContainerContentsResponse",
    "ContainerGridFreeResponse",
    "ContainerGridResponse",
    "ContainerListResponse",
    "ContainerResponse",
    "ContainerSlotsResponse",
    "ContainerSummary",
    "ContinuousGrid2DKind",
    "ContinuousLine1DKind",
    "ContinuousShape1DDefinition",
    "ContinuousShape2DDefinition",
    "CreateContainerArgs",
    "CreateContainerOperation",
    "DetachArgs",
    "DetachOperation",
    "DistributeBalanceArgs",
    "DistributeBalanceOperation",
    "Freshness",
    "FreshnessResponse",
    "GridCellLocation",
    "GridKind",
    "GridMeasures",
    "HealthResponse",
    "IdempotencyKey",
    "JsonObject",
    "MergeStacksArgs",
    "MergeStacksOperation",
    "MoveFungibleArgs",
    "MoveFungibleOperation",
    "MoveInstanceArgs",
    "MoveInstanceOperation",
    "Namespace",
    "NamespaceChangesResponse",
    "NamespaceCreateRequest",
    "NamespaceForkRequest",
    "NamespaceLifecycleRequest",
    "NamespaceListResponse",
    "NamespaceOperationalStateRequest",
    "NamespacePlacementRequest",
    "NamespaceStatus",
    "NamespaceStatusListResponse",
    "OtherKind",
    "OtherLocation",
    "OtherOperation",
    "PlaceInSlotArgs",
    "PlaceInSlotOperation",
    "Placement",
    "PreflightOperation",
    "PreflightResponse",
    "ProbeResponse",
    "ProblemDetails",
    "ReadHealthResponse",
    "RegisterClassArgs",
    "RegisterClassContinuousShape1DArgs",
    "RegisterClassContinuousShape1DOperation",
    "RegisterClassContinuousShape2DArgs",
    "RegisterClassContinuousShape2DOperation",
    "RegisterClassOperation",
    "RegisterClassRequest",
    "RegisterClassShapeArgs",
    "RegisterClassShapeOperation",
    "RegisterClassShapeRequest",
    "RegisterResponse",
    "RemoveContainerArgs",
    "RemoveContainerOperation",
    "RemoveFromSlotArgs",
    "RemoveFromSlotOperation",
    "RemoveFungibleArgs",
    "RemoveFungibleOperation",
    "ReverseCommitRequest",
    "Shape",
    "ShapeView",
    "SlotEntry",
    "SlotLocation",
    "SlotsKind",
    "SplitStackArgs",
    "SplitStackOperation",
    "StreamEntry",
    "SwapSlotsArgs",
    "SwapSlotsOperation",
    "TransferFungibleArgs",
    "TransferFungibleOperation",
    "TransferManyArgs",
    "TransferManyOperation",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        try:
            module = _MODULES[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        from clientkit.operation import load_module

        model = globals()[name] = getattr(load_module(f".{module}", __name__), name)
        return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
