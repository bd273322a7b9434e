"""Compare the OpenAPI document that a server publishes with ours, operation by operation.

Usage: clientkit drift SERVICE URL [--fail-on any|breaking] [--accept REASON]
                       [--format text|json|github|sarif]

URL is an address or a file, in JSON or YAML, OpenAPI 3.0 to 3.2. A key for it is taken from the environment
variable DRIFT_KEY and sent as a bearer token; it is never shown. The exit code is 0 when there is no drift, 1
when there is, 2 when that could not be found out.

Findings that were judged are listed in specs/drift/SERVICE.toml with a reason and a date; `--accept` adds
those of now. They are no drift until they change; one that is no longer found is stale: exit code 1.
What a document merely leaves undeclared is counted, and no drift.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import json
import os
import sys
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from clientkit_codegen import baseline
from clientkit_codegen.compat import Change, Document, Drift, UnreadableError, drift, parse
from clientkit_codegen.escaping import safe_line, safe_lines
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.gates.report import Outcome, annotation, as_sarif
from clientkit_codegen.generation import layout, source

KEY = "DRIFT_KEY"
_PARTS = ("missing", "changes", "extra", "undeclared")
_LARGEST = 64 * 1024 * 1024
_SECONDS_TO_CONNECT = 10.0
_SECONDS = 60.0
_MOST_REDIRECTS = 10


class UnreachableError(Exception):
    """A document that could not be had; the message says why."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    services = {service.name: service for service in layout.services()}
    parser = argparse.ArgumentParser(
        prog="clientkit drift", description="Compare a server's document with ours."
    )
    parser.add_argument("service", choices=services, metavar="SERVICE", help=f"one of {', '.join(services)}")
    parser.add_argument("url", metavar="URL", help="address or file of the server's document")
    parser.add_argument(
        "--fail-on",
        choices=("any", "breaking"),
        default="any",
        help="what is an exit code of 1; any by default",
    )
    parser.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", help="text by default"
    )
    parser.add_argument(
        "--accept",
        metavar="REASON",
        help="add what is found to specs/drift/SERVICE.toml, as judged for this reason",
    )
    options = parser.parse_args(arguments)
    service = services[options.service]
    place = layout.project().specs / "drift" / f"{service.name}.toml"
    try:
        ours = Document(source.of_service(service).data)
        served = read(options.url)
        judged = baseline.read(place)
    except (UnreachableError, source.SourceError, baseline.BaselineError) as error:
        print(safe_lines(str(error)), file=sys.stderr)
        return 2
    everything = drift(ours, served)
    stale = baseline.stale(judged, everything.everything)
    known = {key for each in judged for key in each.keys}
    found = everything.only(lambda change: baseline.key_of(change) not in known)
    if options.accept is not None:
        if not options.accept.strip():
            parser.error("--accept takes the reason, in words")
        today = datetime.datetime.now(datetime.UTC).date()
        baseline.write(place, baseline.accept(judged, found.everything, options.accept, today))
        print(
            f"{layout.relative(place)}: {len(found.everything)} findings added; read them before you commit"
        )
        return 0
    failing = [each for each in found.everything if each.breaks or options.fail_on == "any"]
    if options.format == "sarif":
        findings = [
            *(as_finding(each, service.name, fails=each in failing) for each in found.everything),
            *(Finding(each, layout.relative(place), 1, "stale") for each in stale),
        ]
        return as_sarif([Outcome("drift", findings, 0.0)])
    if options.format == "json":
        print(json.dumps({**as_json(found), "stale": stale}, indent=1))
    else:
        if options.format == "github":
            for change in found.everything:
                print(annotation("drift", as_finding(change, service.name, fails=change in failing)))
            for each in stale:
                print(annotation("drift", Finding(each, layout.relative(place), 1, "stale")))
        print("\n".join(as_text(found, service.name, len(everything.everything) - len(found.everything))))
        if stale:
            print(
                "\n".join(
                    [
                        "",
                        f"stale in {layout.relative(place)} ({len(stale)})",
                        *(f"  {safe_line(each)}" for each in stale),
                    ]
                )
            )
    return int(bool(failing or stale))


def read(place: str) -> Document:
    """Read the document at an address or in a file.

    Raises:
        UnreachableError: When it cannot be had, or is no OpenAPI 3.
    """
    shown, key = place, ""
    if urlsplit(place).scheme in ("http", "https"):
        shown = _without_secrets(place)
        text, key = _download(place, shown), _key()
    else:
        try:
            text = Path(place).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreachableError(f"{place}: cannot be read ({error})") from None
    try:
        found = parse(text)
        return Document(_without_key(found.data, key)) if key else found
    except UnreadableError as error:
        said = _without_key(str(error), key) if key else str(error)
        raise UnreachableError(f"{shown}: {said}") from None


def _without_secrets(url: str) -> str:
    parts = urlsplit(url)
    if parts.username or parts.password:
        raise UnreachableError(f"URL must not hold credentials; put the key into {KEY}")
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _key() -> str:
    key = os.environ.get(KEY, "").strip()
    if not key.isascii() or (key and not key.isprintable()):
        raise UnreachableError(f"{KEY} cannot be a key: it holds what no header may")
    return key


