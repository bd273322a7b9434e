"""The commands of a product, made of its catalog with typer: the extra `clientkit[cli]`."""

from __future__ import annotations

import inspect
import os
import shutil
import sys
import traceback
import uuid
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from difflib import get_close_matches
from typing import Annotated, Any, Final, NamedTuple

import typer
from rich.markup import escape as escaped
from typer.core import TyperGroup

from clientkit.commands import connecting, ending
from clientkit.commands.catalog import Catalog, Method, Parameter, catalog
from clientkit.commands.declaration import Declaration
from clientkit.commands.kinds import Kind
from clientkit.commands.plain import plain, rows_of
from clientkit.commands.screen import FORMATS, Screen, cope
from clientkit.commands.values import UsageError, from_json, read_value
from clientkit.errors import ClientError
from clientkit.operation import Unset
from clientkit.paging import PageData

_SETTINGS: Final = {"help_option_names": ["-h", "--help"]}
_PANEL: Final = "Options of every command"
_KEY: Final = "idempotency_key"
USAGE_ERROR: Any = typer.BadParameter.__bases__[0]


# Below this width the boxes of rich cut the names of options.
_BOXES: Final = 70
_LEAST: Final = 30


def _is_narrow() -> bool:
    return shutil.get_terminal_size().columns < _BOXES


def escape(text: str) -> str:
    """Return a text for a help page, where its brackets are no markup."""
    return text if _is_narrow() else escaped(text)


def made(**options: Any) -> typer.Typer:
    """Return an application as all of them are: without boxes in a narrow terminal, without tracebacks."""
    settings: dict[str, Any] = dict(_SETTINGS)
    if _is_narrow():
        options["rich_markup_mode"] = None
        settings["terminal_width"] = max(shutil.get_terminal_size().columns - 2, _LEAST)
    return typer.Typer(
        add_completion=False, pretty_exceptions_enable=False, context_settings=settings, **options
    )


class Option(NamedTuple):
    """An option that every command has.

    Attributes:
        flags: How it is written.
        help: What it does.
        is_flag: Whether it is a switch.
        metavar: What stands for its value.
    """

    flags: tuple[str, ...]
    help: str
    is_flag: bool = False
    metavar: str = "TEXT"


OPTIONS: Final[Mapping[str, Option]] = {
    "output": Option(
        ("-f", "--format", "--output"),
        "How results are written; a table by default. (env CLIENTKIT_FORMAT)",
        metavar="|".join(FORMATS),
    ),
    "profile": Option(("--profile",), "The profile with settings and keys. (env CLIENTKIT_PROFILE)"),
    "sandbox": Option(("--sandbox",), "Start a sandbox and use it: no account, no key, nothing real.", True),
    "deadline": Option(
        ("--deadline",), "Seconds that the call may take with all its attempts.", metavar="SECONDS"
    ),
    "timeout": Option(("--timeout",), "Seconds that one attempt may take.", metavar="SECONDS"),
    "max_retries": Option(("--max-retries",), "Attempts beyond the first.", metavar="NUMBER"),
    "debug": Option(("--debug",), "Show tracebacks.", True),
}


def main(service: str, arguments: Sequence[str] | None = None, *, prog: str = "") -> int:
    """Run the commands of a service; return the exit code.

    Args:
        service: Its name in the table of services.
        arguments: Command-line arguments; None for those of the process.
        prog: What the program calls itself.
    """
    try:
        found = catalog(connecting.facade_of(service))
    except (UsageError, LookupError) as error:
        print(f"! {error}", file=sys.stderr)
        return ending.USAGE
    app = typer.main.get_command(product_app(found))
    return run(app, prog or f"clientkit {service}", arguments)


