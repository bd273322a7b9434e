"""Schemathesis against a sandbox: whatever is sent, the answer is documented, and never a 500."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import schemathesis
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from hypothesis import HealthCheck, settings
from schemathesis.generation.stateful import run_state_machine_as_test
from schemathesis.specs.openapi.checks import positive_data_acceptance

Case = schemathesis.Case
Check = Callable[..., Any]

# Hypothesis collects constants of the code it runs, the name of this header among them.
_SCRIPTED = "X-Sandbox-Fault"


def examples(number: int) -> settings:
    """Return the settings of a test that is given so many cases of each operation."""
    return settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Target:
    """What is particular to a service.

    Attributes:
        service: Its name.
        headers: Makes the headers that carry the credential.
        known: Values of the initial state by the name of a parameter or property. Random ids lead nowhere,
            so valid requests are aimed at what is there.
        aims_bodies: Whether they mean the same in bodies; else only paths are aimed at them.
        address: Returns the address of the daemon that serves a path; the only one by default.
        phases: The phases of schemathesis that make cases.
        excluded: Checks that the service does not have to pass, by operationId; "" for all operations.
    """

    service: str
    headers: Callable[[Sandbox], dict[str, str]]
    known: Mapping[str, Any] = field(default_factory=dict)
    aims_bodies: bool = True
    address: Callable[[Sandbox, str], str] = lambda sandbox, path: next(iter(sandbox.facts.values()))
    phases: tuple[str, ...] = ("examples", "coverage", "fuzzing", "stateful")
    excluded: Mapping[str, tuple[Check, ...]] = field(default_factory=dict)

    @cached_property
    def schema(self) -> Any:
        """The document of the service, for schemathesis."""
        schema = schemathesis.openapi.from_dict(load_document(self.service))
        # The credential is ours to send.
        schema.config.generation.update(database="none", with_security_parameters=False)
        schema.config.phases.update(phases=list(self.phases))
        # What is too large is refused like anything else that is wrong.
        refusals = schema.config.checks.negative_data_rejection
        refusals.expected_statuses = [*refusals.expected_statuses, "413"]
        # What the document says belongs together is followed, and nothing that a name suggests.
        schema.config.phases.stateful.inference.algorithms = []
        # A scenario is about what succeeds; the other phases send what is invalid.
        schema.config.phases.stateful.generation.modes = [schemathesis.GenerationMode.POSITIVE]
        return schema

    def check(self, case: Case[Any], sandbox: Sandbox, known: Mapping[str, Any] | None = None) -> None:
        """Send a case and check what is answered.

        Args:
            case: What schemathesis made.
            sandbox: The sandbox.
            known: Values that are known since the test began, in paths and bodies.
        """
        self._aim(case, known or {}, paths=True, bodies=True)
        case.call_and_validate(
            base_url=self.address(sandbox, case.path),
            headers=self.headers(sandbox),
            excluded_checks=self._excluded(case),
        )

    def follow_links(
        self,
        sandbox: Sandbox,
        *,
        scenarios: int,
        steps: int = 8,
        prepare: Callable[[], Mapping[str, Any]] = dict,
        without: Sequence[str] = (),
    ) -> None:
        """Follow the links of the document from answer to request, and check every answer on the way.

        Args:
            sandbox: The sandbox; every scenario finds it in its initial state.
            scenarios: How many are tried.
            steps: The most requests of one.
            prepare: Called before each; returns values that are known then, in paths and bodies.
            without: Operations to leave out.
        """
        target, reached = self, set[str]()
        schema = self.schema.exclude(operation_id=list(without)) if without else self.schema

        class Scenario(schema.as_state_machine()):  # type: ignore[misc]
            def setup(self) -> None:
                sandbox.reset()
                self.known = prepare()

            def step(self, step: Any) -> Any:
                taken = {name for _, name in step.applied_parameters}
                # What a link leads to is where it leads; None stands for a whole body.
                target._aim(step.case, self.known, paths=step.transition is None, bodies=None not in taken)
                done = super().step(step)
                if taken and done.response.status_code < 300:
                    reached.add(_id(step.case))
                return done

            def get_call_kwargs(self, case: Case[Any]) -> dict[str, Any]:
                return {"base_url": target.address(sandbox, case.path), "headers": target.headers(sandbox)}

            def validate_response(self, response: Any, case: Case[Any], **sent: Any) -> None:
                case.validate_response(
                    response,
                    headers=sent["headers"],
                    excluded_checks=target._excluded(case),
                    transport_kwargs=sent,
                    recorder=self.recorder,
                )

        run_state_machine_as_test(
            Scenario,
            settings=settings(examples(scenarios), stateful_step_count=steps, database=None),
        )
        assert reached, f"no link of {self.service} led to success"

    def _aim(self, case: Case[Any], more: Mapping[str, Any], *, paths: bool, bodies: bool) -> None:
        """Put known values into a valid case."""
        case.headers.pop(_SCRIPTED, None)
        if case.meta is None or not case.meta.generation.mode.is_positive:
            return
        if paths:
            _replace(case.path_parameters, {**self.known, **more})
        if bodies:
            _replace(case.body, {**self.known, **more} if self.aims_bodies else more)

    def _excluded(self, case: Case[Any]) -> list[Check]:
        # A schema does not say everything: a value may be of the right form and mean nothing.
        return [positive_data_acceptance, *self.excluded.get("", ()), *self.excluded.get(_id(case), ())]


def _id(case: Case[Any]) -> str:
    return str(case.operation.definition.raw["operationId"])


def _replace(values: Any, known: Mapping[str, Any]) -> None:
    if isinstance(values, dict):
        values.update({name: value for name, value in known.items() if name in values})
        for value in values.values():
            _replace(value, known)
    elif isinstance(values, list):
        for value in values:
            _replace(value, known)
