"""The seam between generated code and the runtime: requests, answers and operations as plain values.

Generated packages import this package and nothing else of ours.
"""

from clientkit.lazy import load_module
from clientkit.operation._answer import Answer, Headers, parse_date, parse_datetime
from clientkit.operation._bounds import BOUNDS
from clientkit.operation._model import Model, Names, Result
from clientkit.operation._models import (
    an_object,
    parse_enum,
    parse_fitting,
    parse_tagged,
    parse_uuid,
    parts,
    plain,
)
from clientkit.operation._operation import Operation, Prepared
from clientkit.operation._request import (
    Request,
    cookies,
    header,
    headers,
    query,
    segment,
    segments,
)
from clientkit.operation._shape import Shape, check
from clientkit.operation._shown import kind_of, shown
from clientkit.operation._text import format_datetime, text
from clientkit.operation._unset import UNSET, Unset, given

__all__ = [
    "BOUNDS",
    "UNSET",
    "Answer",
    "Headers",
    "Model",
    "Names",
    "Operation",
    "Prepared",
    "Request",
    "Result",
    "Shape",
    "Unset",
    "check",
    "cookies",
    "format_datetime",
    "given",
    "header",
    "headers",
    "kind_of",
    "load_module",
    "parse_date",
    "parse_datetime",
    "parse_enum",
    "parse_fitting",
    "parse_tagged",
    "parse_uuid",
    "parts",
    "an_object",
    "plain",
    "query",
    "segment",
    "segments",
    "shown",
    "text",
]
