"""POST /pgdag-py/runs: Run a template."""

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
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.pgdag_py_result import PgdagPyResult
    from ...models.pgdag_py_run import PgdagPyRun
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)


def _build_request(*, body: PgdagPyRun, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST", "/pgdag-py/runs", headers=_headers({"X-Tenant-ID": x_tenant_id}), json=_plain(body)
    )


def _parse_response(answer: Answer) -> PgdagPyResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.pgdag_py_result import PgdagPyResult

    return PgdagPyResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="pgdag_py_run",
    method="POST",
    path="/pgdag-py/runs",
    since="0.14",
    body=(
        "fields",
        {
            "template": _JSON_OBJECT_SHAPE,
            "inputs": _JSON_OBJECT_SHAPE,
            "actor": "string",
            "config": _JSON_OBJECT_SHAPE,
            "run_id": "string",
        },
        ("template", "inputs", "actor", "config"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: PgdagPyRun, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | PgdagPyResult]:
    """Run a template.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: PgdagPyRun, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | PgdagPyResult | None:
    """Run a template.

    Args:
        client: Sends the request.
        body: A template to run on the second server.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `pgdag_py_run`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: PgdagPyRun, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | PgdagPyResult]:
    """Run a template.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: PgdagPyRun, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | PgdagPyResult | None:
    """Run a template.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
