"""Serve the sandboxes until stopped: `clientkit sandbox`, also `python -m clientkit_sandbox`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Mapping, Sequence

from clientkit_sandbox._catalog import load_service, missing_extra, service_names


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT.

    Args:
        arguments: Command-line arguments; None for those of the process.

    Returns:
        The exit code: 0 when stopped by a signal, 1 when a port is taken or the extra is missing.
    """
    options = _parse(arguments)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    try:
        from clientkit_sandbox.engine.server import Server

        services = [load_service(name) for name in options.only or service_names()]
        with Server(services, port=options.port) as server:
            _print(server.facts, options)
            stopped.wait()
    except ModuleNotFoundError as error:
        print(missing_extra(error), file=sys.stderr)
        return 1
    except (ImportError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="clientkit sandbox",
        description="Serve local sandboxes of the services on loopback until stopped.",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        help="first port, the others follow; 0 lets the system choose (default)",
    )
    parser.add_argument("--json", action="store_true", help="print one line of JSON when all are ready")
    parser.add_argument("--env", action="store_true", help="print lines for a shell: export NAME=value")
    parser.add_argument(
        "--only",
        action="append",
        choices=service_names(),
        help="serve this one; may be repeated (default: all)",
    )
    return parser.parse_args(arguments)


def _print(facts: Mapping[str, Mapping[str, str]], options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps(facts), flush=True)
        return
    if options.env:
        print("\n".join(f"export {name}={value}" for name, value in environment(facts).items()), flush=True)
        return
    rows = [("SERVICE", "URL", "KEY")]
    for name, values in facts.items():
        urls = [value for fact, value in values.items() if fact.endswith("url")]
        keys = [value for fact, value in values.items() if not fact.endswith("url")]
        kinds = (
            [fact.removesuffix("_url") for fact in values if fact.endswith("url")] if len(urls) > 1 else [""]
        )
        rows += [
            (f"{name} {kind}".strip(), url, key) for kind, url, key in zip(kinds, urls, keys, strict=True)
        ]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for service, url, key in rows:
        print(f"{service:<{widths[0]}}  {url:<{widths[1]}}  {key}")
    print("\nServing until stopped (Ctrl+C).", flush=True)


def environment(facts: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the environment variables that make clients talk to sandboxes.

    Args:
        facts: URLs and keys by service, as the `--json` line has them.
    """
    found: dict[str, str] = {}
    for name, values in facts.items():
        found |= {f"{name}_{fact}".upper(): value for fact, value in values.items()}
        if "server_url" in values:
            found[f"{name}_BASE_URL".upper()] = values["server_url"]
    return found


if __name__ == "__main__":
    sys.exit(main())
