"""Serve the sandboxes until stopped: `python -m clientkit_sandbox`."""

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
            _print(server.facts, as_json=options.json)
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
        prog="python -m clientkit_sandbox",
        description="Serve local sandboxes of the services on loopback until stopped.",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        help="first port, the others follow; 0 lets the system choose (default)",
    )
    parser.add_argument("--json", action="store_true", help="print one line of JSON when all are ready")
    parser.add_argument(
        "--only",
        action="append",
        choices=service_names(),
        help="serve this one; may be repeated (default: all)",
    )
    return parser.parse_args(arguments)


def _print(facts: Mapping[str, Mapping[str, str]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(facts), flush=True)
        return
    for name, values in facts.items():
        print(name)
        for fact, value in values.items():
            print(f"  {fact:<12} {value}")
    print("Serving until stopped (Ctrl+C).", flush=True)


if __name__ == "__main__":
    sys.exit(main())
