"""Tokens and what they may do."""

from __future__ import annotations

from typing import NamedTuple


class Principal(NamedTuple):
    """Who a token stands for.

    Attributes:
        token: The token.
        name: Id of the principal.
        roles: Its roles.
        permissions: What it may do: `read`, `write`, `reverse`, `control`. How roles and permissions belong
            together is provisional, but for one thing: who may commit may not reverse for that.
    """

    token: str
    name: str
    roles: tuple[str, ...]
    permissions: frozenset[str]


_ALL = (
    Principal(
        "act_admin_3f1d0c5e7a9b2d4f6c8e",
        "principal-admin",
        ("TenantAdmin",),
        frozenset({"read", "write", "reverse", "control"}),
    ),
    Principal(
        "act_writer_8b6a4c2e0f1d3b5a7c9e",
        "principal-writer",
        ("NamespaceWriter",),
        frozenset({"write"}),
    ),
    Principal(
        "act_reader_5d7f9b1c3e4a6c8e0b2d",
        "principal-reader",
        ("NamespaceReader",),
        frozenset({"read"}),
    ),
)
EXPIRED = "act_writer_00000000000000000000"
PRINCIPALS = {principal.token: principal for principal in _ALL}
KEYS = {"admin": _ALL[0].token, "writer": _ALL[1].token, "reader": _ALL[2].token, "expired": EXPIRED}
