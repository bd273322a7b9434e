# Derived from facades/ash_ai/_async/methods.py by make generate; edit that file.
"""What every group of methods of the client is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clientkit.facade import Core, Exclusive


class Methods:
    """A group of methods; the client has what they send through."""

    if TYPE_CHECKING:
        _core: Core
        _turns: Exclusive
