"""A page and a theme as the bytes of a file."""

from notesite.pages.hrefs import Hrefs
from notesite.pages.page import Page
from notesite.pages.theme import Theme


def render(page: Page, theme: Theme) -> bytes:
    """The page in HTML, UTF-8."""
    return rendered(page, page.view(), theme)


def rendered(page: Page, data: object, theme: Theme) -> bytes:
    """The page with the data that its view gave, in HTML, UTF-8."""
    template = theme.environment.get_template(page.template)
    html = template.render(
        page=page,
        frame=page.frame,
        view=data,
        to=Hrefs(page.seen_from or page.route, page.routes, theme.say),
    )
    return html.encode("utf-8", "replace")
