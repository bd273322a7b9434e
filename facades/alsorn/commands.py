"""What Alsorn says of its commands and tools."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit.commands.declaration import Declaration


def _guarded(limits: Mapping[str, Any]) -> Mapping[str, Any]:
    from alsorn.spending import SpendingGuard

    return {"guard": SpendingGuard(**limits)}


DECLARATION: Final = Declaration(
    "alsorn",
    "alsorn:AlsornClient",
    "alsorn:AsyncAlsornClient",
    reads=("trust.batch_query", "trust.evaluate", "agents.verify"),
    pays=("transactions.execute", "transactions.reverse"),
    guarded=_guarded,
    tools_without={
        "webhooks.register": "its answer has a secret, which is shown this once",
        "transactions.export_to": "it writes a local file",
    },
)
