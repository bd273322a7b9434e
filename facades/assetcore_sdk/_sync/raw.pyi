# Derived from facades/assetcore_sdk/_async/ by make generate; edit the files there.
import os
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
from assetcore_sdk.actions import ActionOptions
from assetcore_sdk.exporting import HistoryExport
from assetcore_sdk.models import (
    ClassListResponse,
    ClassResponse,
    ClassShapesResponse,
    ClassStatsResponse,
    ClassSummary,
    CommitListResponse,
    CommitRecord,
    CommitResponse,
    ContainerBalancesResponse,
    ContainerContentsResponse,
    ContainerGridFreeResponse,
    ContainerGridResponse,
    ContainerListResponse,
    ContainerResponse,
    ContainerSlotsResponse,
    ContainerSummary,
    Document,
    FreshnessResponse,
    HealthResponse,
    PreflightResponse,
    ProbeResponse,
    ReadHealthResponse,
    RegisterResponse,
    StreamEntry,
)
from assetcore_sdk.operations import AnyOperation, TransferFungible
from assetcore_sdk.types import ContainerKind, Id, Location, Quantity
from clientkit.errors import ClientError
from clientkit.facade import AsyncEventStream, AsyncItems, EventStream, Items
from clientkit.resolving import Resolution
from clientkit.views import RawAnswer

class AsyncRawCalls:
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = ...,
        json: Any = ...,
        headers: Mapping[str, str] | None = ...,
        idempotent: bool = ...,
    ) -> RawAnswer[Any]: ...
    async def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...

