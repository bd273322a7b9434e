"""The JSON objects of the service as types of dicts: for type checkers, a plain dict at run time.

What the service adds one day is in the dicts as well; a key that is `NotRequired` may be missing.
"""

import sys
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        # pydantic takes no other before Python 3.12.
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

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


class AddFungibleArgs(TypedDict):
    """Arguments of AddFungible.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
        location: Where something is or goes. The spelling of continuous locations is not documented.
        key: Variant of a stack, or null.
    """

    class_id: str | int
    quantity: str | int
    location: "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation"
    key: NotRequired[int | None]


class AddFungibleOperation(TypedDict):
    """Add a quantity of a class.

    Attributes:
        op: Name of the operation.
        args: Arguments of AddFungible.
    """

    op: "Literal['AddFungible']"
    args: "AddFungibleArgs"


class AddInstanceArgs(TypedDict):
    """Arguments of AddInstance.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        location: Where something is or goes. The spelling of continuous locations is not documented.
        key: Variant of a stack, or null.
    """

    class_id: str | int
    location: "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation"
    key: NotRequired[int | None]


class AddInstanceOperation(TypedDict):
    """Create an instance of a class at a location.

    Attributes:
        op: Name of the operation.
        args: Arguments of AddInstance.
    """

    op: "Literal['AddInstance']"
    args: "AddInstanceArgs"


class AdjustStackArgs(TypedDict):
    """Arguments of AdjustStack.

    Attributes:
        stack_id: Id of a stack; its type is a proposal.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
    """

    stack_id: str | int
    quantity: str | int


class AdjustStackOperation(TypedDict):
    """Provisional in name and arguments: set the quantity of a stack.

    Attributes:
        op: Name of the operation.
        args: Arguments of AdjustStack.
    """

    op: "Literal['AdjustStack']"
    args: "AdjustStackArgs"


class AttachArgs(TypedDict):
    """Arguments of Attach.

    Attributes:
        parent_id: Id of an instance.
        child_id: Id of an instance.
    """

    parent_id: str | int
    child_id: str | int


class AttachOperation(TypedDict):
    """Provisional: attach an instance to a parent. The name is carried over from an older page, the
    arguments are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of Attach.
    """

    op: "Literal['Attach']"
    args: "AttachArgs"


AuthPermissionsResponse: TypeAlias = dict[str, Any]
""" What a principal may do. The members are not documented. """

AuthWhoamiResponse: TypeAlias = dict[str, Any]
""" A principal with its tenant and roles. """

BalanceEntry = TypedDict(
    "BalanceEntry",
    {
        "key": int | None,
        "quantity": str | float,
        "class": NotRequired[str | int | None],
        "class_id": NotRequired[str | int | None],
    },
)
""" How much a container holds of a class. """


class BalanceKind(TypedDict):
    """Holds quantities.

    Attributes:
        type: Tag.
        quantization_inv: Units per 1.0; 100 means two decimals. The Python SDK page leaves it out.
    """

    type: "Literal['balance']"
    quantization_inv: NotRequired[int]


class BalanceLocation(TypedDict):
    """A balance container.

    Attributes:
        kind: Tag.
        container_id: An external id; the Python SDK page shows integers.
    """

    kind: "Literal['balance']"
    container_id: str | int


class BalanceShare(TypedDict):
    """What one container takes of a balance.

    Attributes:
        to_container: An external id; the Python SDK page shows integers.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
    """

    to_container: str | int
    quantity: str | int


class BurnInstanceArgs(TypedDict):
    """Arguments of BurnInstance.

    Attributes:
        instance_id: Id of an instance.
    """

    instance_id: str | int


class BurnInstanceOperation(TypedDict):
    """Provisional: destroy an instance. The name is carried over from an older page, the arguments are a
    proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of BurnInstance.
    """

    op: "Literal['BurnInstance']"
    args: "BurnInstanceArgs"


class ClassBehavior(TypedDict):
    """How a class behaves; only one member is known.

    Attributes:
        balance_scale: Units per 1.0, the same as `quantization_inv` of the balance containers that hold
            it.
    """

    balance_scale: NotRequired[int]


class ClassDefinition(TypedDict):
    """A class to register.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        name: Name of the class.
        flags: Bit mask; the server's default is 0. What the bits mean is not documented, every example
            has 2.
        behavior: How a class behaves; only one member is known.
    """

    class_id: str | int
    name: str
    flags: NotRequired[int]
    behavior: NotRequired["ClassBehavior"]


