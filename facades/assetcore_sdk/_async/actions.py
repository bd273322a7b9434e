"""Actions: transactions of one operation."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assetcore_sdk._async.base import AsyncCalls
from assetcore_sdk.actions import ActionOptions, chosen, refused
from assetcore_sdk.checks import EITHER
from assetcore_sdk.lazy import operations, requests

if TYPE_CHECKING:
    from assetcore_sdk.models import CommitResponse, PreflightResponse
    from assetcore_sdk.operations import AnyOperation, TransferFungible
    from assetcore_sdk.types import ContainerKind, Id, Location, Quantity


class AsyncActionMethods(AsyncCalls):
    """One method for each operation; it commits a transaction of this one."""

    async def _act(self, operation: AnyOperation, options: ActionOptions | None) -> CommitResponse:
        options = chosen(options)
        if options.preflight:
            tried = await self.preflight(operation, options)
            if not tried.passed:
                raise refused(tried)
        body = requests.commit_request([operation], **options.of_commit())
        return await self._commit(options.namespace_id, body)

    async def preflight(
        self, operation: AnyOperation, options: ActionOptions | None = None
    ) -> PreflightResponse:
        """Try an action without any effect.

        Args:
            operation: The operation, such as `operations.RemoveContainer(container_id=1001)`.
            options: As an action takes them.

        Returns:
            What a commit would have met: `passed`, `failed`.

        Raises:
            AssetCoreError: The service answered with an error.

        Operation: preflight_endpoint
        """
        options = chosen(options)
        of_commit = {**options.of_commit(), "idempotency_key": None}
        return await self._preflight(options.namespace_id, requests.commit_request([operation], **of_commit))

    async def create_container(
        self,
        *,
        container_id: Id | None = None,
        external_id: Id | None = None,
        kind: ContainerKind,
        owner: int | None = None,
        policies: Mapping[str, Any] | None = None,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Create a container.

        Args:
            container_id: Id of the new container.
            external_id: The same, under its newer name.
            kind: What kind of container, such as `{"type": "balance"}`.
            owner: Owner, 0 to 2**32 - 1.
            policies: Policies; their content is not documented.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.CreateContainer(
                container_id=container_id, external_id=external_id, kind=kind, owner=owner, policies=policies
            ),
            options,
        )

    async def remove_container(
        self,
        *,
        container_id: Id,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Remove a container; what it holds is drained first.

        Args:
            container_id: The container.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.RemoveContainer(container_id=container_id), options)

    async def add_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = None,
        quantity: Quantity,
        location: Location,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Add a quantity of a class to a balance container or a grid.

        Args:
            class_id: The class; it must be registered.
            key: Variant of the stack.
            quantity: How much, above 0; whole for a grid.
            location: Balance container or grid cell.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.AddFungible(class_id=class_id, key=key, quantity=quantity, location=location), options
        )

    async def remove_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = None,
        quantity: Quantity,
        from_: Location = EITHER,
        from_container: Id = EITHER,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Remove a quantity of a class from a balance container or a grid.

        Args:
            class_id: The class.
            key: Variant of the stack.
            quantity: How much, above 0.
            from_: Balance container or grid cell; `from` on the wire.
            from_container: The id of a balance container, instead.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.RemoveFungible(
                class_id=class_id, key=key, quantity=quantity, from_=from_, from_container=from_container
            ),
            options,
        )

    async def move_fungible(
        self,
        *,
        class_id: Id,
        key: int | None = None,
        quantity: Quantity,
        from_: Location = EITHER,
        to: Location = EITHER,
        from_container: Id = EITHER,
        to_container: Id = EITHER,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Move a quantity of a class between balance containers and grids.

        Args:
            class_id: The class.
            key: Variant of the stack.
            quantity: How much, above 0; whole as soon as a grid takes part.
            from_: Where from; `from` on the wire, and without a rotation.
            to: Where to.
            from_container: The id of a balance container, instead of `from_`.
            to_container: The id of a balance container, instead of `to`.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.MoveFungible(
                class_id=class_id,
                key=key,
                quantity=quantity,
                from_=from_,
                to=to,
                from_container=from_container,
                to_container=to_container,
            ),
            options,
        )

    async def transfer_fungible(
        self,
        *,
        from_container: Id = EITHER,
        to_container: Id = EITHER,
        from_: Id = EITHER,
        to: Id = EITHER,
        class_id: Id,
        key: int | None = None,
        quantity: Quantity,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Transfer a quantity of a class between two balance containers.

        Args:
            from_container: The container that gives.
            to_container: The container that takes.
            from_: The same as `from_container`.
            to: The same as `to_container`.
            class_id: The class.
            key: Variant of the stack.
            quantity: How much, above 0.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.TransferFungible(
                from_container=from_container,
                to_container=to_container,
                from_=from_,
                to=to,
                class_id=class_id,
                key=key,
                quantity=quantity,
            ),
            options,
        )

    async def transfer_many(
        self,
        *,
        transfers: Sequence[TransferFungible | Mapping[str, Any]],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Transfer several quantities in one operation.

        Provisional: the arguments are not documented.

        Args:
            transfers: At least one `TransferFungible`, or a dict with its arguments.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.TransferMany(transfers=transfers), options)

    async def add_instance(
        self,
        *,
        class_id: Id,
        key: int | None = None,
        location: Location,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Create an instance of a class.

        Args:
            class_id: The class.
            key: Variant of the stack.
            location: Slot, grid cell or continuous location.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.AddInstance(class_id=class_id, key=key, location=location), options)

    async def move_instance(
        self,
        *,
        inst_id: Id = EITHER,
        instance_id: Id = EITHER,
        to: Location,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Move an instance.

        Args:
            inst_id: The instance.
            instance_id: The same, under the name that other pages give it.
            to: Slot, grid cell or continuous location.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.MoveInstance(inst_id=inst_id, instance_id=instance_id, to=to), options
        )

    async def place_in_slot(
        self,
        *,
        container_id: Id,
        slot_index: int,
        instance_id: Id = EITHER,
        inst_id: Id = EITHER,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Place an instance in a slot.

        Args:
            container_id: The container.
            slot_index: The slot, from 1.
            instance_id: The instance.
            inst_id: The same, under the name that other pages give it.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.PlaceInSlot(
                container_id=container_id, slot_index=slot_index, instance_id=instance_id, inst_id=inst_id
            ),
            options,
        )

    async def remove_from_slot(
        self,
        *,
        container_id: Id,
        slot_index: int,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Take the instance out of a slot.

        Args:
            container_id: The container.
            slot_index: The slot, from 1.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.RemoveFromSlot(container_id=container_id, slot_index=slot_index), options
        )

    async def register_class(
        self,
        *,
        request: Mapping[str, Any],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Register a class.

        Args:
            request: `class_id`, `name`, and perhaps `flags` and `behavior`.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.RegisterClass(request=request), options)

    async def register_class_shape(
        self,
        *,
        request: Mapping[str, Any],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Register the shape of a class.

        Args:
            request: `class_id`, `shape` with `width` and `height` in cells, and perhaps `stack_key`.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.RegisterClassShape(request=request), options)

    async def merge_stacks(
        self,
        *,
        from_stack: Id,
        to_stack: Id,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Merge a stack into another.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            from_stack: The stack that is merged and gone.
            to_stack: The stack that takes it.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.MergeStacks(from_stack=from_stack, to_stack=to_stack), options)

    async def consolidate_stacks(
        self,
        *,
        container_id: Id,
        class_id: Id,
        key: int | None = None,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Merge all stacks of a class in a container.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            container_id: The container.
            class_id: The class.
            key: Variant of the stack.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.ConsolidateStacks(container_id=container_id, class_id=class_id, key=key), options
        )

    async def burn_instance(
        self,
        *,
        instance_id: Id = EITHER,
        inst_id: Id = EITHER,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Destroy an instance that has no children.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            instance_id: The instance.
            inst_id: The same, under the name that other pages give it.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.BurnInstance(instance_id=instance_id, inst_id=inst_id), options)

    async def attach(
        self,
        *,
        parent_id: Id,
        child_id: Id,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Attach an instance to a parent.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            parent_id: The parent.
            child_id: The child.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.Attach(parent_id=parent_id, child_id=child_id), options)

    async def detach(
        self,
        *,
        instance_id: Id = EITHER,
        inst_id: Id = EITHER,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Detach an instance from its parent.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            instance_id: The instance.
            inst_id: The same, under the name that other pages give it.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.Detach(instance_id=instance_id, inst_id=inst_id), options)

    async def swap_slots(
        self,
        *,
        container_a: Id,
        slot_a: int,
        container_b: Id,
        slot_b: int,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Swap what two slots hold.

        Provisional: carried over from an older page; the arguments are not documented.

        Args:
            container_a: Container of the first slot.
            slot_a: The first slot, from 1.
            container_b: Container of the second slot.
            slot_b: The second slot, from 1.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.SwapSlots(
                container_a=container_a, slot_a=slot_a, container_b=container_b, slot_b=slot_b
            ),
            options,
        )

    async def register_class_continuous_shape1d(
        self,
        *,
        request: Mapping[str, Any],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Register the length of a class on a line.

        Provisional: neither name nor arguments are documented.

        Args:
            request: `class_id` and `length`, scaled.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.RegisterClassContinuousShape1d(request=request), options)

    async def register_class_continuous_shape2d(
        self,
        *,
        request: Mapping[str, Any],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Register the rectangle of a class on a plane.

        Provisional: neither name nor arguments are documented.

        Args:
            request: `class_id`, `width` and `height`, scaled.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.RegisterClassContinuousShape2d(request=request), options)

    async def split_stack(
        self,
        *,
        stack_id: Id,
        quantity: Quantity,
        to: Location,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Split a quantity off a stack of a grid, to another position.

        Provisional: neither name nor arguments are documented.

        Args:
            stack_id: The stack.
            quantity: How much, above 0.
            to: Where to.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.SplitStack(stack_id=stack_id, quantity=quantity, to=to), options)

    async def adjust_stack(
        self,
        *,
        stack_id: Id,
        quantity: Quantity,
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Set the quantity of a stack.

        Provisional: neither name nor arguments are documented.

        Args:
            stack_id: The stack.
            quantity: How much, above 0.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(operations.AdjustStack(stack_id=stack_id, quantity=quantity), options)

    async def distribute_balance(
        self,
        *,
        from_container: Id,
        class_id: Id,
        key: int | None = None,
        shares: Sequence[Mapping[str, Any]],
        options: ActionOptions | None = None,
    ) -> CommitResponse:
        """Distribute a balance over several containers.

        Provisional: neither name nor arguments are documented.

        Args:
            from_container: The container that gives.
            class_id: The class.
            key: Variant of the stack.
            shares: At least one dict with `to_container` and `quantity`.
            options: Namespace, idempotency key and preflight; the defaults of `ActionOptions` when None.

        Raises:
            AssetCoreError: The service answered with an error.
            ValueError: An argument cannot be sent, or its type is wrong (TypeError); nothing was sent.

        Operation: commit_endpoint
        """
        return await self._act(
            operations.DistributeBalance(
                from_container=from_container, class_id=class_id, key=key, shares=shares
            ),
            options,
        )
