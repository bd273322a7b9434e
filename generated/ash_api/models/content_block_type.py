from clientkit.operation.enums import OpenStrEnum


class ContentBlockType(OpenStrEnum):
    """Kind of the part."""

    DOCUMENT = "document"
    IMAGE = "image"
    TEXT = "text"