class ClassListResponse(TypedDict):
    """One page of classes.

    Attributes:
        classes: The classes.
        freshness: How far the projection is behind the log.
        limit: Entries of a page.
        next_cursor: Where the next page begins.
        has_more: Whether there is a next page.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    classes: "list[ClassSummary]"
    freshness: "Freshness"
    limit: NotRequired[int | None]
    next_cursor: NotRequired[str | None]
    has_more: NotRequired[bool | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ClassResponse(TypedDict):
    """A class.

    Attributes:
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        class_id: The class.
        name: Its name.
        flags: Its flags.
        behavior: How it behaves.
    """

    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]
    class_id: NotRequired[str | int | None]
    name: NotRequired[str | None]
    flags: NotRequired[int | None]
    behavior: NotRequired["JsonObject | None"]


class ClassShape(TypedDict):
    """A shape of a class.

    Attributes:
        stack_key: Variant of the stack that has it.
        shape: Size in cells.
    """

    stack_key: NotRequired[int | None]
    shape: NotRequired["ShapeView | None"]


class ClassShapeDefinition(TypedDict):
    """The shape of a class.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        shape: Size in cells of a grid.
        stack_key: Variant of the stack that has the shape, or null.
    """

    class_id: str | int
    shape: "Shape"
    stack_key: NotRequired[int | None]


class ClassShapesResponse(TypedDict):
    """The shapes of a class.

    Attributes:
        shapes: The shapes.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    shapes: NotRequired["list[ClassShape]"]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ClassStatsResponse(TypedDict):
    """Statistics of a class. Its members are not documented.

    Attributes:
        class_id: The class.
        total_quantity: How much there is of it.
        instance_count: How many instances there are of it.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    class_id: NotRequired[str | int | None]
    total_quantity: NotRequired[str | float | None]
    instance_count: NotRequired[int | None]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ClassSummary(TypedDict):
    """A class. Its members are not documented.

    Attributes:
        class_id: The class.
        name: Its name.
        flags: Its flags.
        behavior: How it behaves.
    """

    class_id: NotRequired[str | int | None]
    name: NotRequired[str | None]
    flags: NotRequired[int | None]
    behavior: NotRequired["JsonObject | None"]


class CommitListResponse(TypedDict):
    """One page of commits by world sequence.

    Attributes:
        commits: The commits.
        freshness: How far the projection is behind the log.
        pagination: Where a page of commits stands. That the two members are grouped is inferred.
        next_world_seq: Where the next page begins.
        has_more: Whether there is a next page.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    commits: "list[CommitRecord]"
    freshness: "Freshness"
    pagination: NotRequired["CommitPagination"]
    next_world_seq: NotRequired[int | None]
    has_more: NotRequired[bool | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class CommitPagination(TypedDict):
    """Where a page of commits stands. That the two members are grouped is inferred.

    Attributes:
        next_world_seq: Where the next page begins.
        has_more: Whether there is a next page.
    """

    next_world_seq: NotRequired[int | None]
    has_more: NotRequired[bool | None]


class CommitRecord(TypedDict):
    """A commit of the history. Its members are not documented.

    Attributes:
        commit_id: Id of the commit.
        outcome: What became of it.
        world_seq_start: World sequence of its first event.
        world_seq_end: World sequence of its last event.
        event_count: Number of its events.
        commit_time_ms: When it was committed, in milliseconds.
        actor_id: Who acted.
        metadata: As it was sent.
        origin: As it was sent.
    """

    commit_id: NotRequired[str | None]
    outcome: NotRequired[str | None]
    world_seq_start: NotRequired[int | None]
    world_seq_end: NotRequired[int | None]
    event_count: NotRequired[int | None]
    commit_time_ms: NotRequired[int | None]
    actor_id: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]
    origin: NotRequired["JsonObject | None"]


class CommitRequest(TypedDict):
    """A transaction.

    Attributes:
        operations: Run in order, all or none.
        actor_id: Who acts; also stored in the metadata.
        policy_id: Reserved.
        idempotency_key: The same key gives the same commit.
        metadata: Any JSON object.
        origin: Any JSON object.
    """

    operations: "list[CreateContainerOperation | RemoveContainerOperation | AddFungibleOperation | RemoveFungibleOperation | MoveFungibleOperation | TransferFungibleOperation | TransferManyOperation | AddInstanceOperation | MoveInstanceOperation | PlaceInSlotOperation | RemoveFromSlotOperation | RegisterClassOperation | RegisterClassShapeOperation | MergeStacksOperation | ConsolidateStacksOperation | BurnInstanceOperation | AttachOperation | DetachOperation | SwapSlotsOperation | RegisterClassContinuousShape1DOperation | RegisterClassContinuousShape2DOperation | SplitStackOperation | AdjustStackOperation | DistributeBalanceOperation | OtherOperation]"
    actor_id: NotRequired[str | None]
    policy_id: NotRequired[str | None]
    idempotency_key: NotRequired[str | None]
    metadata: NotRequired["JsonObject"]
    origin: NotRequired["JsonObject"]


