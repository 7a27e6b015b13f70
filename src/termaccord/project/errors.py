"""What a user is told when he asks for what is not there."""

from termaccord.model import UsageError

__all__ = ["UsageError"]
