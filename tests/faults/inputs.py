"""What is asked of every method and every argument; the tests of each product call it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.faults import examples, hostile
from tests.faults.probe import Probe
from tests.faults.surfaces import SURFACES
from tests.faults.walk import Method

# A failure names so many cases; the others are counted.
_TOLD = 12


@functools.cache
def methods(surface: str) -> list[Method]:
    """Return every method of a client that may send."""
    found = Probe(SURFACES[surface]).methods()
    # A session is open: that is how it was made.
    return [each for each in found if each.operations and str(each) != "SlotSession.open"]


def by_class(*surfaces: str) -> pytest.MarkDecorator:
    """Parametrize a test by the classes of clients: one test for all methods of one."""
    cases = {
        (surface, str(each).partition(".")[0])
        for surface in surfaces
        for each in methods(surface)
        # What a published name inherits is asked where it is defined.
        if surface != "ash_sdk" or str(each).startswith("AshClient.")
    }
    return pytest.mark.parametrize(
        ("surface", "kind"), [pytest.param(*case, id=f"{case[0]}-{case[1]}") for case in sorted(cases)]
    )


def of_class(surface: str, kind: str) -> list[Method]:
    """Return the methods of one class."""
    return [each for each in methods(surface) if str(each).partition(".")[0] == kind]


def check_examples(surface: str, kind: str) -> None:
    """Call every method with valid arguments, and with each of the optional ones."""
    probe, wrong = Probe(SURFACES[surface]), []
    for method in of_class(surface, kind):
        for name in [None, *(each.name for each in method.parameters if not each.spread)]:
            names = [] if name is None else [name]
            error = probe.judge(method, probe.arguments(method, *names), set(names))
            if error or not probe.transport.requests:
                wrong.append(f"{method}({name or ''}): {error or 'nothing was sent'}")
    _tell(wrong)


def check_hostile(surface: str, kind: str) -> None:
    """Replace every argument of every method by every hostile value, one after the other."""
    probe, wrong = Probe(SURFACES[surface]), []
    for method in of_class(surface, kind):
        for parameter in method.parameters:
            if parameter.spread:
                continue
            arguments = probe.arguments(method, parameter.name)
            for label, make in examples.pool(parameter).items():
                error = probe.judge(method, {**arguments, parameter.name: make()}, {parameter.name})
                if error:
                    wrong.append(f"{method}({parameter.name}={label}): {error}")
    _tell(wrong)


def check_names(surface: str, kind: str) -> None:
    """Give every argument something of a class that nobody knows; the error names it as the caller does."""
    probe, wrong = Probe(SURFACES[surface]), []
    for method in of_class(surface, kind):
        for parameter in method.parameters:
            if (
                not examples.takes_anything(parameter)
                or f"{method}:{parameter.name}" in examples.TOLD_OTHERWISE
            ):
                continue
            arguments = probe.arguments(method, parameter.name)
            error, requests = probe.call(method, {**arguments, parameter.name: object()})
            if not requests and error is not None and _bare(parameter.name) not in _bare(str(error)):
                wrong.append(f"{method}({parameter.name}): {error}")
    _tell(wrong)


def _bare(name: str) -> str:
    """Return a name without what the wire writes in another way."""
    return re.sub("[^a-z0-9]", "", name.lower())


def check_mixtures(surface: str, kind: str, count: int) -> None:
    """Replace several arguments at once by anything at all.

    Args:
        surface: The client.
        kind: The class.
        count: How many calls are made.
    """
    probe, known = Probe(SURFACES[surface]), of_class(surface, kind)

    @seed(20260101)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def mix(data: st.DataObject) -> None:
        method = data.draw(st.sampled_from(known))
        free = [each for each in method.parameters if examples.takes_anything(each)]
        if not free:
            return
        among = st.sampled_from([each.name for each in free])
        names = data.draw(st.lists(among, min_size=1, max_size=3, unique=True))
        arguments = probe.arguments(method, *names)
        arguments |= {name: data.draw(hostile.values, label=name) for name in names}
        error = probe.judge(method, arguments, set(names))
        assert error is None, f"{method}: {error}"

    run: Callable[[], Any] = mix
    run()


def _tell(wrong: list[str]) -> None:
    more = f"\n... and {len(wrong) - _TOLD} more" if len(wrong) > _TOLD else ""
    assert not wrong, "\n" + "\n".join(wrong[:_TOLD]) + more