class CommitResponse(TypedDict):
    """A commit.

    Attributes:
        namespace: The namespace.
        commit_id: Opaque id, hexadecimal.
        outcome: What became of the transaction.
        world_seq_start: World sequence of the first event.
        world_seq_end: World sequence of the last event.
        event_count: Number of events.
        start_time_ms: When it began, in milliseconds; the base is not documented.
        commit_time_ms: When it ended, in milliseconds; the base is not documented.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        idempotency_key: The key that it was sent with.
        metadata: As it was sent.
        origin: As it was sent.
    """

    namespace: int
    commit_id: str
    outcome: str
    world_seq_start: int
    world_seq_end: int
    event_count: int
    start_time_ms: int
    commit_time_ms: int
    server_correlation_id: str
    client_correlation_id: NotRequired[str | None]
    idempotency_key: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]
    origin: NotRequired["JsonObject | None"]


class ConsolidateStacksArgs(TypedDict):
    """Arguments of ConsolidateStacks.

    Attributes:
        container_id: An external id; the Python SDK page shows integers.
        class_id: An external id; the Python SDK page shows integers.
        key: Variant of a stack, or null.
    """

    container_id: str | int
    class_id: str | int
    key: NotRequired[int | None]


class ConsolidateStacksOperation(TypedDict):
    """Provisional: merge all stacks of a class in a container. The name is carried over from an older
    page, the arguments are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of ConsolidateStacks.
    """

    op: "Literal['ConsolidateStacks']"
    args: "ConsolidateStacksArgs"


class ContainerBalancesResponse(TypedDict):
    """Balances of a container.

    Attributes:
        balances: One entry for each class and key.
        freshness: How far the projection is behind the log.
        container_id: The container.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    balances: "list[BalanceEntry]"
    freshness: "Freshness"
    container_id: NotRequired[str | int | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ContainerContents(TypedDict):
    """What a container holds. Which members are there depends on `type`: `balances` (balance, grid),
    `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid` (grid), `continuous`
    (continuous_1d, continuous_2d).

    Attributes:
        type: Tag; not the one of the container's kind.
        balances: One entry for each class and key.
        placements: What stands in it.
        slots: The slots in order.
        grid: Measures of a grid.
        continuous: Any JSON object.
    """

    type: str
    balances: NotRequired["list[BalanceEntry]"]
    placements: NotRequired["list[Placement]"]
    slots: NotRequired["list[SlotEntry]"]
    grid: NotRequired["GridMeasures"]
    continuous: NotRequired["JsonObject"]


class ContainerContentsResponse(TypedDict):
    """A container and what it holds.

    Attributes:
        contents: What a container holds. Which members are there depends on `type`: `balances`
            (balance, grid), `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid`
            (grid), `continuous` (continuous_1d, continuous_2d).
        freshness: How far the projection is behind the log.
        container_id: The container.
        kind: Its kind; whether the tag is `balance` or `Balance` is not documented.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        owner: Its owner.
        display_name: Its name.
    """

    contents: "ContainerContents"
    freshness: "Freshness"
    container_id: str | int
    kind: Any
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]
    owner: NotRequired[int | None]
    display_name: NotRequired[str | None]


class ContainerGridFreeResponse(TypedDict):
    """Where a shape still fits in a grid.

    Attributes:
        anchors: Positions from 1.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    anchors: NotRequired[list[int]]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ContainerGridResponse(TypedDict):
    """Placements of a grid.

    Attributes:
        placements: What stands in it.
        grid: Measures of a grid.
        freshness: How far the projection is behind the log.
        container_id: The container.
        region: The region that was asked for.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    placements: "list[Placement]"
    grid: "GridMeasures"
    freshness: "Freshness"
    container_id: NotRequired[str | int | None]
    region: NotRequired["JsonObject | None"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ContainerListResponse(TypedDict):
    """One page of containers.

    Attributes:
        containers: The containers.
        limit: Entries of a page.
        has_more: Whether there is a next page.
        freshness: How far the projection is behind the log.
        next_cursor: Where the next page begins.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    containers: "list[ContainerSummary]"
    limit: int | None
    has_more: bool | None
    freshness: "Freshness"
    next_cursor: NotRequired[str | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ContainerResponse(TypedDict):
    """A container.

    Attributes:
        policies: Its policies.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        container_id: The container.
        kind: Its kind; whether the tag is `balance` or `Balance` is not documented.
        owner: Its owner.
        display_name: Its name.
    """

    policies: NotRequired["JsonObject | None"]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]
    container_id: NotRequired[str | int]
    kind: NotRequired[Any]
    owner: NotRequired[int | None]
    display_name: NotRequired[str | None]


