"""`clientkit doctor`: what is wrong with this installation, and what to type.

It compares the records of what is installed: other distributions own import names and commands of ours, and
installers do not mind. It also reports versions, settings and whether the servers answer. It shows names
of settings, never their values.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from clientkit.doctor.installation import Installation
from clientkit.doctor.servers import base_urls, check
from clientkit.doctor.settings import engine, settings, versions

_SECONDS = 5.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Command-line arguments; None for those of the process.

    Returns:
        The exit code: 1 when there is a problem, else 0. A server is a problem only when it was named, by
        `--url`, by `--clock` or in the environment, and does not answer.
    """
    options = _parse(arguments)
    installation = Installation.current()
    report: dict[str, Any] = {
        "versions": versions(installation),
        "settings": settings(installation.products),
        "problems": [*installation.problems(), *filter(None, engine()[1:])],
        "servers": [],
    }
    if not options.offline:
        urls = base_urls(installation.products, options.url, options.clock)
        report["servers"] = check(urls, options.timeout)
        report["problems"] += [row["problem"] for row in report["servers"] if row["problem"]]
    print(json.dumps(report, indent=1) if options.json else "\n".join(_lines(report)))
    return int(bool(report["problems"]))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="clientkit doctor", description="Report what is wrong with this installation, and what to type."
    )
    parser.add_argument("--offline", action="store_true", help="send nothing: do not check any server")
    parser.add_argument(
        "--url", action="append", default=[], help="check this server as well; may be repeated"
    )
    parser.add_argument(
        "--clock",
        action="append",
        default=[],
        metavar="URL",
        help="compare the clock with that of this server",
    )
    parser.add_argument(
        "--timeout", type=_seconds, default=_SECONDS, help=f"seconds to wait for a server ({_SECONDS:g})"
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    return parser.parse_args(arguments)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 600:
        raise argparse.ArgumentTypeError(f"must be from 0 to 600 seconds, got {text}")
    return seconds


def _lines(report: dict[str, Any]) -> Iterator[str]:
    """Yield the report for people."""
    parts: list[tuple[str, list[Any], Callable[[Any], str]]] = [
        ("versions", report["versions"], lambda row: f"{row['name']:<20}{row['version']}"),
        (
            "settings (names only)",
            report["settings"],
            lambda row: f"{row['kind']:<20}{row['name']}{row['note']}",
        ),
        ("servers", report["servers"], lambda row: f"{row['name']:<20}{row['url']}  {row['result']}"),
    ]
    for title, rows, shown in parts:
        if rows:
            yield from (title, *(f"  {shown(row)}" for row in rows), "")
    problems = report["problems"]
    if not problems:
        yield "no problem found"
        return
    yield f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    for problem in problems:
        first, *rest = problem.splitlines()
        yield from (f"  - {first}", *(f"    {line}" for line in rest))


if __name__ == "__main__":
    sys.exit(main())
