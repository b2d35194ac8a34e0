"""Tags that stand in a text: `#data`, `#italy/florence`."""

import re

_TAG = re.compile(r"""(?:^|(?<=[\s(\[{,;"'“«]))#(?=[\w/-]*[^\W\d])([\w-][\w/-]*)""")


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of a line of text, without their `#`, as written."""
    return tuple(found[1].rstrip("/-") for found in _TAG.finditer(text)) if "#" in text else ()