class ContainerSlotsResponse(TypedDict):
    """Slots of a container.

    Attributes:
        container_id: The container.
        slots: The slots in order.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    container_id: NotRequired[str | int | None]
    slots: NotRequired["list[SlotEntry]"]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ContainerSummary(TypedDict):
    """A container.

    Attributes:
        container_id: The container.
        kind: Its kind; whether the tag is `balance` or `Balance` is not documented.
        owner: Its owner.
        display_name: Its name.
    """

    container_id: str | int
    kind: Any
    owner: NotRequired[int | None]
    display_name: NotRequired[str | None]


class ContinuousGrid2DKind(TypedDict):
    """Holds instances on a plane. Bounds are scaled integers.

    Attributes:
        type: Tag.
        min_x: Left end, scaled.
        min_y: Lower end, scaled.
        max_x: Right end, scaled.
        max_y: Upper end, scaled.
        quantization_inv: Units per 1.0.
        bucket_cell_size: Size of an index cell.
    """

    type: "Literal['continuous_grid_2d']"
    min_x: int
    min_y: int
    max_x: int
    max_y: int
    quantization_inv: int
    bucket_cell_size: NotRequired[int]


class ContinuousLine1DKind(TypedDict):
    """Holds instances on a line. Bounds are scaled integers.

    Attributes:
        type: Tag.
        min_x: Left end, scaled.
        max_x: Right end, scaled.
        quantization_inv: Units per 1.0.
        bucket_cell_size: Size of an index cell.
    """

    type: "Literal['continuous_line_1d']"
    min_x: int
    max_x: int
    quantization_inv: int
    bucket_cell_size: NotRequired[int]


class ContinuousShape1DDefinition(TypedDict):
    """The length of a class on a line.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        length: Length, scaled.
    """

    class_id: str | int
    length: int


class ContinuousShape2DDefinition(TypedDict):
    """The rectangle of a class on a plane.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        width: Width, scaled.
        height: Height, scaled.
    """

    class_id: str | int
    width: int
    height: int


class CreateContainerArgs(TypedDict):
    """Arguments of CreateContainer.

    Attributes:
        kind: What kind of container, with its measures.
        container_id: An external id; the Python SDK page shows integers.
        external_id: An external id; the Python SDK page shows integers.
        owner: Owner of a container, or null.
        policies: Policies of a container, or null. Their content is not documented.
    """

    kind: "BalanceKind | GridKind | SlotsKind | ContinuousLine1DKind | ContinuousGrid2DKind | OtherKind"
    container_id: NotRequired[str | int]
    external_id: NotRequired[str | int]
    owner: NotRequired[int | None]
    policies: NotRequired["JsonObject | None"]


class CreateContainerOperation(TypedDict):
    """Create a container.

    Attributes:
        op: Name of the operation.
        args: Arguments of CreateContainer.
    """

    op: "Literal['CreateContainer']"
    args: "CreateContainerArgs"


class DetachArgs(TypedDict):
    """Arguments of Detach.

    Attributes:
        instance_id: Id of an instance.
    """

    instance_id: str | int


class DetachOperation(TypedDict):
    """Provisional: detach an instance from its parent. The name is carried over from an older page, the
    arguments are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of Detach.
    """

    op: "Literal['Detach']"
    args: "DetachArgs"


class DistributeBalanceArgs(TypedDict):
    """Arguments of DistributeBalance.

    Attributes:
        from_container: An external id; the Python SDK page shows integers.
        class_id: An external id; the Python SDK page shows integers.
        shares: At least one share.
        key: Variant of a stack, or null.
    """

    from_container: str | int
    class_id: str | int
    shares: "list[BalanceShare]"
    key: NotRequired[int | None]


class DistributeBalanceOperation(TypedDict):
    """Provisional in name and arguments: distribute a balance over several containers.

    Attributes:
        op: Name of the operation.
        args: Arguments of DistributeBalance.
    """

    op: "Literal['DistributeBalance']"
    args: "DistributeBalanceArgs"


class Freshness(TypedDict):
    """How far the projection is behind the log.

    Attributes:
        namespace: The namespace.
        world_seq: What the projection has applied.
        commit_log_world_seq: The newest of the log.
        lag: The difference of the two.
        lag_ms: The same as time, in milliseconds.
    """

    namespace: int
    world_seq: int
    commit_log_world_seq: int
    lag: int
    lag_ms: int


class FreshnessResponse(TypedDict):
    """How far the projection is. Whether it is wrapped is not documented.

    Attributes:
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class GridCellLocation(TypedDict):
    """A cell of a grid.

    Attributes:
        kind: Tag.
        container_id: An external id; the Python SDK page shows integers.
        position: (row - 1) * grid_width + column; rows and columns count from 1.
        rotation: How the shape is turned; only `none` is shown. A location that is left takes none.
    """

    kind: "Literal['grid_cell']"
    container_id: str | int
    position: int
    rotation: NotRequired[str]


