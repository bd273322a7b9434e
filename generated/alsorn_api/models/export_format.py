from clientkit.operation.enums import OpenStrEnum


class ExportFormat(OpenStrEnum):
    """Format of an export."""

    CSV = "csv"
    JSON = "json"
