"""`clientkit profile`, `clientkit completion`, and the way to the commands of products."""

from __future__ import annotations

import getpass
import inspect
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer

from clientkit.__main__ import COMMANDS, COMPLETE
from clientkit.commands import app as base
from clientkit.commands import connecting, profiles
from clientkit.commands.catalog import catalog
from clientkit.commands.declaration import Declaration, declared
from clientkit.commands.screen import Screen
from clientkit.commands.values import UsageError
from clientkit.secrets import Secret

_SCRIPTS: Final = {
    "bash": """_clientkit_completion() {
    local IFS=$'\\n'
    COMPREPLY=( $(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(variable)s=complete_bash clientkit) )
}
complete -o default -F _clientkit_completion clientkit""",
    "zsh": """#compdef clientkit
_clientkit_completion() {
  eval $(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(variable)s=complete_zsh clientkit)
}
compdef _clientkit_completion clientkit""",
    "fish": """complete --command clientkit --no-files --arguments "(env %(variable)s=complete_fish \
_TYPER_COMPLETE_FISH_ACTION=get-args _TYPER_COMPLETE_ARGS=(commandline -cp) clientkit)" \
--condition "env %(variable)s=complete_fish _TYPER_COMPLETE_FISH_ACTION=is-args \
_TYPER_COMPLETE_ARGS=(commandline -cp) clientkit\"""",
}


def product(arguments: Sequence[str]) -> int:
    """Run the commands of a product; return the exit code.

    Args:
        arguments: The name of the service, what the program calls itself (empty for the default), the rest.
    """
    service, prog, *rest = arguments
    return base.main(service, rest, prog=prog)


def completion(arguments: Sequence[str]) -> int:
    """Print the completion of a shell, or answer one; return the exit code."""
    if list(arguments) == ["--now"]:
        return base.run(typer.main.get_command(everything()), "clientkit", [])
    shell = arguments[0] if arguments else os.path.basename(os.environ.get("SHELL", ""))
    if shell not in _SCRIPTS or len(arguments) > 1:
        print(f"usage: clientkit completion {'|'.join(_SCRIPTS)}", file=sys.stderr)
        return 0 if shell in {"-h", "--help"} else 2
    print(_SCRIPTS[shell] % {"variable": COMPLETE})
    return 0


def everything() -> typer.Typer:
    """Return all commands as one, for completion."""
    products = connecting.services()

    class Root(base.Lazy):
        def names(self) -> list[str]:
            return sorted([*products, *COMMANDS])

        def make(self, name: str) -> Any:
            if name in products:
                return typer.main.get_command(base.product_app(catalog(products[name])))
            if name == "profile":
                return typer.main.get_command(_profiles())
            if name not in COMMANDS:
                return None
            plain = typer.Typer(add_completion=False)
            plain.command(name, help=COMMANDS[name].help)(lambda: None)
            return typer.main.get_command(plain)

    app = typer.Typer(cls=Root, help="Clients for HTTP services, on the command line.")
    app.callback()(lambda: None)
    return app


def profile(arguments: Sequence[str]) -> int:
    """Run `clientkit profile`; return the exit code."""
    return base.run(typer.main.get_command(_profiles()), "clientkit profile", arguments)


_Profile = Annotated[
    str | None, typer.Option("--profile", help="The profile. (env CLIENTKIT_PROFILE; else default)")
]
_Service = Annotated[str, typer.Argument(help="The product, such as alsorn.")]


def _declaration(service: str) -> Declaration:
    return declared(connecting.facade_of(service))


def _secret_name(declaration: Declaration, setting: str | None) -> str:
    name = setting or next(iter(declaration.secrets), "")
    if name not in declaration.secrets:
        raise UsageError(f"--setting must be {' or '.join(declaration.secrets)}, got {name!r}")
    return name