class GridKind(TypedDict):
    """Holds stacks and instances in cells.

    Attributes:
        type: Tag.
        capacity: Number of cells.
        grid_width: Columns; without it the grid is one row.
    """

    type: "Literal['grid']"
    capacity: int
    grid_width: NotRequired[int]


class GridMeasures(TypedDict):
    """Measures of a grid.

    Attributes:
        grid_width: Columns.
        grid_height: Rows.
        capacity: Cells.
        occupied_cells: Cells in use.
        utilization: Share of cells in use, 0 to 1.
    """

    grid_width: NotRequired[int | None]
    grid_height: NotRequired[int | None]
    capacity: NotRequired[int | None]
    occupied_cells: NotRequired[int | None]
    utilization: NotRequired[float | None]


class HealthResponse(TypedDict):
    """Health of the write daemon.

    Attributes:
        status: State of the daemon.
        version: Version of the daemon.
        api_version: Version of the API.
        uptime_secs: How long it runs, in seconds.
        build_git_sha: Commit that it was built from.
    """

    status: str
    version: str
    api_version: str
    uptime_secs: int
    build_git_sha: NotRequired[str | None]


class IdempotencyKey(TypedDict):
    """What makes a call safe to repeat.

    Attributes:
        idempotency_key: The same key gives the same answer.
    """

    idempotency_key: NotRequired[str | None]


JsonObject: TypeAlias = dict[str, Any]
""" Any JSON object. """


class MergeStacksArgs(TypedDict):
    """Arguments of MergeStacks.

    Attributes:
        from_stack: Id of a stack; its type is a proposal.
        to_stack: Id of a stack; its type is a proposal.
    """

    from_stack: str | int
    to_stack: str | int


class MergeStacksOperation(TypedDict):
    """Provisional: merge one stack into another. The name is carried over from an older page, the
    arguments are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of MergeStacks.
    """

    op: "Literal['MergeStacks']"
    args: "MergeStacksArgs"


MoveFungibleArgs = TypedDict(
    "MoveFungibleArgs",
    {
        "class_id": str | int,
        "quantity": str | int,
        "from": "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation",
        "to": "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation",
        "key": NotRequired[int | None],
    },
)
""" Arguments of MoveFungible. """


class MoveFungibleOperation(TypedDict):
    """Move a quantity of a class between locations.

    Attributes:
        op: Name of the operation.
        args: Arguments of MoveFungible.
    """

    op: "Literal['MoveFungible']"
    args: "MoveFungibleArgs"


class MoveInstanceArgs(TypedDict):
    """Arguments of MoveInstance.

    Attributes:
        inst_id: Id of an instance.
        to: Where something is or goes. The spelling of continuous locations is not documented.
    """

    inst_id: str | int
    to: "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation"


class MoveInstanceOperation(TypedDict):
    """Move an instance.

    Attributes:
        op: Name of the operation.
        args: Arguments of MoveInstance.
    """

    op: "Literal['MoveInstance']"
    args: "MoveInstanceArgs"


Namespace: TypeAlias = dict[str, Any]
""" A namespace. The members are not documented. """

NamespaceChangesResponse: TypeAlias = dict[str, Any]
""" Changes of namespaces. The members are not documented. """


class NamespaceCreateRequest(TypedDict):
    """A namespace to create. The members are inferred from the command line.

    Attributes:
        namespace_id: A namespace; every other id means something only inside one.
        label: Its label.
    """

    namespace_id: NotRequired[int]
    label: NotRequired[str]


NamespaceForkRequest: TypeAlias = dict[str, Any]
""" What to fork. The members are not documented. """


class NamespaceLifecycleRequest(TypedDict):
    """Where to move a namespace. The members are inferred from the command line.

    Attributes:
        target_state: Lifecycle state of a namespace; how most are spelt in JSON is not documented.
        reason: Why.
    """

    target_state: str
    reason: NotRequired[str]


NamespaceListResponse: TypeAlias = dict[str, Any]
""" One page of namespaces and a paging token. The members are not documented. """


class NamespaceOperationalStateRequest(TypedDict):
    """What to set. The members are inferred from the command line.

    Attributes:
        write_mode: Write mode of a namespace; the spelling is the one of the command line.
        draining: Whether it drains.
        frozen: Whether everything stops.
        reason: Why.
    """

    write_mode: NotRequired[str]
    draining: NotRequired[bool]
    frozen: NotRequired[bool]
    reason: NotRequired[str]


