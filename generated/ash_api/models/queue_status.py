from clientkit.operation.enums import OpenStrEnum


class QueueStatus(OpenStrEnum):
    """State of an item of the queue, as a filter."""

    CANCELLED = "cancelled"
    COMPLETED = "completed"
    FAILED = "failed"
    PENDING = "pending"
    PROCESSING = "processing"
