"""What Alsorn says of its commands and tools."""

from __future__ import annotations

from typing import Final

from clientkit.commands.declaration import Declaration

DECLARATION: Final = Declaration(
    "alsorn",
    "alsorn:AlsornClient",
    "alsorn:AsyncAlsornClient",
    reads=("trust.batch_query", "trust.evaluate", "agents.verify"),
    pays=("transactions.execute", "transactions.reverse"),
    tools_without={
        "webhooks.register": "its answer has a secret, which is shown this once",
        "transactions.export_to": "it writes a local file",
    },
)
