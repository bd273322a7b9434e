from clientkit.operation.enums import OpenStrEnum


class CredentialType(OpenStrEnum):
    """Provider of a credential; `bedrock` is missing in the published document."""

    ANTHROPIC = "anthropic"
    BEDROCK = "bedrock"
    CUSTOM = "custom"
    OPENAI = "openai"