def _profiles() -> typer.Typer:
    app = base.made(
        help="Settings in a file, keys in the keyring of the system; the environment goes before both.",
        no_args_is_help=True,
    )

    def command(function: Any) -> Any:
        def guarded(**arguments: Any) -> None:
            try:
                function(**arguments)
            except (UsageError, profiles.KeyringError, OSError) as error:
                Screen().tell(f"! {error}")
                raise typer.Exit(2 if isinstance(error, UsageError) else 1) from None
            except KeyboardInterrupt:
                raise typer.Exit(130) from None

        guarded.__doc__ = function.__doc__
        guarded.__signature__ = inspect.signature(function, eval_str=True)  # type: ignore[attr-defined]
        guarded.__annotations__ = {
            name: each.annotation
            for name, each in guarded.__signature__.parameters.items()  # type: ignore[attr-defined]
        }
        app.command(function.__name__.strip("_"))(guarded)
        return function

    for each in (_list, _show, _set, _unset, _login, _logout):
        command(each)
    return app


def _list() -> None:
    """List the profiles."""
    screen, found = Screen(), profiles.read()
    for name in sorted({*found, profiles.chosen(None)}):
        mark = " (in use)" if name == profiles.chosen(None) else ""
        screen.line(f"{name}{mark}: {', '.join(sorted(found.get(name, {}))) or 'nothing set'}")


def _show(service: _Service, profile: _Profile = None) -> None:
    """Show where the settings of a product come from; of secrets only whether they are there."""
    declaration, screen = _declaration(service), Screen()
    found = connecting.settings(declaration, None, profile)
    facts = {}
    for name in declaration.settings:
        variable = declaration.variable(name)
        source = variable if os.environ.get(variable) else f"profile {profiles.chosen(profile)}"
        value = "set" if name in declaration.secrets else found.get(name)
        facts[name] = f"{value}  ({source})" if name in found else f"not set  ({variable})"
    screen.facts(facts)


def _set(
    service: _Service,
    settings: Annotated[list[str], typer.Argument(help="name=value, such as base_url=https://…")],
    profile: _Profile = None,
) -> None:
    """Keep settings of a product in the file of profiles."""
    declaration, found = _declaration(service), profiles.read()
    kept = found.setdefault(profiles.chosen(profile), {}).setdefault(service, {})
    for each in settings:
        name, equals, value = each.partition("=")
        name = name.replace("-", "_")
        if name in declaration.secrets:
            raise UsageError(f"{name} is a secret; type: clientkit profile login {service}")
        if not equals or name not in declaration.settings:
            known = [each for each in declaration.settings if each not in declaration.secrets]
            raise UsageError(f"write name=value, with the name one of {', '.join(known)}; got {name!r}")
        kept[name] = value
    Screen().tell(f"kept in {profiles.write(found)}")


def _unset(
    service: _Service,
    settings: Annotated[list[str], typer.Argument(help="Names of settings.")],
    profile: _Profile = None,
) -> None:
    """Take settings of a product out of the file of profiles."""
    found = profiles.read()
    kept = found.get(profiles.chosen(profile), {}).get(service, {})
    for name in settings:
        kept.pop(name.replace("-", "_"), None)
    Screen().tell(f"kept in {profiles.write(found)}")


def _login(
    service: _Service,
    setting: Annotated[str | None, typer.Option(help="Which secret, where there are several.")] = None,
    profile: _Profile = None,
) -> None:
    """Keep a key in the keyring; it is read from the terminal without being shown, or from standard input."""
    declaration = _declaration(service)
    name = _secret_name(declaration, setting)
    # Hidden before anything else: the locals of a traceback must not show it.
    if sys.stdin.isatty():
        value = Secret(getpass.getpass(f"{service} {name}: ").strip())
    else:
        value = Secret(sys.stdin.readline().strip())
    try:
        value.checked(name)
    except ValueError as error:
        raise UsageError(str(error)) from None
    profiles.keep(profile, service, name, value)
    screen = Screen()
    screen.tell(f"{name} of {service} is in the keyring, for the profile {profiles.chosen(profile)}")
    if os.environ.get(declaration.variable(name)):
        screen.tell(f"{declaration.variable(name)} is set and goes before it")


def _logout(
    service: _Service,
    setting: Annotated[str | None, typer.Option(help="Which secret, where there are several.")] = None,
    profile: _Profile = None,
) -> None:
    """Take a key out of the keyring."""
    name = _secret_name(_declaration(service), setting)
    was_there = profiles.forget(profile, service, name)
    Screen().tell(
        f"{name} of {service} is out of the keyring" if was_there else f"there was no {name} of {service}"
    )
