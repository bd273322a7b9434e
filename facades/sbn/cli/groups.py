"""How commands hang together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer


def group(help: str, /, **members: Callable[..., Any] | typer.Typer) -> typer.Typer:
    """Return a group of commands and of other groups; one may be in several groups.

    Args:
        help: What the group is for.
        **members: Commands and groups by their names; the underscore at the end of `import_` is left
            out, another one is a hyphen.
    """
    app = typer.Typer(help=help, no_args_is_help=True)
    for given, member in members.items():
        name = given.rstrip("_").replace("_", "-")
        if isinstance(member, typer.Typer):
            app.add_typer(member, name=name)
        else:
            app.command(name)(member)
    return app
