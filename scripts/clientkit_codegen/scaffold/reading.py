"""What a generated package offers, as the methods of a facade are written from it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

# What a client or its class body uses under these names itself, and the module that the client is in.
_TAKEN = {"aclose", "base_url", "client", "close", "property", "raw", "with_options"}
_ARGUMENT = re.compile(r"^    (\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)


@dataclass(frozen=True)
class Argument:
    """An argument of a method.

    Attributes:
        name: Its name.
        type: Its annotation.
        optional: Whether it may be left out.
        default: What it is when it is left out, as an expression.
        keyword: Whether it is given by name alone.
        described: What is said of it.
    """

    name: str
    type: str
    optional: bool
    keyword: bool
    described: str
    default: str = "None"

    @property
    def declared(self) -> str:
        """How it stands in the signature."""
        return f"{self.name}: {self.type}" + (f" = {self.default}" if self.optional else "")

    @property
    def sent(self) -> str:
        """How it is handed on; None leaves out a parameter by itself, and a body with a word."""
        return f"{self.name}={f'given({self.name})' if self.optional and self.name == 'body' else self.name}"


@dataclass(frozen=True)
class Method:
    """A method of a facade.

    Attributes:
        name: Its name: the module's.
        operation: The operation id.
        summary: What it does.
        arguments: Its arguments.
        returns: The annotation of its result.
        imports: The names of its annotations, with the module of each.
        stream: How the answer is streamed; empty when it is not.
    """

    name: str
    operation: str
    summary: str
    arguments: tuple[Argument, ...]
    returns: str
    imports: dict[str, str]
    stream: str

    @property
    def signature(self) -> str:
        """What stands between its parentheses."""
        places = [each.declared for each in self.arguments if not each.keyword]
        names = [each.declared for each in self.arguments if each.keyword]
        return ", ".join(["self", *places, *(["*"] if names else []), *names])

    @property
    def sent(self) -> str:
        """The arguments of the operation."""
        return ", ".join(each.sent for each in self.arguments)


@dataclass
class Resource:
    """A group of methods.

    Attributes:
        name: The tag, as the package has it.
        methods: Its methods.
        suffix: What its class is called in addition to the tag.
    """

    name: str
    methods: list[Method] = field(default_factory=list)
    suffix: str = ""

    @property
    def public(self) -> str:
        """Name of its module in the facade, and of the client's property."""
        return f"{self.name}_" if self.name in _TAKEN else self.name

    @property
    def class_name(self) -> str:
        """Name of its class in the client that is sync."""
        return "".join(part.capitalize() for part in self.name.split("_")) + self.suffix

    @property
    def names(self) -> dict[str, str]:
        """The names of its annotations, with the module of each."""
        return {name: module for method in self.methods for name, module in method.imports.items()}

    @property
    def imports(self) -> list[str]:
        """The imports of its annotations."""
        return [
            f"from {module} import {name}" if module else f"import {name}"
            for name, module in self.names.items()
        ]

    @property
    def needs_given(self) -> bool:
        """Whether a method may be called without its body."""
        return any("given(" in method.sent for method in self.methods)


def resources(package: Path) -> list[Resource]:
    """Return what a generated package offers, by tag.

    Args:
        package: Its folder.
    """
    found: dict[str, Resource] = {}
    for path in sorted(package.glob("api/*/*.py")):
        if path.stem != "__init__":
            resource = found.setdefault(path.parent.name, Resource(path.parent.name))
            resource.methods.append(_method(path, package.name))
    return list(found.values())


def _method(path: Path, package: str) -> Method:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    build, parse = functions["_build_request"], functions["_parse_response"]
    said = ast.get_docstring(functions["sync"]) or ""
    described = {name: " ".join(text.split()) for name, text in _ARGUMENT.findall(said)}
    facts = _facts(tree)
    arguments = tuple(_arguments(build, described))
    returns = ast.unparse(parse.returns) if parse.returns else "None"
    if facts.get("stream"):
        returns = "AsyncByteStream"
    used = set(re.findall(r"\w+", " ".join([returns, *(each.type for each in arguments)])))
    imports = {name: module for name, module in _imports(tree, package).items() if name in used}
    if facts.get("stream"):
        imports["AsyncByteStream"] = "clientkit.facade"
    return Method(
        path.stem,
        facts["id"],
        said.splitlines()[0],
        arguments,
        returns,
        imports,
        facts.get("stream", ""),
    )


def _arguments(build: ast.FunctionDef, described: dict[str, str]) -> list[Argument]:
    spec = build.args
    places: list[ast.expr | None] = [None] * (len(spec.args) - len(spec.defaults)) + list(spec.defaults)
    every = [(each, default, False) for each, default in zip(spec.args, places, strict=True)]
    every += [(each, default, True) for each, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)]
    found = []
    for each, default, keyword in every:
        written = ast.unparse(each.annotation) if each.annotation else "Any"
        parts = [part for part in written.split(" | ") if part not in ("Unset", "None")]
        optional = default is not None
        # A required argument may have a default; it is sent, and None stands for nothing else.
        value = "None" if default is None or "Unset" in written.split(" | ") else ast.unparse(default)
        kept = "None" in written.split(" | ") or (optional and value == "None")
        kind = " | ".join([*parts, *(["None"] if kept else [])])
        text = described.get(each.arg, "").replace("`body` in the request.", "What to send.") or each.arg
        found.append(Argument(each.arg, kind, optional, keyword, text, value))
    return found


def _facts(tree: ast.Module) -> dict[str, str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            texts = {each.arg: each.value for each in node.value.keywords}
            return {
                name: value.value
                for name, value in texts.items()
                if name and isinstance(value, ast.Constant) and isinstance(value.value, str)
            }
    raise ValueError("a generated module without OPERATION")


def _imports(tree: ast.Module, package: str) -> dict[str, str]:
    """Return the names that a generated module imports for its annotations, with their modules."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = f"{package}.{node.module}" if node.level else str(node.module)
            found |= {alias.name: module for alias in node.names if alias.asname is None}
        elif isinstance(node, ast.Import):
            found |= {alias.name: "" for alias in node.names}
    return found
