"""Names by a stated rule where the generator gives up.

- A class whose name another has, or that generated code uses itself, is called by what it is part of as well
  (`OrderStatus`), or `Model` is put behind it (`FileModel`), or it is numbered in the order of the document.
- Fields and parameters of one Python name are distinguished by their own spelling, by their place
  (`id_query`), or they are numbered.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from openapi_python_client import schema as oai
from openapi_python_client import strings
from openapi_python_client.parser.errors import ParseError, PropertyError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import model_property
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.schema import ParameterLocation
from openapi_python_client.strings import PythonIdentifier, pascal_case

from clientkit_codegen import escaping

# What generated modules import under its own name; a class of that name would hide it.
TAKEN_CLASSES = frozenset(
    {
        *(
            "Answer",
            "Any",
            "AuthenticatedClient",
            "BytesIO",
            "ClassVar",
            "Client",
            "File",
            "Literal",
            "Mapping",
        ),
        *("Operation", "Request", "Response", "Self", "UNSET", "UUID", "Unset"),
    }
)
TAKEN_FIELDS = frozenset({"additional_keys", "additional_properties", "from_dict", "to_dict", "to_multipart"})
_EVERYWHERE = (
    *(
        AnyProperty,
        BooleanProperty,
        ConstProperty,
        DateProperty,
        DateTimeProperty,
        EnumProperty,
        FileProperty,
    ),
    *(FloatProperty, IntProperty, ListProperty, ModelProperty, NoneProperty, StringProperty, UnionProperty),
    UuidProperty,
)
_MOST = 10_000


@contextlib.contextmanager
def rules() -> Iterator[None]:
    """Let the generator name what it would refuse, and take every kind of parameter in every place.

    What our templates send is text in the style that the document asks for, whatever the kind.
    """
    with contextlib.ExitStack() as stack:
        for kind in _EVERYWHERE:
            stack.enter_context(_replaced(kind, "_allowed_locations", set(ParameterLocation)))
        stack.enter_context(_replaced(strings, "in_double_quote_literal", escaping.in_literal))
        modules: dict[str, str] = {}
        owners: tuple[Any, ...] = (ModelProperty, EnumProperty)
        for owner in owners:
            named = classmethod(_builder(owner.build.__func__, modules))
            stack.enter_context(_replaced(owner, "build", named))
        stack.enter_context(_replaced(model_property, "_resolve_naming_conflict", _told_apart))
        check = _parameters_told_apart(Endpoint._check_parameters_for_conflicts)
        stack.enter_context(_replaced(Endpoint, "_check_parameters_for_conflicts", check))
        yield


@contextlib.contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    own = name in owner.__dict__
    before = owner.__dict__.get(name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if own:
            setattr(owner, name, before)
        else:
            delattr(owner, name)


def _builder(build: Callable[..., Any], modules: dict[str, str]) -> Callable[..., Any]:
    """Return how a class is built under the first of its names that is free.

    Args:
        build: How the generator does it.
        modules: The class of each module; two whose modules are one file cannot both be.
    """

    def built(
        cls: Any, *, data: Any, name: Any, schemas: Any, parent_name: Any, config: Any, **more: Any
    ) -> Any:
        wanted = str(data.title.get_untrusted_value() if data.title else name.get_untrusted_value())
        short = wanted.rpartition("/")[2]
        for title in (None, *_candidates(short, parent_name or "", cls is EnumProperty)):
            tried = data if title is None else data.model_copy(update={"title": oai.UntrustedString(title)})
            string = _class_string(cls, tried, name, parent_name, config)
            info = Class.from_string(string=string, config=config)
            known = schemas.classes_by_name.get(info.name)
            if info.name in TAKEN_CLASSES or modules.get(info.module_name, info.name) != info.name:
                continue
            if known is not None and (cls is ModelProperty or not isinstance(known, EnumProperty)):
                continue
            result, changed = build(
                cls, data=tried, name=name, schemas=schemas, parent_name=parent_name, config=config, **more
            )
            if isinstance(result, PropertyError) and "conflicting enums" in str(result.detail):
                continue
            if not isinstance(result, PropertyError):
                modules[info.module_name] = info.name
            return result, changed
        raise AssertionError("more classes of one name than any document has")

    return built


def _class_string(cls: Any, data: Any, name: Any, parent_name: Any, config: Any) -> Any:
    if cls is ModelProperty and not config.use_path_prefixes_for_title_model_names and data.title:
        return data.title
    wanted = data.title or name
    return f"{pascal_case(parent_name)}{pascal_case(wanted)}" if parent_name else wanted


def _candidates(short: str, parent: str, is_enum: bool) -> Iterator[str]:
    if parent and not is_enum:
        yield f"{pascal_case(parent)}{pascal_case(short)}"
    yield f"{short} Model"
    base = f"{pascal_case(parent)}{pascal_case(short)}" if parent and not is_enum else short
    for number in range(2, _MOST):
        yield f"{base}{number}"


def _told_apart(first: Any, second: Any, config: Any) -> None:
    """Give two fields of one Python name two, the first its own spelling."""
    for each in (first, second):
        each.set_python_name(each.name, config=config, skip_snake_case=True)
    if first.python_name == second.python_name:
        base = str(first.python_name).rstrip("_")
        number = _number(second.name.get_untrusted_value())
        second.set_python_name(oai.UntrustedString(f"{base}_{number}"), config=config)


def _number(name: str) -> int:
    """Return a number for a name that does not depend on the names around it."""
    return 2 if not name else 2 + sum(ord(char) * (index + 1) for index, char in enumerate(name)) % 997


def _parameters_told_apart(check: Callable[..., Any]) -> Callable[..., Any]:
    def checked(self: Any, *, config: Any, previously_modified_params: Any = None) -> Any:
        result = check(self, config=config, previously_modified_params=previously_modified_params)
        if not isinstance(result, ParseError):
            return result
        used: set[str] = set()
        for location, prop in self.iter_all_parameters():
            base = str(PythonIdentifier(prop.name, config.field_prefix)).rstrip("_")
            names = [base, f"{base}_{location}", *(f"{base}_{location}_{number}" for number in range(2, 100))]
            wanted = next(each for each in names if each not in used and each not in ("client", "url"))
            prop.set_python_name(oai.UntrustedString(wanted), config=config)
            used |= {str(prop.python_name), wanted}
        return self

    return checked


def rename_taken(data: Any, config: Any) -> None:
    """Rename fields and parameters that would hide what generated code has itself."""
    for model in data.models:
        for prop in [*(model.required_properties or []), *(model.optional_properties or [])]:
            if prop.python_name in TAKEN_FIELDS:
                prop.set_python_name(oai.UntrustedString(f"{prop.python_name}_value"), config=config)
    for collection in data.endpoint_collections_by_tag.values():
        for endpoint in collection.endpoints:
            for location, prop in endpoint.iter_all_parameters():
                if prop.python_name == "body" and endpoint.bodies:
                    prop.set_python_name(oai.UntrustedString(f"body_{location}"), config=config)
