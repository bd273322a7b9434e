from clientkit.operation.enums import OpenStrEnum


class FileFormat(OpenStrEnum):
    """Form of a file in an answer."""

    JSON = "json"
    RAW = "raw"
