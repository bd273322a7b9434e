"""What the ratios are to reach: ours over theirs, at most. A row that is not here is there for scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TARGETS: Final[Mapping[str, float]] = {
    **{f"import {name} / import httpx": 0.42 for name in ("alsorn", "asg", "assetcore", "ash", "sbn")},
    **{f"first call of {name} / httpx": 1.0 for name in ("alsorn", "asg", "assetcore", "ash", "sbn")},
    "sync call / httpx and json.loads": 0.68,
    "async call / httpx and json.loads": 0.72,
    "async call over aiohttp / httpx and json.loads": 0.35,
    "64 async calls in flight / httpx and json.loads": 0.5,
    "64 async calls in flight over aiohttp / httpx and json.loads": 0.12,
    "decoding 1,000 agents / json.loads": 1.55,
    "decoding 1,000 agents with orjson / json.loads": 1.15,
    "building and encoding 10,000 operations / json.dumps of dicts": 1.5,
    "building and encoding 10,000 operations with orjson / json.dumps of dicts": 1.1,
    # Five times as fast as httpx-sse.
    "50 MB of 120-byte events: SSEDecoder / httpx-sse": 0.2,
    "50 MB of 64-KiB events: SSEDecoder / httpx-sse": 1.0,
    "50 MB of 120-byte events: SSEDecoder / json.loads of the data": 1.0,
    "submitting 100,000 tasks, async / sync": 1.0,
    "submitting 100,000 tasks / 50,000 tasks": 2.2,
    "memory of 100,000 tasks / 3,000 tasks": 1.15,
    "memory of 100,000 tasks / 3,000 tasks, async": 1.15,
    "memory of 1,000,000 events / 10,000 events": 1.15,
    "a chain of 5,000 steps / one of 2,500": 2.2,
    "a chain of 5,000 steps / one of 2,500, saved to a file": 2.2,
}
