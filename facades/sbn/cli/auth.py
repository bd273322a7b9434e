"""`sbn auth`: the API key in the file of settings."""

from __future__ import annotations

from typing import Annotated

import typer
from clientkit.errors import ClientError
from clientkit.secrets import Secret

from sbn.cli import config
from sbn.cli.session import Session, session
from sbn.errors import SbnAuthenticationError, SbnPermissionDeniedError

app = typer.Typer(help="The API key in the file of settings.", no_args_is_help=True)


@app.command()
def login(
    context: typer.Context,
    api_key: Annotated[
        str, typer.Option(prompt="API key", hide_input=True, help="The key; asked for when it is left out.")
    ],
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Whether to ask the service if it knows the key.")
    ] = True,
) -> None:
    """Keep an API key in the file of settings, which its owner alone can read; one that works."""
    # Hidden before anything else: the locals of a traceback must not show it.
    api_key = Secret(api_key.strip()).checked("the API key")
    run, path = session(context), config.default_path()
    if check:
        _check(run, api_key)
    config.write(path, {**config.read(path), "api_key": api_key})
    run.note(f"kept in {path}")
    if run.settings["api_key"].source == "environment":
        run.note("SBN_API_KEY is set and goes before it")


def _check(run: Session, api_key: str) -> None:
    try:
        with run.client(api_key) as client:
            client.gateway.list_flags()
    except SbnPermissionDeniedError:
        # Known, and allowed other things.
        return
    except SbnAuthenticationError as error:
        run.fail(f"the service does not know this key, so it was not kept: {error.message}")
    except ClientError as error:
        run.fail(f"the key could not be checked, so it was not kept; --no-check keeps it: {error}")


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
