"""Decimals, recognised without importing their module: most programs have none."""

from __future__ import annotations

import sys
from typing import Any


def is_decimal(value: Any) -> bool:
    """Whether a value is a `decimal.Decimal`."""
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)
