"""POST /v1/tasks: Submit one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.task_accepted import TaskAccepted
    from ...models.task_create import TaskCreate
    from ...types import Response


def _build_request(*, body: TaskCreate) -> Request:
    return Request("POST", "/v1/tasks", json=_plain(body))


def _parse_response(answer: Answer) -> TaskAccepted:
    if not answer.body and answer.status not in {200, 202}:
        return None  # type: ignore[return-value]
    from ...models.task_accepted import TaskAccepted

    return TaskAccepted.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 401, 403, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="submit_task",
    method="POST",
    path="/v1/tasks",
    key=("body", "idempotency_key"),
    key_optional=True,
    body=(
        "fields",
        {
            "type": "string",
            "data_url": ("bounded", "string", {"minLength": 1}),
            "label_spec": (
                "fields",
                {
                    "question": ("bounded", "string", {"minLength": 1}),
                    "options": ("bounded", ("items", "string"), {"minItems": 2}),
                },
                ("question", "options"),
                None,
            ),
            "consensus_threshold": ("bounded", "integer", {"minimum": 2, "maximum": 10}),
            "callback_url": "string",
            "idempotency_key": "string",
        },
        ("type", "data_url", "label_spec"),
        None,
    ),
)


def sync_detailed(*, client: AuthenticatedClient, body: TaskCreate) -> Response[ErrorEnvelope | TaskAccepted]:
    """Submit one task.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: TaskCreate) -> ErrorEnvelope | TaskAccepted | None:
    """Submit one task.

    202 is a new task. 200 is the task that an earlier request with the same idempotency key has made;
    how long a key is remembered, and whether the body is compared, is not documented. A new task takes
    one label of the quota.

    Args:
        client: Sends the request.
        body: A task to label.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `submit_task`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: TaskCreate
) -> Response[ErrorEnvelope | TaskAccepted]:
    """Submit one task.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: TaskCreate) -> ErrorEnvelope | TaskAccepted | None:
    """Submit one task.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