NamespacePlacementRequest: TypeAlias = dict[str, Any]
""" Placement metadata. The members are not documented. """

NamespaceStatus: TypeAlias = dict[str, Any]
""" Status of a namespace. The members are not documented. """

NamespaceStatusListResponse: TypeAlias = dict[str, Any]
""" Status of namespaces. The members are not documented. """


class OtherKind(TypedDict):
    """A container of another kind.

    Attributes:
        type: Tag.
    """

    type: str


class OtherLocation(TypedDict):
    """A location of another kind, such as a continuous one.

    Attributes:
        kind: Tag.
        container_id: An external id; the Python SDK page shows integers.
    """

    kind: str
    container_id: str | int


class OtherOperation(TypedDict):
    """An operation that this document does not know.

    Attributes:
        op: Its name.
        args: Any JSON object.
    """

    op: str
    args: "JsonObject"


class PlaceInSlotArgs(TypedDict):
    """Arguments of PlaceInSlot.

    Attributes:
        container_id: An external id; the Python SDK page shows integers.
        slot_index: A slot, from 1.
        instance_id: Id of an instance.
    """

    container_id: str | int
    slot_index: int
    instance_id: str | int


class PlaceInSlotOperation(TypedDict):
    """Place an instance in a slot.

    Attributes:
        op: Name of the operation.
        args: Arguments of PlaceInSlot.
    """

    op: "Literal['PlaceInSlot']"
    args: "PlaceInSlotArgs"


class Placement(TypedDict):
    """Something that has a place.

    Attributes:
        anchor: Where it is: a position from 1, or coordinates; the type is not documented.
        stack_id: What is in it, or null.
        inst_id: What is in it, or null.
        class_id: What is in it, or null.
        key: Variant of the stack.
        quantity: How much, for a stack.
        shape: Its size.
        rotation: How it is turned; the type is not documented.
    """

    anchor: NotRequired[Any]
    stack_id: NotRequired[str | int | None]
    inst_id: NotRequired[str | int | None]
    class_id: NotRequired[str | int | None]
    key: NotRequired[int | None]
    quantity: NotRequired[str | float | None]
    shape: NotRequired["ShapeView | None"]
    rotation: NotRequired[Any]


class PreflightOperation(TypedDict):
    """Outcome of one operation.

    Attributes:
        index: Place in the transaction, from 0.
        op: Name of the operation.
        ok: Whether it would succeed.
        error: What it would fail with.
    """

    index: NotRequired[int | None]
    op: NotRequired[str | None]
    ok: NotRequired[bool | None]
    error: NotRequired["ProblemDetails | None"]


class PreflightResponse(TypedDict):
    """What a commit would have met. Only `validated_world_seq` is documented by name.

    Attributes:
        validated_world_seq: The world sequence that it holds for.
        outcome: What would become of the transaction.
        operations: Outcome of each operation, up to the first that fails.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    validated_world_seq: int
    outcome: NotRequired[str | None]
    operations: NotRequired["list[PreflightOperation]"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class ProbeResponse(TypedDict):
    """A sign of life. Its members are not documented.

    Attributes:
        status: State of the daemon.
    """

    status: NotRequired[str | None]


class ProblemDetails(TypedDict):
    """What went wrong, after RFC 9457.

    Attributes:
        type: `urn:assetcore:error:` and the code.
        title: Class of the error, such as NotFoundError.
        status: HTTP status.
        detail: What went wrong.
        code: What to switch on.
        retryable: Whether trying again can help.
        retry_after_ms: How long to wait before, in milliseconds.
        hint: What to do about it.
        auth_reason: Why it is denied, when the daemon discloses reasons.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        details: What it is about, such as the id of the container.
        core_error: The error of the core; from the write daemon alone.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    retryable: bool
    retry_after_ms: NotRequired[int | None]
    hint: NotRequired[str | None]
    auth_reason: NotRequired[str | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]
    details: NotRequired["JsonObject | None"]
    core_error: NotRequired["JsonObject | None"]


class ReadHealthResponse(TypedDict):
    """Readiness of the read daemon.

    Attributes:
        status: State of the daemon.
        freshness: How far the projection is behind the log.
    """

    status: str
    freshness: "Freshness"


class RegisterClassArgs(TypedDict):
    """Arguments of RegisterClass.

    Attributes:
        request: A class to register.
    """

    request: "ClassDefinition"


class RegisterClassContinuousShape1DArgs(TypedDict):
    """Arguments of RegisterClassContinuousShape1d.

    Attributes:
        request: The length of a class on a line.
    """

    request: "ContinuousShape1DDefinition"


