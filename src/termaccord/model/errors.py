"""What a user is told when he asks for what is not there."""

from termaccord.model.message import Message


class UsageError(Exception):
    """
    A request that cannot be met: no such folder, unknown language, unusable setting.

    Its one sentence says what, where and what now; the command line prints it and exits with status 2.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
