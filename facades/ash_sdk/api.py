"""The low-level modules of the published package, which are elsewhere: importing this says where."""

from ash_sdk._published import PAGE

raise ImportError(
    "ash_sdk.api is ash_api.api, with a module for each operation: ash_sdk.api.agents.get_api_agents is "
    f"ash_api.api.agents.list_agents ({PAGE})",
    name=__name__,
)
