"""Notes in short, as the rules of giving and introducing are given them."""

from datetime import date

from notesite.model.profile import Profile
from notesite.model.summary import Standing, Summary

DAY = date(2026, 11, 24)


def contact(
    path: str, *knows: str, last: date | None = None, profile: Profile | None = None, status: str = "active"
) -> Summary:
    """A contact who knows these; `last` is the day of the last contact."""
    standing = Standing(last=last) if status == "active" else Standing(last=last, status="archived")
    return Summary(
        path=path,
        name=path,
        order=(0, path, path),
        standing=standing,
        profile=profile,
        acquainted=tuple((path, other) for other in knows),
    )
