"""Every check of a notebook and of a contact, in the order in which they run."""

from collections.abc import Callable, Iterable

from notesite.checks.calendar import beyond_calendar
from notesite.checks.twins import file_twins, name_twins
from notesite.model.diagnostic import Diagnostic
from notesite.model.network import Contact, Network

CHECKS: tuple[Callable[[Network], Iterable[Diagnostic]], ...] = (file_twins, name_twins)
CONTACT_CHECKS: tuple[Callable[[Contact], Iterable[Diagnostic]], ...] = (beyond_calendar,)
