"""What stops the program: a mistake in how it is called, or a disk that refuses."""

from notesite.model.message import NOTHING, Message


class NotesiteError(Exception):
    """Stops the command with exit code 2; `hint` says what to do about it. Its text is in English."""

    def __init__(self, message: Message, hint: Message = NOTHING) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
