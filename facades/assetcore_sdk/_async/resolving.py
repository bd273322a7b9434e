"""How the outcome of each write is found out."""

from __future__ import annotations

from clientkit.resolving import rules

RULES = rules()
