"""What the command says when it is written wrongly: what to type instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clientkit.commands.app import USAGE_ERROR
from typer.core import TyperGroup

# The other name of another group.
_TWIN = "twin"


class Root(TyperGroup):
    """The root of the command."""

    def invoke(self, ctx: Any) -> Any:
        """Run what was typed; a command or an option that is not there says where it is."""
        try:
            return super().invoke(ctx)
        except USAGE_ERROR as error:
            if hint := self._hint(error):
                error.message = f"{error.message.rstrip('.')}.\n{hint}"
            raise

    def _hint(self, error: Any) -> str | None:
        option = getattr(error, "option_name", None)
        if option is not None and any(option in each.opts for each in self.params):
            rest = error.ctx.command_path.partition(" ")[2]
            return f"It goes before the command. Type:\nsbn {option} … {rest}"
        word = _unknown_command(error)
        paths = sorted(_paths(self, word), key=len) if word else []
        return None if not paths else "Type:\n" + "\n".join(" ".join(("sbn", *path)) for path in paths[:3])


def _unknown_command(error: Any) -> str | None:
    message = str(error.message)
    return message.split("'")[1] if message.startswith("No such command '") else None


def _paths(group: Any, word: str, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield where there is a command or a group with a name."""
    for name, command in group.commands.items():
        if name == _TWIN:
            continue
        if name == word:
            yield (*before, name)
        if hasattr(command, "commands"):
            yield from _paths(command, word, (*before, name))