def run(app: Any, prog: str, arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    cope(sys.stdout, sys.stderr)
    try:
        app(args=None if arguments is None else list(arguments), prog_name=prog)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        # Help is written by rich, which ends with 1 when its reader left.
        if isinstance(end.__context__, BrokenPipeError):
            ending.hang_up()
            code = ending.DONE
    except BrokenPipeError:
        ending.hang_up()
        code = ending.DONE
    else:
        code = ending.DONE
    return ending.flushed(code)


class Lazy(TyperGroup):
    """A group whose commands are made when they are needed."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of its commands."""
        return [*super().list_commands(ctx), *self.names()]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that was typed; one that is not there is refused with the closest one."""
        try:
            return super().resolve_command(ctx, args)
        except USAGE_ERROR as error:
            close = get_close_matches(args[0], self.names(), n=3, cutoff=0.5) if args else []
            if close:
                error.message = f"{error.message.rstrip('.')}. Did you mean {', '.join(close)}?"
            raise

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; None when there is none."""
        return super().get_command(ctx, cmd_name) or self.make(cmd_name)

    def names(self) -> list[str]:
        """Return the names of the commands that are made when they are needed."""
        return []

    def make(self, name: str) -> Any:
        """Make a command; return None when there is none."""
        return None


def product_app(found: Catalog) -> typer.Typer:
    """Return the commands of a product."""
    return _group(found, (), _about(found))


def _about(found: Catalog) -> str:
    from clientkit.commands.docstrings import parse

    return parse(found.client.__doc__).summary


def _group(found: Catalog, words: tuple[str, ...], help: str) -> typer.Typer:
    class Group(Lazy):
        def names(self) -> list[str]:
            return list(found.children(words))

        def make(self, name: str) -> Any:
            name = name.replace("_", "-")
            children = found.children(words)
            if name in children:
                method = children[name]
                inner = (*words, name)
                inside = (
                    _group(found, inner, found.groups.get(inner, "")) if method is None else _leaf(method)
                )
                return typer.main.get_command(inside)
            # Every method answers to its own name, too.
            method = None if words else found.called(name)
            return None if method is None else typer.main.get_command(_leaf(method))

    app = made(cls=Group, help=escape(help), no_args_is_help=True)
    app.callback()(_function(_remember, _common_parameters(found.declaration, ())))
    return app


def _remember(context: typer.Context, given: Mapping[str, Any]) -> None:
    before = context.parent.obj if context.parent is not None and context.parent.obj else {}
    context.obj = {**before, **{name: value for name, value in given.items() if value not in (None, False)}}


def _leaf(method: Method) -> typer.Typer:
    app = made()
    parameters = _method_parameters(method)
    taken = {flag for each in parameters.values() for flag in each[1]}
    parameters |= _common_parameters(method.declaration, taken)

    def called(context: typer.Context, given: Mapping[str, Any]) -> None:
        raise typer.Exit(_Run(context, method, given).code())

    help = "\n\n".join(part for part in (method.docs.summary, method.docs.body, _notes(method)) if part)
    app.command(
        method.words[-1], help=escape(help), short_help=escape(method.docs.summary), no_args_is_help=False
    )(_function(called, parameters))
    return app


def _notes(method: Method) -> str:
    said = []
    if method.docs.returns:
        said.append(f"Returns: {method.docs.returns}")
    if method.pays:
        said.append("It moves money, or orders what costs money.")
    said.append(f"In Python: client.{method.name}(…)")
    return "\n\n".join(said)


# What typer needs of a parameter: its annotation with its default, and its flags.
Made = tuple[inspect.Parameter, tuple[str, ...]]


def _function(
    body: Callable[[typer.Context, Mapping[str, Any]], None], parameters: Mapping[str, Made]
) -> Callable[..., None]:
    def function(context: typer.Context, **given: Any) -> None:
        body(context, given)

    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    all_of_them = [context, *(each for each, _ in parameters.values())]
    function.__signature__ = inspect.Signature(all_of_them)  # type: ignore[attr-defined]
    function.__annotations__ = {each.name: each.annotation for each in all_of_them}
    return function


def _parameter(name: str, annotation: Any, flags: tuple[str, ...] = ()) -> Made:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation), flags


def _common_parameters(declaration: Declaration, taken: Iterable[str]) -> dict[str, Made]:
    options = dict(OPTIONS)
    for name in declaration.settings:
        if name not in declaration.secrets:
            variable = declaration.variable(name)
            options[f"set_{name}"] = Option((_flag(name),), f"Setting of the client. (env {variable})")
    parameters: dict[str, Made] = {}
    taken = set(taken)
    for name, option in options.items():
        flags = tuple(flag for flag in option.flags if flag not in taken)
        if not flags:
            continue
        help = escape(option.help)
        info = (
            typer.Option(*flags, help=help, rich_help_panel=_PANEL)
            if option.is_flag
            else typer.Option(
                *flags,
                help=help,
                metavar="WORD" if name == "output" and _is_narrow() else option.metavar,
                rich_help_panel=_PANEL,
                autocompletion=_completing(FORMATS if name == "output" else ()),
            )
        )
        kind = bool if option.is_flag else str | None
        parameter = inspect.Parameter(
            f"common_{name}",
            inspect.Parameter.KEYWORD_ONLY,
            default=False if option.is_flag else None,
            annotation=Annotated[kind, info],
        )
        parameters[f"common_{name}"] = (parameter, flags)
    return parameters