def _without_key(node: Any, key: str) -> Any:
    """Return what a server sent without the key, should it send that back."""
    if isinstance(node, str):
        return node.replace(key, f"<{KEY}>")
    if isinstance(node, list):
        return [_without_key(each, key) for each in node]
    if isinstance(node, dict):
        return {_without_key(name, key): _without_key(value, key) for name, value in node.items()}
    return node


def _download(url: str, shown: str) -> str:
    import httpx  # not before it is needed: files are compared without it

    async def bounded() -> bytes:
        # One bound for everything: a server may also send its header byte by byte.
        async with asyncio.timeout(_SECONDS):
            return await _body_of(url, shown, _key())

    try:
        return asyncio.run(bounded()).decode()
    except TimeoutError:
        raise UnreachableError(f"{shown}: not whole within {_SECONDS:.0f} s") from None
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error, OSError, ExceptionGroup) as error:
        raise UnreachableError(f"{shown}: {type(error).__name__}") from None
    except UnicodeDecodeError:
        raise UnreachableError(f"{shown}: not UTF-8 text") from None


async def _body_of(url: str, shown: str, key: str) -> bytes:
    import httpx

    headers = {
        "Accept": "application/json, application/yaml;q=0.9, */*;q=0.1",
        "Accept-Encoding": "gzip",
        **({"Authorization": f"Bearer {key}"} if key else {}),
    }
    limits = httpx.Timeout(_SECONDS, connect=_SECONDS_TO_CONNECT)
    async with httpx.AsyncClient(timeout=limits) as client:
        request = client.build_request("GET", url, headers=headers)
        for _ in range(_MOST_REDIRECTS):
            answer = await client.send(request, stream=True)
            if answer.next_request is None:
                break
            # It goes without the key where it leads to another origin; its body is never read.
            await answer.aclose()
            request = answer.next_request
        else:
            raise UnreachableError(f"{shown}: more than {_MOST_REDIRECTS} redirects")
        if answer.status_code in (401, 403):
            raise UnreachableError(f"{shown}: {answer.status_code}; put a key that may read it into {KEY}")
        if not answer.is_success:
            raise UnreachableError(f"{shown}: {answer.status_code}; give the address of its openapi.json")
        coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if coding not in ("gzip", "x-gzip", "identity", ""):
            raise UnreachableError(f"{shown}: its content coding is not read; gzip or none is")
        unzip = zlib.decompressobj(wbits=31) if "gzip" in coding else None
        body = bytearray()
        async for piece in answer.aiter_raw():
            # A little may unpack to a lot: no more is unpacked than is allowed.
            body += unzip.decompress(piece, _LARGEST + 1 - len(body)) if unzip else piece
            if len(body) > _LARGEST:
                raise UnreachableError(f"{shown}: more than {_LARGEST // 2**20} MiB")
        return bytes(body)


def as_json(found: Drift) -> dict[str, object]:
    """Return a report for programs."""
    return {
        "operations": {"ours": found.ours, "served": found.served},
        **{part: [asdict(each) for each in getattr(found, part)] for part in _PARTS},
    }


def as_text(found: Drift, name: str, judged: int = 0) -> list[str]:
    """Return a report for people: what to act on first comes first; each of its lines is safe to print."""
    lines = [f"{name}: {found.ours} operations of ours, {found.served} served"]
    if judged:
        lines.append(f"judged in {layout.relative(layout.project().specs)}/drift/{name}.toml: {judged}")
    if found.undeclared:
        lines.append(f"left undeclared by one of the documents, no drift: {len(found.undeclared)}")
    if not found.everything:
        return [*lines, "no drift"]
    breaking = [each for each in found.changes if each.breaks]
    harmless = [each for each in found.changes if not each.breaks]
    sections = [
        ("missing: ours, but not served; calls of them fail", found.missing),
        ("different, and breaks clients made from our spec", breaking),
        ("different, and breaks nobody", harmless),
        ("extra: served, but not ours; describe them in the spec", found.extra),
    ]
    for title, changes in sections:
        if changes:
            lines += ["", f"{title} ({len(changes)})", *_grouped(changes)]
    file, generate = layout.relative(layout.Service(name, ()).spec), layout.command("generate")
    return [*lines, "", f"fix {file}, then {generate}; or tell those who run the server"]


def _grouped(changes: list[Change]) -> list[str]:
    by_place: dict[tuple[str, str, str, bool], list[str]] = {}
    for each in changes:
        by_place.setdefault((each.rule, each.text, each.at, each.removed), []).append(each.operation)
    lines = []
    for (rule, text, at, removed), operations in by_place.items():
        # An operation's own change says which it is by its text.
        lines.append(f"  {safe_line(f'{rule}: {text}')}")
        lines.append(
            f"      in {safe_line(', '.join(operations))}; {'ours' if removed else 'theirs'}: {safe_line(at)}"
        )
    return lines


def as_finding(change: Change, name: str, *, fails: bool) -> Finding:
    """Return a change as what a gate says."""
    text = f"{change.operation}: {change.text}"
    return Finding(text, layout.relative(layout.Service(name, ()).spec), 1, change.rule, fails)
