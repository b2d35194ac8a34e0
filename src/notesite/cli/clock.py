"""The one place where the clock is read."""

from datetime import date, datetime

from notesite.model.settings import Settings


def today(given: datetime | None, settings: Settings) -> date:
    """The day that counts: `--today`, else the settings' pinned date, else the clock's."""
    if given is not None:
        return given.date()
    return settings.today or date.today()  # noqa: TID251, DTZ011  # the one reading of the clock: the user's own day
