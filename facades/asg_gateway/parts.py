"""Part of a large submission, for engines that spread work over processes and machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from asg_gateway.forms import Key, TaskFields
from asg_gateway.sources import ArrowStream

if TYPE_CHECKING:
    from asg_gateway._sync.client import ASGGatewayClient


def submit_part(
    rows: Iterable[Mapping[str, Any]] | ArrowStream | str | Path,
    client: ASGGatewayClient,
    *,
    run: str,
    key: Key = "content",
    columns: Mapping[str, str] | None = None,
    callback_url: str | None = None,
    concurrency: int | None = None,
    **fields: Unpack[TaskFields],
) -> list[dict[str, Any]]:
    """Submit some rows of many, in whichever process they are, and as often as an engine runs the part again.

    Keys are made of the rows and the run, so a part that another worker has submitted already, whole or
    not, makes no second task of any row. How long the service remembers keys is not documented: run a part
    that was lost again soon.

    Args:
        rows: The part: whatever `submit_many` takes.
        client: Sends; it can be pickled, and so can this function.
        run: Name of the run; another one makes new tasks of the same rows.
        key: What each key is made of, as for `submit_many`.
        columns: Name of the column by field of the task.
        callback_url: Where to announce each settled task that names no other place.
        concurrency: Threads that send at a time; None to send one task after the other.
        **fields: What all tasks have in common that do not say otherwise: `task_type` (or `type`),
            `label_spec`, `consensus_threshold`.

    Returns:
        A plain dict for every row, in order: what `SubmissionReport.rows` yields before there are results.

    Raises:
        ASGGatewayError: What ended the submission; with it the engine's own retries are at work.
    """
    report = client.submit_many(
        rows,
        columns=columns,
        key=key,
        run=run,
        callback_url=callback_url,
        concurrency=concurrency,
        progress=False,
        **fields,
    )
    return list(report.rows())