def _method_parameters(method: Method) -> dict[str, Made]:
    parameters: dict[str, Made] = {}
    places = [each for each in method.parameters if each.is_positional and each.is_required]
    for each in places:
        is_many = each is places[-1] and each.kind.item is not None
        info = typer.Argument(metavar=each.name.upper(), help=escape(each.help), show_default=False)
        kind: Any = list[str] | None if is_many else str | None
        parameters[f"arg_{each.name}"] = _parameter(f"arg_{each.name}", Annotated[kind, info])
    for each in method.parameters:
        flag = _flag(each.name)
        help = escape(_help_of(each))
        if each.kind.is_flag:
            info_of = typer.Option(f"{flag}/--no-{flag[2:]}", help=help, show_default=False)
            parameters[f"opt_{each.name}"] = _parameter(
                f"opt_{each.name}", Annotated[bool | None, info_of], (flag, f"--no-{flag[2:]}")
            )
            continue
        info_of = typer.Option(
            flag,
            help=help,
            metavar=_metavar(each.kind),
            show_default=False,
            hidden=each in places,
            autocompletion=_completing(each.kind.choices),
        )
        annotation: Any = Annotated[list[str] | None, info_of]
        parameters[f"opt_{each.name}"] = _parameter(f"opt_{each.name}", annotation, (flag,))
    if method.all_pages is not None:
        info = typer.Option("--all", help="All pages, not only one.")
        parameter = inspect.Parameter(
            "all_pages", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Annotated[bool, info]
        )
        parameters["all_pages"] = (parameter, ("--all",))
    return parameters


def _completing(choices: Sequence[str]) -> Callable[[str], list[str]] | None:
    if not choices:
        return None

    def complete(incomplete: str) -> list[str]:
        return [each for each in choices if each.startswith(incomplete)]

    return complete


def _flag(name: str) -> str:
    return "--" + name.strip("_").replace("_", "-")


def _metavar(kind: Kind) -> str:
    if kind.is_structured and not (kind.item is not None and kind.item.scalars and not kind.is_object):
        return "JSON|@FILE|-"
    base = kind.item or kind
    if base.choices and len(base.choices) <= 6 and not _is_narrow():
        return "|".join(base.choices)
    for name, word in (("int", "INTEGER"), ("Decimal", "NUMBER"), ("float", "NUMBER"), ("bytes", "@FILE|-")):
        if name in base.scalars and "str" not in base.scalars:
            return word
    return "PATH" if kind.is_local_path else "TIME" if "datetime" in base.scalars else "TEXT"


def _help_of(parameter: Parameter) -> str:
    said = parameter.help
    default = parameter.default
    if parameter.is_required:
        said = f"{said} (required)" if not parameter.is_positional else said
    elif default not in (None, "", ()) and not isinstance(default, Unset) and not parameter.is_rest:
        written = ",".join(map(str, default)) if isinstance(default, (tuple, list)) else default
        said = f"{said} (default: {written})"
    if parameter.kind.item is not None and parameter.kind.item.scalars:
        said = f"{said} May be repeated."
    return said.strip()


