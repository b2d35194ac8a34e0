"""Which findings are new while a notebook is being written."""

from collections import Counter
from collections.abc import Iterable

from notesite.model.codes import Severity
from notesite.model.diagnostic import Diagnostic

Finding = tuple[str, str, str]


def finding(diagnostic: Diagnostic) -> Finding:
    """What makes a finding the same as before, on whatever line it stands by now."""
    return (diagnostic.code, diagnostic.origin.path, str(diagnostic.message))


class Fresh:
    """The errors and warnings that came up after the first build and are still there: `standing`."""

    def __init__(self) -> None:
        self._known: Counter[Finding] | None = None
        self.standing: tuple[Diagnostic, ...] = ()

    def added(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The errors and warnings that the build before did not have; of the first build, all."""
        found = [each for each in diagnostics if each.severity is not Severity.NOTE]
        before, self._known = self._known, Counter(map(finding, found))
        if before is None:
            return tuple(found)
        new = _beyond(before, found)
        old = Counter(map(finding, self.standing))
        self.standing = tuple(each for each in found if old[finding(each)] or each in new)
        return new


def _beyond(before: Counter[Finding], found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that are more than were there before."""
    left, new = before.copy(), []
    for each in found:
        left[finding(each)] -= 1
        if left[finding(each)] < 0:
            new.append(each)
    return tuple(new)
