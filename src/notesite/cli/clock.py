"""The one place where the clock is read."""

from datetime import UTC, date, datetime

from notesite.model.settings import Settings


def today(given: datetime | None, settings: Settings) -> date:
    """The day that counts: `--today`, else the settings' pinned date, else the clock's."""
    if given is not None:
        return given.date()
    return settings.today or datetime.now(UTC).astimezone().date()  # noqa: TID251  # the one reading of the clock, for which the ban exists
