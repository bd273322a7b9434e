from clientkit.operation.enums import OpenStrEnum


class Effort(OpenStrEnum):
    """How much the model thinks."""

    HIGH = "high"
    LOW = "low"
    MAX = "max"
    MEDIUM = "medium"
