"""How commands hang together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer


def group(help: str, /, **members: Callable[..., Any] | typer.Typer) -> typer.Typer:
    """Return a group of commands and of other groups, by their names; one may be in several groups."""
    app = typer.Typer(help=help, no_args_is_help=True)
    for name, member in members.items():
        if isinstance(member, typer.Typer):
            app.add_typer(member, name=name)
        else:
            app.command(name)(member)
    return app
