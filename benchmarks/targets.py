"""What the ratios are to reach: our time over theirs, at most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TARGETS: Final[Mapping[str, float | None]] = {
    "import alsorn's client / import httpx": 0.45,
    "first call in a fresh process / httpx": 1.05,
    "sync call / httpx and json.loads": 0.68,
    "async call / httpx and json.loads": 0.72,
    "async call over aiohttp / httpx and json.loads": 0.35,
    "64 async calls in flight / httpx and json.loads": 0.5,
    "64 async calls in flight over aiohttp / httpx and json.loads": 0.12,
    "decoding 1,000 agents / json.loads": 1.7,
    "building and encoding 10,000 operations / json.dumps of dicts": 1.75,
    "50 MB of 120-byte events: SSEDecoder / httpx-sse": 0.33,
    "50 MB of 64-KiB events: SSEDecoder / httpx-sse": 1.0,
    "a chain of 5,000 steps / one of 2,500": 2.2,
    "a chain of 5,000 steps / one of 2,500, saved to a file": 2.2,
    # For scale.
    "50 MB of 120-byte events: SSEDecoder / json.loads of the data": None,
    "50 MB of 64-KiB events: SSEDecoder / json.loads of the data": None,
}