class _Run:
    """One run of a command."""

    def __init__(self, context: typer.Context, method: Method, given: Mapping[str, Any]) -> None:
        before = context.parent.obj if context.parent is not None and context.parent.obj else {}
        here = {name: value for name, value in given.items() if value not in (None, False)}
        self.options = {
            name: value for name, value in {**before, **here}.items() if name.startswith("common_")
        }
        self.method = method
        self.given = given
        self.command = context.command_path
        self.key: str | None = None
        self.is_sent = False
        self.found: str | None = None
        self.screen = Screen()
        self.settings: Mapping[str, Any] = {}

    def option(self, name: str) -> Any:
        return self.options.get(f"common_{name}")

    def code(self) -> int:
        """Run it; return the exit code."""
        try:
            return self._run()
        except BrokenPipeError:
            ending.hang_up()
            return ending.DONE
        except KeyboardInterrupt as error:
            self._interrupted()
            return ending.exit_code(error)
        except (ClientError, OSError, ValueError, TypeError, LookupError, ImportError) as error:
            return self._failed(error)

    def _interrupted(self) -> None:
        self.screen.tell("interrupted")
        if self.is_sent and not self.method.is_read:
            self.screen.tell("It is not clear whether this took effect.")
            if self.key:
                self.screen.tell(f"idempotency key: {self.key}")

    def _failed(self, error: Exception) -> int:
        if self.option("debug"):
            traceback.print_exc()
        for line in ending.lines(error, self.key, self._retry(), self.found):
            self.screen.tell(line)
        if isinstance(error, ImportError):
            return ending.REFUSED
        return ending.exit_code(error)

    def _retry(self) -> str:
        return self.command if self.method.takes_key and self.method.operations else ""

    def _run(self) -> int:
        output = self.option("output") or os.environ.get("CLIENTKIT_FORMAT") or "table"
        if output not in FORMATS:
            raise UsageError(f"--format must be {', '.join(FORMATS)}; got {output!r}")
        self.screen = Screen(output)
        arguments = self._arguments()
        if self._needs_key() and not arguments.get(_KEY):
            # Made here, so that it is known also when this process is interrupted.
            arguments[_KEY] = str(uuid.uuid4())
        self.key = arguments.get(_KEY) if not self.method.is_read else None
        with self._client() as client:
            try:
                return self._call(client, arguments)
            except ClientError as error:
                self._find_out(client, error)
                raise

    def _find_out(self, client: Any, error: ClientError) -> None:
        """Ask the service what became of a call whose outcome is not clear."""
        if not error.unclear:
            return
        method = self.method.resolver
        try:
            with ExitStack() as stack:
                if method is not self.method:
                    client = stack.enter_context(method.declaration.make(self.settings, method))
                resolve = getattr(client, "resolve_sync", None) or client.resolve
                self.found = str(resolve(error))
        except (ClientError, OSError, ValueError, TypeError, LookupError) as failure:
            self.found = f"cannot_tell: {failure}"

    def _needs_key(self) -> bool:
        method = self.method
        return (
            method.takes_key
            and not method.is_read
            and any(each.key is not None for each in method.operations)
        )

    @contextmanager
    def _client(self) -> Iterator[Any]:
        declaration = self.method.declaration
        with ExitStack() as stack:
            if self.option("sandbox"):
                settings = stack.enter_context(connecting.sandboxed(declaration))
            else:
                given = {name: self.option(f"set_{name}") for name in declaration.settings}
                settings = connecting.settings(declaration, given, self.option("profile"))
                if not self.method.is_local:
                    connecting.check(declaration, settings)
            self.settings = settings
            client = stack.enter_context(declaration.make(settings, self.method))
            if options := self._client_options():
                client = client.with_options(**options)
            yield client

    def _client_options(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, read in (("timeout", float), ("deadline", float), ("max_retries", int)):
            if (text := self.option(name)) is not None:
                try:
                    found[name] = read(text)
                except ValueError:
                    raise UsageError(f"{_flag(name)} must be a number, got {text!r}") from None
        return found

    def _arguments(self) -> dict[str, Any]:
        strings: dict[str, list[str]] = {}
        found: dict[str, Any] = {}
        for each in self.method.parameters:
            value = self.given.get(f"opt_{each.name}")
            if isinstance(value, bool):
                found[each.name] = value
            elif value:
                strings[each.name] = list(value)
        self._place(strings)
        for each in self.method.parameters:
            if each.name in strings:
                value = read_value(_flag(each.name), each.kind, strings[each.name])
                found |= self._body(each, value, {*found, *strings})
        missing = [each for each in self.method.parameters if each.is_required and each.name not in found]
        if missing:
            names = ", ".join(
                each.name.upper() if each.is_positional else _flag(each.name) for each in missing
            )
            raise UsageError(f"missing: {names}; {self.command} --help says what they are")
        return found

    def _body(self, parameter: Parameter, value: Any, given: Container[str]) -> dict[str, Any]:
        """Return the arguments that a value is: itself, or those of a whole body where a list belongs."""
        kind = parameter.kind
        if kind.item is None or kind.is_object or not isinstance(value, dict):
            return {parameter.name: value}
        if parameter.name not in value:
            return {parameter.name: [value]}
        known = {each.name: each for each in self.method.parameters}
        if unknown := [name for name in value if name not in known]:
            raise UsageError(f"{_flag(parameter.name)}: the body has {unknown[0]!r}, which nothing takes")
        others = {
            name: from_json(name, known[name].kind, each)
            for name, each in value.items()
            if name not in given and name != parameter.name
        }
        return {**others, parameter.name: value[parameter.name]}

    def _place(self, strings: dict[str, list[str]]) -> None:
        """Give what was typed without a name to the parameters that were not named, in their order."""
        places = [each for each in self.method.parameters if each.is_positional and each.is_required]
        typed: list[str] = []
        for each in places:
            value = self.given.get(f"arg_{each.name}")
            typed += [value] if isinstance(value, str) else list(value or ())
        for each in places:
            if each.name in strings or not typed:
                continue
            is_many = each is places[-1] and each.kind.item is not None
            strings[each.name] = typed if is_many else [typed[0]]
            typed = [] if is_many else typed[1:]
        if typed:
            raise UsageError(f"too many arguments: {typed[0]!r} is given by its option already")

    def _call(self, client: Any, arguments: dict[str, Any]) -> int:
        method = self.method
        wants_all = bool(self.given.get("all_pages"))
        attribute = method.all_pages or None if wants_all else None
        self.is_sent = True
        if wants_all and method.next_by is not None and not attribute:
            self.screen.listed(method.rows(client, arguments))
            return ending.DONE
        result = method.call(client, arguments, attribute)
        if wants_all and isinstance(result, PageData):
            result = result.iter_all()  # type: ignore[attr-defined]
        self._write(result)
        found = method.declaration.exit_code
        code = None if found is None else found(method.name, result)
        return ending.DONE if code is None else code

    def _write(self, result: Any) -> None:
        screen = self.screen
        if hasattr(result, "turn") and hasattr(result, "print"):
            self._write_turn(result)
        elif isinstance(result, (bytes, bytearray)):
            self._write_bytes([bytes(result)])
        elif isinstance(result, str) and screen.output == "table":
            screen.text(result if result.endswith("\n") or not sys.stdout.isatty() else result + "\n")
        elif isinstance(result, PageData):
            screen.listed(plain(each) for each in result)
            if result.has_next_page:
                screen.note(f"page {result.page} of {result.total_pages or '?'}; --all reads all pages")
        elif hasattr(result, "__next__") or hasattr(result, "__enter__"):
            self._write_stream(result)
        elif result is None:
            if screen.output != "table":
                screen.item(None)
            screen.note("done")
        else:
            self._write_data(plain(result))

    def _write_data(self, data: Any) -> None:
        rows = rows_of(data)
        if rows is not None and (isinstance(data, list) or self.screen.output not in {"json", "yaml"}):
            self.screen.listed(rows)
        else:
            self.screen.item(data)

    def _write_turn(self, stream: Any) -> None:
        """Write the events of a turn as they come."""
        with stream:
            if self.screen.output == "table":
                stream.print()
                turn = stream.turn
            elif self.screen.output == "jsonl":
                for event in stream:
                    self.screen.jsonl(plain(event))
                turn = stream.turn
            else:
                turn = stream.collect()
                self.screen.item(plain(turn))
        if getattr(turn, "error", None):
            self.screen.tell(f"! {turn.error}")
            raise typer.Exit(ending.REFUSED)

    def _write_stream(self, result: Any) -> None:
        with ExitStack() as stack:
            if hasattr(result, "__enter__"):
                result = stack.enter_context(result)
            items = iter(result)
            first = next(items, None)
            if isinstance(first, bytes):
                self._write_bytes([first], items)
                return
            rows = _again(first, items)
            if self.screen.output == "table" and not _is_finite(self.method):
                for row in rows:
                    self.screen.jsonl(plain(row))
                return
            self.screen.listed(plain(row) for row in rows)

    def _write_bytes(self, head: Iterable[bytes], rest: Iterable[bytes] = ()) -> None:
        for part in (*head, *()):
            self._write_part(part)
        for part in rest:
            self._write_part(part)

    def _write_part(self, part: bytes) -> None:
        if sys.stdout.isatty():
            self.screen.text(part.decode("utf-8", "replace"))
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()


def _again(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    if first is not None:
        yield first
        yield from rest


def _is_finite(method: Method) -> bool:
    return all(each.stream is None for each in method.operations)