class RegisterClassContinuousShape1DOperation(TypedDict):
    """Provisional in name and arguments: register the length of a class on a line.

    Attributes:
        op: Name of the operation.
        args: Arguments of RegisterClassContinuousShape1d.
    """

    op: "Literal['RegisterClassContinuousShape1d']"
    args: "RegisterClassContinuousShape1DArgs"


class RegisterClassContinuousShape2DArgs(TypedDict):
    """Arguments of RegisterClassContinuousShape2d.

    Attributes:
        request: The rectangle of a class on a plane.
    """

    request: "ContinuousShape2DDefinition"


class RegisterClassContinuousShape2DOperation(TypedDict):
    """Provisional in name and arguments: register the rectangle of a class on a plane.

    Attributes:
        op: Name of the operation.
        args: Arguments of RegisterClassContinuousShape2d.
    """

    op: "Literal['RegisterClassContinuousShape2d']"
    args: "RegisterClassContinuousShape2DArgs"


class RegisterClassOperation(TypedDict):
    """Register a class.

    Attributes:
        op: Name of the operation.
        args: Arguments of RegisterClass.
    """

    op: "Literal['RegisterClass']"
    args: "RegisterClassArgs"


class RegisterClassRequest(TypedDict):
    """A class to register.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        name: Name of the class.
        flags: Bit mask; the server's default is 0. What the bits mean is not documented, every example
            has 2.
        behavior: How a class behaves; only one member is known.
        idempotency_key: The same key gives the same answer.
    """

    class_id: str | int
    name: str
    flags: NotRequired[int]
    behavior: NotRequired["ClassBehavior"]
    idempotency_key: NotRequired[str | None]


class RegisterClassShapeArgs(TypedDict):
    """Arguments of RegisterClassShape.

    Attributes:
        request: The shape of a class.
    """

    request: "ClassShapeDefinition"


class RegisterClassShapeOperation(TypedDict):
    """Register the shape of a class.

    Attributes:
        op: Name of the operation.
        args: Arguments of RegisterClassShape.
    """

    op: "Literal['RegisterClassShape']"
    args: "RegisterClassShapeArgs"


class RegisterClassShapeRequest(TypedDict):
    """The shape of a class to register.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        shape: Size in cells of a grid.
        stack_key: Variant of the stack that has the shape, or null.
        idempotency_key: The same key gives the same answer.
    """

    class_id: str | int
    shape: "Shape"
    stack_key: NotRequired[int | None]
    idempotency_key: NotRequired[str | None]


class RegisterResponse(TypedDict):
    """What was registered. Its members are not documented.

    Attributes:
        class_id: The class.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        idempotency_key: The key that it was sent with.
        world_seq_end: World sequence of its event.
    """

    class_id: NotRequired[str | int | None]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]
    idempotency_key: NotRequired[str | None]
    world_seq_end: NotRequired[int | None]


class RemoveContainerArgs(TypedDict):
    """Arguments of RemoveContainer.

    Attributes:
        container_id: An external id; the Python SDK page shows integers.
    """

    container_id: str | int


class RemoveContainerOperation(TypedDict):
    """Remove a container; what it holds is drained first.

    Attributes:
        op: Name of the operation.
        args: Arguments of RemoveContainer.
    """

    op: "Literal['RemoveContainer']"
    args: "RemoveContainerArgs"


class RemoveFromSlotArgs(TypedDict):
    """Arguments of RemoveFromSlot.

    Attributes:
        container_id: An external id; the Python SDK page shows integers.
        slot_index: A slot, from 1.
    """

    container_id: str | int
    slot_index: int


class RemoveFromSlotOperation(TypedDict):
    """Take an instance out of a slot.

    Attributes:
        op: Name of the operation.
        args: Arguments of RemoveFromSlot.
    """

    op: "Literal['RemoveFromSlot']"
    args: "RemoveFromSlotArgs"


RemoveFungibleArgs = TypedDict(
    "RemoveFungibleArgs",
    {
        "class_id": str | int,
        "quantity": str | int,
        "from": "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation",
        "key": NotRequired[int | None],
    },
)
""" Arguments of RemoveFungible. """


class RemoveFungibleOperation(TypedDict):
    """Remove a quantity of a class.

    Attributes:
        op: Name of the operation.
        args: Arguments of RemoveFungible.
    """

    op: "Literal['RemoveFungible']"
    args: "RemoveFungibleArgs"


class ReverseCommitRequest(TypedDict):
    """Why and for whom a commit is reversed.

    Attributes:
        reason: Reason for the audit.
        actor_id: Who acts.
        idempotency_key: The same key gives the same commit.
        metadata: Any JSON object.
        origin: Any JSON object.
    """

    reason: str
    actor_id: NotRequired[str | None]
    idempotency_key: NotRequired[str | None]
    metadata: NotRequired["JsonObject"]
    origin: NotRequired["JsonObject"]


