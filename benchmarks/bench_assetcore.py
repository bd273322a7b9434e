"""Asset Core's builders against `json.dumps` of dicts that are ready: building and encoding a transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator

from assetcore_api.api.commits import commit_endpoint
from assetcore_sdk.operations import AddFungible
from assetcore_sdk.requests import commit_request
from clientkit.call import encode

from benchmarks.measure import Row, compare

COUNT = 10_000


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    ready = {
        "operations": [
            {
                "op": "AddFungible",
                "args": {
                    "class_id": 100,
                    "key": 1,
                    "quantity": 500 + number,
                    "location": {"container_id": 1001, "kind": "balance"},
                },
            }
            for number in range(COUNT)
        ],
        "idempotency_key": "init-2026-01-15",
    }

    def build_and_encode() -> bytes:
        operations = [
            AddFungible(
                class_id=100,
                key=1,
                quantity=500 + number,
                location={"container_id": 1001, "kind": "balance"},
            )
            for number in range(COUNT)
        ]
        body = commit_request(operations, idempotency_key="init-2026-01-15")
        return encode(commit_endpoint.OPERATION(5001, body=body))

    assert json.loads(build_and_encode()) == ready
    yield compare(
        "building and encoding 10,000 operations / json.dumps of dicts",
        build_and_encode,
        lambda: json.dumps(ready),
    )
