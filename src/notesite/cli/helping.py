"""Commands and options whose help is in the language spoken when it is printed."""

from collections.abc import Callable
from typing import Any

import click

from notesite.cli.speech import _, translated_help


class SpokenOption(click.Option):
    """An option whose help is translated when it is read."""

    @property
    def help(self) -> str | None:
        """The help in the language spoken."""
        return _(self._help) if self._help else self._help

    @help.setter
    def help(self, words: str | None) -> None:
        """Keep the English words."""
        self._help = words


class SpokenCommand(click.Command):
    """A command whose help is translated when it is read, with what click says of its own around it."""

    @property
    def help(self) -> str | None:
        """The help in the language spoken."""
        return translated_help(self._help) if self._help else self._help

    @help.setter
    def help(self, words: str | None) -> None:
        """Keep the English words."""
        self._help = words

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help; click keeps it from one run to the next."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    command_class = SpokenCommand


def option(*names: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option of a command, as click.option gives one."""
    return click.option(*names, cls=SpokenOption, **settings)
