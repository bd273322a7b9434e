"""Agents: registering, finding and suspending them, and their audit chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alsorn_api.api import agents as api
from clientkit.arguments import nonempty, number, optional_number
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET, given

from alsorn._async.pages import AsyncAgentPage, AsyncAuditPage
from alsorn.checks import listed
from alsorn.errors import AlsornError
from alsorn.lazy import models, wire
from alsorn.types import Action, AgentStatus, Environment

if TYPE_CHECKING:
    from alsorn.models import Agent, AgentVerification
    from alsorn.money import Money


class AsyncAgents(AsyncResource):
    """The agents of the organisation."""

    async def register(
        self,
        name: str,
        authorized_actions: Sequence[Action],
        spending_limit: Money,
        currency: str | None = None,
        environment: Environment | None = None,
        description: str | None = None,
    ) -> Agent:
        """Register an agent. Never repeated by itself when its outcome is not clear.

        Args:
            name: 2 to 100 characters.
            authorized_actions: Names of the actions the agent may execute; free text.
            spending_limit: Largest amount of one transaction, in `currency`.
            currency: ISO 4217 code; the service's default is `USD`.
            environment: `production` (the service's default), `staging` or `sandbox`.
            description: Up to 500 characters.

        Returns:
            The agent, with the short form of its trust record.

        Raises:
            AlsornForbiddenError: The key's level is too low, or the plan's cap is reached (see `code`).
            AlsornValidationError: The service refused a value; `field_errors` says which.
            ValueError: The spending limit is not finite; nothing was sent.

        Operation: register_agent
        """
        body = wire.AgentRegister(
            name=name,
            authorized_actions=listed("authorized_actions", authorized_actions),
            spending_limit=number("spending_limit", spending_limit),
            currency=given(currency),
            environment=given(environment),
            description=given(description),
        )
        return await self._send(api.register_agent.OPERATION(body=body), models.Agent.from_dict)

    async def list(
        self,
        *,
        status: AgentStatus | None = None,
        environment: Environment | None = None,
        search: str | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> AsyncAgentPage:
        """List agents, one page at a time; `iter_all()` of the page goes on to the others.

        Args:
            status: `active`, `suspended` or `deleted`; all by default.
            environment: `production`, `staging` or `sandbox`; all by default.
            search: Part of the name.
            page: Number of the page, from 1.
            limit: Agents on a page, 1 to 100.

        Returns:
            A sequence of the page's agents with `total`, `page` and `limit`.

        Operation: list_agents
        """
        return await self._page(
            AsyncAgentPage,
            lambda number: api.list_agents.OPERATION(
                status=status, environment=environment, search=search, page=number, limit=limit
            ),
            models.page_reader(models.Agent, "agents", limit),
            page,
        )

    async def get(self, agent_id: str) -> Agent:
        """Get an agent with its full trust record.

        Args:
            agent_id: Id of the agent, `agent_…`.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: get_agent
        """
        call = api.get_agent.OPERATION(nonempty("agent_id", agent_id))
        return await self._send(call, models.Agent.from_dict)

    async def verify(self, agent_id: str) -> AgentVerification:
        """Verify an agent: what the public may know of it, and whether it is what it says.

        Args:
            agent_id: Id of the agent, `agent_…`.

        Returns:
            The public facts with `verified`; the object is true in an `if` only when it is.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: verify_agent
        """
        call = api.verify_agent.OPERATION(nonempty("agent_id", agent_id))
        return await self._send(call, models.AgentVerification.from_dict)

    async def update(
        self,
        agent_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        authorized_actions: Sequence[Action] | None = None,
        spending_limit: Money | None = None,
        currency: str | None = None,
    ) -> Agent:
        """Change an agent; what is not given stays as it is.

        Args:
            agent_id: The agent.
            name: 2 to 100 characters.
            description: Up to 500 characters.
            authorized_actions: The whole new list; it replaces the old one.
            spending_limit: Largest amount of one transaction, in `currency`.
            currency: ISO 4217 code.

        Raises:
            AlsornNotFoundError: There is no such agent.
            AlsornValidationError: The service refused a value; `field_errors` says which.
            ValueError: Nothing is to be changed, or the spending limit is not finite; nothing was sent.

        Operation: update_agent
        """
        body = wire.AgentUpdate(
            name=given(name),
            description=given(description),
            authorized_actions=UNSET
            if authorized_actions is None
            else listed("authorized_actions", authorized_actions),
            spending_limit=given(optional_number("spending_limit", spending_limit)),
            currency=given(currency),
        )
        if not body.to_dict():
            raise ValueError("give at least one thing to change, such as name=…")
        call = api.update_agent.OPERATION(nonempty("agent_id", agent_id), body=body)
        return await self._send(call, models.Agent.from_dict)

    async def suspend(self, agent_id: str) -> Agent:
        """Suspend an agent: its pending transactions are rejected and new ones blocked.

        Suspending twice is suspending once, so an unclear attempt is repeated. When the service then
        refuses the repetition, the agent itself is asked: suspended is what was wanted.

        Args:
            agent_id: Id of the agent, `agent_…`.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: suspend_agent
        """
        call = api.suspend_agent.OPERATION(nonempty("agent_id", agent_id))
        try:
            return await self._send(call, models.Agent.from_dict)
        except AlsornError as error:
            if not error.unclear or error.status is None or error.status >= 500:
                raise
            refused = error
        return await self._suspended(agent_id, refused)

    async def _suspended(self, agent_id: str, refused: AlsornError) -> Agent:
        """Return the agent when it is suspended, else raise why suspending it was refused."""
        try:
            agent = await self.get(agent_id)
        except AlsornError:
            raise refused from None
        if agent.status != "suspended":
            raise refused
        return agent

    async def get_audit_chain(self, agent_id: str, page: int = 1, limit: int = 20) -> AsyncAuditPage:
        """Get a page of an agent's audit chain, newest entry first.

        Args:
            agent_id: The agent.
            page: Number of the page, from 1.
            limit: Entries on a page, from 1.

        Returns:
            A sequence of the page's entries; `iter_all()` goes on to the others.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: get_audit_chain
        """
        return await self._page(
            AsyncAuditPage,
            lambda number: api.get_audit_chain.OPERATION(
                nonempty("agent_id", agent_id), page=number, limit=limit
            ),
            models.page_reader(models.AuditEntry, "entries", limit),
            page,
        )