class AsyncRawActionMethods(AsyncRawCalls):
    async def preflight(
        self, operation: AnyOperation, options: ActionOptions | None = ...
    ) -> RawAnswer[PreflightResponse]: ...
    async def create_container(
        self,
        *,
        container_id: Id | None = ...,
        external_id: Id | None = ...,
        kind: ContainerKind,
        owner: int | None = ...,
        policies: Mapping[str, Any] | None = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def remove_container(
        self, *, container_id: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def add_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        location: Location,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def remove_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        from_: Location = ...,
        from_container: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def move_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        from_: Location = ...,
        to: Location = ...,
        from_container: Id = ...,
        to_container: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def transfer_fungible(
        self,
        *,
        from_container: Id = ...,
        to_container: Id = ...,
        from_: Id = ...,
        to: Id = ...,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def transfer_many(
        self,
        *,
        transfers: Sequence[TransferFungible | Mapping[str, Any]],
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def add_instance(
        self, *, class_id: Id, key: int | None = ..., location: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def move_instance(
        self, *, inst_id: Id = ..., instance_id: Id = ..., to: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def place_in_slot(
        self,
        *,
        container_id: Id,
        slot_index: int,
        instance_id: Id = ...,
        inst_id: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def remove_from_slot(
        self, *, container_id: Id, slot_index: int, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def register_class(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def register_class_shape(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def merge_stacks(
        self, *, from_stack: Id, to_stack: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def consolidate_stacks(
        self, *, container_id: Id, class_id: Id, key: int | None = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def burn_instance(
        self, *, instance_id: Id = ..., inst_id: Id = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def attach(
        self, *, parent_id: Id, child_id: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def detach(
        self, *, instance_id: Id = ..., inst_id: Id = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def swap_slots(
        self,
        *,
        container_a: Id,
        slot_a: int,
        container_b: Id,
        slot_b: int,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def register_class_continuous_shape1d(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def register_class_continuous_shape2d(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def split_stack(
        self, *, stack_id: Id, quantity: Quantity, to: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def adjust_stack(
        self, *, stack_id: Id, quantity: Quantity, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    async def distribute_balance(
        self,
        *,
        from_container: Id,
        class_id: Id,
        key: int | None = ...,
        shares: Sequence[Mapping[str, Any]],
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...

class AsyncRawClasses(AsyncRawCalls):
    async def register_class(
        self,
        class_id: int | str,
        name: str,
        flags: int | None = ...,
        behavior: Mapping[str, Any] | None = ...,
        *,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[RegisterResponse]: ...
    async def register_class_shape(
        self,
        class_id: int | str,
        width: int,
        height: int,
        stack_key: int | None = ...,
        *,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[RegisterResponse]: ...
    async def list_classes(
        self,
        cursor: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ClassListResponse]: ...
    @AsyncItems.of("assetcore_sdk.models:ClassSummary")
    def iter_classes(
        self, limit: int | None = ..., *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> AsyncIterator[ClassSummary]: ...
    async def get_class(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassResponse]: ...
    async def get_class_shapes(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassShapesResponse]: ...
    async def get_class_stats(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassStatsResponse]: ...

class AsyncRawCommits(AsyncRawCalls):
    async def commit_operations(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        policy_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def preflight_operations(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        policy_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[PreflightResponse]: ...
    async def reverse_commit(
        self,
        commit_id: str,
        reason: str,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    async def list_commits(
        self,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[CommitListResponse]: ...
    async def query_container_history(
        self,
        container_id: int | str,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[CommitListResponse]: ...
    @AsyncItems.of("assetcore_sdk.models:CommitRecord")
    def iter_commits(
        self,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        container_id: int | str | None = ...,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> AsyncIterator[CommitRecord]: ...

class AsyncRawContainers(AsyncRawCalls):
    async def list_containers(
        self,
        owner: int | None = ...,
        kind: str | None = ...,
        cursor: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerListResponse]: ...
    @AsyncItems.of("assetcore_sdk.models:ContainerSummary")
    def iter_containers(
        self,
        owner: int | None = ...,
        kind: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> AsyncIterator[ContainerSummary]: ...
    async def get_container(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerResponse]: ...
    async def get_container_balances(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerBalancesResponse]: ...
    async def get_container_slots(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerSlotsResponse]: ...
    async def get_container_contents(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerContentsResponse]: ...
    async def get_container_grid(
        self,
        container_id: int | str,
        x: int | None = ...,
        y: int | None = ...,
        width: int | None = ...,
        height: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerGridResponse]: ...
    async def get_container_grid_free(
        self,
        container_id: int | str,
        width: int = ...,
        height: int = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerGridFreeResponse]: ...

class AsyncRawHealth(AsyncRawCalls):
    async def write_health(self) -> RawAnswer[HealthResponse]: ...
    async def write_livez(self) -> RawAnswer[ProbeResponse]: ...
    async def write_metrics(self) -> RawAnswer[str]: ...
    async def read_health(self, *, namespace_id: int = ...) -> RawAnswer[ReadHealthResponse]: ...
    async def read_livez(self, *, namespace_id: int = ...) -> RawAnswer[ProbeResponse]: ...
    async def read_metrics(self) -> RawAnswer[str]: ...
    async def get_freshness(
        self, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[FreshnessResponse]: ...
    async def read_stream(
        self,
        from_world_seq: int | None = ...,
        limit: int = ...,
        last_event_id: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[AsyncEventStream[StreamEntry]]: ...
    def follow_history(
        self, after: int | None = ..., *, from_world_seq: int | None = ..., namespace_id: int = ...
    ) -> AsyncIterator[StreamEntry]: ...
    def iter_batches(
        self, after: int | None = ..., *, namespace_id: int = ..., batch_size: int = ...
    ) -> AsyncIterator[pa.RecordBatch]: ...
    async def export_history(
        self, path: str | os.PathLike[str], *, namespace_id: int = ..., after: int | None = ...
    ) -> RawAnswer[HistoryExport]: ...

class AsyncRawNamespaces(AsyncRawCalls):
    async def whoami(self) -> RawAnswer[Document]: ...
    async def get_permissions(self, namespace_id: int | None = ...) -> RawAnswer[Document]: ...
    async def list_namespaces(
        self,
        limit: int | None = ...,
        page_token: str | None = ...,
        *,
        tenant_id: str | None = ...,
        owner_principal_id: str | None = ...,
        policy_class: str | None = ...,
        lifecycle: str | None = ...,
        write_mode: str | None = ...,
        draining: bool | None = ...,
        frozen: bool | None = ...,
        include_deleted: bool | None = ...,
    ) -> RawAnswer[Document]: ...
    async def create_namespace(
        self,
        namespace_id: int | None = ...,
        label: str | None = ...,
        *,
        extra: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Document]: ...
    async def get_namespace(
        self, namespace_id: int, *, correlation_id: str | None = ...
    ) -> RawAnswer[Document]: ...
    async def list_namespace_changes(self) -> RawAnswer[Document]: ...
    async def list_namespace_statuses(self) -> RawAnswer[Document]: ...
    async def get_namespace_status(self, namespace_id: int) -> RawAnswer[Document]: ...
    async def set_namespace_lifecycle(
        self, namespace_id: int, target_state: str, reason: str | None = ...
    ) -> RawAnswer[Document]: ...
    async def set_namespace_operational_state(
        self,
        namespace_id: int,
        *,
        write_mode: str | None = ...,
        draining: bool | None = ...,
        frozen: bool | None = ...,
        reason: str | None = ...,
    ) -> RawAnswer[Document]: ...
    async def set_namespace_placement(
        self, namespace_id: int, placement: Mapping[str, Any]
    ) -> RawAnswer[Document]: ...
    async def fork_namespace(self, request: Mapping[str, Any]) -> RawAnswer[Document]: ...

class RawCalls:
    def request_sync(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = ...,
        json: Any = ...,
        headers: Mapping[str, str] | None = ...,
        idempotent: bool = ...,
    ) -> RawAnswer[Any]: ...
    def resolve_sync(self, error: ClientError) -> RawAnswer[Resolution]: ...

class RawActionMethods(RawCalls):
    def preflight_sync(
        self, operation: AnyOperation, options: ActionOptions | None = ...
    ) -> RawAnswer[PreflightResponse]: ...
    def create_container_sync(
        self,
        *,
        container_id: Id | None = ...,
        external_id: Id | None = ...,
        kind: ContainerKind,
        owner: int | None = ...,
        policies: Mapping[str, Any] | None = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def remove_container_sync(
        self, *, container_id: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def add_fungible_sync(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        location: Location,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def remove_fungible_sync(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        from_: Location = ...,
        from_container: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def move_fungible_sync(
        self,
        *,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        from_: Location = ...,
        to: Location = ...,
        from_container: Id = ...,
        to_container: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def transfer_fungible_sync(
        self,
        *,
        from_container: Id = ...,
        to_container: Id = ...,
        from_: Id = ...,
        to: Id = ...,
        class_id: Id,
        key: int | None = ...,
        quantity: Quantity,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def transfer_many_sync(
        self,
        *,
        transfers: Sequence[TransferFungible | Mapping[str, Any]],
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def add_instance_sync(
        self, *, class_id: Id, key: int | None = ..., location: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def move_instance_sync(
        self, *, inst_id: Id = ..., instance_id: Id = ..., to: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def place_in_slot_sync(
        self,
        *,
        container_id: Id,
        slot_index: int,
        instance_id: Id = ...,
        inst_id: Id = ...,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def remove_from_slot_sync(
        self, *, container_id: Id, slot_index: int, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def register_class_sync(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def register_class_shape_sync(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def merge_stacks_sync(
        self, *, from_stack: Id, to_stack: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def consolidate_stacks_sync(
        self, *, container_id: Id, class_id: Id, key: int | None = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def burn_instance_sync(
        self, *, instance_id: Id = ..., inst_id: Id = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def attach_sync(
        self, *, parent_id: Id, child_id: Id, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def detach_sync(
        self, *, instance_id: Id = ..., inst_id: Id = ..., options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def swap_slots_sync(
        self,
        *,
        container_a: Id,
        slot_a: int,
        container_b: Id,
        slot_b: int,
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def register_class_continuous_shape1d_sync(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def register_class_continuous_shape2d_sync(
        self, *, request: Mapping[str, Any], options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def split_stack_sync(
        self, *, stack_id: Id, quantity: Quantity, to: Location, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def adjust_stack_sync(
        self, *, stack_id: Id, quantity: Quantity, options: ActionOptions | None = ...
    ) -> RawAnswer[CommitResponse]: ...
    def distribute_balance_sync(
        self,
        *,
        from_container: Id,
        class_id: Id,
        key: int | None = ...,
        shares: Sequence[Mapping[str, Any]],
        options: ActionOptions | None = ...,
    ) -> RawAnswer[CommitResponse]: ...

class RawClasses(RawCalls):
    def register_class_sync(
        self,
        class_id: int | str,
        name: str,
        flags: int | None = ...,
        behavior: Mapping[str, Any] | None = ...,
        *,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[RegisterResponse]: ...
    def register_class_shape_sync(
        self,
        class_id: int | str,
        width: int,
        height: int,
        stack_key: int | None = ...,
        *,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[RegisterResponse]: ...
    def list_classes_sync(
        self,
        cursor: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ClassListResponse]: ...
    @Items.of("assetcore_sdk.models:ClassSummary")
    def iter_classes_sync(
        self, limit: int | None = ..., *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> Iterator[ClassSummary]: ...
    def get_class_sync(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassResponse]: ...
    def get_class_shapes_sync(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassShapesResponse]: ...
    def get_class_stats_sync(
        self, class_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ClassStatsResponse]: ...

class RawCommits(RawCalls):
    def commit_operations_sync(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        policy_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def preflight_operations_sync(
        self,
        operations: Iterable[AnyOperation],
        namespace_id: int = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        policy_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[PreflightResponse]: ...
    def reverse_commit_sync(
        self,
        commit_id: str,
        reason: str,
        namespace_id: int = ...,
        idempotency_key: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        actor_id: str | None = ...,
        origin: Mapping[str, Any] | None = ...,
        *,
        correlation_id: str | None = ...,
    ) -> RawAnswer[CommitResponse]: ...
    def list_commits_sync(
        self,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[CommitListResponse]: ...
    def query_container_history_sync(
        self,
        container_id: int | str,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[CommitListResponse]: ...
    @Items.of("assetcore_sdk.models:CommitRecord")
    def iter_commits_sync(
        self,
        from_world_seq: int | None = ...,
        limit: int | None = ...,
        *,
        container_id: int | str | None = ...,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> Iterator[CommitRecord]: ...

class RawContainers(RawCalls):
    def list_containers_sync(
        self,
        owner: int | None = ...,
        kind: str | None = ...,
        cursor: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerListResponse]: ...
    @Items.of("assetcore_sdk.models:ContainerSummary")
    def iter_containers_sync(
        self,
        owner: int | None = ...,
        kind: str | None = ...,
        limit: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> Iterator[ContainerSummary]: ...
    def get_container_sync(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerResponse]: ...
    def get_container_balances_sync(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerBalancesResponse]: ...
    def get_container_slots_sync(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerSlotsResponse]: ...
    def get_container_contents_sync(
        self, container_id: int | str, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[ContainerContentsResponse]: ...
    def get_container_grid_sync(
        self,
        container_id: int | str,
        x: int | None = ...,
        y: int | None = ...,
        width: int | None = ...,
        height: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerGridResponse]: ...
    def get_container_grid_free_sync(
        self,
        container_id: int | str,
        width: int = ...,
        height: int = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[ContainerGridFreeResponse]: ...

class RawHealth(RawCalls):
    def write_health_sync(self) -> RawAnswer[HealthResponse]: ...
    def write_livez_sync(self) -> RawAnswer[ProbeResponse]: ...
    def write_metrics_sync(self) -> RawAnswer[str]: ...
    def read_health_sync(self, *, namespace_id: int = ...) -> RawAnswer[ReadHealthResponse]: ...
    def read_livez_sync(self, *, namespace_id: int = ...) -> RawAnswer[ProbeResponse]: ...
    def read_metrics_sync(self) -> RawAnswer[str]: ...
    def get_freshness_sync(
        self, *, namespace_id: int = ..., min_world_seq: int | None = ...
    ) -> RawAnswer[FreshnessResponse]: ...
    def read_stream_sync(
        self,
        from_world_seq: int | None = ...,
        limit: int = ...,
        last_event_id: int | None = ...,
        *,
        namespace_id: int = ...,
        min_world_seq: int | None = ...,
    ) -> RawAnswer[EventStream[StreamEntry]]: ...
    def follow_history_sync(
        self, after: int | None = ..., *, from_world_seq: int | None = ..., namespace_id: int = ...
    ) -> Iterator[StreamEntry]: ...
    def iter_batches_sync(
        self, after: int | None = ..., *, namespace_id: int = ..., batch_size: int = ...
    ) -> Iterator[pa.RecordBatch]: ...
    def export_history_sync(
        self, path: str | os.PathLike[str], *, namespace_id: int = ..., after: int | None = ...
    ) -> RawAnswer[HistoryExport]: ...

class RawNamespaces(RawCalls):
    def whoami_sync(self) -> RawAnswer[Document]: ...
    def get_permissions_sync(self, namespace_id: int | None = ...) -> RawAnswer[Document]: ...
    def list_namespaces_sync(
        self,
        limit: int | None = ...,
        page_token: str | None = ...,
        *,
        tenant_id: str | None = ...,
        owner_principal_id: str | None = ...,
        policy_class: str | None = ...,
        lifecycle: str | None = ...,
        write_mode: str | None = ...,
        draining: bool | None = ...,
        frozen: bool | None = ...,
        include_deleted: bool | None = ...,
    ) -> RawAnswer[Document]: ...
    def create_namespace_sync(
        self,
        namespace_id: int | None = ...,
        label: str | None = ...,
        *,
        extra: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Document]: ...
    def get_namespace_sync(
        self, namespace_id: int, *, correlation_id: str | None = ...
    ) -> RawAnswer[Document]: ...
    def list_namespace_changes_sync(self) -> RawAnswer[Document]: ...
    def list_namespace_statuses_sync(self) -> RawAnswer[Document]: ...
    def get_namespace_status_sync(self, namespace_id: int) -> RawAnswer[Document]: ...
    def set_namespace_lifecycle_sync(
        self, namespace_id: int, target_state: str, reason: str | None = ...
    ) -> RawAnswer[Document]: ...
    def set_namespace_operational_state_sync(
        self,
        namespace_id: int,
        *,
        write_mode: str | None = ...,
        draining: bool | None = ...,
        frozen: bool | None = ...,
        reason: str | None = ...,
    ) -> RawAnswer[Document]: ...
    def set_namespace_placement_sync(
        self, namespace_id: int, placement: Mapping[str, Any]
    ) -> RawAnswer[Document]: ...
    def fork_namespace_sync(self, request: Mapping[str, Any]) -> RawAnswer[Document]: ...
