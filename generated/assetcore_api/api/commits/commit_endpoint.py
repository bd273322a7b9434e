"""POST /v1/write/namespaces/{namespace_id}/commit: Commit a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.commit_request import CommitRequest
    from ...models.commit_response import CommitResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_EXTERNAL_ID_SHAPE: _Shape = (
    "any",
    ("bounded", "string", {"minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9._~\\-]+$"}),
    ("bounded", "integer", {"minimum": 0}),
)
_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)
_STACK_KEY_SHAPE: _Shape = ("any", "integer", "null")
_QUANTITY_SHAPE: _Shape = (
    "any",
    ("bounded", "string", {"pattern": "^(0|[1-9][0-9]*)(\\.[0-9]+)?$"}),
    ("bounded", "integer", {"minimum": 1}),
)
_SLOT_INDEX_SHAPE: _Shape = ("bounded", "integer", {"minimum": 1})
_LOCATION_SHAPE: _Shape = (
    "tagged",
    "kind",
    {
        "balance": (
            "fields",
            {"kind": "string", "container_id": _EXTERNAL_ID_SHAPE},
            ("kind", "container_id"),
            None,
        ),
        "grid_cell": (
            "fields",
            {
                "kind": "string",
                "container_id": _EXTERNAL_ID_SHAPE,
                "position": ("bounded", "integer", {"minimum": 1}),
                "rotation": "string",
            },
            ("kind", "container_id", "position"),
            None,
        ),
        "slot": (
            "fields",
            {"kind": "string", "container_id": _EXTERNAL_ID_SHAPE, "slot_index": _SLOT_INDEX_SHAPE},
            ("kind", "container_id", "slot_index"),
            None,
        ),
    },
    (
        "fields",
        {"kind": ("bounded", "string", {"minLength": 1}), "container_id": _EXTERNAL_ID_SHAPE},
        ("kind", "container_id"),
        None,
    ),
)
_TRANSFER_FUNGIBLE_ARGS_SHAPE: _Shape = (
    "fields",
    {
        "from_container": _EXTERNAL_ID_SHAPE,
        "to_container": _EXTERNAL_ID_SHAPE,
        "class_id": _EXTERNAL_ID_SHAPE,
        "key": _STACK_KEY_SHAPE,
        "quantity": _QUANTITY_SHAPE,
    },
    ("from_container", "to_container", "class_id", "quantity"),
    None,
)
_INSTANCE_ID_SHAPE: _Shape = (
    "any",
    ("bounded", "string", {"minLength": 1}),
    ("bounded", "integer", {"minimum": 0}),
)
_STACK_ID_SHAPE: _Shape = (
    "any",
    ("bounded", "string", {"minLength": 1}),
    ("bounded", "integer", {"minimum": 0}),
)
_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}
_HEADERS: dict[str, _Shape] = {"x-correlation-id": ("bounded", "string", {"pattern": "^[!-~]{1,128}$"})}


def _build_request(
    namespace_id: int, *, body: CommitRequest, x_correlation_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/v1/write/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/commit",
        headers=_headers({"x-correlation-id": x_correlation_id}, _HEADERS),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> CommitResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.commit_response import CommitResponse

    return CommitResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 409, 422, 429, 500, 503}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="commit_endpoint",
    method="POST",
    path="/v1/write/namespaces/{namespace_id}/commit",
    key=("body", "idempotency_key"),
    body=(
        "fields",
        {
            "operations": (
                "bounded",
                (
                    "items",
                    (
                        "tagged",
                        "op",
                        {
                            "CreateContainer": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "container_id": _EXTERNAL_ID_SHAPE,
                                            "external_id": _EXTERNAL_ID_SHAPE,
                                            "kind": (
                                                "tagged",
                                                "type",
                                                {
                                                    "balance": (
                                                        "fields",
                                                        {
                                                            "type": "string",
                                                            "quantization_inv": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                        },
                                                        ("type",),
                                                        None,
                                                    ),
                                                    "grid": (
                                                        "fields",
                                                        {
                                                            "type": "string",
                                                            "capacity": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                            "grid_width": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                        },
                                                        ("type", "capacity"),
                                                        None,
                                                    ),
                                                    "slots": (
                                                        "fields",
                                                        {
                                                            "type": "string",
                                                            "count": ("bounded", "integer", {"minimum": 1}),
                                                        },
                                                        ("type", "count"),
                                                        None,
                                                    ),
                                                    "continuous_line_1d": (
                                                        "fields",
                                                        {
                                                            "type": "string",
                                                            "min_x": "integer",
                                                            "max_x": "integer",
                                                            "quantization_inv": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                            "bucket_cell_size": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                        },
                                                        ("type", "min_x", "max_x", "quantization_inv"),
                                                        None,
                                                    ),
                                                    "continuous_grid_2d": (
                                                        "fields",
                                                        {
                                                            "type": "string",
                                                            "min_x": "integer",
                                                            "min_y": "integer",
                                                            "max_x": "integer",
                                                            "max_y": "integer",
                                                            "quantization_inv": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                            "bucket_cell_size": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            ),
                                                        },
                                                        (
                                                            "type",
                                                            "min_x",
                                                            "min_y",
                                                            "max_x",
                                                            "max_y",
                                                            "quantization_inv",
                                                        ),
                                                        None,
                                                    ),
                                                },
                                                (
                                                    "fields",
                                                    {"type": ("bounded", "string", {"minLength": 1})},
                                                    ("type",),
                                                    None,
                                                ),
                                            ),
                                            "owner": (
                                                "any",
                                                ("bounded", "integer", {"minimum": 0, "maximum": 4294967295}),
                                                "null",
                                            ),
                                            "policies": ("any", _JSON_OBJECT_SHAPE, "null"),
                                        },
                                        ("kind",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RemoveContainer": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"container_id": _EXTERNAL_ID_SHAPE},
                                        ("container_id",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "AddFungible": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                            "quantity": _QUANTITY_SHAPE,
                                            "location": _LOCATION_SHAPE,
                                        },
                                        ("class_id", "quantity", "location"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RemoveFungible": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                            "quantity": _QUANTITY_SHAPE,
                                            "from": _LOCATION_SHAPE,
                                        },
                                        ("class_id", "quantity", "from"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "MoveFungible": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                            "quantity": _QUANTITY_SHAPE,
                                            "from": _LOCATION_SHAPE,
                                            "to": _LOCATION_SHAPE,
                                        },
                                        ("class_id", "quantity", "from", "to"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "TransferFungible": (
                                "fields",
                                {"op": "string", "args": _TRANSFER_FUNGIBLE_ARGS_SHAPE},
                                ("op", "args"),
                                None,
                            ),
                            "TransferMany": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "transfers": (
                                                "bounded",
                                                ("items", _TRANSFER_FUNGIBLE_ARGS_SHAPE),
                                                {"minItems": 1},
                                            )
                                        },
                                        ("transfers",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "AddInstance": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                            "location": _LOCATION_SHAPE,
                                        },
                                        ("class_id", "location"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "MoveInstance": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"inst_id": _INSTANCE_ID_SHAPE, "to": _LOCATION_SHAPE},
                                        ("inst_id", "to"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "PlaceInSlot": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "container_id": _EXTERNAL_ID_SHAPE,
                                            "slot_index": _SLOT_INDEX_SHAPE,
                                            "instance_id": _INSTANCE_ID_SHAPE,
                                        },
                                        ("container_id", "slot_index", "instance_id"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RemoveFromSlot": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"container_id": _EXTERNAL_ID_SHAPE, "slot_index": _SLOT_INDEX_SHAPE},
                                        ("container_id", "slot_index"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RegisterClass": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "request": (
                                                "fields",
                                                {
                                                    "class_id": _EXTERNAL_ID_SHAPE,
                                                    "name": ("bounded", "string", {"minLength": 1}),
                                                    "flags": ("bounded", "integer", {"minimum": 0}),
                                                    "behavior": (
                                                        "fields",
                                                        {
                                                            "balance_scale": (
                                                                "bounded",
                                                                "integer",
                                                                {"minimum": 1},
                                                            )
                                                        },
                                                        (),
                                                        None,
                                                    ),
                                                },
                                                ("class_id", "name"),
                                                None,
                                            )
                                        },
                                        ("request",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RegisterClassShape": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "request": (
                                                "fields",
                                                {
                                                    "class_id": _EXTERNAL_ID_SHAPE,
                                                    "shape": (
                                                        "fields",
                                                        {
                                                            "width": ("bounded", "integer", {"minimum": 1}),
                                                            "height": ("bounded", "integer", {"minimum": 1}),
                                                        },
                                                        ("width", "height"),
                                                        None,
                                                    ),
                                                    "stack_key": (
                                                        "any",
                                                        ("bounded", "integer", {"minimum": 0}),
                                                        "null",
                                                    ),
                                                },
                                                ("class_id", "shape"),
                                                None,
                                            )
                                        },
                                        ("request",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "MergeStacks": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"from_stack": _STACK_ID_SHAPE, "to_stack": _STACK_ID_SHAPE},
                                        ("from_stack", "to_stack"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "ConsolidateStacks": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "container_id": _EXTERNAL_ID_SHAPE,
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                        },
                                        ("container_id", "class_id"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "BurnInstance": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"instance_id": _INSTANCE_ID_SHAPE},
                                        ("instance_id",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "Attach": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"parent_id": _INSTANCE_ID_SHAPE, "child_id": _INSTANCE_ID_SHAPE},
                                        ("parent_id", "child_id"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "Detach": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"instance_id": _INSTANCE_ID_SHAPE},
                                        ("instance_id",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "SwapSlots": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "container_a": _EXTERNAL_ID_SHAPE,
                                            "slot_a": _SLOT_INDEX_SHAPE,
                                            "container_b": _EXTERNAL_ID_SHAPE,
                                            "slot_b": _SLOT_INDEX_SHAPE,
                                        },
                                        ("container_a", "slot_a", "container_b", "slot_b"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RegisterClassContinuousShape1d": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "request": (
                                                "fields",
                                                {
                                                    "class_id": _EXTERNAL_ID_SHAPE,
                                                    "length": ("bounded", "integer", {"minimum": 1}),
                                                },
                                                ("class_id", "length"),
                                                None,
                                            )
                                        },
                                        ("request",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "RegisterClassContinuousShape2d": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "request": (
                                                "fields",
                                                {
                                                    "class_id": _EXTERNAL_ID_SHAPE,
                                                    "width": ("bounded", "integer", {"minimum": 1}),
                                                    "height": ("bounded", "integer", {"minimum": 1}),
                                                },
                                                ("class_id", "width", "height"),
                                                None,
                                            )
                                        },
                                        ("request",),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "SplitStack": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "stack_id": _STACK_ID_SHAPE,
                                            "quantity": _QUANTITY_SHAPE,
                                            "to": _LOCATION_SHAPE,
                                        },
                                        ("stack_id", "quantity", "to"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "AdjustStack": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {"stack_id": _STACK_ID_SHAPE, "quantity": _QUANTITY_SHAPE},
                                        ("stack_id", "quantity"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                            "DistributeBalance": (
                                "fields",
                                {
                                    "op": "string",
                                    "args": (
                                        "fields",
                                        {
                                            "from_container": _EXTERNAL_ID_SHAPE,
                                            "class_id": _EXTERNAL_ID_SHAPE,
                                            "key": _STACK_KEY_SHAPE,
                                            "shares": (
                                                "bounded",
                                                (
                                                    "items",
                                                    (
                                                        "fields",
                                                        {
                                                            "to_container": _EXTERNAL_ID_SHAPE,
                                                            "quantity": _QUANTITY_SHAPE,
                                                        },
                                                        ("to_container", "quantity"),
                                                        None,
                                                    ),
                                                ),
                                                {"minItems": 1},
                                            ),
                                        },
                                        ("from_container", "class_id", "shares"),
                                        None,
                                    ),
                                },
                                ("op", "args"),
                                None,
                            ),
                        },
                        (
                            "fields",
                            {"op": ("bounded", "string", {"minLength": 1}), "args": _JSON_OBJECT_SHAPE},
                            ("op", "args"),
                            None,
                        ),
                    ),
                ),
                {"minItems": 1},
            ),
            "actor_id": ("any", "string", "null"),
            "policy_id": ("any", "string", "null"),
            "idempotency_key": ("any", ("bounded", "string", {"minLength": 1}), "null"),
            "metadata": _JSON_OBJECT_SHAPE,
            "origin": _JSON_OBJECT_SHAPE,
        },
        ("operations",),
        None,
    ),
)


def sync_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[CommitResponse | ProblemDetails]:
    """Commit a transaction.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body))


def sync(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> CommitResponse | ProblemDetails | None:
    """Commit a transaction.

    Operations run in order, all or none. The same idempotency key with the same payload gives the first
    answer again; with another payload it is 409. How long keys are kept is not documented.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        body: A transaction.
        x_correlation_id: Comes back as `client_correlation_id`; 1 to 128 printable ASCII characters
            without blanks.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `commit_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[CommitResponse | ProblemDetails]:
    """Commit a transaction.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body)
    )


async def asyncio(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> CommitResponse | ProblemDetails | None:
    """Commit a transaction.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body, client=client
        )
    ).parsed
