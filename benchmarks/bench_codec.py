"""Reading and writing JSON, models included, against `json` alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from alsorn_api.models import Agent
from assetcore_api.api.commits import commit_endpoint
from assetcore_sdk.operations import AddFungible
from assetcore_sdk.requests import commit_request
from clientkit.call import encode
from clientkit.codec import loads

from benchmarks.measure import Row, compare
from benchmarks.samples import AGENT

COUNT = 10_000


def rows(codec: str = "") -> Iterator[Row]:
    """Measure, one row after the other.

    Args:
        codec: How the rows name what is installed here.
    """
    # Bytes, as they come from a connection.
    text = json.dumps([{**AGENT, "id": f"agent_{number}"} for number in range(1000)]).encode()
    yield compare(
        f"decoding 1,000 agents{codec} / json.loads",
        lambda: [Agent.from_dict(each) for each in loads(text)],
        lambda: json.loads(text),
        repeat=5,
    )
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
    assert json.loads(_built_and_encoded()) == ready
    yield compare(
        f"building and encoding 10,000 operations{codec} / json.dumps of dicts",
        _built_and_encoded,
        lambda: json.dumps(ready),
    )


def _built_and_encoded() -> bytes:
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