class Shape(TypedDict):
    """Size in cells of a grid.

    Attributes:
        width: Columns.
        height: Rows.
    """

    width: int
    height: int


class ShapeView(TypedDict):
    """Size in cells of a grid.

    Attributes:
        width: Columns.
        height: Rows.
    """

    width: NotRequired[int | None]
    height: NotRequired[int | None]


class SlotEntry(TypedDict):
    """A slot. Its members are not documented.

    Attributes:
        slot_index: The slot, from 1.
        instance_id: What is in it, or null.
        class_id: What is in it, or null.
    """

    slot_index: NotRequired[int | None]
    instance_id: NotRequired[str | int | None]
    class_id: NotRequired[str | int | None]


class SlotLocation(TypedDict):
    """A slot.

    Attributes:
        kind: Tag.
        container_id: An external id; the Python SDK page shows integers.
        slot_index: A slot, from 1.
    """

    kind: "Literal['slot']"
    container_id: str | int
    slot_index: int


class SlotsKind(TypedDict):
    """Holds one instance in each slot.

    Attributes:
        type: Tag.
        count: Number of slots.
    """

    type: "Literal['slots']"
    count: int


class SplitStackArgs(TypedDict):
    """Arguments of SplitStack.

    Attributes:
        stack_id: Id of a stack; its type is a proposal.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
        to: Where something is or goes. The spelling of continuous locations is not documented.
    """

    stack_id: str | int
    quantity: str | int
    to: "BalanceLocation | GridCellLocation | SlotLocation | OtherLocation"


class SplitStackOperation(TypedDict):
    """Provisional in name and arguments: split a quantity off a stack of a grid, to another position.

    Attributes:
        op: Name of the operation.
        args: Arguments of SplitStack.
    """

    op: "Literal['SplitStack']"
    args: "SplitStackArgs"


class StreamEntry(TypedDict):
    """One committed batch of the stream. Its members are not documented.

    Attributes:
        commit_id: Id of the commit.
        outcome: What became of it.
        world_seq_start: World sequence of its first event.
        world_seq_end: World sequence of its last event.
        event_count: Number of its events.
        commit_time_ms: When it was committed, in milliseconds.
        actor_id: Who acted.
        metadata: As it was sent.
        origin: As it was sent.
        namespace: The namespace.
        operations: What was committed.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    commit_id: NotRequired[str | None]
    outcome: NotRequired[str | None]
    world_seq_start: NotRequired[int | None]
    world_seq_end: NotRequired[int | None]
    event_count: NotRequired[int | None]
    commit_time_ms: NotRequired[int | None]
    actor_id: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]
    origin: NotRequired["JsonObject | None"]
    namespace: NotRequired[int | None]
    operations: NotRequired["list[JsonObject]"]
    freshness: NotRequired["Freshness"]
    server_correlation_id: NotRequired[str | None]
    client_correlation_id: NotRequired[str | None]


class SwapSlotsArgs(TypedDict):
    """Arguments of SwapSlots.

    Attributes:
        container_a: An external id; the Python SDK page shows integers.
        slot_a: A slot, from 1.
        container_b: An external id; the Python SDK page shows integers.
        slot_b: A slot, from 1.
    """

    container_a: str | int
    slot_a: int
    container_b: str | int
    slot_b: int


class SwapSlotsOperation(TypedDict):
    """Provisional: swap what two slots hold. The name is carried over from an older page, the arguments
    are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of SwapSlots.
    """

    op: "Literal['SwapSlots']"
    args: "SwapSlotsArgs"


class TransferFungibleArgs(TypedDict):
    """Arguments of TransferFungible.

    Attributes:
        from_container: An external id; the Python SDK page shows integers.
        to_container: An external id; the Python SDK page shows integers.
        class_id: An external id; the Python SDK page shows integers.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
        key: Variant of a stack, or null.
    """

    from_container: str | int
    to_container: str | int
    class_id: str | int
    quantity: str | int
    key: NotRequired[int | None]


class TransferFungibleOperation(TypedDict):
    """Transfer a quantity of a class between balance containers.

    Attributes:
        op: Name of the operation.
        args: Arguments of TransferFungible.
    """

    op: "Literal['TransferFungible']"
    args: "TransferFungibleArgs"


class TransferManyArgs(TypedDict):
    """Arguments of TransferMany.

    Attributes:
        transfers: At least one transfer.
    """

    transfers: "list[TransferFungibleArgs]"


class TransferManyOperation(TypedDict):
    """Transfer several quantities in one operation. The arguments are a proposal.

    Attributes:
        op: Name of the operation.
        args: Arguments of TransferMany.
    """

    op: "Literal['TransferMany']"
    args: "TransferManyArgs"
