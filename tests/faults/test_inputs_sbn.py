"""Every argument of every method of this product: refused in clear words, or sent as the spec has it."""

from __future__ import annotations

import pytest

from tests.faults import inputs

SURFACES = inputs.by_class(
    "sbn", "sbn-atlas", "sbn-slot", "sbn-pgdag-py", "sbn_gateway", "sbn_gateway-tenant"
)

pytestmark = pytest.mark.usefixtures("empty_folder")


@SURFACES
def test_examples_reach_their_endpoint(surface: str, kind: str) -> None:
    inputs.check_examples(surface, kind)


@SURFACES
def test_hostile_arguments_are_refused_or_sent_as_the_spec_has_it(surface: str, kind: str) -> None:
    inputs.check_hostile(surface, kind)


@SURFACES
def test_an_error_names_the_argument(surface: str, kind: str) -> None:
    inputs.check_names(surface, kind)


@SURFACES
def test_mixtures_of_anything_are_refused_or_sent_as_the_spec_has_it(surface: str, kind: str) -> None:
    inputs.check_mixtures(surface, kind, 60)
