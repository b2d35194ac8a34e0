"""What stops the program: a mistake in how it is called, or a disk that refuses."""


class NotesiteError(Exception):
    """Stops the command with exit code 2; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
