"""The sandbox for the SmartBlocks Network, in memory.

What is not known of the service is decided here once and marked "provisional" where it is decided. Beside
what every sandbox has, tests may register the public keys of their signing keys:
`sandbox.control("POST /signing-keys", {"kid": …, "public_key": PEM})`; from then on signatures are checked.
"""

from __future__ import annotations

from clientkit_sandbox._sbn import (
    acp,
    atlas,
    console,
    control_plane,
    gateway,
    gec,
    governance,
    lattice,
    numa,
    pgdag_py,
    reality,
    snapchore,
)
from clientkit_sandbox._sbn.service import service

__all__ = [
    "acp",
    "atlas",
    "console",
    "control_plane",
    "gateway",
    "gec",
    "governance",
    "lattice",
    "numa",
    "pgdag_py",
    "reality",
    "service",
    "snapchore",
]
