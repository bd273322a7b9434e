"""The root of the command: global flags, `version`, and how errors end it."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from clientkit.commands import app as base
from clientkit.errors import ClientError
from clientkit.product import VERSION
from clientkit.secrets import Secret

from sbn.cli import acp, agent, atlas, auth, config, frontier, governance, lattice, numa, reality, receipts
from sbn.cli.help import Root
from sbn.cli.session import Session, shown

app = typer.Typer(
    name="sbn",
    help="SmartBlocks Network on the command line.",
    cls=Root,
    no_args_is_help=True,
    # Tracebacks are for those who ask for them, and never with the values of variables.
    pretty_exceptions_enable=False,
)
app.add_typer(atlas.app, name="atlas")
app.add_typer(acp.app, name="acp")
app.add_typer(frontier.app, name="frontier")
app.add_typer(governance.app, name="governance")
app.add_typer(lattice.app, name="lattice")
app.add_typer(numa.app, name="numa")
app.add_typer(reality.app, name="reality")
app.add_typer(receipts.app, name="receipts")
app.add_typer(agent.app, name="agent")
app.add_typer(agent.app, name="twin", help="The same as agent.")
app.add_typer(auth.app, name="auth")

# Whether to show tracebacks; known before anything can go wrong.
_DEBUG = "--debug"


def _print_version(wanted: bool) -> None:
    if wanted:
        print(VERSION)
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    base_url: Annotated[
        str | None,
        typer.Option(help="Where the service is; production by default. (env SBN_BASE_URL)"),
    ] = None,
    api_key: Annotated[str | None, typer.Option(help="API key. (env SBN_API_KEY)")] = None,
    tenant: Annotated[str | None, typer.Option(help="Tenant to act for. (env SBN_TENANT_ID)")] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "--format",
            "-f",
            help="table (the default), json, yaml or quiet. (env SBN_OUTPUT_FORMAT)",
        ),
    ] = None,
    config_file: Annotated[
        Path | None, typer.Option("--config", help="Settings as TOML; ~/.config/sbn/config.toml by default.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one attempt may take.")] = 10.0,
    debug: Annotated[bool, typer.Option(_DEBUG, help="Show tracebacks.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """SmartBlocks Network on the command line.

    A flag goes before the environment, and the environment before the file.
    """
    # Hidden before anything else: the locals of a traceback must not show it.
    api_key = None if api_key is None else Secret(api_key)
    flags = {"base_url": base_url, "api_key": api_key, "tenant": tenant, "output": output}
    try:
        settings = config.resolve(flags, config_file)
    except config.ConfigError as error:
        raise typer.BadParameter(str(error)) from None
    context.obj = Session(settings, timeout)


@app.command("version")
def show_version() -> None:
    """Show the version."""
    print(VERSION)


def run() -> int:
    """Run the command; return its exit code."""
    try:
        return base.run(app, "sbn")
    except (ClientError, config.ConfigError, ImportError, OSError, ValueError) as error:
        if _DEBUG in sys.argv:
            traceback.print_exc()
        else:
            # Text of the service must not steer the terminal.
            print(f"! {shown(' '.join(str(error).split()))}", file=sys.stderr)
        return 1
