from clientkit.operation.enums import OpenStrEnum


class PermissionMode(OpenStrEnum):
    """What the agent may do without asking."""

    BYPASSPERMISSIONS = "bypassPermissions"
    DEFAULT = "default"
    PERMISSIONSBYAGENT = "permissionsByAgent"
