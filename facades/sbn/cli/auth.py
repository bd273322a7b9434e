"""`sbn auth`: the API key in the file of settings."""

from __future__ import annotations

from typing import Annotated

import typer
from clientkit.secrets import Secret

from sbn.cli import config
from sbn.cli.session import session

app = typer.Typer(help="The API key in the file of settings.", no_args_is_help=True)


@app.command()
def login(
    context: typer.Context,
    api_key: Annotated[
        str, typer.Option(prompt="API key", hide_input=True, help="The key; asked for when it is left out.")
    ],
) -> None:
    """Keep an API key in the file of settings, which its owner alone can read."""
    # Hidden before anything else: the locals of a traceback must not show it.
    api_key = Secret(api_key.strip()).checked("the API key")
    path = config.default_path()
    config.write(path, {**config.read(path), "api_key": api_key})
    session(context).note(f"kept in {path}")


@app.command()
def logout(context: typer.Context) -> None:
    """Take the API key out of the file of settings."""
    path = config.default_path()
    kept = config.read(path)
    if kept.pop("api_key", None) is not None:
        config.write(path, kept)
    session(context).note(f"no key in {path}")


@app.command()
def status(context: typer.Context) -> None:
    """Show the settings and where each is from; of secrets only the ends."""
    run = session(context)
    facts = {
        name: {
            "value": config.masked(setting.value) if name in config.SECRETS else setting.value,
            "source": setting.source,
        }
        for name, setting in run.settings.items()
    }
    lines = {name: f"{fact['value'] or '(not set)'}  ({fact['source']})" for name, fact in facts.items()}
    run.give(facts, lambda: run.facts(lines), lambda: facts["api_key"]["value"])
